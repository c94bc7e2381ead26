// 催办: who would be told and how it would be worded, and who cannot be, before and after.
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Day } from '#src/calendar/day.ts'
import type { Card, Form, Lang, Run } from './card.ts'
import { dayWords } from './day-words.ts'
import { nudgeLevel } from './nudge-level.ts'
import { plain, rich, strong, type Rich } from './rich.ts'
import { shortTitle } from './task-line.ts'
import { taskRef, ways } from './ways.ts'

type Told = { unit: string; tasks: readonly TaskCard[] }

export type NudgeFacts = {
  /** How many tasks are chased. */
  tasks: number
  /** `later`: chased today already, so that this one is in the next day's digest. */
  people: readonly (Told & { name: string; later: boolean })[]
  /** By how often they are chased in a row, this time with it: how many, and the sentence of one of them. */
  levels: readonly { times: number; tasks: number; sentence: string }[]
  /** Units that owe something and have nobody to be told. */
  nobody: readonly Told[]
  /** When it goes out, where that is not now: quiet hours, or a day off. `urgent`: it goes now all the same, and why. */
  sends?: { day: Day; time: string }
  urgent?: string
  today: Day
  already: number
  waiting: number
  noUnit: number
  notHandedOut: number
  paused: number
}

const words = {
  zh: {
    ask: (how: string, tasks: number, people: number) => `将${how}${tasks}项，通知${people}人，每人一条。确认后发出。`,
    done: (how: string, names: string) => `已${how}，将通知${names}。`,
    nothing: '没有需要催办的任务，没有发出任何消息。',
    told: '通知', nobody: '没有联络员，通知不到', send: (how: string) => `确认${how}`, wording: '发出的话', level: (how: string, tasks: number) => `${how}${tasks}项`,
    later: (names: string) => `${names}今天已经催过，这次并入下一个工作日的每日提醒，不再单独发。`,
    already: (count: number) => `${count}项今天已经催过，一天只催一次。`,
    waiting: (count: number) => `${count}项已申请办结或已办结，不催。`,
    noUnit: (count: number) => `${count}项还没有责任单位，请先定牵头。`,
    notHandedOut: (count: number) => `${count}项所在方案还没有通知联络员，不催。`,
    paused: (count: number) => `${count}项已暂缓，不催。`,
    count: (count: number) => `${count}项`, name: '指定联络员', and: '、', more: '等', by: '单位答复前，一天最多催一次。', colon: '：', review: '去审',
    quiet: (when: string) => `现在是免打扰时间，确认后将在${when}送出。`, quietDone: (when: string) => `现在是免打扰时间，将在${when}送出。`, urgent: (why: string) => `⚡ 加急：${why}。现在就送出，不等上班时间。`, urge: '加急，现在就发', title: '加急催办', why: '为什么现在就要', hint: '对方会看到，一句话即可：省里今晚要数', intro: (tasks: number, people: number) => `${tasks}项，通知${people}人，现在就送出（免打扰时间、休息日也送）。`, missing: '请写明为什么现在就要，对方会看到。',
  },
  en: {
    ask: (how: string, tasks: number, people: number) => `${tasks} ${tasks === 1 ? 'task' : 'tasks'} (${how}), ${people} ${people === 1 ? 'person' : 'people'} to be told in one message each. Nothing is sent before you confirm.`,
    done: (_: string, names: string) => `Nudged; to be told: ${names}.`,
    nothing: 'Nothing to chase: no task is behind, at risk or unreported and has somebody to be told.',
    told: 'To be told', nobody: 'Nobody to tell', send: () => 'Send the nudge', wording: 'As it will read', level: (how: string, tasks: number) => `${how}: ${tasks}`,
    later: (names: string) => `Nudged today already: ${names}. This one is in the next working day's digest, not a message of its own.`,
    already: (count: number) => `${count} nudged today already; once a day is enough.`,
    waiting: (count: number) => `${count} said to be done or accepted: not nudged.`,
    noUnit: (count: number) => `${count} without a unit: name a lead first.`,
    notHandedOut: (count: number) => `${count} in a plan that is not handed out: not nudged.`,
    paused: (count: number) => `${count} paused: not nudged.`,
    count: (count: number) => `${count}`, name: 'Name a contact', and: ', ', more: ' …', by: 'At most once a day until they answer.', colon: ': ', review: 'Review',
    quiet: (when: string) => `These are quiet hours: once confirmed it goes out at ${when}.`, quietDone: (when: string) => `These are quiet hours: it goes out at ${when}.`, urgent: (why: string) => `⚡ Urgent: ${why}. It goes out now, whatever the hour.`, urge: 'Urgent: send it now', title: 'Urgent chase', why: 'Why it is needed now', hint: 'They read it; a sentence will do', intro: (tasks: number, people: number) => `${tasks} ${tasks === 1 ? 'task' : 'tasks'}, ${people} ${people === 1 ? 'person' : 'people'}; sent now, in quiet hours and on days off too.`, missing: 'Say why it is needed now: they read it.',
  },
} satisfies Record<Lang, unknown>

/** So many task numbers stand beside a name. */
const numbersShown = 6

