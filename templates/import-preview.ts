// What a document was read as, before anything is written.
import type { Day } from '#src/calendar/day.ts'
import type { DraftId } from '#src/ledger/draft.ts'
import type { PlanId, UnitId } from '#src/ledger/ids.ts'
import type { ReadDoubt } from '#src/reader/reading.ts'
import type { Imported } from '#src/ledger/plan.ts'
import type { ImportedTask } from '#src/ledger/task.ts'
import type { Action, Card, Lang, Row, Section } from './card.ts'
import { cutTo } from './cut-to.ts'
import { shortDay } from './day-words.ts'
import { checkRow, type CheckStep } from './import-check.ts'
import { ownerless as ownerlessOf } from './import-besides.ts'
import { plain, rich, strong, type Rich } from './rich.ts'
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
  /** Known units that nobody is registered for. */
  withoutContact: readonly UnitId[]
  /** Doubts that have no answer yet, in the order in which they are asked; `first` is the first of them with its answers. */
  open: readonly ReadDoubt[]
  first?: CheckStep
  answered: number
  proposals: number
  /** Items that were left out. */
  dropped: number
  targets: { all: number; ownerless: number }
}

/** The name of what was pasted, where a file would have its own. */
export const pastedName: Record<Lang, string> = { zh: '粘贴的文字', en: 'pasted text' }

const words = {
  zh: {
    counts: (tasks: number, units: number, doubts: number) => `${tasks}项·${units}单位·${doubts}处存疑`,
    text: (title: string, counts: string) => `《${title}》读出${counts}，点“确认导入”后才写入。`,
    nothing: '现在还没有写入，也没有通知任何人。请核对后点“确认导入”。',
    also: (duties: number, bodies: number) => `另有周期任务${duties}项、要开会的机构${bodies}个。`,
    source: (name: string, from?: number, to?: number) => `来源：${name}${from === undefined ? '；没有读出起止年份' : `；${from}—${to ?? from}年`}`,
    tasks: (shown: number, all: number) => (shown < all ? `任务（前${shown}项）` : '任务'),
    newUnits: (count: number) => `名册里没有的单位${count}个，确认后登记：`, noContact: (count: number) => `没有联络员的单位${count}个，导入后可指定：`,
    doubts: (shown: number, all: number) => (shown < all ? `存疑（前${shown}处，共${all}处）` : '存疑'), answered: (count: number) => `已核对${count}处，确认导入时一并写入。`,
    proposals: (count: number) => `任务之外另有${count}句点名要求单位做的事，未列为任务。`, toProposals: '选哪些列为任务',
    targets: (all: number, ownerless: number) => `指标${all}个${ownerlessOf(all, ownerless)}。`, toTargets: '看指标',
    reissue: (title: string, id: string) => `像是《${title}》（${id}）的修订稿。作为修订版，任务编号和已报的进展都保留；作为新方案，就点“确认导入”。`, toAmend: '作为修订版', amends: (title: string) => `作为《${title}》的修订版`,
    contacts: '指定联络员', merge: '合并单位', lead: '改牵头', year: '绑定年份', dropTask: '去掉一项任务', restore: (count: number) => `恢复去掉的${count}项`, check: '逐条核对',
    line: (line: number) => `第${line}行`, andMore: (count: number) => `等${count}个`, and: '、',
    confirm: '确认导入', all: '看全部任务', drop: '放弃', back: '返回预览',
    dropped: (name: string) => `已放弃“${name}”，什么都没有写入。`,
    noUnit: '单位待定', presumed: '(推定)', unbound: '年份待定', ongoing: '长期', undated: '未写期限',
    several: (count: number) => `这份文件里有${count}个方案，一次导入一个，请选择。`, tasksOf: (count: number, line: number) => `${count}项（第${line}行起）`, choose: '导入这个', chooseMarked: (mark: string) => `导入${mark}`,
    how: '把方案正文直接粘贴到与我的私聊里发送，或把 Word（docx）、Excel（xlsx）、PDF、文本文件发给我。我会先给您看读出的任务，确认后才写入。',
    secret: '涉密文件（秘密、机密、绝密）不得发送。',
    rest: (left: number) => `另有${left}项未显示。`,
    waiting: (count: number) => `您有${count}份导入稿还没有确认。`, choosing: (plans: number) => `${plans}个方案，还没有选`, left: (tasks: number, open: number) => `${tasks}项 · ${open === 0 ? '已全部核对，可以确认' : `还有${open}处待核`}`, goOn: '继续',
    older: (count: number) => `另有${count}份更早的，确认或放弃上面的之后显示。`, new: '导入新的：把方案正文粘贴给我，或把文件发给我。没有确认的保留30天。',
  },
  en: {
    counts: (tasks: number, units: number, doubts: number) => `${tasks} tasks · ${units} units · ${doubts} doubts`,
    text: (title: string, counts: string) => `“${title}”: ${counts}. Nothing is written before you confirm.`,
    nothing: 'Nothing is written yet and nobody was told. Check it, then confirm.',
    also: (duties: number, bodies: number) => `Besides: ${duties} recurring duties, ${bodies} bodies that meet.`,
    source: (name: string, from?: number, to?: number) => `Source: ${name}${from === undefined ? '; no years found' : `; ${from}–${to ?? from}`}`,
    tasks: (shown: number, all: number) => (shown < all ? `Tasks (first ${shown})` : 'Tasks'),
    newUnits: (count: number) => `${count} units are not in the directory and will be added: `, noContact: (count: number) => `${count} units have no contact yet: `,
    doubts: (shown: number, all: number) => (shown < all ? `Doubts (first ${shown} of ${all})` : 'Doubts'), answered: (count: number) => `${count} settled; written when you confirm.`,
    proposals: (count: number) => `${count} sentences outside the tasks ask something of a unit; they are no tasks yet.`, toProposals: 'Choose tasks among them',
    targets: (all: number, ownerless: number) => `${all} targets${ownerless > 0 ? `, ${ownerless} of them with nobody who answers` : ''}.`, toTargets: 'See the targets',
    reissue: (title: string, id: string) => `This looks like a later edition of “${title}” (${id}). As its amendment, numbers and reports are kept; as a new plan, press Import.`, toAmend: 'As its amendment', amends: (title: string) => `As an amendment of “${title}”`,
    contacts: 'Name contacts', merge: 'Merge two units', lead: 'Change a lead', year: 'Set the blank years', dropTask: 'Leave out a task', restore: (count: number) => `Restore ${count} left out`, check: 'Settle the doubts',
    line: (line: number) => `line ${line}`, andMore: (count: number) => ` and others, ${count} in all`, and: ', ',
    confirm: 'Import', all: 'All tasks', drop: 'Drop it', back: 'Back',
    dropped: (name: string) => `Dropped “${name}”; nothing was written.`,
    noUnit: 'no unit', presumed: ' (presumed)', unbound: 'year not known', ongoing: 'ongoing', undated: 'no date',
    several: (count: number) => `This document holds ${count} plans; they are imported one at a time. Choose one.`, tasksOf: (count: number, line: number) => `${count} tasks (from line ${line})`, choose: 'Import this', chooseMarked: (mark: string) => `Import ${mark}`,
    how: 'Paste the plan into our direct conversation, or send me a Word (docx), Excel (xlsx), PDF or text file. You will see what was read, and nothing is written before you confirm.',
    secret: 'Never send classified documents.',
    rest: (left: number) => `${left} more not shown.`,
    waiting: (count: number) => `${count} imports of yours wait to be confirmed.`, choosing: (plans: number) => `${plans} plans, none chosen yet`, left: (tasks: number, open: number) => `${tasks} tasks · ${open === 0 ? 'all settled, ready to confirm' : `${open} doubts left`}`, goOn: 'Go on',
    older: (count: number) => `${count} older ones are shown once these are confirmed or dropped.`, new: 'Something new: paste a plan or share a file. What is not confirmed is kept for 30 days.',
  },
} satisfies Record<Lang, unknown>

