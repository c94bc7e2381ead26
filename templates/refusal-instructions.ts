// “No” to instructions and to what was handed up to a leader.
import type { Lang } from './card.ts'
import type { Words } from './refusal-say.ts'
import { rich } from './rich.ts'

type Instructions = Pick<Words, 'coordination-handed-up' | 'coordination-decided' | 'instruction-empty' | 'instruction-no-unit' | 'instruction-given' | 'not-an-instruction' | 'instruction-not-spoken' | 'instruction-of-another' | 'instruction-no-leader' | 'leader-note-not-yours'>

export const instructionRefused: Record<Lang, Instructions> = {
  zh: {
    'coordination-handed-up': ({ task, on, to }, say) => rich`第${task}项的协调事项已于${say.day(on)}上报${say.person(to)}，正等决定，不用再报。`,
    'coordination-decided': ({ task, on, choice }, say) => rich`第${task}项的协调事项已于${say.day(on)}定了：${choice === 'meeting' ? '开协调会' : '已作批示'}。输入 /duban 任务 ${task} 看现状。`,
    'instruction-empty': () => rich`还没有写批示的内容，没有下发。请这样写：/duban 批示 请县教育局7月10日前拿出方案。`,
    'instruction-no-unit': () => rich`还没有定由哪个单位办，没有下发。请写上单位名称，例如：请县教育局拿出方案。`,
    'instruction-given': ({ task, on }, say) => rich`这句话已于${say.day(on)}下发，编号第${task}项，没有再发一次。输入 /duban 任务 ${task} 看办理情况。`,
    'not-an-instruction': ({ task }) => rich`第${task}项是方案里的任务，不是批示或交办。输入 /duban 我的批示 看批示。`,
    'instruction-not-spoken': ({ task }) => rich`第${task}项是本人下的，不是代录，不用确认。输入 /duban 任务 ${task} 看办理情况。`,
    'instruction-of-another': ({ task, from }, say) => rich`第${task}项是${say.person(from)}的批示，只有${say.person(from)}本人能确认或收回。`,
    'instruction-no-leader': (_, say) => rich`还不知道记谁的批示。请${say.secretary}先登记：/duban 人员 领导联络员 @本人 领导姓名。`,
    'leader-note-not-yours': ({ task }) => rich`第${task}项没有报给您、等您答复的事项。输入 /duban 任务 ${task} 看现状。`,
  },
  en: {
    'coordination-handed-up': ({ task, on, to }, say) => rich`The matter on task ${task} went up to ${say.person(to)} on ${say.day(on)} and waits there: no other note is needed.`,
    'coordination-decided': ({ task, on, choice }, say) => rich`The matter on task ${task} was decided on ${say.day(on)}: ${choice === 'meeting' ? 'a meeting is held' : 'an order was given'}. Type /duban task ${task} to see where it stands.`,
    'instruction-empty': () => rich`The order has no words yet, so nothing was given out. Type /duban instruct <what, by whom, by when>.`,
    'instruction-no-unit': () => rich`No unit was named, so nothing was given out. Write the name of the unit that is to do it.`,
    'instruction-given': ({ task, on }, say) => rich`These words were given out on ${say.day(on)} as task ${task}; they were not given out again. Type /duban task ${task} to see how it stands.`,
    'not-an-instruction': ({ task }) => rich`Task ${task} is of the plan, and no order. Type /duban instructions for the orders.`,
    'instruction-not-spoken': ({ task }) => rich`Task ${task} was given by the leader in person: there is nothing to confirm. Type /duban task ${task} to see how it stands.`,
    'instruction-of-another': ({ task, from }, say) => rich`Task ${task} is an order of ${say.person(from)}: nobody else confirms it or takes it back.`,
    'instruction-no-leader': (_, say) => rich`Nobody said whose orders these are. ${say.ask} register it: /duban people aide @person leader.`,
    'leader-note-not-yours': ({ task }) => rich`Nothing on task ${task} waits for your answer. Type /duban task ${task} to see where it stands.`,
  },
}
