// 纪要: what a sitting decided, noted and who was there, as it will be issued; and once it is, what everybody reads.
import type { Day } from '#src/calendar/day.ts'
import { chairIn, isExcused, type Attendance } from '#src/meetings/attendance.ts'
import { decidedIn, notedIn, type SittingItem } from '#src/meetings/decided-at.ts'
import { chairAction, noChairLine } from './attendance.ts'
import type { Action, Card, Lang, Row, Run, Section } from './card.ts'
import { counted } from './counted.ts'
import { shortDay } from './day-words.ts'
import { forwardAction } from './forward.ts'
import { sittingName, type NamedSitting } from './meeting-names.ts'
import { meetingWhere } from './meeting-when.ts'
import { deputyWords } from './paper-words.ts'
import { rich, strong } from './rich.ts'
import { leftAction, leftWords, resolvedRow, type DecisionsLeft } from './resolved.ts'

/** `drafts`: the draft is whoever looks's to see. `asksChair`: it is ours to say who held it. */
export type MinutesShown = NamedSitting & Attendance & { items: readonly SittingItem[]; asksChair: boolean; agenda: readonly string[]; today: Day; said?: string; drafts: boolean; mayIssue: boolean; left?: DecisionsLeft; /** The day of one before it of which nobody has said whether it was held. */ unsettled?: Day }

const itemsAtMost = 10
/** A single one more takes no more room than the line that says so. */
const shownOf = (count: number): number => (count <= itemsAtMost + 1 ? count : itemsAtMost)

const words = {
  zh: {
    draft: (name: string, what: string) => `纪要（未印发）：${name}，${what}`, issued: (name: string, what: string) => `纪要：${name}，${what}`, count: (decided: number, noted: number) => `议定${decided}项${noted === 0 ? '' : `，会议意见${noted}条`}`, notes: '会议意见', sent: (names: string) => `代会：${names}`, on: (day: string) => `${day}印发`, waits: '纪要还没有印发，印发后成员会收到。', chair: (name: string) => `主持：${name}`, agenda: '议题', decided: '议定事项', none: '没有议定事项。',
    there: (count: number, of: number) => `到会${count}/${of}`, excused: (names: string) => `请假：${names}`, away: (names: string) => `缺席：${names}`, besides: (names: string) => `列席：${names}`, notYet: '还没有登记签到。', instead: (name: string, who: string) => `${name}（${deputyWords(who)}）`, and: '、', more: (left: number) => `另有${left}项`,
    unsettled: (day: string) => `${day}的会还没有登记开没开，次序按它开了算；没开的，请先登记再印发。`, file: '下载 Word', issue: '印发', confirm: '印发后不能再增减，成员会收到一条。', blankChair: '没有登记谁主持，纪要里会空着。', decide: '议定', attend: '签到', hint: '先登记签到、补齐议定事项，再印发。',
    done: (name: string, what: string) => `已印发：${name}纪要，${what}`, told: '成员会在每日提醒里收到一条；议定事项的单位已分别收到。',
  },
  en: {
    draft: (name: string, what: string) => `Draft minutes: ${name}, ${what}`, issued: (name: string, what: string) => `Minutes: ${name}, ${what}`, count: (decided: number, noted: number) => `${counted(decided, 'decision')}${noted === 0 ? '' : `, ${counted(noted, 'note')}`}`, notes: 'Notes', sent: (names: string) => `Sent somebody instead: ${names}`, on: (day: string) => `issued ${day}`, waits: 'The minutes have not been issued yet; members will be told once they are.', chair: (name: string) => `Chair: ${name}`, agenda: 'Agenda', decided: 'Decided', none: 'Nothing was decided.',
    there: (count: number, of: number) => `Present: ${count} of ${of}`, excused: (names: string) => `Excused: ${names}`, away: (names: string) => `Absent: ${names}`, besides: (names: string) => `Also attending: ${names}`, notYet: 'Attendance has not been recorded yet.', instead: (name: string, who: string) => `${name} (${who} instead)`, and: ', ', more: (left: number) => `${left} more`,
    unsettled: (day: string) => `Nobody has said whether the meeting of ${day} was held; the number counts it. If it was not, record that before you issue these.`, file: 'Word file', issue: 'Issue', confirm: 'Nothing can be changed after that, and each member is told.', blankChair: 'Who was in the chair is not on record and stays a blank. ', decide: 'Decide', attend: 'Attendance', hint: 'Record attendance and decisions first, then issue.',
    done: (name: string, what: string) => `Issued: minutes of ${name}, ${what}`, told: 'Each member is told in the daily message; the units responsible for the decisions have been told already.',
  },
} satisfies Record<Lang, unknown>

export const issuedWords = (of: NamedSitting, items: readonly SittingItem[], lang: Lang): string => words[lang].done(sittingName(of, lang), countWords(items, lang))

const countWords = (items: readonly SittingItem[], lang: Lang): string => words[lang].count(decidedIn(items).length, notedIn(items).length)