const tasksShown = 5
const doubtsShown = 3
const namesShown = 8

/** `/duban 导入` alone, where nothing waits. */
export const howToImport = (lang: Lang): Card => ({ text: words[lang].how, lines: [rich`${words[lang].how}`, rich`⚠️ ${words[lang].secret}`] })

/** `several`: which plan of the document is meant was not chosen yet. */
export type WaitingDraft = { draft: DraftId; source: string; since: Day } & ({ several: number } | { title: string; tasks: number; open: number })

/** `/duban 导入` alone: what waits for 确认, and how to send something new. */
export function waitingDrafts({ drafts, more, today }: { drafts: readonly WaitingDraft[]; more: number; today: Day }, lang: Lang): Card {
  const w = words[lang]
  const head = w.waiting(drafts.length + more)
  return {
    text: head,
    lines: [rich`${head}`],
    sections: [{
      rows: drafts.map((waiting) => ({
        line: rich`${strong('several' in waiting ? waiting.source : waiting.title)}\n${'several' in waiting ? w.choosing(waiting.several) : w.left(waiting.tasks, waiting.open)} · ${shortDay(waiting.since, lang, today)} · ${cutTo(waiting.source, 40)}`,
        beside: { label: w.goOn, says: cutTo(`${w.goOn}${'several' in waiting ? waiting.source : waiting.title}`, 70), run: { command: 'import', args: { draft: waiting.draft } } },
      })),
      ...(more === 0 ? {} : { note: rich`${w.older(more)}` }),
    }],
    footer: rich`${w.new}`,
  }
}

export const droppedDraft = (source: string, lang: Lang): Card => ({ text: words[lang].dropped(source), lines: [rich`${words[lang].dropped(source)}`] })

