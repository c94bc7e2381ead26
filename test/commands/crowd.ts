// A crowd: people of a small county who press, type, reply and fill in whatever they are shown, in any order, while days pass and messages come.
import { addEvidence } from '#commands/add-evidence.ts'
import { homeCard } from '#commands/home.ts'
import { commands } from '#commands/index.ts'
import { said } from '#commands/said.ts'
import { addMs } from '#src/calendar/calendar.ts'
import type { Day, Instant } from '#src/calendar/day.ts'
import type { Answer, Command, Desk } from '#src/command.ts'
import { guarded } from '#src/desk.ts'
import { decideDirectory, evolveDirectory, type Directory } from '#src/directory/directory.ts'
import { directoryOn } from '#src/directory/on-day.ts'
import { may } from '#src/directory/permissions.ts'
import type { Person } from '#src/directory/person.ts'
import { decidePlan } from '#src/ledger/decide-plan.ts'
import type { PersonId, PlanId } from '#src/ledger/ids.ts'
import { policyOf } from '#src/ledger/policy.ts'
import { evolvePlan, type PlanState } from '#src/ledger/plan.ts'
import type { Stamp } from '#src/ledger/stamp.ts'
import { hasOpenWork } from '#src/ledger/succeeded-units.ts'
import type { View } from '#src/queries/view.ts'
import type { Parcel, Sent } from '#src/reminders/notice.ts'
import { noticesDue, parcelsOwed } from '#src/reminders/parcels.ts'
import { underFormerNames } from '#src/reminders/told-before.ts'
import { replyDoor, sayings, tasksOfNotices } from '#src/sayings.ts'
import { findCommand } from '#src/queries/find-command.ts'
import { readWritten } from '#src/slack/typed-text.ts'
import { plainArgs, writtenAs, writtenIn } from '#src/slack/written.ts'
import type { Written } from '#src/slack/callbacks.ts'
import { errorCard } from '#src/slack/giving.ts'
import type { Card, Form, Run } from '#templates/card.ts'
import { messageCard, type Whole } from '#templates/message.ts'
import { nineOn, workCalendar } from '#test/builders.ts'
import { deskOf, type Heard, type HeardOfPeople } from '#test/desk.ts'
import { actionsOf } from '#test/templates/card-rules.ts'
import { begins, county, countyPlans } from './crowd-county.ts'
import { chosen, commandLines, filledIn, replies, type Names, type Step, type Visit } from './crowd-lines.ts'

/** The parts of the program that the crowd meets: each can be exchanged for one with a mistake, to see that it is found. */
export type Program = { commands: readonly Command[]; home: (desk: Desk) => Card; message: typeof messageCard; decide: typeof decidePlan; fold: typeof evolvePlan; giveBack: typeof sayings.giveBack; owed: typeof parcelsOwed }
export const program: Program = { commands: guarded(commands), home: homeCard, message: messageCard, decide: decidePlan, fold: evolvePlan, giveBack: sayings.giveBack, owed: parcelsOwed }

export type World = { plans: Map<PlanId, PlanState>; directory: Directory; today: Day; now: Instant; sent: Sent[]; words: Map<string, Run> }

/** What somebody did and what came of it. `texts`: what they wrote for it. `fresh`: what they pressed was drawn right before. `drawn`: it was shown before they pressed anything, and for whom it was drawn. */
export type Seen = {
  by: Person; did: string; on?: Card | undefined; answer: Answer['kind'] | 'nothing'; card?: Card | undefined; form?: Form | undefined; pressed?: Run | undefined; fresh: boolean; inForm: boolean
  texts: readonly string[]; entries: readonly Heard[]; people: readonly HeardOfPeople[]; world: World
}
export type Watcher = {
  recorded?: (entry: Heard, world: World) => void
  recordedOfPeople?: (entry: HeardOfPeople, world: World) => void
  sent?: (parcel: Parcel, card: Card, world: World) => void
  /** Home, or a message of before, drawn as it stands now. */
  drawn?: (card: Card, of: Parcel | 'home', by: Person, world: World) => void
  seen?: (seen: Seen) => void
}

/** Cards a person was shown, the latest last; old ones can still be pressed. */
const kept = 8

/** All that a brief is about. */
export function wholeOf(world: World): Whole {
  const plans = [...world.plans.values()]
  const standing = plans.filter(({ archived }) => archived === undefined)
  return { now: world.now, zone: 'Asia/Shanghai', views: () => standing.map(({ id }) => viewIn(world, id)), archived: plans.length - standing.length }
}

