// What must hold whatever the crowd does. Each law watches a course from its beginning and says what was broken, in words.
import { expect } from 'vitest'
import { homeCard } from '#commands/home.ts'
import { task as taskCommand } from '#commands/task.ts'
import { DirectoryEvent, evolveDirectory, type Directory } from '#src/directory/directory.ts'
import { directoryOn } from '#src/directory/on-day.ts'
import { evolvePlan, PlanEvent, type PlanState } from '#src/ledger/plan.ts'
import type { PlanId, TaskNo } from '#src/ledger/ids.ts'
import { Stamp } from '#src/ledger/stamp.ts'
import type { Parcel } from '#src/reminders/notice.ts'
import { renderBlocks } from '#src/slack/render-blocks.ts'
import { renderForm } from '#src/slack/render-form.ts'
import { renderText } from '#src/slack/render-text.ts'
import type { Card } from '#templates/card.ts'
import { messageCard } from '#templates/message.ts'
import { deskOf } from '#test/desk.ts'
import { validateBlocks, validateModal } from '#test/slack/validate-blocks.ts'
import { actionsOf, expectGoodCard, linesOf } from '#test/templates/card-rules.ts'
import { viewIn, wholeOf, type Seen, type Watcher, type World } from './crowd.ts'
import { county, countyPlans } from './crowd-county.ts'
import { matterOf } from './crowd-matters.ts'
import { notTheirs, notTheirsOfPeople, type Entry } from './crowd-may.ts'
import { closedFigures } from './crowd-rounds.ts'
import { gist } from './crowd-gist.ts'

export type Law = (broken: (what: string) => void) => Watcher & { end?: (world: World) => void | Promise<void> }

/** What an assertion says, where it fails. */
function failing(check: () => void): string | undefined {
  try {
    check()
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message.slice(0, 1500) : String(error)
  }
}

const goodCards: Law = (broken) => {
  // The notification of a message says the most urgent thing in it, which need not be its first line.
  const look = (card: Card | undefined, where: string): void => {
    const wrong = card === undefined ? undefined : failing(() => {
      expectGoodCard(where === 'sent' || where === 'drawn' ? { ...card, lines: [] } : card)
      expect(validateBlocks(renderBlocks(card).blocks)).toEqual([])
    })
    if (wrong !== undefined) broken(`${where}: ${card?.text.slice(0, 80)}: ${wrong}`)
  }
  return {
    sent: (_, card) => look(card, 'sent'),
    drawn: (card) => look(card, 'drawn'),
    seen({ card, form, did }) {
      look(card, did)
      const wrong = form === undefined ? undefined : failing(() => expect(validateModal(renderForm(form, { manner: 'private' }, 'zh'))).toEqual([]))
      if (wrong !== undefined) broken(`${did}: the form: ${wrong}`)
    },
  }
}

const onlyWhoMay: Law = (broken) => {
  const before: Entry[] = [...countyPlans().log]
  const copyOf = ({ people, units, absences }: Directory) => ({ people: new Map(people), units: new Map(units), absences: [...absences], before })
  let then = copyOf(county())
  return {
    recorded(entry, { directory }) {
      then = copyOf(directory)
      for (const event of notTheirs(entry, then)) broken(`${entry.by?.name ?? 'system'} may not: ${JSON.stringify(event)}`)
      before.push(entry)
    },
    recordedOfPeople(entry, { directory }) {
      for (const event of notTheirsOfPeople(entry, then)) broken(`${entry.by?.name ?? 'system'} may not: ${JSON.stringify(event)}`)
      then = copyOf(directory)
    },
  }
}

/** The plans and the directory as the written entries alone give them. */
function retold(): Watcher & { plans: Map<PlanId, PlanState>; directory: Directory } {
  const plans = new Map(countyPlans().plans.map((plan) => [plan.id, plan]))
  const directory = county()
  const written = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown
  return {
    plans, directory,
    recorded({ plan, stamp, events }) {
      const standing = plans.get(plan)
      if (standing !== undefined) for (const event of events) evolvePlan(standing, PlanEvent.parse(written(event)), Stamp.parse(written(stamp)))
    },
    recordedOfPeople({ stamp, events }) {
      for (const event of events) evolveDirectory(directory, DirectoryEvent.parse(written(event)), Stamp.parse(written(stamp)))
    },
  }
}

const logsGiveTheState: Law = (broken) => {
  const told = retold()
  return {
    ...told,
    end({ plans, directory }) {
      const wrong = failing(() => {
        expect([...told.plans.values()]).toEqual([...plans.values()])
        expect(told.directory).toEqual(directory)
      })
      if (wrong !== undefined) broken(wrong)
    },
  }
}

