// What a document was read as, before anything is written.
import type { Day } from '#src/calendar/day.ts'
import type { DoubtKey } from '#src/ledger/correction.ts'
import type { DraftId } from '#src/ledger/draft.ts'
import type { PlanId, UnitId } from '#src/ledger/ids.ts'
import type { ReadDoubt } from '#src/reader/reading.ts'
import type { Imported } from '#src/ledger/plan.ts'
import type { ImportedTask } from '#src/ledger/task.ts'
import type { Action, Card, Lang, Row, Section } from './card.ts'
import { counted } from './counted.ts'
import { cutTo } from './cut-to.ts'
import { shortDay, yearsWords } from './day-words.ts'
import { checkRow, type CheckStep } from './import-check.ts'
import { ownerless as ownerlessOf } from './import-besides.ts'
import { bodiesSaid, dutiesSaid } from './import-duties.ts'
import { rich, strong, type Rich } from './rich.ts'
import { shortTitle } from './task-line.ts'

export type ImportFacts = {
  /** The plan that the document looks like a later edition of. */
  reissueOf?: { id: PlanId; title: string }
  draft: DraftId
  source: string
  plan: Omit<Imported, 'type'>
  today: Day
  /** How many units the tasks name. */
  units: number
  /** Names the directory does not know yet. */
  newUnits: readonly string[]
  /** Units that would have to answer and have nobody to be asked, those that are new among them: as they are counted once it is written. */
  withoutContact: readonly UnitId[]
  /** Doubts that have no answer yet, in the order in which they are asked; `first` is the first of them with its answers. */
  open: readonly ReadDoubt[]
  first?: CheckStep
  answered: number
  /** The table whose tasks were not read: it keeps 确认 back. */
  unread?: { key: DoubtKey; line: number }
  /** How often the draft was put right. */
  corrections: number
  proposals: number
  /** Items that were left out. */
  dropped: number
  targets: { all: number; ownerless: number }
}