export function importPreview(facts: ImportFacts, lang: Lang): Card {
  const w = words[lang]
  const { draft, plan, units, newUnits, withoutContact, source, open } = facts
  const counts = w.counts(plan.tasks.length, units, open.length)
  return {
    text: w.text(plan.title, counts),
    title: plan.title,
    lines: [
      rich`${strong(counts)}`,
      rich`${w.nothing}`,
      ...(plan.obligations.length + plan.bodies.length === 0 ? [] : [rich`${w.also(plan.obligations.length, plan.bodies.length)}`]),
    ],
    sections: [
      ...reissueSection(facts, lang),
      ...doubtsSection(facts, lang),
      { heading: rich`${w.tasks(Math.min(tasksShown, plan.tasks.length), plan.tasks.length)}`, rows: taskRows(facts, lang).slice(0, tasksShown) },
      ...besides(facts, lang),
      ...namesSection(w.newUnits(newUnits.length), newUnits, lang),
      ...namesSection(w.noContact(withoutContact.length), withoutContact, lang),
    ],
    actions: [
      confirmation(draft, lang),
      ...(open.length === 0 ? [] : [{ label: w.check, run: { command: 'check', args: { draft } } }]),
      { label: w.all, run: { command: 'import', args: { draft, then: 'tasks' } } },
      { label: w.drop, run: { command: 'import', args: { draft, then: 'drop' } }, style: 'danger' },
    ],
    more: corrections(facts, lang),
    footer: rich`${w.source(source, plan.period?.from, plan.period?.to)}`,
  }
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
  const { draft, plan, units, open } = facts
  return {
    text: w.text(plan.title, w.counts(plan.tasks.length, units, open.length)),
    title: plan.title,
    sections: [{ rows: taskRows(facts, lang) }],
    rest: { line: (left) => rich`${w.rest(left)}` },
    actions: [confirmation(draft, lang), { label: w.back, run: { command: 'import', args: { draft } } }],
  }
}

const confirmation = (draft: DraftId, lang: Lang): Action => ({ label: words[lang].confirm, run: { command: 'import', args: { draft, confirm: true } }, style: 'primary' })

const taskRows = ({ plan, today }: ImportFacts, lang: Lang): Row[] => plan.tasks.map((task) => ({ line: taskRead(task, today, lang) }))

function taskRead(task: ImportedTask, today: Day, lang: Lang): Rich {
  const w = words[lang]
  const lead = task.units.find(({ part }) => part === 'lead') ?? task.units[0]
  const unit = lead === undefined ? w.noUnit : `${lead.unit}${lead.inferred === 'lead' ? w.presumed : ''}`
  const due = task.due.kind === 'dated' ? shortDay(task.due.day, lang, today) : w[task.due.kind]
  return rich`${strong(task.no)} ${shortTitle(task)} · ${unit} · ${due}`
}

function namesSection(heading: string, names: readonly string[], lang: Lang): Section[] {
  const w = words[lang]
  if (names.length === 0) return []
  const shown = names.slice(0, namesShown).join(w.and)
  return [{ rows: [{ line: rich`${heading}${shown}${names.length > namesShown ? w.andMore(names.length) : ''}` }] }]
}

/** Amended, a plan keeps its numbers and what was reported; imported anew, it is another plan. */
function reissueSection({ reissueOf, draft }: ImportFacts, lang: Lang): Section[] {
  if (reissueOf === undefined) return []
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

function besides({ draft, proposals, targets }: ImportFacts, lang: Lang): Section[] {
  const w = words[lang]
  const rows: Row[] = [
    ...(proposals === 0 ? [] : [{ line: rich`${w.proposals(proposals)}`, beside: { label: w.toProposals, run: { command: 'proposals', args: { draft } } } }]),
    ...(targets.all === 0 ? [] : [{ line: rich`${w.targets(targets.all, targets.ownerless)}`, beside: { label: w.toTargets, run: { command: 'targets', args: { draft } } } }]),
  ]
  return rows.length === 0 ? [] : [{ rows }]
}

/** Several plans in one document: one is imported at a time. `mark`: what the document calls it (篇一), for several may have one title. */
export function choosePlan(plans: readonly { mark?: string; title: string; line: number; tasks: number }[], draft: DraftId, lang: Lang): Card {
  const w = words[lang]
  const head = rich`${w.several(plans.length)}`
  return {
    text: plain(head),
    lines: [head],
    sections: [
      {
        rows: plans.map(({ mark, title, line, tasks }, index) => ({
          line: rich`${mark === undefined ? rich`` : rich`${strong(mark)} `}${strong(cutTo(title, 100))} · ${w.tasksOf(tasks, line)}`,
          beside: { label: mark === undefined ? w.choose : w.chooseMarked(mark), says: cutTo(`${mark ?? ''}${title}`, 70), run: { command: 'import', args: { draft, part: index + 1 } } },
        })),
      },
    ],
  }
}
