// What an amendment changed for a contact: one message for all their units; and a task that was withdrawn.
import type { Day } from '#src/calendar/day.ts'
import type { Directory } from '#src/directory/directory.ts'
import { unitsAnsweredBy, type Person } from '#src/directory/person.ts'
import { citedAs, withdrawnTask } from '#src/queries/amended.ts'
import { changedFor, type ChangedFor } from '#src/queries/changed-for.ts'
import type { View } from '#src/queries/view.ts'
import type { Notice } from '#src/reminders/notice.ts'
import type { Lang, Row } from './card.ts'
import { cutTo } from './cut-to.ts'
import { instructionGone } from './instruction-notices.ts'
import { shortDay } from './day-words.ts'
import { colon } from './quoted.ts'
import { rich, strong, type Rich } from './rich.ts'
import { shortPlan } from './short-plan.ts'
import { shortTitle } from './task-line.ts'
import { ways } from './ways.ts'

type Drawn = { say: string; row: Row; isSettled: boolean }
type Drawing = { view: View; person: Person; directory: Directory; lang: Lang }
type TaskChange = ChangedFor['tasks'][number]

/** So many changes stand in the message; the rest is one press away. */
const changesShown = 6
const titleAtMost = 24

const parts = { zh: { lead: '牵头', support: '配合', responsible: '责任' }, en: { lead: 'lead', support: 'supporting', responsible: 'responsible' } } as const

const words = {
  zh: {
    say: (plan: string, count: number) => `《${plan}》已修订，您单位有${count}处变化`, none: (plan: string) => `《${plan}》已修订`,
    added: (part: string, due: string) => `新增(${part}${due === '' ? '' : `，${due}前`})`, removed: '不再承担，不用再报', part: (part: string) => `分工改为${part}`,
    due: (due: string, was: string) => (due === '' ? '时限有变' : `时限改为${due}${was === '' ? '' : `，此前为${was}`}`), words: '内容有修改', duty: (what: string) => `周期任务有变化：${what}`,
    more: (left: number) => `另有${left}处`, mine: '看我的任务', kept: '已报的进展和申请都还有效。', withdrawn: (task: string, on: string) => `${task} · 依据${on}修订已撤销，不用再报`, and: '；',
  },
  en: {
    say: (plan: string, count: number) => `“${plan}” was amended: ${count} ${count === 1 ? 'change' : 'changes'} for your unit`, none: (plan: string) => `“${plan}” was amended`,
    added: (part: string, due: string) => `new (${part}${due === '' ? '' : `, by ${due}`})`, removed: 'no longer yours; no report is needed', part: (part: string) => `now ${part}`,
    due: (due: string, was: string) => (due === '' ? 'another date' : `due ${due}${was === '' ? '' : `, before that ${was}`}`), words: 'reworded', duty: (what: string) => `Recurring duty changed: ${what}`,
    more: (left: number) => `${left} more`, mine: 'My tasks', kept: 'What you reported and claimed still stands.', withdrawn: (task: string, on: string) => `${task} · withdrawn by the amendment of ${on}; no report is needed`, and: '; ',
  },
} satisfies Record<Lang, unknown>

export function amendedLine({ amendment }: Extract<Notice, { kind: 'amended' }>, { view, person, lang }: Drawing): Drawn {
  const w = words[lang]
  const changed = changedFor(view, amendment, unitsAnsweredBy(person))
  const lines = [...changed.tasks.map((task) => taskChange(task, lang, view.today)), ...changed.duties.map((what) => rich`${w.duty(cutTo(what, 40))}`)]
  const plan = shortPlan(view.plan.title, 20)
  const say = lines.length === 0 ? w.none(plan) : w.say(plan, lines.length)
  const shown = [...lines.slice(0, changesShown), ...(lines.length > changesShown ? [rich`${w.more(lines.length - changesShown)}`] : []), rich`${w.kept}`]
  const mine = { label: w.mine, run: ways.mine() }
  return { say, row: { line: shown.reduce((line, next) => rich`${line}\n${next}`, rich`${strong(say)}`), actions: [mine] }, isSettled: false }
}

function taskChange({ number, title, what, part, due, dueWas }: TaskChange, lang: Lang, today: Day): Rich {
  const w = words[lang]
  const [byWhen, before] = [due, dueWas].map((day) => (day === undefined ? '' : shortDay(day, lang, today)))
  const role = part === undefined ? '' : parts[lang][part]
  const said: Record<(typeof what)[number], string> = { added: w.added(role, byWhen ?? ''), removed: w.removed, part: w.part(role), due: w.due(byWhen ?? '', before ?? ''), words: w.words, duty: '' }
  return rich`${number} ${cutTo(title, titleAtMost)}${colon[lang]}${what.map((change) => said[change]).join(w.and)}`
}

export function withdrawnLine({ task: number }: Extract<Notice, { kind: 'withdrawn' }>, { view, lang }: Drawing): Drawn {
  const taken = instructionGone({ task: number }, { view, lang })
  if (taken !== undefined) return { say: taken, row: { line: rich`${taken}` }, isSettled: false }
  const task = withdrawnTask(view, number)
  const cited = task?.cited ?? citedAs(view.plan, view.plan.source.id)
  const on = cited?.on ?? task?.on
  const say = words[lang].withdrawn(`${number}${task === undefined ? '' : ` ${shortTitle(task)}`}`, on === undefined ? '' : shortDay(on, lang, view.today))
  return { say, row: { line: rich`${say}` }, isSettled: false }
}
