// 批示、交办: what was read of the words, and who will get it, before anything is given out; the form that puts it right; what was given out.
import type { Day } from '#src/calendar/day.ts'
import { present } from '#src/ledger/fields.ts'
import type { PersonId, PlanId, TaskNo } from '#src/ledger/ids.ts'
import type { DueDay, OfferedDay, UnreadDay } from '#src/queries/instructed-day.ts'
import type { Instructed } from '#src/queries/instructing.ts'
import type { Rank } from '#src/ledger/origin.ts'
import type { Whose as AnyWhose } from '#src/queries/given.ts'
import type { Action, Card, Field, Form, Lang, Run } from './card.ts'
import { cutTo } from './cut-to.ts'
import { dayWords, momentWords, shortDay } from './day-words.ts'
import { givenBy } from './instruction-words.ts'
import { colon, inBrackets } from './quoted.ts'
import { rich, strong, type Rich } from './rich.ts'
import { howWords } from './spoken-how.ts'
import { numberOf } from './task-line.ts'
import { ways } from './ways.ts'

type Whose = Pick<Extract<AnyWhose, { rank: Rank }>, 'rank' | 'from'>
/** A task, and whether its number needs its plan. */
export type InstructedAbout = { plan: PlanId; number: TaskNo; title: string; ofSeveral?: true }
/** `saidDay`: the day that was named, a day off. `spoken`: how, and on which day. */
export type InstructDraft = Whose & {
  words: string; plan: string; planId: PlanId; /** The reader names contacts. */ mayName: boolean; about?: InstructedAbout; spoken?: { how: string; on: Day }
  units: readonly Instructed[]; day?: Day; saidDay?: Day; today: Day; tellsFrom?: TellsFrom
  /** Named in the words, and no day it can be done by. */
  unread?: UnreadDay
  /** What reads like a unit’s name and is nobody’s here. */
  strangers?: readonly string[]
}
/** When the units hear of it, where that is not at once: in quiet hours, on a day off. */
type TellsFrom = { day: Day; time: string }
/** `send`: as it stands; `edit`: the form; `on`: with a day. */
export type InstructRuns = { send: Run; edit: Run; on: readonly { offered: OfferedDay; run: Run }[] }

