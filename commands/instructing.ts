// The way of an instruction from words to given out: whose it is, which plan, which units, by when; shown first, recorded when 下发 is pressed.
import { z } from 'zod'
import type { Answer, Desk } from '#src/command.ts'
import { Day } from '#src/calendar/day.ts'
import { may } from '#src/directory/permissions.ts'
import type { Person } from '#src/directory/person.ts'
import { present } from '#src/ledger/fields.ts'
import { TaskNo, UnitId, Words, type PersonId } from '#src/ledger/ids.ts'
import { givenSo, type Answers, type InstructionIntent } from '#src/ledger/decide-instruction.ts'
import type { Rank } from '#src/ledger/origin.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { policyOf } from '#src/ledger/policy.ts'
import type { TaskUnit } from '#src/ledger/task.ts'
import { instructedDay, offeredDays, unreadDay, workable, type DueDay } from '#src/queries/instructed-day.ts'
import { instructedUnits, type InstructedUnits } from '#src/queries/instructed-units.ts'
import { instructedPeople } from '#src/queries/instructing.ts'
import { tasksNamedIn } from '#src/queries/ordered-about.ts'
import type { View } from '#src/queries/view.ts'
import { sendsFrom } from '#src/reminders/parcels.ts'
import type { Run } from '#templates/card.ts'
import { instructCard, instructed, instructForm, instructMissing, spokenHow, type InstructedAbout, type InstructFormFacts } from '#templates/instruct.ts'
import { instructionSection } from '#templates/instruction-words.ts'
import { carried } from './carried.ts'
import { dayIn } from './day-argument.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { findTask, TaskArgument } from './task-argument.ts'
import { titleOfWords } from './title-of-words.ts'
import { findUnit } from './unit-argument.ts'
import { viewOf } from './view-of.ts'
import { whichPlan } from './which-plan.ts'

/** `lead`, `support`: where they are not as the words say. `answers`: what of a leader's it answers (`c:` and units, `n:` and a date). `send`: it was looked at. `edit`: the form. `again`: the same words are meant once more, beyond those of that number. */
export const InstructArgs = z.object({
  words: Words.default(''), about: TaskArgument.optional(), plan: z.string().max(60).optional(), lead: z.string().max(60).optional(), support: z.string().max(4000).optional(), due: z.string().max(40).default(''),
  permalink: z.string().max(190).optional(), from: z.string().max(60).optional(), how: z.string().max(60).optional(), answers: z.string().max(190).optional(),
  send: z.boolean().default(false), edit: z.boolean().default(false), form: z.boolean().default(false), again: TaskNo.optional(),
})
export type InstructArgs = z.infer<typeof InstructArgs>

/** `leaders`: whose spoken ones the asker may record; none of an instruction of their own. */
export type As = { command: 'instruct' | 'spoken'; rank: Rank; from: Person; leaders: readonly Person[] }

export async function instructing(given: InstructArgs, as: As, desk: Desk): Promise<Answer> {
  const args = { ...given, ...present({ about: given.about ?? aboutIn(given, desk) }) }
  const again = (more: Partial<Record<keyof InstructArgs, string | boolean | number | undefined>> = {}): Run => runOf(as.command, { ...kept(args), from: as.command === 'spoken' ? as.from.id : undefined, ...more })
  const about = args.about === undefined ? undefined : findTask(desk, args.about)
  if (about?.ok === false) return refused(about.refusal, desk, again())
  const which = about === undefined ? whichPlan(desk, args.plan, (id) => again({ plan: id }), ({ handedOutOn }) => handedOutOn !== undefined, args.words) : { ok: true as const, plan: about.plan }
  if (!which.ok) return formFirst(args, { ...as, again }, desk) ?? which.answer
  const { plan } = which
  if (plan.handedOutOn === undefined) return refused({ code: 'plan-not-handed-out' }, desk)
  const of = { ...as, plan, view: viewOf(desk, plan), again, ...present({ about: about?.task }) }
  const read = readWords(args, of.view)
  if (args.form && args.words.trim() === '') return { kind: 'form-errors', errors: instructMissing('words', desk.lang) }
  if (read.unknown.length > 0) return args.form ? { kind: 'form-errors', errors: instructMissing({ unknown: read.unknown }, desk.lang) } : form(args, of, read, desk)
  const isUnclear = !isReadable(read)
  if (args.form && isUnclear) return { kind: 'form-errors', errors: instructMissing('lead', desk.lang) }
  if (args.form && args.due !== '' && (read.due === undefined || read.due.day < desk.today)) return { kind: 'form-errors', errors: instructMissing('due', desk.lang) }
  if ((args.edit && !args.form) || args.words.trim() === '' || isUnclear) return form(args, of, read, desk)
  return args.send && read.due !== undefined ? sent(args, of, { ...read, due: read.due }, desk) : shown(args, of, read, desk)
}

