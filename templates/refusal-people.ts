// “No” to who stands in, who takes over, and who answers now.
import type { Lang } from './card.ts'
import type { Words } from './refusal-say.ts'
import { rich } from './rich.ts'

export const peopleRefused = {
  zh: {
    'no-longer-yours': ({ unit, now }, say) =>
      rich`您已不是${say.units([unit])}的人，这次没有记录。${now.length === 0 ? `该单位现在还没有联络员，请告诉${say.secretary}。` : `现在由${now.map(say.person).join('、')}答复，请转告。`}`,
    'no-longer-deputy': ({ person, until, unit, now }, say) =>
      rich`您代${say.person(person)}办理${say.units([unit])}到${say.day(until)}为止，这次没有记录。${now.length === 0 ? `该单位现在还没有联络员，请告诉${say.secretary}。` : `现在由${now.map(say.person).join('、')}答复，请转告。`}`,
    'not-handed-to-you': ({ task, unit, now, hands }, say) =>
      rich`第${task}项由${say.units([unit])}承担，没有分派给您${now.length === 0 ? '' : `，现在由${now.map(say.person).join('、')}办`}，所以没有记录。要由您办，请${hands.length === 0 ? say.secretary : hands.map(say.person).join('或')}输入：/duban 分派 ${task} @您。`,
    'days-reversed': ({ from, until }, say) => rich`结束日${say.day(until)}早于开始日${say.day(from)}，没有记录。请先写开始日，再写结束日。`,
    'nothing-to-cover': ({ name }, say) => rich`${name}不是任何单位的联络员、B岗、负责人或承办人，没有要代办的事。请${say.secretary}先指定，再安排代办。`,
    'absence-overlaps': ({ name, from, until }, say) => rich`${name}在${say.day(from)}至${say.day(until)}已经安排过代办，没有再记。要改，请先输入 /duban 取消代办。`,
    'absence-none': ({ name }) => rich`${name}现在没有安排代办，不用取消。要安排，请输入 /duban 代办 @某某 7月6日 7月10日。`,
    'nobody-stands-in': ({ name, unit }, say) => rich`${name}不在时，${say.units([unit])}没有别的联络员、B岗或负责人能收提醒，所以没有记录。请写明由谁代办：/duban 代办 @某某 7月6日 7月10日。`,
    'deputy-self': ({ name }) => rich`代办人不能是${name}本人。请另选一位：/duban 代办 @某某 7月6日 7月10日。`,
    'deputy-no-account': ({ name }, say) => rich`${name}没有聊天账号，收不到提醒，所以没有记录。请另选一位，或请${say.secretary}用 /duban 人员 登记 @本人 登记账号。`,
    'deputy-away': ({ name, from, until }, say) => rich`${name}在${say.day(from)}至${say.day(until)}也不在岗，不能代办，所以没有记录。请另选一位，或改日期。`,
    'unit-name-taken': ({ name, unit }, say) => rich`“${name}”已经是${say.units([unit])}的名称，没有改。两个单位合成一个的请用 /duban 撤并 ，写法不同的同一个单位请用 /duban 单位 合并。`,
    'unit-is-group': ({ unit }, say) => rich`${say.units([unit])}是一组单位，不能撤并。请写其中的一个单位。`,
    'succession-self': ({ unit }, say) => rich`撤并要写两个单位，${say.units([unit])}不能并入自己。请这样写：/duban 撤并 原单位 接续单位 8月1日。`,
    'succession-planned': ({ unit, to, on }, say) => rich`${say.units([unit])}已定于${say.day(on)}并入${say.units([to])}，没有再记。要改，请先在 /duban 单位 ${say.units([unit])} 里取消。`,
    'handler-elsewhere': ({ name, units }, say) => rich`${name}是${say.units(units)}的人，没有分派。分派只给本单位的人；整项应由别的单位办，请用“不是我负责”。`,
    'handler-nameless': () => rich`这个账号还没有登记，还差姓名，所以没有分派。请这样写：/duban 分派 12,15 @某某 姓名。`,
    'brief-for-leaders': () => rich`周一简报只发给领导和领导联络员，没有记录。您要看，随时输入：/duban 周报。`,
    'handover-self': ({ name }) => rich`交接要写两个人，${name}不能交接给自己。请这样写：/duban 交接 @旧 @新。`,
    'nothing-to-hand-over': ({ name }) => rich`${name}名下没有单位职务，没有要交接的。输入 /duban 人员 看谁担任什么。`,
  },
  en: {
    'no-longer-yours': ({ unit, now }, say) =>
      rich`You are not of ${say.units([unit])} any more, so nothing was recorded. ${now.length === 0 ? `It has no contact now: tell ${say.secretary}.` : `${now.map(say.person).join(', ')} answers for it now.`}`,
    'no-longer-deputy': ({ person, until, unit, now }, say) =>
      rich`You stood in for ${say.person(person)} at ${say.units([unit])} until ${say.day(until)}, so nothing was recorded. ${now.length === 0 ? `It has no contact now: tell ${say.secretary}.` : `${now.map(say.person).join(', ')} answers for it now.`}`,
    'not-handed-to-you': ({ task, unit, now, hands }, say) =>
      rich`Task ${task} is for ${say.units([unit])} and was not handed to you${now.length === 0 ? '' : `: ${now.map(say.person).join(', ')} answers for it now`}. Nothing was recorded. To get it, ask ${hands.length === 0 ? say.secretary : hands.map(say.person).join(' or ')} to type /duban assign ${task} @you.`,
    'days-reversed': ({ from, until }, say) => rich`The last day, ${say.day(until)}, is before the first, ${say.day(from)}: nothing was recorded. Write the first day, then the last.`,
    'nothing-to-cover': ({ name }, say) => rich`${name} holds no post of any unit, so there is nothing to stand in for. ${say.ask} name them first.`,
    'absence-overlaps': ({ name, from, until }, say) => rich`${name} has a deputy or is away from ${say.day(from)} to ${say.day(until)} already: nothing was recorded. To change it, first type /duban end-deputy.`,
    'absence-none': ({ name }) => rich`${name} has no deputy now; there is nothing to take back. To name one, type /duban deputy @person 7/6 7/10.`,
    'nobody-stands-in': ({ name, unit }, say) => rich`While ${name} is away nobody else of ${say.units([unit])} could be reminded, so nothing was recorded. Say who stands in: /duban deputy @person 7/6 7/10.`,
    'deputy-self': ({ name }) => rich`${name} cannot stand in for themselves. Name somebody else: /duban deputy @person 7/6 7/10.`,
    'deputy-no-account': ({ name }, say) => rich`${name} has no chat account and is reached by no reminder, so nothing was recorded. Name somebody else, or ${say.isSelf ? 'register their account' : `ask ${say.secretary} to register their account`}.`,
    'deputy-away': ({ name, from, until }, say) => rich`${name} is away from ${say.day(from)} to ${say.day(until)} too, so nothing was recorded. Name somebody else, or other days.`,
    'unit-name-taken': ({ name, unit }, say) => rich`“${name}” is a name of ${say.units([unit])} already: nothing was changed. Where one takes over from the other, /duban succeed says so; where both are one, /duban units merge does.`,
    'unit-is-group': ({ unit }, say) => rich`${say.units([unit])} is a group and cannot be merged into a unit. Name one of its members.`,
    'succession-self': ({ unit }, say) => rich`${say.units([unit])} cannot take over from itself. Name both units: /duban succeed old new 8/1.`,
    'succession-planned': ({ unit, to, on }, say) => rich`${say.units([to])} takes over from ${say.units([unit])} on ${say.day(on)} already: nothing was recorded. To change it, take that back first, under /duban units ${say.units([unit])}.`,
    'handler-elsewhere': ({ name, units }, say) => rich`${name} is of ${say.units(units)}: nothing was handed on. Items go to people of your own unit; where another unit should do it, use “not-ours”.`,
    'handler-nameless': () => rich`This account is not registered and its name is missing, so nothing was handed on: /duban assign 12,15 @person name.`,
    'brief-for-leaders': () => rich`The brief is sent to leaders and their aides: nothing was recorded. To see it at any time, type /duban brief.`,
    'handover-self': ({ name }) => rich`A handover is from one person to another, and ${name} is named twice: /duban handover @old @new.`,
    'nothing-to-hand-over': ({ name }) => rich`${name} holds no post of a unit: there is nothing to hand over. Type /duban people to see who does.`,
  },
} satisfies Record<Lang, Partial<Words>>