export async function crowd(course: readonly Visit[], watchers: readonly Watcher[], of: Program = program): Promise<World> {
  const world: World = { plans: new Map(countyPlans().plans.map((plan) => [plan.id, plan])), directory: county(), today: begins as Day, now: nineOn(begins), sent: [], words: new Map() }
  const shown = new Map<PersonId, Card[]>()
  const told = { notices: new Set<string>(), parcels: new Set<string>() }
  let entries: Heard[] = []
  let people: HeardOfPeople[] = []
  let minute = 0

  const heard = (entry: Heard): void => {
    entries.push(entry)
    for (const { recorded } of watchers) recorded?.(entry, world)
  }
  const heardOfPeople = (entry: HeardOfPeople): void => {
    people.push(entry)
    for (const { recordedOfPeople } of watchers) recordedOfPeople?.(entry, world)
  }
  const directoryNow = (): Directory => directoryOn(world.directory, world.today)
  const viewOf = (id: PlanId): View => viewIn(world, id)
  const deskFor = (person: Person): Desk =>
    deskOf({ today: world.today, plans: [...world.plans.values()], directory: world.directory, asker: person.name, now: world.now, words: world.words, sent: world.sent, heard, heardOfPeople, deciding: of.decide, fold: of.fold })
  const keep = (person: Person, card: Card): void => void shown.set(person.id, [...(shown.get(person.id) ?? []), card].slice(-kept))
  const draw = (parcel: Parcel, sentAt: Instant, person: Person): Card => of.message({ parcel, view: viewOf, person, sentAt, directory: directoryNow(), lang: 'zh' }, wholeOf(world))

  /** 撤并 whose day has come, as the program records it by itself. */
  function takeEffect(): void {
    const stamp: Stamp = { at: world.now, on: world.today, by: 'system', via: 'system' }
    for (const [from, { on }] of [...world.directory.successions]) {
      const decision = on <= world.today ? decideDirectory(world.directory, { type: 'succeed-unit', from }, world.today) : undefined
      if (decision?.ok !== true || decision.events.length === 0) continue
      for (const event of decision.events) evolveDirectory(world.directory, event, stamp)
      heardOfPeople({ stamp, events: decision.events, by: undefined })
    }
    for (const plan of world.plans.values()) for (const [from, { to }] of world.directory.succeeded) {
      if (!hasOpenWork(plan, from)) continue
      const decision = of.decide(plan, { type: 'succeed-unit', from, to }, stamp)
      if (!decision.ok || decision.events.length === 0) continue
      for (const event of decision.events) of.fold(plan, event, stamp)
      heard({ plan: plan.id, stamp, events: decision.events, by: undefined })
    }
  }

  function sweep(): void {
    const time = workCalendar.timeAt(world.now, 'Asia/Shanghai')
    const due = [...world.plans.keys()].flatMap((id) => noticesDue(viewOf(id), time))
    const delivered = underFormerNames({ notice: (key) => told.notices.has(key), parcel: (key) => told.parcels.has(key) }, world.directory)
    for (const parcel of of.owed(due, delivered, world.today, time, workCalendar, (id) => policyOf(viewOf(id).plan))) {
      const person = directoryNow().people.get(parcel.to)
      if (person?.handle === undefined) continue
      const card = draw(parcel, world.now, person)
      told.parcels.add(parcel.key)
      for (const { key } of parcel.notices) told.notices.add(key)
      world.sent.push({ ...parcel, conversation: `D${parcel.to}`, ts: String(world.sent.length), at: world.now })
      keep(person, card)
      for (const { sent } of watchers) sent?.(parcel, card, world)
    }
  }

  /** Every morning in between has its messages. */
  function passDays(days: number): void {
    for (let day = 0; day < days; day += 1) {
      world.today = workCalendar.addDays(world.today, 1)
      world.now = nineOn(world.today)
      minute = 0
      takeEffect()
      sweep()
    }
  }

  takeEffect()
  sweep()
  for (const { who, daysLater, steps } of course) {
    passDays(daysLater)
    let last: Card | undefined
    const present = [...directoryNow().people.values()].filter(({ handle }) => handle !== undefined)
    // Who has most to do comes by most often.
    const comer = chosen([...present, ...present.flatMap((one) => (one.roles.includes('secretary') ? [one, one, one] : one.contactOf.length > 0 ? [one] : []))], who)?.id
    for (const step of steps) {
      // Never past the day's end, however long the course.
      minute = Math.min(minute + 1 + (step.pick % 4), 600)
      world.now = addMs(nineOn(world.today), minute * 60_000 + world.sent.length)
      const person = comer === undefined ? undefined : directoryNow().people.get(comer)
      if (person === undefined) continue
      ;[entries, people] = [[], []]
      const did = await doing(step, person, last)
      last = did?.card
      if (did === undefined) continue
      if (did.card !== undefined) keep(person, did.card)
      for (const { seen } of watchers) seen?.({ by: person, entries, people, world, ...did })
      if (entries.length + people.length > 0) sweep()
    }
  }
  return world

  type Did = Omit<Seen, 'by' | 'entries' | 'people' | 'world'>

  async function doing(step: Step, person: Person, last: Card | undefined): Promise<Did | undefined> {
    const desk = deskFor(person)
    const press = async (card: Card | undefined, fresh: boolean): Promise<Did | undefined> => {
      const run = card === undefined ? undefined : chosen(actionsOf(card), step.pick)?.run
      return run === undefined ? undefined : { ...(await pressed(run, step, desk)), fresh, on: card }
    }
    const drawnFor = (card: Card, what: Parcel | 'home'): Card => {
      keep(person, card)
      for (const { drawn } of watchers) drawn?.(card, what, person, world)
      return card
    }
    switch (step.how) {
      case 'look':
        return press(drawnFor(of.home(desk), 'home'), true)
      case 'message': {
        const message = chosen(world.sent.filter(({ to }) => to === person.id).slice(-3), step.pick, 2)
        return message === undefined ? undefined : press(drawnFor(draw(message, message.at, person), message), true)
      }
      case 'on':
        return press(last, true)
      case 'old':
        return press(chosen(shown.get(person.id) ?? [], step.pick, 3), false)
      case 'type':
        return typed(filledIn(chosen(linesFor(person, step), step.pick) ?? '', namesIn(world, person, step), step), step, desk, undefined)
      case 'reply': {
        const to = step.pick % 3 === 0 ? undefined : chosen(world.sent.filter((one) => one.to === person.id), step.pick, 2)
        return typed(filledIn(chosen(replies, step.pick) ?? '', namesIn(world, person, step), step), step, desk, to)
      }
      case 'file': {
        const to = step.pick % 3 === 0 ? undefined : chosen(world.sent.filter((one) => one.to === person.id), step.pick, 2)
        const file = { name: '验收报告.pdf', hash: (step.pick % 9).toString().repeat(64), size: 10 }
        const answer = await addEvidence.handle({ file, words: filledIn('{T}', namesIn(world, person, step), step), near: to === undefined ? [] : tasksOfNotices(to.notices) }, desk)
        return { ...(await ended(answer, addEvidence, step, desk, undefined)), did: 'sent a file', fresh: false }
      }
    }
  }

  async function pressed(run: Run, step: Step, desk: Desk): Promise<Omit<Did, 'fresh'>> {
    const command = of.commands.find(({ name }) => name.en === run.command)
    if (command === undefined) throw new Error(`a button leads to ${run.command}, which is no command`)
    return { ...(await ended(await command.handle(run.args, desk), command, step, desk, writtenIn(command, run.args))), did: `pressed ${JSON.stringify(run)}`, pressed: run }
  }

  /** As the router does with what is written to the bot. */
  async function typed(line: string, step: Step, desk: Desk, to: Sent | undefined): Promise<Did> {
    const did = `wrote ${line.slice(0, 90)}${to === undefined ? '' : ' under a message'}`
    // Slack escapes what people write before it sends it.
    const read = readWritten(line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll(/&lt;(@[A-Z0-9]+)&gt;/g, '<$1>'), of.commands.filter(({ sandboxOnly }) => sandboxOnly !== true), { documents: true })
    const understood = read.kind === 'found' ? { understood: { command: read.command.name.en, args: read.command.typed(read.words) } } : {}
    const near = to === undefined ? {} : { to: { conversation: to.conversation, ts: to.ts } }
    const replied = await replyDoor(said, () => (to === undefined ? [] : tasksOfNotices(to.notices))).said({ words: line.trim(), isDocument: read.kind === 'pasted', ...near, ...understood }, desk)
    if (replied !== undefined) return { ...(await ended(replied, said, step, desk, writtenAs(line))), did, fresh: false, texts: writtenAs(line)?.texts ?? [] }
    if (read.kind === 'nothing' || read.kind === 'pasted') return { did, answer: 'nothing', fresh: false, inForm: false, texts: [] }
    if (read.kind === 'unknown') {
      const card = await withWords(sayings.unknownWord(read.word, read.nearest, desk), writtenAs(line), desk)
      return { did, answer: 'card', card, fresh: false, inForm: false, texts: line.trim().length < 16 ? [] : [line] }
    }
    const args = read.command.typed(read.words)
    const written = writtenAs(line, { command: read.command, args })
    const own = writtenIn(read.command, plainArgs(args))?.texts ?? []
    const all = await ended(await read.command.handle(args, desk), read.command, step, desk, written)
    // What was in the line is in the form that it opened; what is refused comes back as the line it was.
    return { ...all, did, fresh: false, texts: all.inForm ? all.texts : all.card?.refused === undefined || written === undefined ? own : [line] }
  }

  async function withWords(card: Card, written: Written | undefined, desk: Desk): Promise<Card> {
    return card.refused === undefined || written === undefined ? card : of.giveBack(card, written, desk.lang, desk)
  }

  /** A form that opens is filled in and sent, once; what is wrong in it is shown in it, and it stays open. */
  async function ended(answer: Awaited<ReturnType<Command['handle']>>, command: Command, step: Step, desk: Desk, written: Written | undefined): Promise<Omit<Did, 'did' | 'fresh'>> {
    const texts = written?.texts ?? []
    switch (answer.kind) {
      case 'args-refused':
        return { answer: 'card', card: await withWords(sayings.argsRefused(command, answer.issues, desk), written, desk), inForm: false, texts }
      case 'card':
        return { answer: 'card', card: await withWords(answer.card, written, desk), inForm: false, texts }
      case 'settling':
        throw new Error('nothing is uncertain at a desk in memory')
      case 'form-errors':
        return { answer: 'form-errors', card: await withWords(errorCard(answer.errors), written, desk), inForm: false, texts }
      case 'file':
        return { answer: 'file', inForm: false, texts: [] }
      case 'form': {
        const { form } = answer
        const to = of.commands.find(({ name }) => name.en === form.run.command)
        if (to === undefined) throw new Error(`a form leads to ${form.run.command}, which is no command`)
        const args = { ...form.run.args, ...filled(form, step) }
        const own = writtenIn(to, args)
        const sent = await to.handle(args, desk)
        // What was in it already is carried on: the form itself is where it stands.
        const all = { inForm: true, texts: own?.texts ?? [] }
        if (sent.kind === 'form') return { ...all, answer: 'form', form: sent.form }
        if (sent.kind === 'args-refused' || sent.kind === 'form-errors') return { ...all, answer: 'form-errors', form: { ...form, run: { ...form.run, args: plainArgs(args) } } }
        const done = await ended(sent, to, step, desk, own)
        return { ...done, inForm: true }
      }
    }
  }
}

