// A list of tasks: its first line says how many, twelve are on a page, and an empty one says so.
import type { Day } from '#src/calendar/day.ts'
import { fromTheFirst } from '#src/calendar/span-back.ts'
import type { DaySpan } from '#src/calendar/span-phrase.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { PartsAmong, TaskFilter } from '#src/queries/task-list.ts'
import type { Action, Card, Lang, Section } from './card.ts'
import { forwardAction } from './forward.ts'
import { cutTo } from './cut-to.ts'
import { shortDay } from './day-words.ts'
import { dueRows, isDayPast } from './due-line.ts'
import { lightWords } from './light-words.ts'
import { hollowWords } from './queue-words.ts'
import { legendOf } from './marks-legend.ts'
import { openTask } from './open-task.ts'
import { rich } from './rich.ts'
import { taskLine } from './task-line.ts'
import { ways } from './ways.ts'

export const rowsOnPage = 12

/** `which` and `plan` are what was asked, for the next page; `by` is what was understood. */
/** `units`: those whose names are near to what nothing was found for. `supervises`: which reports say nothing is shown. `several`: there are other plans, which have the same numbers. `parts`: what the unit that is asked about has to do with them. */
export type ListAsked = { which: string; plan?: PlanId; by: ListedBy; page: number; units?: readonly string[]; supervises?: boolean; several?: boolean; parts?: PartsAmong; rounds?: RoundsAsked }
/** Of a time: whether any round ended in it, and when the first of it is asked for, where that is ahead. */
type RoundsAsked = { any: boolean; from?: Day }
/** `unit` is its name; `leads`: only where it answers. */
export type ListedBy = Pick<TaskFilter, 'light' | 'only' | 'words' | 'due' | 'done' | 'section' | 'during' | 'finishes' | 'overBy'> & { /** The leader whose fields are listed. */ person?: string; unit?: string; leads?: boolean }

const onlyWords: Record<Lang, Record<NonNullable<TaskFilter['only']>, string>> = {
  zh: { unreported: '未报', claimed: '待审核', 'no-unit': '单位待定', 'no-contact': '没有联络员', 'due-week': '7日内到期', open: '在办', unfinished: '未办结', overdue: '逾期', hollow: '待补实', coordination: '需协调', 'handed-up': '需协调、已上报', 'late-duties': '欠报的周期任务', blocked: '受阻', difficulty: '有困难', extended: '申请延期或已延期' },
  en: { unreported: 'not reported', claimed: 'to review', 'no-unit': 'without a unit', 'no-contact': 'without a contact', 'due-week': 'due within 7 days', open: 'open', unfinished: 'not done', overdue: 'overdue', hollow: 'with a thin report', coordination: 'needs coordination', 'handed-up': 'handed up to a leader', 'late-duties': 'owing a period’s duty', blocked: 'blocked', difficulty: 'in difficulty', extended: 'with a later day, asked for or given' },
}

/** As the week's brief has them: those of before the week. */
const earlierDuties: Record<Lang, string> = { zh: '以前欠报的周期任务', en: 'owing a duty since before this week' }

/** 7月1日至7月31日到期, 6月1日至6月30日办结: the days say what was understood. */
function spanLabel(span: DaySpan, what: keyof typeof spanWords.zh, lang: Lang, today: Day): string {
  const { from, to } = span
  const [first = '', last = ''] = [from, to].map((day) => shortDay(day, lang, today))
  if (lang === 'zh') return `${from === to ? first : from === fromTheFirst ? `${last}前` : `${first}至${last}`}${spanWords.zh[what]}`
  return `${spanWords.en[what]} ${from === to ? first : from === fromTheFirst ? `by ${last}` : `${first} to ${last}`}`
}

const spanWords = { zh: { due: '到期', finishes: '要完成', done: '办结', during: '截止的填报' }, en: { due: 'due', finishes: 'to be finished', done: 'done', during: 'for reports that closed' } } as const