export function minutesCard(shown: MinutesShown, lang: Lang): Card {
  const w = words[lang]
  const { plan, meeting, items, agenda, today, said, asksChair, drafts, mayIssue, left, unsettled } = shown
  const chair = chairIn(shown)?.seat.name
  const isChairOpen = mayIssue && asksChair && chair === undefined
  const isIssued = meeting.minutes !== undefined
  const isOpen = isIssued || drafts
  const name = sittingName(shown, lang)
  const head = (isIssued ? w.issued : w.draft)(name, isOpen ? countWords(items, lang) : w.count(decidedIn(items).length, 0))
  const run = (command: string, args: Run['args'] = {}): Run => ({ command, args: { plan, meeting: meeting.id, ...args } })
  const rowsOf = (some: readonly SittingItem[]): Row[] => some.map((item) => resolvedRow(item, drafts && !isIssued, lang, today))
  const rows = rowsOf(isOpen ? items.filter(({ kind }) => kind !== 'noted') : decidedIn(items))
  const notes = rowsOf(isOpen ? notedIn(items) : [])
  const sections: Section[] = [
    ...(rows.length === 0 ? [] : [{ heading: rich`${w.decided}`, rows }]), ...(notes.length === 0 ? [] : [{ heading: rich`${w.notes}`, rows: notes }]),
    ...(isOpen && agenda.length > 0 ? [{ heading: rich`${w.agenda}`, rows: [...agenda.slice(0, shownOf(agenda.length)).map((title, at) => ({ line: rich`${at + 1}. ${title}` })), ...(agenda.length > shownOf(agenda.length) ? [{ line: rich`${w.more(agenda.length - itemsAtMost)}` }] : [])] }] : []),
  ]
  return {
    text: head,
    lines: [
      rich`${strong(head)}`, ...(said === undefined ? [] : [rich`✅ ${said}`, rich`${w.told}`]),
      rich`${meetingWhere(meeting, lang, today)}${chair === undefined ? '' : ` · ${w.chair(chair)}`}${meeting.minutes === undefined ? '' : ` · ${w.on(shortDay(meeting.minutes.on, lang, today))}`}`,
      ...(isOpen ? attendanceLines(shown, lang).map((line) => rich`${line}`) : [rich`${w.waits}`]), ...(rows.length === 0 ? [rich`${w.none}`] : []), ...(left === undefined ? [] : [rich`⚠️ ${leftWords(left, lang)}`]), ...(isChairOpen ? [noChairLine(lang)] : []), ...(mayIssue && unsettled !== undefined ? [rich`⚠️ ${w.unsettled(shortDay(unsettled, lang, today))}`] : []),
    ],
    ...(sections.length === 0 ? {} : { sections }),
    actions: [...(left === undefined ? [] : [leftAction(left, lang)]), ...(mayIssue ? [...chairAction(shown, lang), issueAction(run('minutes', { issue: true }), { left, isChairOpen }, lang)] : []), ...(isOpen ? [{ label: w.file, run: run('minutes', { file: true }) }] : []), ...(mayIssue ? [{ label: w.decide, run: run('resolve') }, { label: w.attend, run: run('attendance') }] : [])],
    more: [forwardAction(run('minutes'), lang)],
    ...(mayIssue && !shown.isRecorded ? { footer: rich`${w.hint}` } : {}),
  }
}

/** What is not on record is said before, and stops nobody. */
function issueAction(run: Run, { left, isChairOpen }: { left: DecisionsLeft | undefined; isChairOpen: boolean }, lang: Lang): Action {
  const w = words[lang]
  // What is lacking is next.
  return { label: w.issue, run, ...(isChairOpen ? {} : { style: 'primary' as const }), confirm: `${left === undefined ? '' : `${leftWords(left, lang, 40)}${lang === 'zh' ? '。' : '. '}`}${isChairOpen ? w.blankChair : ''}${w.confirm}` }
}

function attendanceLines({ seats, besides, isRecorded }: Attendance, lang: Lang): string[] {
  const w = words[lang]
  if (!isRecorded) return [w.notYet]
  const there = seats.filter(({ isThere }) => isThere)
  // Whoever sent somebody was there by them: counted once.
  const sent = there.flatMap(({ seat: { name, answer } }) => (answer?.coming === false && answer.instead !== undefined ? [w.instead(name, answer.instead)] : []))
  const excused = seats.filter((each) => !each.isThere && isExcused(each)).map(({ seat }) => seat.name)
  const away = seats.filter((each) => !each.isThere && !isExcused(each)).map(({ seat }) => seat.name)
  const lines: [string, readonly string[]][] = [[w.sent(sent.join(w.and)), sent], [w.excused(excused.join(w.and)), excused], [w.away(away.join(w.and)), away], [w.besides(besides.join(w.and)), besides]]
  return [w.there(there.length, seats.length), ...lines.flatMap(([line, names]) => (names.length === 0 ? [] : [line]))]
}