const words = {
  zh: {
    counts: (tasks: number, units: number, doubts: number) => `${tasks}项·${units}单位·${doubts}处存疑`,
    text: (title: string, counts: string) => `《${title}》读出${counts}，点“确认导入”后才写入。`,
    nothing: '现在还没有写入，也没有通知任何人。请核对后点“确认导入”。',
    like: (title: string, counts: string, id: string) => `《${title}》读出${counts}，像是${id}的修订稿：请选“作为修订版”，或作为新方案“确认导入”。`, choose: '现在还没有写入，也没有通知任何人。请先选：作为修订版，还是作为新方案。',
    reallyNew: (id: string) => `像是${id}的修订稿。仍作为新方案导入？联络员会被两个方案分别提醒。`,
    also: (said: readonly string[]) => `另有${said.join('；')}。`, toDuties: '看周期任务', toBodies: '看机构',
    source: (name: string, years?: string) => `来源：${name}；${years ?? '没有读出起止年份'}`,
    tasks: (shown: number, all: number) => (shown < all ? `任务（前${shown}项）` : '任务'),
    newUnits: (count: number) => `名册里没有的单位${count}个，确认后登记：`, noContact: (count: number) => `没有联络员的单位${count}个，导入后可指定：`,
    doubts: (shown: number, all: number) => (shown < all ? `存疑（前${shown}处，共${all}处）` : '存疑'), answered: (count: number) => `已核对${count}处，确认导入时一并写入。`,
    proposals: (count: number) => `任务之外另有${count}句点名要求单位做的事，未列为任务。`, toProposals: '选哪些列为任务',
    targets: (all: number, ownerless: number) => `指标${all}个${ownerlessOf(all, ownerless)}。`, toTargets: '看指标',
    reissue: (title: string, id: string) => `像是《${title}》（${id}）的修订稿。作为修订版，任务编号和已报的进展都保留；作为新方案，就点“确认导入”。`, toAmend: '作为修订版', amends: (title: string) => `作为《${title}》的修订版`,
    contacts: '指定联络员', merge: '合并单位', lead: '改牵头', year: '绑定年份', dropTask: '去掉一项任务', restore: (count: number) => `恢复去掉的${count}项`, check: '逐条核对',
    line: (line: number) => `第${line}行`, andMore: (count: number) => `等${count}个`, and: '、',
    confirm: '确认导入', all: '看全部任务', drop: '放弃', back: '返回预览', really: (answered: number) => `放弃这份导入稿？${answered === 0 ? '' : `已核对的${answered}处也一起删去。`}要再导入，须重新发送。`,
    unread: (line: number) => `第${line}行起的表格里有任务还没有读出来，这份稿子不能确认导入，现在什么也没有写入。请改好文件重新发来。`, answerAgain: '改答',
    stale: '这张卡片是旧的：导入稿后来又改过。下面是现在的样子，请看过再点“确认导入”。',
    noUnit: '单位待定', presumed: '(推定)', unbound: '年份待定', ongoing: '长期', undated: '未写期限',
    past: '（已过期）', passed: (numbers: readonly number[], more: number) => `${numbers.length + more}项时限已过：${numbers.join('、')}${more === 0 ? '' : '等'}。通知联络员后即按逾期催办；日期不对的，请改正后再确认，或导入后用“改时限”。`,
    rest: (left: number) => `另有${left}项未显示。`,
  },
  en: {
    counts: (tasks: number, units: number, doubts: number) => [counted(tasks, 'task'), counted(units, 'unit'), counted(doubts, 'doubt')].join(' · '),
    text: (title: string, counts: string) => `“${title}”: ${counts}. Nothing is written before you confirm.`,
    nothing: 'Nothing is written yet and nobody was told. Check it, then confirm.',
    like: (title: string, counts: string, id: string) => `“${title}”: ${counts}. It looks like a later edition of ${id}: amend that plan by it, or import it as a new one.`, choose: 'Nothing is written yet and nobody was told. First choose: an amendment, or a new plan.',
    reallyNew: (id: string) => `It looks like a later edition of ${id}. Import it as a new plan all the same? Contacts are then reminded of both.`,
    also: (said: readonly string[]) => `Besides: ${said.join('; ')}.`, toDuties: 'Recurring duties', toBodies: 'Bodies',
    source: (name: string, years?: string) => `Source: ${name}; ${years ?? 'no years found'}`,
    tasks: (shown: number, all: number) => (shown < all ? `Tasks (first ${shown})` : 'Tasks'),
    newUnits: (count: number) => `${counted(count, 'unit')} not in the directory, added when you confirm: `, noContact: (count: number) => `${counted(count, 'unit')} without a contact: `,
    doubts: (shown: number, all: number) => (shown < all ? `Doubts (first ${shown} of ${all})` : 'Doubts'), answered: (count: number) => `${count} settled; written when you confirm.`,
    proposals: (count: number) => `${counted(count, 'sentence')} outside the tasks ${count === 1 ? 'asks' : 'ask'} something of a unit and ${count === 1 ? 'is no task' : 'are no tasks'} yet.`, toProposals: 'Choose tasks among them',
    targets: (all: number, ownerless: number) => `${counted(all, 'target')}${ownerless > 0 ? `, ${ownerless} of them with nobody who answers` : ''}.`, toTargets: 'See the targets',
    reissue: (title: string, id: string) => `This looks like a later edition of “${title}” (${id}). As its amendment, numbers and reports are kept; as a new plan, press Import.`, toAmend: 'As its amendment', amends: (title: string) => `As an amendment of “${title}”`,
    contacts: 'Name contacts', merge: 'Merge two units', lead: 'Change a lead', year: 'Set the blank years', dropTask: 'Leave out a task', restore: (count: number) => `Restore ${count} left out`, check: 'Settle the doubts',
    line: (line: number) => `line ${line}`, andMore: (count: number) => ` and others, ${count} in all`, and: ', ',
    confirm: 'Import', all: 'All tasks', drop: 'Drop it', back: 'Back', really: (answered: number) => `Drop this draft${answered === 0 ? '' : ` and ${counted(answered, 'answer')}`}? To import it later, send it again.`,
    unread: (line: number) => `The table at line ${line} lists tasks that were not read: this draft cannot be confirmed, and nothing is written. Put the document right and send it again.`, answerAgain: 'Answer again',
    stale: 'That card was old: the draft was changed since. This is how it stands; look at it, then confirm.',
    noUnit: 'no unit', presumed: ' (presumed)', unbound: 'year not known', ongoing: 'ongoing', undated: 'no date',
    past: ' (past)', passed: (numbers: readonly number[], more: number) => `The date of ${counted(numbers.length + more, 'task')} has passed (${numbers.join(', ')}${more === 0 ? '' : ', …'}): once handed out they are chased as overdue. Put a wrong date right first, or after the import with “set-due”.`,
    rest: (left: number) => `${left} more not shown.`,
  },
} satisfies Record<Lang, unknown>