/** How a list is named; empty for all. */
function labelOf({ light, only, words, unit, leads, due, done, section, person, during, finishes, overBy }: ListedBy, lang: Lang, today: Day): string {
  const zh = lang === 'zh'
  const parts = [
    ...(unit === undefined ? [] : [leads === true ? (zh ? `${unit}牵头` : `led by ${unit}`) : unit]),
    ...(person === undefined ? [] : [zh ? `${person}分管` : `in the charge of ${person}`]),
    ...(section === undefined ? [] : [section === '' ? (zh ? '未分领域' : 'in no section') : cutTo(section, 24)]),
    ...(light === undefined ? [] : [lightWords(light, lang)]),
    ...(due === undefined || only === 'late-duties' ? [] : [spanLabel(due, finishes === true ? 'finishes' : 'due', lang, today)]),
    ...(done === undefined ? [] : [spanLabel(done, 'done', lang, today)]),
    ...(during === undefined ? [] : [spanLabel(during, 'during', lang, today)]),
    ...(only === undefined ? [] : [overBy !== undefined ? (zh ? `逾期${overBy}天以上` : `overdue by ${overBy} days or more`) : only === 'late-duties' && due !== undefined ? earlierDuties[lang] : onlyWords[lang][only]]),
    ...(words === undefined ? [] : [zh ? `含“${cutTo(words, 20)}”` : `with “${cutTo(words, 20)}”`]),
  ]
  return parts.join(' · ')
}

export function taskListCard(tasks: readonly TaskCard[], { which, plan, by, page: wanted, units = [], supervises = false, several = false, parts, rounds }: ListAsked, lang: Lang, today: Day): Card {
  const zh = lang === 'zh'
  const label = labelOf(by, lang, today)
  const pages = Math.max(1, Math.ceil(tasks.length / rowsOnPage))
  const page = Math.min(Math.max(1, wanted), pages)
  const shown = tasks.slice((page - 1) * rowsOnPage, page * rowsOnPage)
  const head = tasks.length === 0 ? (noRoundWords(rounds, lang, today) ?? emptyWords(label, lang)) : headWords(label, countWords(tasks.length, parts, lang), pages === 1 ? undefined : { page, pages }, lang)
  const turn = (to: number, words: string): Action => ({ label: words, says: zh ? `${words}，第${to}页` : `${words}, page ${to}`, run: ways.tasks(which, plan, to) })
  return {
    text: head,
    lines: [rich`${head}`],
    sections: by.due === undefined ? sectionsOf(shown, { several, supervises, isWhole: label === '' }, lang, today) : dueSection(tasks, shown, { several }, lang, today),
    actions: [
      ...(page < pages ? [turn(page + 1, zh ? '下一页' : 'Next page')] : []),
      ...(page > 1 ? [turn(page - 1, zh ? '上一页' : 'Previous page')] : []),
      ...units.map((unit) => ({ label: unit, says: zh ? `${unit}的任务` : `Tasks of ${unit}`, run: ways.tasks(unit, plan) })),
      ...(tasks.length === 0 && rounds?.any === false ? [{ label: zh ? '现在未报' : 'Not reported now', run: ways.tasks(zh ? '未报' : 'unreported') }] : []),
      ...(tasks.length === 0 && which !== '' ? [{ label: zh ? '全部任务' : 'All tasks', run: ways.tasks('') }] : []),
    ],
    ...(shown.length === 0 ? {} : { more: [forwardAction(ways.tasks(which, plan, page), lang)] }),
    ...(supervises ? {} : legendOf(shown, lang)),
  }
}

function headWords(label: string, count: string, at: { page: number; pages: number } | undefined, lang: Lang): string {
  const paged = at === undefined ? '' : lang === 'zh' ? `，第${at.page}/${at.pages}页` : `, page ${at.page} of ${at.pages}`
  if (lang === 'zh') return `${label === '' ? '全部任务' : label}：${count}${paged}`
  return `${label === '' ? 'All tasks' : `${label.slice(0, 1).toUpperCase()}${label.slice(1)}`}: ${count}${paged}`
}

