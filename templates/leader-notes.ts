// 报领导: what is long overdue, as it is drafted for the leader in charge; the secretary reads it, changes it, sends it or leaves it.
import type { Day, Instant } from '#src/calendar/day.ts'
import { unitName, type Directory } from '#src/directory/directory.ts'
import type { Person } from '#src/directory/person.ts'
import type { PersonId, PlanId, TaskNo } from '#src/ledger/ids.ts'
import { leaderNotesWaiting, leaderNoteWaits } from '#src/queries/leader-notes.ts'
import { saidSince, type SaidSince } from '#src/queries/said-since.ts'
import type { View } from '#src/queries/view.ts'
import type { Notice } from '#src/reminders/notice.ts'
import type { Action, Card, Form, Lang, Row, Run } from './card.ts'
import { counted } from './counted.ts'
import { cutTo } from './cut-to.ts'
import { shortDay } from './day-words.ts'
import { quoted } from './quoted.ts'
import { plain, rich, strong } from './rich.ts'
import { saidSinceWords } from './said-since-words.ts'
import { saysOf } from './says-of.ts'
import { ways } from './ways.ts'

type Named = { plan: PlanId; number: TaskNo; title: string }
export type LeaderNoteDraft = { task: Named; unit: string; due: Day; workingDaysOver: number; section: string; inCharge: readonly Pick<Person, 'id' | 'name'>[]; /** What the unit said since the date. */ said: readonly SaidSince[]; words: string }
export type LeaderNoteDone = { task: Named; to: string; on: Day; by: string; words: string }

const words = {
  zh: {
    draft: (task: string, unit: string, due: string, over: number, said: string) => `${task}由${unit}牵头，应于${due}完成，已逾期${over}个工作日。${said}请您关注。`,
    head: (count: number) => `待报分管领导：${count}项`, none: '没有待报分管领导的事项。', line: (task: string, unit: string, over: number) => `${task} · ${unit} · 逾期${over}个工作日`,
    to: (names: string) => `拟报${names}`, toWhom: (section: string) => `“${section}”没有登记分管领导，报给谁由您定`, send: '发给领导', sure: (name: string) => `现在发给${name}？`, edit: '改后发', choose: '选领导', drop: '不报',
    title: '报分管领导', leader: '报给', text: '发出的话', submit: '发出', dropTitle: '不报领导', reason: '不报的原因', reasonHint: '记入台账，一句话即可', keep: '确认不报', sent: (name: string, task: string) => `已记录，将发给${name}：${task}`, dropped: (task: string) => `已记录，不报领导：${task}`,
    byItself: '按提醒设置自动报', toldByItself: (said: string) => `按方案的提醒设置报您：${said}`, done: '已报', doneLine: (day: string, task: string, to: string, by: string) => `${day} ${task} → ${to}（${by}发出）`, whom: '请选报给哪位领导。', why: '请写明原因，一句话即可。', whatSaid: '请写发给领导的话。',
    waits: (count: number, first: string) => `待报分管领导${count}项：${first}`, look: '去看', settled: '报领导 · 都已处理', told: (by: string, said: string) => `${by}报您：${said}`, see: '查看', note: '不会自动发给领导；发出的话以您看到的为准。', stands: '现在', gone: '已不需要关注', quote: (said: string) => `「${said}」`, instruct: '批示', noted: '知道了', answered: { noted: '您已阅', instruction: '您已批示' },
  },
  en: {
    draft: (task: string, unit: string, due: string, over: number, said: string) => `${task}, led by ${unit}, was due ${due} and is ${counted(over, 'working day')} overdue. ${said}For your attention.`,
    head: (count: number) => `To tell the leader in charge: ${count}`, none: 'Nothing waits to be told to a leader.', line: (task: string, unit: string, over: number) => `${task} · ${unit} · ${counted(over, 'working day')} overdue`,
    to: (names: string) => `for ${names}`, toWhom: (section: string) => `Nobody is in charge of “${section}”: whom to tell is yours to say`, send: 'Send', sure: (name: string) => `Send it to ${name} now?`, edit: 'Edit, then send', choose: 'Choose a leader', drop: 'Do not tell',
    title: 'Tell the leader', leader: 'To', text: 'As it will read', submit: 'Send', dropTitle: 'Not told to a leader', reason: 'Why not', reasonHint: 'Kept on the ledger; a sentence will do', keep: 'Do not tell', sent: (name: string, task: string) => `Recorded; it goes to ${name}: ${task}`, dropped: (task: string) => `Recorded; no leader is told: ${task}`,
    byItself: 'Told by itself, as the plan is set', toldByItself: (said: string) => `Told to you as the plan is set: ${said}`, done: 'Told', doneLine: (day: string, task: string, to: string, by: string) => `${day} ${task} → ${to} (sent by ${by})`, whom: 'Choose the leader.', why: 'Say why; a sentence will do.', whatSaid: 'Write what the leader is to read.',
    waits: (count: number, first: string) => `To tell the leader in charge, ${count}: ${first}`, look: 'Look', settled: 'Leaders · all dealt with', told: (by: string, said: string) => `${by} tells you: ${said}`, see: 'Open', note: 'Nothing goes to a leader by itself; what is sent is what you read here.', stands: 'now', gone: 'nothing to attend to any more', quote: (said: string) => `“${said}”`, instruct: 'Instruct', noted: 'Noted', answered: { noted: 'you noted it', instruction: 'you gave an instruction' },
  },
} satisfies Record<Lang, unknown>