function toldLine({ unit, tasks, name }: Told & { name?: string }, isOfSeveral: boolean, lang: Lang): Rich {
  const w = words[lang]
  const [only] = tasks
  const which = tasks.length === 1 && only !== undefined ? `${isOfSeveral ? taskRef(only) : only.number} ${shortTitle(only)}` : `${tasks.slice(0, numbersShown).map((task) => (isOfSeveral ? taskRef(task) : task.number)).join(w.and)}${tasks.length > numbersShown ? w.more : ''}`
  const who = name === undefined ? rich`${strong(unit)}` : rich`${strong(name)} · ${unit}`
  return rich`${who} · ${w.count(tasks.length)}${w.colon}${which}`
}

/** 提醒, or 提醒、催办 where they are several. */
const howWords = ({ levels }: NudgeFacts, lang: Lang): string => [...new Set(levels.map(({ times }) => nudgeLevel(times, lang)))].join(words[lang].and)

function sections({ people, nobody }: NudgeFacts, lang: Lang): NonNullable<Card['sections']> {
  const w = words[lang]
  // Two plans have a 4 each.
  const isOfSeveral = new Set([...people, ...nobody].flatMap(({ tasks }) => tasks.map(({ plan }) => plan))).size > 1
  return [
    ...(people.length === 0 ? [] : [{ heading: rich`${w.told}`, rows: people.map((told) => ({ line: toldLine(told, isOfSeveral, lang) })) }]),
    ...(nobody.length === 0 ? [] : [{ heading: rich`${w.nobody}`, rows: nobody.map((told) => ({ line: toldLine(told, isOfSeveral, lang), beside: { label: w.name, says: `${w.name}${told.unit}`, run: ways.nameContact(told.unit) } })) }]),
  ]
}

const wording = ({ levels }: NudgeFacts, lang: Lang): NonNullable<Card['sections']> =>
  levels.length === 0 ? [] : [{ heading: rich`${words[lang].wording}`, rows: levels.map(({ times, tasks, sentence }) => ({ line: rich`${words[lang].level(nudgeLevel(times, lang), tasks)} · “${sentence}”` })) }]

const leftOut = ({ people, already, waiting, noUnit, notHandedOut, paused }: NudgeFacts, lang: Lang): Rich[] => {
  const w = words[lang]
  const later = people.filter((told) => told.later).map(({ name }) => name)
  const lines = [[later.length, w.later(later.join(w.and))], [already, w.already(already)], [waiting, w.waiting(waiting)], [noUnit, w.noUnit(noUnit)], [notHandedOut, w.notHandedOut(notHandedOut)], [paused, w.paused(paused)]] as const
  return lines.filter(([count]) => count > 0).map(([, line]) => rich`${line}`)
}

/** Somebody is sent a message of their own. */
const isSentAlone = ({ people }: NudgeFacts): boolean => people.some(({ later }) => !later)

/** When it goes out, unless that is at once. */
const goesOut = (facts: NudgeFacts, isSent: boolean, lang: Lang): Rich[] => {
  const w = words[lang]
  const { sends, urgent, today } = facts
  if (!isSentAlone(facts) || sends === undefined) return []
  if (urgent !== undefined) return [rich`${w.urgent(urgent)}`]
  const when = `${dayWords(sends.day, lang, today)} ${sends.time}`
  return [rich`${isSent ? w.quietDone(when) : w.quiet(when)}`]
}

/** Why it cannot wait for working hours: whoever is told reads it. */
export function urgentForm({ tasks, people }: NudgeFacts, run: Run, lang: Lang): Form {
  const w = words[lang]
  return { title: w.title, intro: [rich`${w.intro(tasks, people.length)}`], fields: [{ name: 'urgent', label: w.why, hint: w.hint, kind: 'line', maxLength: 200 }], submit: w.urge, run }
}

export const urgentMissing = (lang: Lang): Record<string, string> => ({ urgent: words[lang].missing })

/** Nothing is sent yet. `confirm` sends it; `urge` asks why it is urgent. */
export function nudgePreview(facts: NudgeFacts, { confirm, urge }: { confirm: Run; urge: Run }, lang: Lang): Card {
  const w = words[lang]
  const how = howWords(facts, lang)
  const head = facts.people.length === 0 ? rich`${w.nothing}` : rich`${w.ask(how, facts.tasks, facts.people.length)}`
  return {
    text: plain(head),
    lines: [head, ...goesOut(facts, false, lang), ...leftOut(facts, lang)],
    sections: [...wording(facts, lang), ...sections(facts, lang)],
    ...(facts.people.length > 0 ? { actions: [{ label: w.send(how), run: confirm, style: 'primary' as const }, ...(facts.sends === undefined || facts.urgent !== undefined || !isSentAlone(facts) ? [] : [{ label: w.urge, run: urge }])] } : facts.waiting > 0 ? { actions: [{ label: w.review, run: ways.queue() }] } : {}),
  }
}

export function nudgeRecorded(facts: NudgeFacts, lang: Lang): Card {
  const w = words[lang]
  const names = facts.people.map(({ name, unit }) => (lang === 'zh' ? `${unit}${name}` : `${name} (${unit})`)).join(w.and)
  const head = facts.people.length === 0 ? rich`${w.nothing}` : rich`${w.done(howWords(facts, lang), names)}`
  return { text: plain(head), lines: [head, ...goesOut(facts, true, lang), ...leftOut(facts, lang)], sections: sections(facts, lang), ...(facts.people.length === 0 ? {} : { footer: rich`${w.by}` }) }
}
