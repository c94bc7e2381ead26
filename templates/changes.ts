// 变化: what is otherwise than it was, in groups, the newest risk first; and as few lines of it on the leader's screen.
import type { Day } from '#src/calendar/day.ts'
import { changeKinds, type ChangeKind, type Changes, type TaskChange } from '#src/queries/changes.ts'
import type { DecidedOf } from '#src/queries/decided.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import { unmetCounts } from './cadences.ts'
import type { Card, Lang, Run, Section } from './card.ts'
import { cutTo } from './cut-to.ts'
import { dayWords, momentWords, shortDay } from './day-words.ts'
import { decidedLine } from './decided.ts'
import { lightMark, whyLine } from './light-words.ts'
import { contestedMark, numberWords, shortTitle } from './task-line.ts'
import { meetingsInShort, meetingsSection, unmetSection } from './meeting-changes.ts'
import { openTask } from './open-task.ts'
import { rich, strong, type Rich } from './rich.ts'
import { ways } from './ways.ts'

/** `since`: the moment in words of the reader's day, or what it is called. `body`: whose meeting. */
export type Since = { day: Day; time?: string; called?: 'last-look' | 'last-meeting'; body?: string }
/** `rest`: shows a group that is longer than what stands here. `of`: what alone is asked about. `isBefore`: none of the plans was there then. */
export type ChangesShown = Changes & { since: Since; today: Day; several: boolean; plan?: PlanId; of?: string; isBefore?: boolean; rest?: (kind: ChangeKind) => Run }

const names: Record<Lang, Record<ChangeKind, string>> = {
  zh: { red: '新增红灯', contested: '有异议待核', yellow: '新增黄灯', moved: '时限调整', added: '新增任务', done: '办结', better: '好转', other: '其他', gone: '撤销、收回' },
  en: { red: 'Newly behind', contested: 'Contested', yellow: 'Newly at risk', moved: 'Dates moved', added: 'Added', done: 'Done', better: 'Better', other: 'Other', gone: 'Withdrawn, taken back' },
}
const arrows: Record<ChangeKind, string> = { red: '▼', contested: '▼', yellow: '▼', moved: '△', added: '＋', done: '▲', better: '▲', other: '△', gone: '－' }

/** What a leader looks into: the rest is read and passed over, and is shorter without buttons. */
const opened: ReadonlySet<ChangeKind> = new Set(['red', 'contested', 'yellow', 'moved', 'added'])

/** More decisions than this are not listed. */
const decidedRows = 8

/** 新增红灯2，办结3: of each kind how many; nothing where there are none. */
export const changesCounted = (counts: Changes['counts'], lang: Lang): string | undefined => ((counted) => (counted.length === 0 ? undefined : counted.join(lang === 'zh' ? '，' : ', ')))(countedKinds(counts, lang))

const countedKinds = (counts: Changes['counts'], lang: Lang): string[] => changeKinds.filter((kind) => counts[kind] > 0).map((kind) => (lang === 'zh' ? `${names.zh[kind]}${counts[kind]}` : `${counts[kind]} ${kind === 'moved' && counts[kind] === 1 ? 'date moved' : names.en[kind].toLowerCase()}`))

export function changesCard({ tasks, counts, meetings, unmet = [], decided = [], since, today, several, plan, of, isBefore = false, rest }: ChangesShown, lang: Lang): Card {
  const zh = lang === 'zh'
  const counted = countedKinds(counts, lang)
  const met = [...(meetings.length === 0 ? [] : [meetingsCount(meetings.length, lang)]), ...unmetCounts(unmet, { sittings: (count) => (zh ? `应开未开${count}` : `${count} required but not held`), reviews: (count) => (zh ? `应督查未督查${count}` : `${count} inspections required but not held`) })]
  const all = [...counted, ...(decided.length === 0 ? [] : [zh ? `已定${decided.length}` : `${decided.length} decided`]), ...met]
  const head = `${of === undefined ? '' : `${cutTo(of, 24)}${zh ? '，' : ', '}`}${sinceWords(since, today, lang)}${zh ? '：' : ': '}${all.length === 0 ? (zh ? '没有变化' : 'nothing has changed') : all.join(zh ? '，' : ', ')}`
  return {
    text: head,
    title: zh ? '变化' : 'Changes',
    lines: [rich`${head}`, ...(isBefore ? [zh ? rich`（那天还没有导入方案，以下是导入以来的）` : rich`(No plan had been imported then: this is since it was)`] : [])],
    sections: [...changeKinds.flatMap((kind) => groupOf(tasks.filter((change) => change.kind === kind), counts[kind], kind, { today, several, rest }, lang)), ...decidedSection(decided, { today, several }, lang), ...unmetSection(unmet, lang), ...meetingsSection(meetings, today, lang)],
    actions: [{ label: zh ? '汇总' : 'Summary', run: ways.summary(plan) }],
  }
}

