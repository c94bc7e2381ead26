// Milestones in a line: 6月30日 完成招标（中标通知书）.
import type { Day } from '#src/calendar/day.ts'
import type { Milestone, Proposal, Reached } from '#src/ledger/milestone.ts'
import type { MilestoneFacts } from '#src/queries/milestones.ts'
import type { Lang } from './card.ts'
import { cutTo } from './cut-to.ts'
import { shortDay } from './day-words.ts'
import { behalfWords } from './report-words.ts'
import { rich, type Rich } from './rich.ts'

/** So much of a milestone's words stands in a list. */
const whatAtMost = 60
const showsAtMost = 40

/** `before`: as it was approved, where it is to be changed. */
export function milestoneWords({ what, by, shows, carried }: Milestone, lang: Lang, today: Day, before?: readonly Milestone[]): string {
  const zh = lang === 'zh'
  const known = before?.find((old) => old.what === what)
  const moved = known === undefined || known.by === by ? '' : zh ? `，原定${shortDay(known.by, lang, today)}` : `, was ${shortDay(known.by, lang, today)}`
  const marks = [...(carried === true ? [zh ? '结转' : 'carried over'] : []), ...(before !== undefined && known === undefined ? [zh ? '新增' : 'new'] : []), ...(by < today ? [zh ? '⚠️日期已过' : '⚠️ past'] : [])]
  const shown = shows === undefined ? '' : zh ? `（${cutTo(shows, showsAtMost)}）` : ` (${cutTo(shows, showsAtMost)})`
  return `${shortDay(by, lang, today)} ${cutTo(what, whatAtMost)}${shown}${marks.length === 0 ? '' : ` [${marks.join(zh ? '、' : ', ')}]`}${moved}`
}

export const milestoneList = (milestones: readonly Milestone[], lang: Lang, today: Day, before?: readonly Milestone[]): string =>
  milestones.map((each) => milestoneWords(each, lang, today, before)).join(lang === 'zh' ? '；' : '; ')

/** ✅ 6月28日 完成招标(自报) · ▶ 11月30日 主体开工: a line each, as a task's card has them. */
export function milestoneRows(milestones: readonly MilestoneFacts[], lang: Lang, today: Day): Rich[] {
  const next = milestones.find(({ reached }) => reached === undefined)
  const year = next?.year ?? milestones.at(-1)?.year
  return milestones.filter((each) => each.year === year).map((each) => milestoneRow(each, each === next, lang, today))
}

function milestoneRow({ what, by, shows, carried, original, reached, group }: MilestoneFacts, isNext: boolean, lang: Lang, today: Day): Rich {
  const zh = lang === 'zh'
  const mark = reached !== undefined ? '✅' : by < today ? '🔴' : isNext ? '▶️' : '▫️'
  const marks = [
    ...(carried ? [zh ? '结转' : 'carried over'] : []),
    ...(original === undefined ? [] : [zh ? `原定${shortDay(original, lang, today)}` : `first ${shortDay(original, lang, today)}`]),
    ...(group === undefined || reached !== undefined ? [] : [zh ? `${group.of}家已到${group.reached}` : `${group.reached} of ${group.of}`]),
    ...(reached === undefined ? [] : [zh ? `${shortDay(reached.on, lang, today)}完成${reached.onBehalf === undefined ? '，自报' : ''}` : `reached ${shortDay(reached.on, lang, today)}${reached.onBehalf === undefined ? ', own word' : ''}`]),
  ]
  const said = reached?.words === undefined ? '' : zh ? `：${cutTo(reached.words, whatAtMost)}` : `: ${cutTo(reached.words, whatAtMost)}`
  const shown = shows === undefined || reached !== undefined ? '' : zh ? `（${cutTo(shows, showsAtMost)}）` : ` (${cutTo(shows, showsAtMost)})`
  const behalf = reached?.onBehalf === undefined ? '' : behalfWords(reached.onBehalf, lang)
  return rich`${mark} ${shortDay(by, lang, today)} ${cutTo(what, whatAtMost)}${shown}${marks.length === 0 ? '' : zh ? `（${marks.join('，')}）` : ` (${marks.join(', ')})`}${said}${behalf}`
}

/** A milestone as it was recorded for the unit: 节点完成：完成招标，中标通知书已发（代录：王科长7月2日电话）. */
export const reachedWords = (what: string, { words, onBehalf }: Pick<Reached, 'words' | 'onBehalf'>, lang: Lang): string =>
  `${lang === 'zh' ? '节点完成：' : 'Milestone reached: '}${cutTo(what, whatAtMost)}${words === undefined || words.trim() === '' ? '' : `${lang === 'zh' ? '，' : ', '}${words}`}${onBehalf === undefined ? '' : behalfWords(onBehalf, lang)}`

/** A year's milestones as they were recorded for the unit. */
export const proposedWords = ({ milestones, onBehalf }: Pick<Proposal, 'milestones' | 'onBehalf'>, lang: Lang, today: Day): string =>
  `${lang === 'zh' ? '年度分解：' : 'Milestones: '}${milestoneList(milestones, lang, today)}${onBehalf === undefined ? '' : behalfWords(onBehalf, lang)}`