const nameOf = ({ number, title }: Named): string => `${number} ${cutTo(title, 30)}`

/** The words before the secretary changes them. */
export function leaderNoteWords({ task, unit, due, workingDaysOver, said }: Omit<LeaderNoteDraft, 'words' | 'inCharge' | 'section'>, directory: Directory, today: Day, lang: Lang): string {
  return words[lang].draft(quoted(nameOf(task)), unit, shortDay(due, lang, today), workingDaysOver, saidSinceWords(said, unit, directory, today, lang))
}

/** Sent as it is drafted only where one leader is in charge. */
function draftRow({ task, unit, workingDaysOver, section, inCharge, words: said }: LeaderNoteDraft, lang: Lang): Row {
  const w = words[lang]
  const [leader, ...others] = inCharge
  const whom = leader === undefined ? w.toWhom(cutTo(section, 30)) : w.to(inCharge.map(({ name }) => name).join(lang === 'zh' ? '、' : ', '))
  const of = (label: string): string => saysOf(label, nameOf(task), lang)
  const send: Action[] = leader === undefined || others.length > 0 ? [] : [{ label: w.send, says: of(w.send), run: ways.sendLeaderNote(task), style: 'primary', confirm: w.sure(leader.name) }]
  const edit = leader === undefined ? w.choose : w.edit
  return {
    line: rich`${strong(w.line(nameOf(task), unit, workingDaysOver))}\n${whom}\n${w.quote(said)}`,
    actions: [...send, { label: edit, says: of(edit), run: ways.editLeaderNote(task) }, { label: w.drop, says: of(w.drop), run: ways.dropLeaderNote(task) }],
  }
}

const shown = { waiting: 8, done: 5 }

/** `byItself`: what the plan's setting sends, and to whom. */
type Listed = { waiting: readonly LeaderNoteDraft[]; byItself: readonly (LeaderNoteDraft & { to: string })[]; done: readonly LeaderNoteDone[] }

export function leaderNotesCard({ waiting, byItself, done }: Listed, today: Day, lang: Lang): Card {
  const w = words[lang]
  const head = waiting.length === 0 ? w.none : w.head(waiting.length)
  return {
    text: head, lines: [rich`${strong(head)}`],
    sections: [
      ...(waiting.length === 0 ? [] : [{ rows: waiting.slice(0, shown.waiting).map((draft) => draftRow(draft, lang)), note: rich`${w.note}` }]),
      ...(byItself.length === 0 ? [] : [{ heading: rich`${w.byItself}`, rows: byItself.slice(0, shown.done).map(({ task, unit, workingDaysOver, to }) => ({ line: rich`${w.line(nameOf(task), unit, workingDaysOver)} → ${to}` })) }]),
      ...(done.length === 0 ? [] : [{ heading: rich`${w.done}`, rows: done.slice(0, shown.done).map(({ task, to, on, by, words: said }) => ({ line: rich`${w.doneLine(shortDay(on, lang, today), nameOf(task), to, by)}\n${w.quote(cutTo(said, 120))}` })) }]),
    ],
  }
}

export function leaderNoteForm(draft: LeaderNoteDraft, leaders: readonly Pick<Person, 'id' | 'name' | 'fields'>[], run: Run, lang: Lang): Form {
  const w = words[lang]
  const [inCharge] = draft.inCharge
  return {
    title: w.title, submit: w.submit, run: { ...run, args: { ...run.args, form: true } }, intro: [rich`${strong(w.line(nameOf(draft.task), draft.unit, draft.workingDaysOver))}`, ...(inCharge === undefined ? [rich`${w.toWhom(cutTo(draft.section, 30))}`] : [])],
    fields: [
      { name: 'to', label: w.leader, kind: 'choice', as: 'select', choices: leaders.map(({ id, name, fields }) => ({ value: id, label: fields.length === 0 ? name : cutTo(`${name}（${fields.join('、')}）`, 70) })), ...(inCharge === undefined ? {} : { now: inCharge.id }) },
      { name: 'words', label: w.text, kind: 'line', maxLength: 500, now: draft.words },
    ],
  }
}