const tasksShown = 5
const doubtsShown = 3
const namesShown = 8

/** What the secretary pressed was drawn before the draft was last put right. */
export const staleDraft = (lang: Lang): string => `⚠️ ${words[lang].stale}`

/** @param said what was just done, in a sentence: the receipt of an answer or a correction */
export function importPreview(facts: ImportFacts, lang: Lang, said?: string): Card {
  const w = words[lang]
  const { draft, plan, units, newUnits, withoutContact, source, open } = facts
  const counts = w.counts(plan.tasks.length, units, open.length)
  const text = textOf(facts, lang)
  return {
    text: said === undefined ? text : `${said} ${text}`,
    title: plan.title,
    lines: [...(said === undefined ? [] : [rich`${said}`]), rich`${strong(counts)}`, ...(facts.unread === undefined ? [rich`${facts.reissueOf === undefined ? w.nothing : w.choose}`] : [])],
    sections: [
      ...unreadSection(facts, lang),
      ...reissueSection(facts, lang),
      ...doubtsSection(facts, lang),
      { heading: rich`${w.tasks(Math.min(tasksShown, plan.tasks.length), plan.tasks.length)}`, rows: taskRows(facts, lang).slice(0, tasksShown) },
      ...passedSection(facts, lang),
      ...besides(facts, lang),
      ...namesSection(w.newUnits(newUnits.length), newUnits, lang),
      ...namesSection(w.noContact(withoutContact.length), withoutContact, lang),
    ],
    actions: [
      ...confirmation(facts, lang),
      ...(open.length === 0 ? [] : [{ label: w.check, run: { command: 'check', args: { draft } } }]),
      { label: w.all, run: { command: 'import', args: { draft, then: 'tasks' } } },
      { label: w.drop, run: { command: 'import', args: { draft, then: 'drop' } }, style: 'danger', confirm: w.really(facts.answered) },
    ],
    more: corrections(facts, lang),
    footer: rich`${w.source(source, plan.period === undefined ? undefined : yearsWords(plan.period, lang))}`,
  }
}

function textOf({ plan, units, open, reissueOf, unread }: ImportFacts, lang: Lang): string {
  const w = words[lang]
  if (unread !== undefined) return w.unread(unread.line)
  const counts = w.counts(plan.tasks.length, units, open.length)
  return reissueOf === undefined ? w.text(plan.title, counts) : w.like(plan.title, counts, reissueOf.id)
}

/** Each opens a form, but for the last. */
function corrections({ draft, dropped }: ImportFacts, lang: Lang): Action[] {
  const w = words[lang]
  const by = (label: string, act: string): Action => ({ label, run: { command: 'correct', args: { draft, act } } })
  return [by(w.merge, 'merge'), by(w.lead, 'lead'), by(w.year, 'year'), by(w.contacts, 'contact'), by(w.dropTask, 'drop'), ...(dropped === 0 ? [] : [by(w.restore(dropped), 'restore')])]
}

/** Every task as it was read, before anything is written. */
export function allTasks(facts: ImportFacts, lang: Lang): Card {
  const w = words[lang]
  const { draft, plan } = facts
  return {
    text: textOf(facts, lang),
    title: plan.title,
    sections: [{ rows: taskRows(facts, lang) }],
    rest: { line: (left) => rich`${w.rest(left)}` },
    actions: [...confirmation(facts, lang), { label: w.back, run: { command: 'import', args: { draft } } }],
  }
}

/** With how far the draft was put right when it was shown: nobody confirms what they have not seen. */
function confirmation({ draft, corrections, reissueOf, unread }: ImportFacts, lang: Lang): Action[] {
  if (unread !== undefined) return []
  // A second plan of the same tasks is seldom meant, and reminds everybody twice.
  const how: Pick<Action, 'style' | 'confirm'> = reissueOf === undefined ? { style: 'primary' } : { confirm: words[lang].reallyNew(reissueOf.id) }
  return [{ label: words[lang].confirm, run: { command: 'import', args: { draft, confirm: true, seen: corrections } }, ...how }]
}