/** The one task that the words name as p1-9, where it is one. */
function aboutIn({ words, plan }: InstructArgs, desk: Desk): string | undefined {
  const [named, ...others] = tasksNamedIn(words)
  const found = named === undefined || others.length > 0 ? undefined : findTask(desk, named)
  return found?.ok === true && (plan === undefined || found.plan.id === plan) ? named : undefined
}

/** Where several plans could have it: what lacks besides is asked together with the plan; what lacks nothing is only asked which. */
function formFirst(args: InstructArgs, as: Pick<Of, keyof As | 'again'>, desk: Desk): Answer | undefined {
  const plans = [...desk.plans.values()].filter(({ handedOutOn }) => handedOutOn !== undefined)
  const [plan] = plans
  if (plan === undefined || args.plan !== undefined) return undefined
  const of: Of = { ...as, plan, view: viewOf(desk, plan) }
  const read = readWords(args, of.view)
  return args.words.trim() === '' || !isReadable(read) ? form(args, of, read, desk, plans) : undefined
}

/** A lead, and no name that may be another unit's. */
const isReadable = ({ units, unclear, unknown }: Read): boolean => unknown.length === 0 && unclear.length === 0 && units.some(({ part }) => part === 'lead')

type Of = As & { plan: PlanState; view: View; about?: TaskNo; again: (more?: Partial<Record<keyof InstructArgs, string | boolean | number | undefined>>) => Run }
type Read = InstructedUnits & { due?: DueDay; unknown: string[] }

const kept = ({ words, about, plan, lead, support, due, permalink, how, answers, again }: InstructArgs): Record<string, string | boolean | number | undefined> => ({
  words, about, plan, lead, support, due: due === '' ? undefined : due, permalink, how, answers, again,
})

/** What was chosen goes before what the words say. */
export function readWords({ words, lead, support, due }: Pick<InstructArgs, 'words' | 'lead' | 'support' | 'due'>, { directory, calendar, today }: View): Read {
  const said = instructedUnits(directory, words)
  const asked = (support ?? '').split(/[、,，;；]/).map((name) => name.trim()).filter((name) => name !== '')
  const found = asked.map((name) => ({ name, unit: findUnit(directory, name) }))
  const unknown = found.flatMap(({ name, unit }) => (unit.ok ? [] : [name]))
  const chosen = lead === undefined || lead === '' ? undefined : directory.units.get(UnitId.parse(lead))?.id
  const supporting = support === undefined ? said.units.filter(({ part }) => part === 'support').map(({ unit }) => unit) : found.flatMap(({ unit }) => (unit.ok ? [unit.unit.id] : []))
  const first = chosen ?? said.units.find(({ part }) => part === 'lead')?.unit
  const others = [...new Set(chosen === undefined || support !== undefined ? supporting : said.units.map(({ unit }) => unit))].filter((unit) => unit !== first)
  const units: TaskUnit[] = [...(first === undefined ? [] : [{ unit: first, part: 'lead' as const }]), ...others.map((unit) => ({ unit, part: 'support' as const }))]
  const day = due === '' ? undefined : dayIn(due, today)
  const by = day === undefined ? instructedDay(words, today, calendar) : day.ok && day.day >= today ? workable(day.day, today, calendar) : undefined
  return { units, unclear: chosen === undefined ? said.unclear : [], unknown, strangers: said.strangers, ...present({ due: by }) }
}

const aboutOf = ({ plan, about, view }: Of): { about?: InstructedAbout } => (about === undefined ? {} : { about: { plan: plan.id, number: about, ...present({ ofSeveral: view.ofSeveral }), title: plan.tasks.get(about)?.title ?? '' } })
const howOf = ({ how }: InstructArgs, { lang }: Desk): string => (how === undefined || how === '' ? spokenHow(lang) : how)

/** @param plans of which one is still to be chosen */
function form(args: InstructArgs, of: Of, { units, unclear, due }: Read, desk: Desk, plans?: readonly PlanState[]): Answer {
  const { directory, lang } = desk
  const [first] = unclear
  const problem: InstructFormFacts['problem'] = args.words.trim() === '' || args.edit ? undefined : first !== undefined ? { what: 'unclear', said: first.said, names: first.units.map((id) => directory.units.get(id)?.name ?? id) } : !units.some(({ part }) => part === 'lead') ? { what: 'no-unit' } : undefined
  const facts: InstructFormFacts = {
    rank: of.rank, words: args.words, units: [...directory.units.values()].map(({ id, name }) => ({ id, name })), support: units.filter(({ part }) => part === 'support').map(({ unit }) => unit), ...aboutOf(of),
    ...present({ lead: first === undefined ? units.find(({ part }) => part === 'lead')?.unit : undefined, day: due?.day, problem, plans: plans?.map(({ id, title }) => ({ id, title })) }),
    ...(of.command === 'spoken' ? { spoken: { leaders: of.leaders, from: of.from.id, how: howOf(args, desk) } } : {}),
  }
  // What the form asks for comes back from its fields.
  const beside = runOf(of.command, { about: args.about, permalink: args.permalink, answers: args.answers, plan: plans === undefined ? of.plan.id : undefined, ...(args.edit ? { edit: true } : {}) })
  return { kind: 'form', form: instructForm(facts, beside, lang) }
}