const shownIsWhatStands: Law = (broken) => {
  const told = retold()
  const anew = (card: Card, of: Parcel | 'home', asker: string, world: World): void => {
    const then: World = { ...world, plans: told.plans, directory: told.directory }
    const directory = directoryOn(told.directory, world.today)
    const desk = deskOf({ today: world.today, plans: [...told.plans.values()], directory: told.directory, asker, now: world.now, words: world.words, sent: world.sent })
    const sentAt = of === 'home' ? undefined : world.sent.find(({ key }) => key === of.key)?.at ?? world.now
    const person = of === 'home' ? undefined : directory.people.get(of.to)
    const drawn = of === 'home' ? homeCard(desk) : person === undefined ? undefined : messageCard({ parcel: of, view: (id) => viewIn(then, id), person, sentAt, directory, lang: 'zh' }, wholeOf(then))
    if (JSON.stringify(drawn) !== JSON.stringify(card)) broken(`${asker} is shown ${renderText(card).slice(0, 600)}\n and the logs say ${drawn === undefined ? 'nothing' : renderText(drawn).slice(0, 600)}`)
  }
  return {
    ...told,
    drawn: (card, of, by, world) => anew(card, of, by.name, world),
    sent: (parcel, card, world) => anew(card, parcel, world.directory.people.get(parcel.to)?.name ?? '', world),
  }
}

const choices = ['请选您要的那一项', '您说的是哪一项', '您说的是这一项吗', '请选择方案']

const offeredIsTaken: Law = (broken) => ({
  seen({ fresh, inForm, pressed, card, by, did, answer, on }) {
    // What was written with a number that several plans have, or without one, is judged once it is known of which task it is.
    if (choices.some((choice) => on?.text.includes(choice) === true) && Object.keys(pressed?.args ?? {}).length > 1) return
    if (fresh && !inForm && pressed !== undefined && (answer === 'form-errors' || card?.refused !== undefined)) broken(`${by.name} ${did} on “${on?.text.slice(0, 80) ?? ''}” and was told: ${card?.text ?? 'errors'}`)
  },
})

/** Signs that typing loses on purpose aside: width, spaces, what cannot be seen. */
const bare = (text: string): string => text.normalize('NFKC').replace(/[\s\p{Cf}\uFE0F]/gu, '')

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(stringsIn)
  if (value instanceof Map) return [...value.values()].flatMap(stringsIn)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

const nothingWrittenIsLost: Law = (broken) => ({
  seen({ texts, card, form, entries, people, by, did, world }) {
    const kept = card === undefined ? [] : stringsIn(card).flatMap((text) => stringsIn(world.words.get(text)))
    // What a button carries as it was written is inside its own quoting.
    const carried = stringsIn(card).filter((text) => text.startsWith('{')).flatMap((text) => stringsIn(unquoted(text)))
    const all = bare([...(card === undefined ? [] : [linesOf(card).join(''), ...stringsIn(actionsOf(card))]), ...stringsIn(form), ...kept, ...carried].join('')) + bare(stringsIn([entries.map(({ events }) => events), people.map(({ events }) => events)]).join(''))
    for (const text of texts) if (!all.includes(bare(text)) && !partsOf(text, entries)) broken(`${by.name} ${did}: “${text.slice(0, 60)}” is nowhere: ${card?.text ?? ''}`)
  },
})

const unquoted = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

/** Between the parts of a word: a day before it, what is in brackets behind it. */
const between = /(?<=^\d{4}-\d{2}-\d{2})|[（）]/

/** A line that was understood stands in the log in its parts. */
const partsOf = (text: string, entries: Seen['entries']): boolean => {
  const all = bare(stringsIn(entries.map(({ events }) => events)).join(''))
  const parts = text.trim().split(/\s+/).flatMap((word) => word.split(between)).filter((word) => word !== '')
  return parts.some((word) => all.includes(bare(word))) && parts.every((word) => word.length < 12 || all.includes(bare(word)))
}

const toldOnce: Law = (broken) => {
  const told = new Set<string>()
  return {
    sent({ key, to, notices }, _, { today, directory }) {
      if (notices.length === 0) broken(`an empty message to ${to}`)
      const name = directory.people.get(to)?.name ?? to
      for (const once of [...notices.map((notice) => matterOf(notice, today)), ...(key.startsWith('digest/') ? [`a digest to ${to} on ${today}`] : []), ...(notices.some(({ kind }) => kind === 'nudged') ? [`a chase of ${to} on ${today}`] : [])]) {
        if (told.has(once)) broken(`${name} is told twice on ${today}: ${once}`)
        told.add(once)
      }
    },
  }
}

/** Of a plan, what an event changes besides the memory of who did what last. */
const stateOf = (plan: PlanState): string => JSON.stringify({ ...plan, lastActs: undefined }, (_, value: unknown) => (value instanceof Map ? [...value] : value))
const wordsOf = (event: PlanEvent): string[] => ['words', 'reason', 'done', 'problem', 'needs', 'next'].flatMap((name) => ((value) => (typeof value === 'string' && value.trim() !== '' ? [value] : []))(Object.entries(event).find(([field]) => field === name)?.[1]))
/** Why something is as it is not said in what stands, but in the log. */
const onlyInTheLog: readonly PlanEvent['type'][] = ['due-bound', 'due-corrected', 'due-moved', 'plan-restored']

