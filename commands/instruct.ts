// 批示、交办: a leader's instruction, or the office's own, in words as they are; read, shown, and given out when that is pressed.
import { command } from '#src/command.ts'
import { instructingAs } from '#src/queries/instructing.ts'
import { spokenBy } from './instruct-on-behalf.ts'
import { InstructArgs, instructing } from './instructing.ts'
import { namesTask, planNumberIn } from './plan-number.ts'

export const instruct = command({
  name: { zh: '批示', en: 'instruct' },
  also: ['交办', '转为交办'],
  usage: { zh: '批示 12 〔请教育局和财政局下周五前拿出方案〕', en: 'instruct 12 〔who does what by when〕' },
  about: { zh: '批示、交办：写原话，自动读出单位和日期，核对后下发', en: 'give an instruction in your own words: units and day are read, and shown before it goes out' },
  then: { zh: '先给您核对发给谁、哪天前办；点“下发”单位才收到，之后同任务一样催办、办结。在真实 Slack 里，一条消息的菜单里也有“转为交办”。', en: 'You see who gets it and by when; it goes out when you press, and is chased and closed like a task. In real Slack a message’s own menu has it too.' },
  shortcut: { name: '转为交办', about: '把这条消息转为批示或交办：读出单位和日期，核对后下发' },
  group: 'instruct',
  may: 'instruct',
  args: InstructArgs,
  typed: typedInstruction,
  run(args, desk) {
    const { own } = instructingAs(desk.directory, desk.asker)
    // Whoever gives none of their own records a leader's.
    return desk.asker === undefined || own === undefined ? spokenBy(args, desk) : instructing(args, { command: 'instruct', rank: own, from: desk.asker, leaders: [] }, desk)
  },
})

/** A number at the head is the task it is about, p1 the plan. */
export function typedInstruction([first, ...rest]: readonly string[]): Record<string, unknown> {
  if (first === undefined) return {}
  const plan = planNumberIn(first)
  if (plan !== undefined) return { plan, ...typedInstruction(rest) }
  return namesTask(first) ? { about: first, words: rest.join(' ') } : { words: [first, ...rest].join(' ') }
}