/** 共43项; where a unit has several parts in them 牵头31项（另配合12项，共43项）: only the first are its own. */
function countWords(count: number, { led, supported, bound }: PartsAmong = { led: count, supported: 0, bound: 0 }, lang: Lang): string {
  const zh = lang === 'zh'
  const all = zh ? `共${count}项` : String(count)
  if (led === count) return all
  const others = [...(supported === 0 ? [] : [zh ? `配合${supported}项` : `supports ${supported}`]), ...(bound === 0 ? [] : [zh ? `落实${bound}项` : `bound to ${bound}`])].join(zh ? '、' : ', ')
  if (led === 0) return zh ? `${others}${supported > 0 && bound > 0 ? `，${all}` : ''}（没有牵头的）` : `${others}${supported > 0 && bound > 0 ? `; ${all} in all` : ''} (leads none)`
  return zh ? `牵头${led}项（另${others}，${all}）` : `leads ${led} (also ${others}; ${all} in all)`
}

/** Nobody was asked in that time: that is no report, and no silence. */
function noRoundWords(rounds: RoundsAsked | undefined, lang: Lang, today: Day): string | undefined {
  if (rounds === undefined || rounds.any) return undefined
  if (rounds.from === undefined) return lang === 'zh' ? '这段时间里没有截止的填报；现在还有谁没报，看“现在未报”。' : 'No reporting closes in that time: “Not reported now” has who still owes one.'
  const from = shortDay(rounds.from, lang, today)
  return lang === 'zh' ? `还没有到填报的时候：${from}起填报。` : `It is not time to report yet: that begins on ${from}.`
}

function emptyWords(label: string, lang: Lang): string {
  if (lang === 'zh') return label === '' ? '目前没有任务。' : `“${label}”目前没有任务。`
  return label === '' ? 'There are no tasks.' : `No task is “${label}” now.`
}

/** Where whole plans are listed, each has its heading; of some tasks the worst come first, whichever plan they are of. Where there are several plans at all, a number alone would not say whose it is. */
function sectionsOf(tasks: readonly TaskCard[], { several, supervises, isWhole }: { several: boolean; supervises: boolean; isWhole: boolean }, lang: Lang, today: Day): Section[] {
  const row = (task: TaskCard): Section['rows'][number] => (supervises ? withHollow(task, taskRow(task, lang, today, several), lang) : taskRow(task, lang, today, several))
  if (!isWhole) return tasks.length === 0 ? [] : [{ rows: tasks.map(row), opensBelow: true }]
  const plans = [...new Set(tasks.map(({ plan }) => plan))]
  return plans.map((plan) => {
    const own = tasks.filter((task) => task.plan === plan)
    const [first] = own
    return { ...(plans.length > 1 && first !== undefined ? { heading: rich`${first.planTitle}` } : {}), rows: own.map(row), opensBelow: true }
  })
}

/** By the days that put them on the list. */
function dueSection(all: readonly TaskCard[], shown: readonly TaskCard[], { several }: { several: boolean }, lang: Lang, today: Day): Section[] {
  const passed = all.filter(({ next }) => isDayPast(next, today)).length
  return shown.length === 0 ? [] : [{ rows: dueRows(shown, { today, several, passed, count: all.length }, lang), opensBelow: true }]
}

export const taskRow = (task: TaskCard, lang: Lang, today: Day, several = false): Section['rows'][number] => ({
  line: taskLine(task, lang, today, several),
  beside: openTask(task, lang, several),
})

/** That a report says nothing one could look at is shown to the secretary alone. */
function withHollow(task: TaskCard, row: Section['rows'][number], lang: Lang): Section['rows'][number] {
  const hollow = [task.lead, ...task.others].flatMap((part) => part?.hollow ?? [])[0]
  return hollow === undefined || task.status !== 'open' ? row : { ...row, line: rich`${row.line} · ${hollowWords[lang][hollow]}` }
}