const words = {
  zh: {
    head: '还没有下发，请核对', about: (task: string) => `关于：${task}`, lead: '牵头', support: '配合', told: (names: string) => `将告诉${names}`, untold: (count: number, names: string) => `；⚠️ 其中${count}个没有联络员，告诉不到：${names}`, nobody: '没有联络员，告诉不到，请督查室先指定', nobodyYet: '没有联络员，告诉不到，请先指定', name: '指定联络员', due: (day: string) => `时限：${day}`, moved: (said: string) => `（${said}是休息日）`, noDay: '哪天前办？', unread: { far: (said: string) => `${said}离方案的年份太远。`, unreal: (said: string) => `没有${said}这一天。`, past: (said: string) => `${said}已经过去。` }, strangers: (names: string) => `名录里没有${names}，不会收到。`, then: (when: string) => `下发后单位${when}收到，到期前后自动提醒，办结由督查室审核。`, atOnce: '马上', onDay: (when: string) => `于${when}`, later: (when: string) => `现在是休息时间，单位于${when}收到。`,
    send: '下发', edit: '改', other: '选日期', offered: { days: '3天', week: '1周', fortnight: '2周', month: '月底' }, spoken: (how: string, day: string) => `${day}${how}，代录`, confirmLater: (name: string) => `下发后${name}会收到一条，点“属实”即可。`,
    formTitle: { leader: '批示', office: '交办' }, text: '批示内容（原话）', textHint: '写上单位和日期会自动读出，例：请县教育局7月10日前拿出方案', whichLead: '牵头单位', whichSupport: '配合单位', supportHint: '用顿号分开，没有就不填', when: '办理时限', whichPlan: '归入哪个方案', next: '核对', from: '谁的批示', how: '怎么说的', ways: ['当面', '电话', '微信', '会上'], readUnits: '不选就按原话里的单位',
    noUnit: '没有读出由哪个单位办，请选牵头单位。', unclear: (said: string, names: string) => `“${said}”可能是${names}，请选是哪个。`, missingText: '请写批示内容。', unknownUnits: (names: string) => `没有这个单位：${names}。请写全称。`, pastDay: '请选今天或以后的日期。',
    sent: (task: string) => `已下发：${task}`, recorded: (task: string) => `已代录并下发：${task}`, open: '看办理情况', back: '收回', whose: (name: string) => `${name}的批示`, which: '这是谁的批示？',
  },
  en: {
    head: 'Not given out yet: please check', about: (task: string) => `About: ${task}`, lead: 'Lead', support: 'Supporting', told: (names: string) => `${names} will be told`, untold: (count: number, names: string) => `; ⚠️ ${count} of them without a contact, so nobody is told there: ${names}`, nobody: 'no contact yet, so nobody is told until one is named', nobodyYet: 'no contact yet, so nobody is told until you name one', name: 'Name a contact', due: (day: string) => `Due: ${day}`, moved: (said: string) => ` (${said} is a day off)`, noDay: 'By when?', unread: { far: (said: string) => `${said} is too far from the years of the plan. `, unreal: (said: string) => `There is no ${said}. `, past: (said: string) => `${said} has passed. ` }, strangers: (names: string) => `${names}: no such unit here, so it is not told.`, then: (when: string) => `The units are told ${when} and reminded before it is due; the secretary checks what they say is done.`, atOnce: 'at once', onDay: (when: string) => when, later: (when: string) => `These are quiet hours: the units are told ${when}.`,
    send: 'Give out', edit: 'Change', other: 'Choose a day', offered: { days: '3 days', week: '1 week', fortnight: '2 weeks', month: 'Month’s end' }, spoken: (how: string, day: string) => `${day}, ${how}, recorded on behalf`, confirmLater: (name: string) => `${name} gets one message to confirm it.`,
    formTitle: { leader: 'Instruction', office: 'From the office' }, text: 'The instruction, in your own words', textHint: 'Units and a day you name in it are read from it', whichLead: 'Lead', whichSupport: 'Supporting units', supportHint: 'Separated by commas; none if left empty', when: 'Due', whichPlan: 'Under which plan', next: 'Check', from: 'Whose', how: 'How it was said', ways: ['in person', 'by telephone', 'on WeChat', 'in a meeting'], readUnits: 'Left empty, the units named in your words',
    noUnit: 'It names no unit I know: choose who leads.', unclear: (said: string, names: string) => `“${said}” may be ${names}: choose which.`, missingText: 'Write the instruction.', unknownUnits: (names: string) => `No such unit: ${names}. Write its whole name.`, pastDay: 'Choose today or a later day.',
    sent: (task: string) => `Given out: ${task}`, recorded: (task: string) => `Recorded and given out: ${task}`, open: 'How it stands', back: 'Take it back', whose: (name: string) => `${name}’s`, which: 'Whose instruction is it?',
  },
} satisfies Record<Lang, unknown>

/** 1周 · 7月17日: a day that is offered. */
export const offeredWords = ({ what, day }: OfferedDay, lang: Lang, today: Day): string => `${words[lang].offered[what]} · ${shortDay(day, lang, today)}`

/** The default way, where it was not said: 口头. */
export const spokenHow = (lang: Lang): string => (lang === 'zh' ? '口头' : 'orally')
export const spokenWays = (lang: Lang): readonly string[] => words[lang].ways

const quoteAtMost = 600

