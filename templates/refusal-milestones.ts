// “No” to what was done about a year's milestones.
import type { Lang } from './card.ts'
import { cutTo } from './cut-to.ts'
import type { Words } from './refusal-say.ts'
import { rich } from './rich.ts'

/** A milestone's own words, as far as they tell which one is meant. */
const named = (what: string): string => cutTo(what, 30)

export const milestonesRefused = {
  zh: {
    'task-dated': ({ task, due }, say) => rich`第${task}项方案已写明时限${say.day(due)}，不用做年度分解，按期完成即可。要改时限，请联系${say.secretary}。`,
    'milestones-not-yours': ({ task, units }, say) => rich`第${task}项的年度分解由${say.units(units)}报，您的单位不用报。`,
    'milestones-year': ({ year, from, to }) => (from > to ? rich`方案只到${to}年，${year}年不用再报年度分解。` : rich`${year}年不能报年度分解，可以报的是${from === to ? `${from}年` : `${from}年至${to}年`}。请改节点的年份。`),
    'milestones-missing': () => rich`没有写节点，所以没有记录。请至少写一个，例如：年底前完成招标。`,
    'milestones-too-many': ({ found, most }) => rich`一项任务一年最多${most}个节点，这里写了${found}个，没有记录。请合并或只留主要的。`,
    'milestone-too-long': ({ what, most }) => rich`节点“${named(what)}”太长，一个节点最多${most}个字，没有记录。请写短一些。`,
    'milestone-outside': ({ what, day, year }, say) => rich`节点“${named(what)}”定在${say.day(day)}，不在${year}年内，没有记录。一次只报一年的，请改日期。`,
    'milestone-twice': ({ what }) => rich`节点“${named(what)}”写了两次，没有记录。请删去一个。`,
    'milestones-not-proposed': ({ task, year }) => rich`第${task}项没有待审的${year}年年度分解，什么也没有记。输入 /duban 任务 ${task} 看现状。`,
    'milestones-changed': ({ task, on, by }, say) => rich`没有记录：第${task}项的年度分解已由${say.person(by)}于${say.day(on)}换成新的。请看过新的再定。`,
    'milestones-not-approved': ({ task, year }) => rich`第${task}项${year}年还没有经同意的节点，不能报节点完成。进展请用 /duban 填报 ${task}。`,
    'milestone-unknown': ({ task, asked, most }) => rich`第${task}项没有节点${asked}，共${most}个。输入 /duban 任务 ${task} 看节点。`,
    'milestone-reached': ({ on, by }, say) => rich`${say.person(by)}已于${say.day(on)}报过这个节点完成，不用再报。`,
    'milestone-undated': ({ what }) => rich`“${named(what)}”没有写日期，没有记录。请写明什么时候完成，例如 年底前${named(what)}。`,
  },
  en: {
    'task-dated': ({ task, due }, say) => rich`The plan itself gives task ${task} a date, ${say.day(due)}: it needs no milestones. To move the date, tell ${say.secretary}.`,
    'milestones-not-yours': ({ task, units }, say) => rich`The milestones of task ${task} are for ${say.units(units)} to propose; your unit need not.`,
    'milestones-year': ({ year, from, to }) => (from > to ? rich`The plan ends in ${to}: no milestones are needed for ${year}.` : rich`No milestones can be proposed for ${year}, only for ${from === to ? from : `${from} to ${to}`}. Change the dates.`),
    'milestones-missing': () => rich`No milestone was written, so nothing was recorded. Write at least one, such as: 6/30 the tender is done.`,
    'milestones-too-many': ({ found, most }) => rich`A task has at most ${most} milestones a year, these are ${found}: nothing was recorded. Merge some, or keep the main ones.`,
    'milestone-too-long': ({ what, most }) => rich`The milestone “${named(what)}” is too long: at most ${most} signs. Nothing was recorded; write it shorter.`,
    'milestone-outside': ({ what, day, year }, say) => rich`The milestone “${named(what)}” is on ${say.day(day)}, not in ${year}: nothing was recorded. Propose one year at a time.`,
    'milestone-twice': ({ what }) => rich`The milestone “${named(what)}” stands there twice: nothing was recorded. Leave one out.`,
    'milestones-not-proposed': ({ task, year }) => rich`No milestones of task ${task} for ${year} wait for review; nothing was recorded. Type /duban task ${task} to see.`,
    'milestones-changed': ({ task, on, by }, say) => rich`Not recorded: ${say.person(by)} changed the milestones of task ${task} on ${say.day(on)}. Look at the new ones, then decide.`,
    'milestones-not-approved': ({ task, year }) => rich`Task ${task} has no approved milestones in ${year}. To report progress, type /duban report ${task}.`,
    'milestone-unknown': ({ task, asked, most }) => rich`Task ${task} has no milestone ${asked}; there are ${most}. Type /duban task ${task} to see them.`,
    'milestone-reached': ({ on, by }, say) => rich`${say.person(by)} said on ${say.day(on)} that this milestone is reached; that stands.`,
    'milestone-undated': ({ what }) => rich`“${named(what)}” has no date: nothing was recorded. Say by when, such as 6/30 ${named(what)}.`,
  },
} satisfies Record<Lang, Partial<Words>>
