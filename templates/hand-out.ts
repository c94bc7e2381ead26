// 通知联络员: how many people, how much each, and who cannot be told.
import type { Day } from '#src/calendar/day.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import { unitsAnsweredBy } from '#src/directory/person.ts'
import { nearestOf, type OwedBy } from '#src/queries/owed-by.ts'
import type { Action, Card, Lang, Row, Section } from './card.ts'
import { counted } from './counted.ts'
import { shortDay } from './day-words.ts'
import type { FirstMessage } from './first-message.ts'
import { withRest } from './rest-of-rows.ts'
import { rich, strong } from './rich.ts'
import { saysOf } from './says-of.ts'
import { ways } from './ways.ts'

/** `sample`: what one of them will get, word for word. */
export type HandOutFacts = OwedBy & { plan: PlanId; title: string; today: Day; hasTelephone: boolean; sample?: { name: string; message: FirstMessage } }

const words = {
  zh: {
    ask: (people: number, tasks: number, title: string) => `将就《${title}》通知${people}人，共${tasks}项。确认前不发任何消息。`,
    each: (tasks: number, nearest: string) => `${tasks}项${nearest}`, late: (count: number) => `，已过期${count}项`, nearest: (day: string) => `，最近${day}`,
    sample: (name: string) => `每人收到一条，${name}收到的是`, button: (label: string) => `（按钮：${label}）`,
    people: '通知', helping: (names: string, count: number) => `配合单位的${count}人：${names}（只告知，平时不用填报）`,
    nobody: (units: number, tasks: number) => `通知不到：${units}个单位没有联络员，共${tasks}项`, name: '指定联络员',
    noUnit: (count: number) => `另有${count}项还没有责任单位，请先定牵头。`, noAccount: '（没有聊天账号，收不到）',
    telephone: '消息里还没有督查室的电话，联络员有疑问不知道打给谁。',
    send: '通知', confirm: (people: number) => `现在通知${people}人？`,
    done: (people: number) => `已通知${people}人。从现在起按时限提醒，一个工作日最多一条。`, none: '没有人可以通知：牵头单位都还没有联络员。',
  },
  en: {
    ask: (people: number, tasks: number, title: string) => `${counted(people, 'person is', 'people are')} to be told about “${title}”, ${counted(tasks, 'task')}. Nothing is sent before you confirm.`,
    each: (tasks: number, nearest: string) => `${tasks} ${tasks === 1 ? 'task' : 'tasks'}${nearest}`, late: (count: number) => `, ${count} overdue`, nearest: (day: string) => `, the nearest ${day}`,
    sample: (name: string) => `Each gets one message; ${name} gets`, button: (label: string) => `(Button: ${label})`,
    people: 'To be told', helping: (names: string, count: number) => `${count} of supporting units: ${names} (told only; no report is needed)`,
    nobody: (units: number, tasks: number) => `Cannot be told: ${counted(units, 'unit')} without a contact, ${counted(tasks, 'task')}`, name: 'Name a contact',
    noUnit: (count: number) => `${counted(count, 'task has', 'tasks have')} no unit yet: name a lead first.`, noAccount: ' (no chat account: not reached)',
    telephone: 'The message has no telephone of the office yet.',
    send: 'Tell them', confirm: (people: number) => `Tell ${people} people now?`,
    done: (people: number) => `${people} people are being told. From now on they are reminded, at most once a working day.`, none: 'There is nobody to tell: no lead has a contact yet.',
  },
} satisfies Record<Lang, unknown>

/** Everybody who gets a message. */
const toldOf = ({ people, helping }: HandOutFacts): number => people.length + helping.length

const tasksOf = ({ people }: HandOutFacts): number => new Set(people.flatMap(({ tasks }) => tasks.map(({ number }) => number))).size

export function handOutPreview(facts: HandOutFacts, lang: Lang): Card {
  const w = words[lang]
  const { plan, title, noUnit } = facts
  const told = toldOf(facts)
  const head = told === 0 ? w.none : w.ask(told, tasksOf(facts), title)
  return {
    text: head,
    lines: [rich`${head}`, ...(noUnit === 0 ? [] : [rich`${w.noUnit(noUnit)}`])],
    sections: [...sampleSection(facts, lang), ...(told === 0 || facts.hasTelephone ? [] : [{ rows: [{ line: rich`${w.telephone}`, beside: telephoneAction(lang) }] }]), ...peopleSection(facts, lang), ...nobodySection(facts, lang)],
    ...(told === 0 ? {} : { actions: [{ label: w.send, says: `${w.send}${title}`, run: { command: 'hand-out', args: { plan, confirmed: true } }, style: 'primary' as const, confirm: w.confirm(told) }] }),
  }
}

function sampleSection({ sample }: HandOutFacts, lang: Lang): Section[] {
  if (sample === undefined) return []
  const w = words[lang]
  const { lines, action } = sample.message
  return [{ heading: rich`${w.sample(sample.name)}`, rows: [...lines.map((line) => ({ line })), { line: rich`${w.button(action.label)}` }] }]
}

function peopleSection({ people, helping, today }: HandOutFacts, lang: Lang): Section[] {
  const w = words[lang]
  const only = helping.length === 0 ? [] : [{ line: rich`${w.helping(helping.map(({ name }) => name).join(lang === 'zh' ? '、' : ', '), helping.length)}` }]
  if (people.length + only.length === 0) return []
  const rows = people.map(({ person, tasks }) => {
    const { late, nearest: first } = nearestOf(tasks, today)
    const next = first?.next
    const nearest = `${late === 0 ? '' : w.late(late)}${next !== undefined && 'due' in next ? w.nearest(shortDay(next.due, lang, today)) : ''}`
    const units = unitsAnsweredBy(person).join(lang === 'zh' ? '、' : ', ')
    return { line: rich`${strong(person.name)} · ${units} · ${w.each(tasks.length, nearest)}${person.handle === undefined ? w.noAccount : ''}` }
  })
  return [{ heading: rich`${w.people}`, rows: [...rows, ...only] }]
}

/** So many are named one by one; the others are a list of their own. */
const nobodyShown = 5

function nobodySection({ nobody, plan }: HandOutFacts, lang: Lang): Section[] {
  const w = words[lang]
  if (nobody.length === 0) return []
  const all = nobody.reduce((sum, { tasks }) => sum + tasks.length, 0)
  const rows: Row[] = nobody.slice(0, nobodyShown).map(({ name, tasks }) => ({
    line: rich`${strong(name)} · ${w.each(tasks.length, '')}`, beside: { label: w.name, says: saysOf(w.name, name, lang), run: ways.nameContact(name) },
  }))
  const left = nobody.length - rows.length
  const rest = left > 0 ? [{ label: lang === 'zh' ? `另有${left}个单位` : `${left} more units`, run: ways.silentUnits(plan) }] : []
  return [{ heading: rich`${w.nobody(nobody.length, all)}`, rows: withRest(rows, rest) }]
}

/** A form for the asker's own. */
export const telephoneAction = (lang: Lang): Action => ({ label: lang === 'zh' ? '登记电话' : 'Set it', says: lang === 'zh' ? '登记督查室电话' : 'Set the office’s telephone', run: { command: 'people', args: { act: 'telephone' } } })

export function handedOut(facts: HandOutFacts, lang: Lang): Card {
  const w = words[lang]
  const head = toldOf(facts) === 0 ? w.none : w.done(toldOf(facts))
  return { text: head, lines: [rich`✅ ${head}`], sections: nobodySection(facts, lang) }
}