/** Exactly who gets it, person by person; given out by one press, or first with a day. */
export function instructCard(draft: InstructDraft, runs: InstructRuns, lang: Lang): Card {
  const w = words[lang]
  const { day, today, saidDay, spoken, about, from } = draft
  const whose = givenBy(draft, lang)
  const dueLine = dueLineOf({ today, ...present({ due: day === undefined ? undefined : { day, ...present({ said: saidDay }) }, unread: draft.unread }) }, lang)
  const chips: Action[] = runs.on.map(({ offered, run }) => ({ label: offeredWords(offered, lang, today), says: w.due(dayWords(offered.day, lang, today)), run }))
  const naming = nameContacts({ units: draft.units, plan: draft.planId, mayName: draft.mayName }, lang)
  const edit: Action = { label: day === undefined ? w.other : w.edit, run: runs.edit }
  return {
    text: `${w.head}${colon[lang]}${cutTo(`${whose} ${draft.words}`, 60)}`,
    lines: [
      rich`${strong(w.head)}`,
      rich`${lang === 'zh' ? whose : strong(whose)}${spoken === undefined ? '' : inBrackets(w.spoken(howWords(spoken.how, lang), shortDay(spoken.on, lang, today)), lang)}${colon[lang]}“${cutTo(draft.words, quoteAtMost)}”`,
      ...(about === undefined ? [] : [rich`${w.about(`${numberOf(about)} ${cutTo(about.title, 30)}`)}`]),
      ...unitLines(draft.units, draft.mayName, lang), ...strangersLine(draft.strangers ?? [], lang), dueLine,
    ],
    actions: day === undefined ? [...chips, edit, ...naming] : [{ label: w.send, says: cutTo(`${w.send}${colon[lang]}${draft.words}`, 70), run: runs.send, style: 'primary' }, edit, ...naming],
    footer: rich`${lang === 'zh' ? `《${cutTo(draft.plan, 40)}》` : `“${cutTo(draft.plan, 40)}”`} · ${w.then(draft.tellsFrom === undefined ? w.atOnce : w.onDay(momentWords(draft.tellsFrom.day, draft.tellsFrom.time, lang, today)))}${spoken === undefined ? '' : lang === 'zh' ? w.confirmLater(from) : ` ${w.confirmLater(from)}`}`,
  }
}

/** By when, where the day comes from, or why none was read. */
export function dueLineOf({ due, unread, today }: { due?: DueDay; unread?: UnreadDay; today: Day }, lang: Lang): Rich {
  const w = words[lang]
  if (due === undefined) return rich`⚠️ ${unread === undefined ? '' : w.unread[unread.why](unread.said)}${strong(w.noDay)}`
  return rich`${w.due(dayWords(due.day, lang, today))}${due.said === undefined ? '' : w.moved(shortDay(due.said, lang, today))}`
}

/** What reads like a unit's name and is nobody's here. */
export const strangersLine = (names: readonly string[], lang: Lang): Rich[] => (names.length === 0 ? [] : [rich`⚠️ ${words[lang].strangers(names.map((name) => `“${name}”`).join(lang === 'zh' ? '、' : ', '))}`])

/** Exactly who gets it. @param mayName the reader names contacts */
export function unitLines(units: readonly Instructed[], mayName: boolean, lang: Lang): Rich[] {
  const w = words[lang]
  const zh = lang === 'zh'
  return units.map(({ part, name, told, untold = [] }) => {
    const role = part === 'lead' ? w.lead : w.support
    const who = told.length === 0 ? `⚠️ ${mayName ? w.nobodyYet : w.nobody}` : w.told(told.join(zh ? '、' : ', '))
    const lacking = untold.length === 0 ? '' : w.untold(untold.length, cutTo(untold.join(zh ? '、' : ', '), 80))
    return zh ? rich`${role}：${name}，${who}${lacking}` : rich`${role}: ${strong(name)}: ${who}${lacking}`
  })
}

/** For units of which nobody is told, or not all of a group: the one, or the list of them. */
export function nameContacts({ units, plan, mayName }: { units: readonly Instructed[]; plan: PlanId; mayName: boolean }, lang: Lang): Action[] {
  const [first, ...others] = units.filter(({ told, untold }) => told.length === 0 || untold !== undefined)
  if (first === undefined || !mayName) return []
  const isOne = others.length === 0 && first.isGroup !== true
  return [{ label: words[lang].name, says: cutTo(`${words[lang].name}${colon[lang]}${first.name}`, 70), run: isOne ? ways.nameContact(first.name) : ways.units(plan) }]
}

/** `problem`: what could not be read. */
export type InstructFormFacts = {
  rank: Whose['rank']; words: string; units: readonly { id: string; name: string }[]; lead?: string; support: readonly string[]; day?: Day; about?: InstructedAbout
  problem?: { what: 'no-unit' } | { what: 'unclear'; said: string; names: readonly string[] }
  /** To choose from, where it can be of several. */
  plans?: readonly { id: string; title: string }[]
  /** Of a spoken one: whose it can be. */
  spoken?: { leaders: readonly { id: PersonId; name: string }[]; from?: PersonId; how: string }
}

