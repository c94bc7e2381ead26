// 催办: who would be told and who cannot be, before and after.
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Card, Lang, Run } from './card.ts'
import { plain, rich, strong, type Rich } from './rich.ts'
import { shortTitle } from './task-line.ts'
import { ways } from './ways.ts'

type Told = { unit: string; tasks: readonly TaskCard[] }

export type NudgeFacts = {
  /** How many tasks are chased. */
  tasks: number
  people: readonly (Told & { name: string })[]
  /** Units that owe something and have nobody to be told. */
  nobody: readonly Told[]
  already: number
  waiting: number
  noUnit: number
  notHandedOut: number
}

const words = {
  zh: {
    ask: (tasks: number, people: number) => `将催办${tasks}项，通知${people}人。确认后发出。`,
    done: (names: string) => `已催办，将通知${names}。`,
    nothing: '没有需要催办的任务，没有发出任何消息。',
    told: '通知', nobody: '没有联络员，通知不到', send: '确认催办', confirm: (people: number) => `向${people}人发出催办？`,
    already: (count: number) => `${count}项今天已经催过，一天只催一次。`,
    waiting: (count: number) => `${count}项已申请办结或已办结，不催。`,
    noUnit: (count: number) => `${count}项还没有责任单位，请先定牵头。`,
    notHandedOut: (count: number) => `${count}项所在方案还没有通知联络员，不催。`,
    count: (count: number) => `${count}项`, name: '指定联络员', and: '、', more: '等', by: '单位答复前，一天最多催一次。',
  },
  en: {
    ask: (tasks: number, people: number) => `${tasks} ${tasks === 1 ? 'task' : 'tasks'}, ${people} ${people === 1 ? 'person' : 'people'} to be told. Nothing is sent before you confirm.`,
    done: (names: string) => `Nudged; to be told: ${names}.`,
    nothing: 'Nothing to chase: no task is behind, at risk or unreported and has somebody to be told.',
    told: 'To be told', nobody: 'Nobody to tell', send: 'Send the nudge', confirm: (people: number) => `Nudge ${people} ${people === 1 ? 'person' : 'people'}?`,
    already: (count: number) => `${count} nudged today already; once a day is enough.`,
    waiting: (count: number) => `${count} said to be done or accepted: not nudged.`,
    noUnit: (count: number) => `${count} without a unit: name a lead first.`,
    notHandedOut: (count: number) => `${count} in a plan that is not handed out: not nudged.`,
    count: (count: number) => `${count}`, name: 'Name a contact', and: ', ', more: ' …', by: 'At most once a day until they answer.',
  },
} satisfies Record<Lang, unknown>

/** So many task numbers stand beside a name. */
const numbersShown = 6

function toldLine({ unit, tasks, name }: Told & { name?: string }, lang: Lang): Rich {
  const w = words[lang]
  const [only] = tasks
  const which = tasks.length === 1 && only !== undefined ? `${only.number} ${shortTitle(only)}` : `${tasks.slice(0, numbersShown).map(({ number }) => number).join(w.and)}${tasks.length > numbersShown ? w.more : ''}`
  const who = name === undefined ? rich`${strong(unit)}` : rich`${strong(name)} · ${unit}`
  return rich`${who} · ${w.count(tasks.length)}${lang === 'zh' ? '：' : ': '}${which}`
}

function sections({ people, nobody }: NudgeFacts, lang: Lang): NonNullable<Card['sections']> {
  const w = words[lang]
  return [
    ...(people.length === 0 ? [] : [{ heading: rich`${w.told}`, rows: people.map((told) => ({ line: toldLine(told, lang) })) }]),
    ...(nobody.length === 0 ? [] : [{ heading: rich`${w.nobody}`, rows: nobody.map((told) => ({ line: toldLine(told, lang), beside: { label: w.name, says: `${w.name}${told.unit}`, run: ways.people() } })) }]),
  ]
}

const leftOut = ({ already, waiting, noUnit, notHandedOut }: NudgeFacts, lang: Lang): Rich[] => {
  const w = words[lang]
  const lines = [[already, w.already(already)], [waiting, w.waiting(waiting)], [noUnit, w.noUnit(noUnit)], [notHandedOut, w.notHandedOut(notHandedOut)]] as const
  return lines.filter(([count]) => count > 0).map(([, line]) => rich`${line}`)
}

/** Nothing is sent yet. `confirm` sends it. */
export function nudgePreview(facts: NudgeFacts, confirm: Run, lang: Lang): Card {
  const w = words[lang]
  const head = facts.people.length === 0 ? rich`${w.nothing}` : rich`${w.ask(facts.tasks, facts.people.length)}`
  return {
    text: plain(head),
    lines: [head, ...leftOut(facts, lang)],
    sections: sections(facts, lang),
    ...(facts.people.length === 0 ? {} : { actions: [{ label: w.send, run: confirm, style: 'primary' as const, confirm: w.confirm(facts.people.length) }] }),
  }
}

export function nudgeRecorded(facts: NudgeFacts, lang: Lang): Card {
  const w = words[lang]
  const names = facts.people.map(({ name, unit }) => (lang === 'zh' ? `${unit}${name}` : `${name} (${unit})`)).join(w.and)
  const head = facts.people.length === 0 ? rich`${w.nothing}` : rich`${w.done(names)}`
  return { text: plain(head), lines: [head, ...leftOut(facts, lang)], sections: sections(facts, lang), ...(facts.people.length === 0 ? {} : { footer: rich`${w.by}` }) }
}