/** Whoever reads it can name a contact of each. */
export const mayNameAll = (units: readonly TaskUnit[], { asker }: Desk): boolean => units.every(({ unit }) => may(asker, 'name-contact', [unit]))

/** Nobody is told in quiet hours, nor on a day off. */
function tellsFrom({ plan, view }: Of, { today, now }: Desk): { tellsFrom?: NonNullable<ReturnType<typeof sendsFrom>> } {
  return present({ tellsFrom: sendsFrom(today, view.calendar.timeAt(now, plan.zone), view.calendar, [policyOf(plan)]) })
}

/** Nothing is recorded yet. Words too long for a button are kept beside it. */
async function shown(args: InstructArgs, of: Of, { units, due, strangers }: Read, desk: Desk): Promise<Answer> {
  const { lang, today, directory } = desk
  const settled = { plan: of.plan.id, lead: units.find(({ part }) => part === 'lead')?.unit, support: units.filter(({ part }) => part === 'support').map(({ unit }) => unit).join('、'), due: due?.day }
  const carrying = async (more: Parameters<Of['again']>[0]): Promise<Run> => carried(of.again({ ...settled, ...more }), desk)
  const offered = due === undefined ? offeredDays(today, of.view.calendar) : []
  const runs = { send: await carrying({ send: true }), edit: await carrying({ edit: true }), on: await Promise.all(offered.map(async (each) => ({ offered: each, run: await carrying({ due: each.day }) }))) }
  const card = instructCard({
    rank: of.rank, from: of.from.name, words: args.words.trim(), plan: of.plan.title, planId: of.plan.id, units: instructedPeople(directory, units), mayName: mayNameAll(units, desk), today, ...aboutOf(of), ...tellsFrom(of, desk),
    strangers, ...present({ day: due?.day, saidDay: due?.said, unread: due === undefined ? unreadDay(args.words, today) : undefined }), ...(of.command === 'spoken' ? { spoken: { how: howOf(args, desk), on: today } } : {}),
  }, runs, lang)
  // Pressed or changed on the card itself, it is drawn anew there; what a form elsewhere led to stands for itself.
  return { kind: 'card', card, replaces: args.form ? args.edit : args.due !== '' }
}

async function sent(args: InstructArgs, of: Of, { units, due }: Read & { due: DueDay }, desk: Desk): Promise<Answer> {
  const words = args.words.trim()
  const hash = desk.hashOf(words)
  const given = {
    section: instructionSection[of.rank], title: titleOfWords(words), words, hash, units, day: due.day,
    ...present({ about: of.about, permalink: args.permalink, answers: answersIn(args.answers) }), ...present({ again: args.again }),
  }
  const intent: InstructionIntent = of.command === 'instruct' ? { type: 'instruct', rank: of.rank, ...given } : { type: 'instruct-on-behalf', from: of.from.id, onBehalf: { who: of.from.name, on: desk.today, how: howOf(args, desk) }, ...given }
  const { id: plan } = of.plan
  const answer = await recorded(desk.record(plan, intent), desk, () => {
    const number = lastGiven(desk.plans.get(plan) ?? of.plan, of.from.id, hash)
    return instructed({ rank: of.rank, from: of.from.name, plan, number, ...present({ ofSeveral: of.view.ofSeveral }), title: given.title, units: instructedPeople(desk.directory, units), mayName: mayNameAll(units, desk), day: due.day, today: desk.today, spoken: of.command === 'spoken', ...tellsFrom(of, desk) }, desk.lang)
  }, of.again({ send: true, again: givenSo(of.plan, of.from.id, hash)?.no }), { about: of.about === undefined ? [] : [{ plan, task: of.about }] })
  return answer.kind === 'card' && answer.card.refused === undefined ? { ...answer, replaces: true } : answer
}

/** Under which number it stands: the last of those words. */
function lastGiven(plan: PlanState, from: PersonId, hash: string): TaskNo {
  const given = givenSo(plan, from, hash)
  if (given === undefined) throw new Error('an instruction was recorded and is not in the plan')
  return given.no
}

/** As a button carries it. */
export const answersOf = (answers: Answers): string => ('note' in answers ? `n:${answers.note}` : `c:${answers.coordination.join('|')}`)
function answersIn(text: string | undefined): Answers | undefined {
  const rest = text?.slice(2) ?? ''
  if (text?.startsWith('n:') === true) return ((day) => (day.success ? { note: day.data } : undefined))(Day.safeParse(rest))
  return text?.startsWith('c:') === true && rest !== '' ? { coordination: rest.split('|').map((unit) => UnitId.parse(unit)) } : undefined
}