/** Why it cannot be confirmed, and the way out where the answer was a slip. */
function unreadSection({ draft, unread }: ImportFacts, lang: Lang): Section[] {
  if (unread === undefined) return []
  const w = words[lang]
  return [{ rows: [{ line: rich`⚠️ ${w.unread(unread.line)}`, beside: { label: w.answerAgain, run: { command: 'check', args: { draft, doubt: unread.key, ask: true } } } }] }]
}

const taskRows = ({ plan, today }: ImportFacts, lang: Lang): Row[] => plan.tasks.map((task) => ({ line: taskRead(task, today, lang) }))

function taskRead(task: ImportedTask, today: Day, lang: Lang): Rich {
  const w = words[lang]
  const lead = task.units.find(({ part }) => part === 'lead') ?? task.units[0]
  const unit = lead === undefined ? w.noUnit : `${lead.unit}${lead.inferred === 'lead' ? w.presumed : ''}`
  const due = task.due.kind === 'dated' ? `${shortDay(task.due.day, lang, today)}${task.due.day < today ? w.past : ''}` : w[task.due.kind]
  return rich`${strong(task.no)} ${shortTitle(task)} · ${unit} · ${due}`
}

/** Those whose date has passed are overdue from the first day. */
function passedSection({ plan, today }: ImportFacts, lang: Lang): Section[] {
  const past = plan.tasks.filter(({ due }) => due.kind === 'dated' && due.day < today).map(({ no }) => no)
  return past.length === 0 ? [] : [{ rows: [{ line: rich`⚠️ ${words[lang].passed(past.slice(0, namesShown), Math.max(0, past.length - namesShown))}` }] }]
}

function namesSection(heading: string, names: readonly string[], lang: Lang): Section[] {
  const w = words[lang]
  if (names.length === 0) return []
  const shown = names.slice(0, namesShown).join(w.and)
  return [{ rows: [{ line: rich`${heading}${shown}${names.length > namesShown ? w.andMore(names.length) : ''}` }] }]
}

/** Amended, a plan keeps its numbers and what was reported; imported anew, it is another plan. */
function reissueSection({ reissueOf, draft, unread }: ImportFacts, lang: Lang): Section[] {
  if (reissueOf === undefined || unread !== undefined) return []
  const w = words[lang]
  return [{ rows: [{ line: rich`🔁 ${w.reissue(cutTo(reissueOf.title, 40), reissueOf.id)}`, beside: { label: w.toAmend, says: cutTo(w.amends(reissueOf.title), 70), run: { command: 'amend', args: { plan: reissueOf.id, draft } }, style: 'primary' } }] }]
}

/** The first question can be answered at once; the answer leads to the next. */
function doubtsSection({ open, first, answered }: ImportFacts, lang: Lang): Section[] {
  const w = words[lang]
  const note = answered === 0 ? {} : { note: rich`✅ ${w.answered(answered)}` }
  if (first === undefined) return answered === 0 ? [] : [{ rows: [{ line: rich`✅ ${w.answered(answered)}` }] }]
  const others = open.slice(1, doubtsShown).map(({ line, question }): Row => ({ line: rich`${w.line(line)} · ${cutTo(question, 100)}` }))
  return [{ heading: rich`${w.doubts(Math.min(open.length, doubtsShown), open.length)}`, rows: [checkRow(first, lang), ...others], ...note }]
}

function besides({ draft, plan, proposals, targets }: ImportFacts, lang: Lang): Section[] {
  const w = words[lang]
  const repeated = [...(plan.obligations.length === 0 ? [] : [dutiesSaid(plan, lang)]), ...(plan.bodies.length === 0 ? [] : [bodiesSaid(plan, lang)])]
  const rows: Row[] = [
    ...(repeated.length === 0 ? [] : [{ line: rich`${w.also(repeated)}`, beside: { label: plan.obligations.length === 0 ? w.toBodies : w.toDuties, run: { command: 'import', args: { draft, then: 'duties' } } } }]),
    ...(proposals === 0 ? [] : [{ line: rich`${w.proposals(proposals)}`, beside: { label: w.toProposals, run: { command: 'proposals', args: { draft } } } }]),
    ...(targets.all === 0 ? [] : [{ line: rich`${w.targets(targets.all, targets.ownerless)}`, beside: { label: w.toTargets, run: { command: 'targets', args: { draft } } } }]),
  ]
  return rows.length === 0 ? [] : [{ rows }]
}