export const viewIn = ({ plans, directory, today }: Pick<World, 'plans' | 'directory' | 'today'>, id: PlanId): View => {
  const plan = plans.get(id)
  if (plan === undefined) throw new Error(`no plan ${id}`)
  return { plan, directory: directoryOn(directory, today), calendar: workCalendar, today }
}

/** Mostly what they may, and now and then anything. */
function linesFor(person: Person, { pick }: Step): readonly string[] {
  const own = commandLines.filter((line) => ((found) => found.kind === 'found' && may(person, found.command.may))(findCommand(commands, [line.split(' ')[0] ?? ''])))
  return pick % 5 === 0 || own.length === 0 ? commandLines : own
}

/** Mostly tasks of their own units, and now and then any. */
function tasksFor({ plans }: World, person: Person, { pick }: Step): string[] {
  const held = [...person.contactOf, ...person.headOf, ...person.backupOf, ...person.handlerOf]
  const named = [...plans].flatMap(([id, { tasks, unitsOf }]) => [...tasks.keys()].map((no) => ({ name: id === 'p1' ? String(no) : `${id}-${no}`, isOwn: (unitsOf.get(no) ?? []).some((unit) => held.includes(unit)) })))
  const own = named.filter(({ isOwn }) => isOwn)
  return (pick % 4 === 0 || own.length === 0 ? named : own).map(({ name }) => name)
}