export function instructForm(facts: InstructFormFacts, run: Run, lang: Lang): Form {
  const w = words[lang]
  const { spoken, problem, about } = facts
  const named = new Map(facts.units.map(({ id, name }) => [id, name]))
  // What could be meant first: a list that is cut short still has it.
  const first = problem?.what === 'unclear' ? facts.units.filter(({ name }) => problem.names.includes(name)) : []
  const choices = [...first, ...facts.units.filter((unit) => !first.includes(unit))].map(({ id, name }) => ({ value: id, label: name }))
  const trouble = problem === undefined ? undefined : problem.what === 'no-unit' ? w.noUnit : w.unclear(problem.said, problem.names.join(lang === 'zh' ? '或' : ' or '))
  const asked: Field[] = spoken === undefined ? [] : [
    { name: 'from', label: w.from, kind: 'choice', as: 'select', choices: spoken.leaders.map(({ id, name }) => ({ value: id, label: name })), ...(spoken.from === undefined ? {} : { now: spoken.from }) },
    { name: 'how', label: w.how, kind: 'choice', as: 'select', choices: [...new Set([howWords(spoken.how, lang), ...w.ways])].map((way) => ({ value: way, label: way })), now: howWords(spoken.how, lang) },
  ]
  return {
    title: w.formTitle[facts.rank], submit: w.next, run: { ...run, args: { ...run.args, form: true } },
    intro: [
      ...(about === undefined ? [] : [rich`${w.about(`${numberOf(about)} ${cutTo(about.title, 40)}`)}`]),
      ...(trouble === undefined ? [] : [rich`⚠️ ${trouble}`]),
    ],
    ...(facts.words.trim() === '' ? { gap: w.missingText } : trouble === undefined ? {} : { gap: trouble }),
    fields: [
      ...asked,
      { name: 'words', label: w.text, hint: w.textHint, kind: 'line', maxLength: 3000, now: facts.words },
      { name: 'lead', label: w.whichLead, hint: w.readUnits, kind: 'choice', as: 'select', choices, optional: true, ...(facts.lead === undefined ? {} : { now: facts.lead }) },
      { name: 'support', label: w.whichSupport, hint: w.supportHint, kind: 'line', maxLength: 3000, optional: true, now: facts.support.map((id) => named.get(id) ?? id).join('、') },
      ...(facts.plans === undefined ? [] : [{ name: 'plan', label: w.whichPlan, kind: 'choice', as: 'select', choices: facts.plans.map(({ id, title }) => ({ value: id, label: cutTo(title, 70) })) } satisfies Field]),
      { name: 'due', label: w.when, kind: 'date', optional: true, ...(facts.day === undefined ? {} : { now: facts.day }) },
    ],
  }
}

export const instructMissing = (what: 'words' | 'lead' | 'due' | { unknown: readonly string[] }, lang: Lang): Record<string, string> => {
  const w = words[lang]
  if (typeof what !== 'string') return { support: w.unknownUnits(what.unknown.join('、')) }
  return { [what]: { words: w.missingText, lead: w.noUnit, due: w.pastDay }[what] }
}

/** Who records for several leaders says whose words they are. */
export const whoseInstruction = (leaders: readonly { name: string; run: Run }[], lang: Lang): Card => ({
  text: words[lang].which, lines: [rich`${words[lang].which}`], actions: leaders.map(({ name, run }) => ({ label: cutTo(words[lang].whose(name), 30), run })),
})

export function instructed(done: Whose & InstructedAbout & { units: readonly Instructed[]; mayName: boolean; day: Day; today: Day; spoken: boolean; tellsFrom?: TellsFrom }, lang: Lang): Card {
  const w = words[lang]
  const task = `${numberOf(done)} ${cutTo(done.title, 40)}`
  const head = done.spoken ? w.recorded(task) : w.sent(task)
  const ref = { plan: done.plan, number: done.number }
  return {
    text: `✅ ${head}`,
    lines: [rich`✅ ${head}`, ...unitLines(done.units, done.mayName, lang), rich`${w.due(dayWords(done.day, lang, done.today))}`, ...(done.tellsFrom === undefined ? [] : [rich`${w.later(momentWords(done.tellsFrom.day, done.tellsFrom.time, lang, done.today))}`]), ...(done.spoken ? [rich`${w.confirmLater(done.from)}`] : [])],
    actions: [{ label: w.open, run: ways.task(ref) }, { label: w.back, run: ways.withdrawInstruction(ref) }, ...nameContacts(done, lang)],
  }
}