const everyEventCounts: Law = (broken) => {
  const before = new Map(countyPlans().plans.map((plan) => [plan.id, stateOf(plan)]))
  return {
    recorded({ plan, events, by }, { plans }) {
      const standing = plans.get(plan)
      const now = standing === undefined ? '' : stateOf(standing)
      if (now === before.get(plan)) broken(`nothing came of ${JSON.stringify(events).slice(0, 300)} by ${by?.name ?? 'system'}`)
      for (const event of events) if (!onlyInTheLog.includes(event.type)) for (const words of wordsOf(event)) if (!now.includes(JSON.stringify(words).slice(1, -1))) broken(`${words.slice(0, 80)} of ${event.type} is not in what stands`)
      before.set(plan, now)
    },
  }
}

const ownActsAloneAreUndone: Law = (broken) => {
  const log: Entry[] = [...countyPlans().log]
  const partsIn = (plan: PlanState | undefined): Map<string, string> => new Map([...(plan?.assignments ?? [])].map(([key, part]) => [key, JSON.stringify(part, (__, value: unknown) => (value instanceof Map ? [...value] : value))]))
  const before = new Map(countyPlans().plans.map((plan) => [plan.id, partsIn(plan)]))
  return {
    recorded(entry, { plans }) {
      const now = partsIn(plans.get(entry.plan))
      const undone = entry.events.find((event) => event.type === 'act-undone')
      if (undone?.type === 'act-undone') {
        const own = log.filter(({ plan, stamp }) => plan === entry.plan && stamp.at === undone.at && stamp.by === entry.stamp.by).flatMap(({ events }) => events)
        const touched = new Set(own.flatMap((event) => (event.type === 'parts-checked' ? event.lines.map(({ task, unit }) => `${task}/${unit}`) : 'task' in event && 'unit' in event ? [`${event.task}/${event.unit}`] : [])))
        for (const [key, part] of now) if (part !== before.get(entry.plan)?.get(key) && !touched.has(key)) broken(`${entry.by?.name ?? ''} took back ${undone.acts.join()} and changed ${key}`)
        // What others said of these parts since stays said.
        const others = log.filter(({ plan, stamp }) => plan === entry.plan && stamp.at > undone.at && stamp.by !== entry.stamp.by).flatMap(({ events }) => events)
        for (const event of others) if (event.type === 'remarked' && touched.has(`${event.task}/${event.unit}`) && now.get(`${event.task}/${event.unit}`)?.includes(JSON.stringify(event.words).slice(1, -1)) === false) broken(`${event.words} of another is gone with ${undone.acts.join()}`)
      }
      log.push(entry)
      before.set(entry.plan, now)
    },
  }
}

/** A task's card against what its log says by itself: whether it rests, whether it is off the register. */
const cardsSayTheGist: Law = (broken) => {
  const log: Entry[] = [...countyPlans().log]
  const looks: Promise<void>[] = []
  async function look({ plans, directory, today, now }: World, plan: PlanId, no: TaskNo, by: string): Promise<void> {
    const said = [...log]
    const given = await taskCommand.handle({ which: `${plan}-${no}` }, deskOf({ today, plans: [...plans.values()], directory, asker: '沈若兰', now }))
    if (given.kind === 'card') for (const wrong of gist(said, plan, no, renderText(given.card))) broken(`after ${by}: ${plan}-${no}: ${wrong}: ${renderText(given.card)}`)
  }
  return {
    recorded: (entry) => void log.push(entry),
    seen({ entries, world, by }) {
      for (const { plan, events } of entries)
        for (const no of new Set(events.flatMap((event) => ('task' in event ? [event.task] : []))))
          if (world.plans.get(plan)?.tasks.has(no) === true && world.plans.get(plan)?.archived === undefined) looks.push(look(world, plan, no, by.name))
    },
    async end() {
      await Promise.all(looks)
    },
  }
}

const closedStaysClosed: Law = (broken) => {
  let before = new Map<string, string>()
  return {
    seen({ world, did, by, entries }) {
      const now = closedFigures(world)
      // Two names of one unit were one all along.
      const reopens = entries.some(({ events }) => events.some(({ type }) => type === 'round-reopened' || type === 'act-undone' || type === 'objection-ruled' || type === 'units-merged'))
      for (const [key, figures] of now) {
        const known = before.get(key)
        if (known !== undefined && known !== figures && !reopens) broken(`${key} is over, and with what ${by.name} did (${did}) its figures go from ${known} to ${figures}`)
      }
      before = now
    },
  }
}

export const laws = {
  'is shown nothing but good cards that Slack takes': goodCards,
  'records nothing that the person may not': onlyWhoMay,
  'leaves plans and a directory that are what their logs say': logsGiveTheState,
  'is shown what stands, and nothing else': shownIsWhatStands,
  'is offered nothing, on a card of this moment, that is then refused': offeredIsTaken,
  'finds whatever it wrote on record, on the card or in the form': nothingWrittenIsLost,
  'is told nothing twice': toldOnce,
  'changes something with all that is recorded, and finds its words in it': everyEventCounts,
  'takes back its own acts alone': ownActsAloneAreUndone,
  'reads on a task’s card what was last said of it': cardsSayTheGist,
  'changes no figure of a round that is over': closedStaysClosed,
} satisfies Record<string, Law>