export function leaderDropForm(draft: LeaderNoteDraft, run: Run, lang: Lang): Form {
  const w = words[lang]
  return {
    title: w.dropTitle, submit: w.keep, run: { ...run, args: { ...run.args, form: true } }, intro: [rich`${strong(w.line(nameOf(draft.task), draft.unit, draft.workingDaysOver))}`],
    fields: [{ name: 'reason', label: w.reason, hint: w.reasonHint, kind: 'line', maxLength: 500 }],
  }
}

export const leaderNoteMissing = (field: 'to' | 'words' | 'reason', lang: Lang): Record<string, string> => ({ [field]: { to: words[lang].whom, words: words[lang].whatSaid, reason: words[lang].why }[field] })

export function leaderNoteRecorded(what: { task: Named; to?: string; words?: string }, left: number, lang: Lang): Card {
  const w = words[lang]
  const line = what.to === undefined ? w.dropped(nameOf(what.task)) : w.sent(what.to, nameOf(what.task))
  return { text: line, lines: [rich`✅ ${line}`, ...(what.words === undefined ? [] : [rich`${w.quote(what.words)}`])], actions: left === 0 ? [] : [{ label: w.head(left), run: ways.leaderNotes() }] }
}

type Drawn = { say: string; row: Row; isSettled: boolean }
type Drawing = { view: View; directory: Directory; lang: Lang }

/** To a secretary: all that wait, in one line. */
export function leaderNotesWaitLine(notices: readonly Notice[], drawingOf: (plan: PlanId) => Drawing): Drawn {
  const drawings = [...new Set(notices.map(({ plan }) => plan))].map(drawingOf)
  const waiting = drawings.flatMap(({ view, lang }) => leaderNotesWaiting(view).map(({ task, unit, workingDaysOver }) => words[lang].line(`${task} ${cutTo(view.plan.tasks.get(task)?.title ?? '', 22)}`, unitName(view.directory, unit), workingDaysOver)))
  const lang = drawings[0]?.lang ?? 'zh'
  const w = words[lang]
  const [first] = waiting
  if (first === undefined) return { say: w.settled, row: { line: rich`✅ ${w.settled}` }, isSettled: true }
  const say = w.waits(waiting.length, first)
  return { say, row: { line: rich`${say}`, beside: { label: w.look, says: w.head(waiting.length), run: ways.leaderNotes() } }, isSettled: false }
}

/** To the leader: what the secretary wrote, as it was written. */
export function leaderToldLine({ plan, task, at }: { plan: PlanId; task: TaskNo; at: Instant }, { view, directory, lang }: Drawing): Drawn {
  const w = words[lang]
  const note = view.plan.tasks.get(task)?.course?.leaderNotes?.find((each) => each.at === at)
  if (note === undefined || !('to' in note)) return { say: w.gone, row: { line: rich`✅ ${w.gone}` }, isSettled: true }
  const by = note.by === 'system' ? '' : nameIn(directory, note.by)
  const line = rich`${w.told(by, note.words)}`
  const see = { label: w.see, says: `${w.see} ${task}`, run: ways.task({ plan, number: task }) }
  if (note.answered !== undefined) return { say: plain(line), row: { line: rich`✅ ${line} · ${w.answered[note.answered.how]}`, actions: [see] }, isSettled: true }
  const of = { plan, number: task }
  return { say: plain(line), row: { line, actions: [{ label: w.instruct, says: `${w.instruct} ${task}`, run: ways.instruct(of, `n:${note.due}`) }, { label: w.noted, says: `${w.noted} ${task}`, run: ways.answerLeaderNote(of, note.due) }, see] }, isSettled: false }
}

/** To the leader, where the plan's setting sends it: as it stands when it is read. */
export function leaderByItselfLine({ plan, task, due }: { plan: PlanId; task: TaskNo; due: Day }, { view, directory, lang }: Drawing): Drawn {
  const w = words[lang]
  const known = view.plan.tasks.get(task)
  const waits = known === undefined ? undefined : leaderNoteWaits(view, known)
  if (known === undefined || waits?.due !== due) return { say: w.gone, row: { line: rich`✅ ${w.gone}` }, isSettled: true }
  const line = rich`${w.toldByItself(leaderNoteWords({ task: { plan, number: task, title: known.title }, unit: unitName(directory, waits.unit), due, workingDaysOver: waits.workingDaysOver, said: saidSince(view, waits) }, directory, view.today, lang))}`
  return { say: plain(line), row: { line, actions: [{ label: w.see, says: `${w.see} ${task}`, run: ways.task({ plan, number: task }) }] }, isSettled: false }
}

const nameIn = ({ people }: Directory, id: PersonId): string => people.get(id)?.name ?? id

export function leaderNoteRead({ number, title }: Pick<Named, 'number' | 'title'>, lang: Lang): Card {
  const text = lang === 'zh' ? `已阅：${number} ${cutTo(title, 30)}` : `Noted: ${number} ${cutTo(title, 30)}`
  return { text: `✅ ${text}`, lines: [rich`✅ ${text}`] }
}