const namesIn = (world: World, person: Person, step: Step): Names => (({ plans, directory, today }) => ({
  tasks: tasksFor(world, person, step),
  units: [...directory.units.values()].map(({ name }) => name), people: [...directory.people.values()].map(({ name, handle }) => (handle === undefined ? name : `<@${handle.id}>`)),
  rounds: [...plans.values()].flatMap(({ rounds }) => [...rounds.values()].flatMap(({ id, when }) => (when.every === 'once' ? [id] : [id, `${id}/2026-06`]))), days: [-3, 0, 1, 4, 12, 60].map((days) => workCalendar.addDays(today, days)),
}))(world)

function filled({ fields }: Form, { pick, words }: Step): Record<string, unknown> {
  return Object.fromEntries(fields.flatMap((field, index): [string, unknown][] => {
    switch (field.kind) {
      case 'line':
        // Every now and then what stood in it is left.
        return (pick + index) % 5 === 0 ? (field.now === undefined ? [] : [[field.name, field.now]]) : [[field.name, words.slice(0, field.maxLength)]]
      case 'choice': {
        const choice = chosen(field.choices, pick + index)?.value ?? field.now
        return choice === undefined ? [] : [[field.name, choice]]
      }
      case 'checks':
        return [[field.name.replace(/~\d+$/, ''), field.choices.filter((_, which) => (pick + which) % 2 === 0).map(({ value }) => value)]]
      case 'date':
        return field.now === undefined ? [] : [[field.name, field.now]]
    }
  }))
}
