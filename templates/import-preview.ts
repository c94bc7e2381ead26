// What a document was read as, before anything is written.
import type { Day } from '#src/calendar/day.ts'
import type { DraftId } from '#src/ledger/draft.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import type { Imported } from '#src/ledger/plan.ts'
import type { ImportedTask } from '#src/ledger/task.ts'
import type { Action, Card, Lang, Row, Section } from './card.ts'
import { cutTo } from './cut-to.ts'
import { shortDay } from './day-words.ts'
import { plain, rich, strong, type Rich } from './rich.ts'
import { shortTitle } from './task-line.ts'

export type ImportFacts = {
  source: string
  plan: Omit<Imported, 'type'>
  today: Day
  /** How many units the tasks name. */
  units: number
  /** Names the directory does not know yet. */
  newUnits: readonly string[]
  /** Known units that nobody is registered for. */
  withoutContact: readonly UnitId[]
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
    doubts: (shown: number, all: number) => (shown < all ? `存疑（前${shown}处，导入后逐条核对）` : '存疑（导入后逐条核对）'),
    line: (line: number) => `第${line}行`, andMore: (count: number) => `等${count}个`, and: '、',
    confirm: '确认导入', all: '看全部任务', drop: '放弃', back: '返回预览',
    dropped: (name: string) => `已放弃“${name}”，什么都没有写入。`,
    noUnit: '单位待定', presumed: '(推定)', unbound: '年份待定', ongoing: '长期', undated: '未写期限',
    several: (count: number) => `这份文件里有${count}个方案，一次导入一个，请选择。`, tasksOf: (count: number, line: number) => `${count}项（第${line}行起）`, choose: '导入这个',
    how: '把方案正文直接粘贴到与我的私聊里发送，或把 .docx、.txt 文件发给我。我会先给您看读出的任务，确认后才写入。',
    secret: '涉密文件（秘密、机密、绝密）不得发送。',
    rest: (left: number) => `另有${left}项未显示。`,
  },
  en: {
    counts: (tasks: number, units: number, doubts: number) => `${tasks} tasks · ${units} units · ${doubts} doubts`,
    text: (title: string, counts: string) => `“${title}”: ${counts}. Nothing is written before you confirm.`,
    nothing: 'Nothing is written yet and nobody was told. Check it, then confirm.',
    also: (duties: number, bodies: number) => `Besides: ${duties} recurring duties, ${bodies} bodies that meet.`,
    source: (name: string, from?: number, to?: number) => `Source: ${name}${from === undefined ? '; no years found' : `; ${from}–${to ?? from}`}`,
    tasks: (shown: number, all: number) => (shown < all ? `Tasks (first ${shown})` : 'Tasks'),
    newUnits: (count: number) => `${count} units are not in the directory and will be added: `, noContact: (count: number) => `${count} units have no contact yet: `,
    doubts: (shown: number, all: number) => (shown < all ? `Doubts (first ${shown}; to be settled after the import)` : 'Doubts (to be settled after the import)'),
    line: (line: number) => `line ${line}`, andMore: (count: number) => ` and others, ${count} in all`, and: ', ',
    confirm: 'Import', all: 'All tasks', drop: 'Drop it', back: 'Back',
    dropped: (name: string) => `Dropped “${name}”; nothing was written.`,
    noUnit: 'no unit', presumed: ' (presumed)', unbound: 'year not known', ongoing: 'ongoing', undated: 'no date',
    several: (count: number) => `This document holds ${count} plans; they are imported one at a time. Choose one.`, tasksOf: (count: number, line: number) => `${count} tasks (from line ${line})`, choose: 'Import this',
    how: 'Paste the plan into our direct conversation, or send me a .docx or .txt file. You will see what was read, and nothing is written before you confirm.',
    secret: 'Never send classified documents.',
    rest: (left: number) => `${left} more not shown.`,
  },
} satisfies Record<Lang, unknown>

const tasksShown = 5
const doubtsShown = 3
const namesShown = 8

/** `/duban 导入` alone. */
export const howToImport = (lang: Lang): Card => ({ text: words[lang].how, lines: [rich`${words[lang].how}`, rich`⚠️ ${words[lang].secret}`] })

export const droppedDraft = (source: string, lang: Lang): Card => ({ text: words[lang].dropped(source), lines: [rich`${words[lang].dropped(source)}`] })

export function importPreview(facts: ImportFacts, draft: DraftId, lang: Lang): Card {
  const w = words[lang]
  const { plan, units, newUnits, withoutContact, source } = facts
  const counts = w.counts(plan.tasks.length, units, plan.doubts.length)
  return {
    text: w.text(plan.title, counts),
    title: plan.title,
    lines: [
      rich`${strong(counts)}`,
      rich`${w.nothing}`,
      ...(plan.obligations.length + plan.bodies.length === 0 ? [] : [rich`${w.also(plan.obligations.length, plan.bodies.length)}`]),
    ],
    sections: [
      { heading: rich`${w.tasks(Math.min(tasksShown, plan.tasks.length), plan.tasks.length)}`, rows: taskRows(facts, lang).slice(0, tasksShown) },
      ...namesSection(w.newUnits(newUnits.length), newUnits, lang),
      ...namesSection(w.noContact(withoutContact.length), withoutContact, lang),
      ...doubtsSection(facts, lang),
    ],
    actions: [
      { label: w.confirm, says: `${w.confirm}${plan.title}`, run: { command: 'import', args: { draft, confirm: true } }, style: 'primary' },
      { label: w.all, run: { command: 'import', args: { draft, then: 'tasks' } } },
      { label: w.drop, run: { command: 'import', args: { draft, then: 'drop' } }, style: 'danger' },
    ],
    footer: rich`${w.source(source, plan.period?.from, plan.period?.to)}`,
  }
}

/** Every task as it was read, before anything is written. */
export function allTasks(facts: ImportFacts, draft: DraftId, lang: Lang): Card {
  const w = words[lang]
  const { plan, units } = facts
  return {
    text: w.text(plan.title, w.counts(plan.tasks.length, units, plan.doubts.length)),
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

function doubtsSection({ plan }: ImportFacts, lang: Lang): Section[] {
  const w = words[lang]
  if (plan.doubts.length === 0) return []
  const shown = plan.doubts.slice(0, doubtsShown)
  return [{ heading: rich`${w.doubts(shown.length, plan.doubts.length)}`, rows: shown.map(({ line, question }) => ({ line: rich`${w.line(line)} · ${cutTo(question, 100)}` })) }]
}

/** Several plans in one document: one is imported at a time. */
export function choosePlan(plans: readonly { title: string; line: number; tasks: number }[], draft: DraftId, lang: Lang): Card {
  const w = words[lang]
  const head = rich`${w.several(plans.length)}`
  return {
    text: plain(head),
    lines: [head],
    sections: [
      {
        rows: plans.map(({ title, line, tasks }, index) => ({
          line: rich`${strong(title)} · ${w.tasksOf(tasks, line)}`,
          beside: { label: w.choose, says: cutTo(title, 70), run: { command: 'import', args: { draft, part: index + 1 } } },
        })),
      },
    ],
  }
}