function sinceWords({ day, time, called, body }: Since, today: Day, lang: Lang): string {
  const zh = lang === 'zh'
  const moment = time === undefined ? dayWords(day, lang, today) : momentWords(day, time, lang, today)
  if (called === 'last-look') return zh ? `自您上次查看(${moment})` : `Since your last look (${moment})`
  if (called === 'last-meeting' && body !== undefined) return zh ? `自${body}${body.endsWith('会议') ? '' : '会议'}(${moment})` : `Since the meeting of ${body} (${moment})`
  if (called === 'last-meeting') return zh ? `自上次会议(${moment})` : `Since the last meeting (${moment})`
  return zh ? `自${moment}` : `Since ${moment}`
}

function groupOf(changes: readonly TaskChange[], count: number, kind: ChangeKind, { today, several, rest }: { today: Day; several: boolean; rest: ChangesShown['rest'] }, lang: Lang): Section[] {
  if (changes.length === 0) return []
  const zh = lang === 'zh'
  const left = count - changes.length
  return [{
    heading: rich`${names[lang][kind]} ${count}`,
    opensBelow: true,
    rows: [
      ...changes.map((change) => ({ line: rich`${changeLine(change, today, several, lang)}${whyWords(change, today, lang)}`, ...(opened.has(kind) ? { beside: openTask(change.task, lang, several) } : {}) })),
      ...(left > 0 && rest !== undefined ? [{ line: zh ? rich`另有${left}项` : rich`${left} more`, beside: { label: zh ? `全部${count}项` : `All ${count}`, says: zh ? `${names.zh[kind]}，全部${count}项` : `${names.en[kind]}, all ${count}`, run: rest(kind) } }] : []),
    ],
    ...(left > 0 && rest === undefined ? { note: zh ? rich`另有${left}项` : rich`${left} more` } : {}),
  }]
}

const whyWords = (change: TaskChange, today: Day, lang: Lang): Rich => (change.kind === 'gone' ? rich`` : rich`${lang === 'zh' ? '：' : ': '}${whyLine(change.task.why, lang, today)}`)

/** 🟢→🔴, or the light alone where it is as it was. */
const lightsOf = ({ kind, task, from }: TaskChange): string => (kind === 'gone' || from === undefined || from === task.light ? lightMark[kind === 'gone' ? (from ?? 'pending') : task.light] : `${lightMark[from]}→${lightMark[task.light]}`)

/** ▼ 🟢→🔴 p1-17 及时补充紧缺… */
const changeInShort = (change: TaskChange, several: boolean, lang: Lang): Rich => rich`${arrows[change.kind]} ${lightsOf(change)}${contestedMark(change.task, lang)} ${strong(numberWords(change.task, several))} ${cutTo(change.task.title, 10)}`

/** ▼ 🟢→🔴 p1-17 及时补充紧缺学科教师 · 县人社局，时限 6月30日→9月30日 */
function changeLine(change: TaskChange, today: Day, several: boolean, lang: Lang): Rich {
  const zh = lang === 'zh'
  const { kind, task, due } = change
  const unit = task.lead === undefined ? '' : ` · ${task.lead.name}`
  const none = zh ? '未定' : 'none'
  const days = due === undefined ? '' : `${zh ? '，时限' : ', due '}${due.from === undefined ? none : shortDay(due.from, lang, today)}→${due.to === undefined ? none : shortDay(due.to, lang, today)}`
  return rich`${arrows[kind]} ${lightsOf(change)}${contestedMark(task, lang)} ${strong(numberWords(task, several))} ${shortTitle(task)}${unit}${days}`
}

function decidedSection(decided: readonly DecidedOf[], { today, several }: { today: Day; several: boolean }, lang: Lang): Section[] {
  if (decided.length === 0) return []
  return [{ heading: lang === 'zh' ? rich`领导已定 ${decided.length}` : rich`Decided ${decided.length}`, rows: decided.slice(0, decidedRows).map((each) => ({ line: rich`${strong(numberWords(each, several))} ${shortTitle(each)} · ${decidedLine(each, lang, today)}` })) }]
}

/** What fits on the leader's screen, under the moment and how many there are: at most three, a line each (`lines`) or all in one (`inShort`), and a line of meetings (`met`). */
export function changesOnScreen({ tasks, counts, meetings, since, today, several }: ChangesShown, lang: Lang): { heading: Rich; inShort: Rich[]; met: Rich[]; lines: Rich[] } {
  const zh = lang === 'zh'
  const all = changeKinds.reduce((sum, kind) => sum + counts[kind], 0)
  const said = [...(all === 0 ? [] : [zh ? `变化${all}项` : all === 1 ? '1 change' : `${all} changes`]), ...(meetings.length === 0 ? [] : [meetingsCount(meetings.length, lang)])]
  const shown = tasks.slice(0, changesShown)
  const lines = shown.map((change) => changeLine(change, today, several, lang))
  const [only, ...more] = shown
  const inShort = only === undefined ? [] : more.length === 0 ? lines : [shown.map((change) => changeInShort(change, several, lang)).reduce((line, next) => rich`${line}${zh ? '；' : '; '}${next}`)]
  return { heading: rich`${sinceWords(since, today, lang)}${zh ? '：' : ': '}${said.join(zh ? '，' : ', ')}`, inShort, met: meetingsInShort(meetings, today, lang), lines }
}

const meetingsCount = (count: number, lang: Lang): string => (lang === 'zh' ? `会议${count}` : count === 1 ? '1 meeting' : `${count} meetings`)
const changesShown = 3
