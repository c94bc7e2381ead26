// A plan as a timeline: of each task how it stood after every event that changed it. What was taken back, or was never said, is left out from the beginning, so that the past is read as it is now known to have been.
import { memberOf, reopened, type Part, type Place } from './parts.ts'
import { neverReachedIn, type Year } from './milestones.ts'
import type { Day, Happened, Instant, Of, PlanEvent, Policy, Stamp } from './raw.ts'
import { accepted, after, asTask, dueOf, led, more, passed, rewritten, settled, taskPlaced, untilPlaced, yearAfter, type Task, type VoiceEvent } from './task-after.ts'
import { isOpen, type Voice } from './voice.ts'
import { roundAfter, type Opened } from './rounds.ts'

/** `task`: undefined where the plan has it no more. */
export type Version = { at: Instant; on: Day; task: Task | undefined }
export type Doubt = { kind: string; task?: number; isSettled: boolean }

export type Plan = {
  importedOn?: Day
  handedOutOn?: Day
  lastYear?: number
  policies: { on: Day; policy: Policy }[]
  ownDaysOff: ReadonlySet<Day>
  doubts: Map<number, Doubt>
  rounds: Map<string, Opened>
  timelines: Map<number, Version[]>
}

/** What 撤销 takes back. */
const takenBack: ReadonlySet<PlanEvent['type']> = new Set<PlanEvent['type']>([
  'reported', 'claimed', 'claim-accepted', 'claim-returned', 'extension-asked', 'extension-refused', 'objected', 'part-questioned', 'question-refused', 'milestone-reached',
])

const emptyPlan = (): Plan => ({ policies: [], ownDaysOff: new Set(), doubts: new Map(), rounds: new Map(), timelines: new Map() })

/** Takes in the events of one plan in their order. */
export class Timelines {
  plan = emptyPlan()
  readonly #happened: readonly Happened<PlanEvent>[]
  /** Events that count as never having been: taken back, or claims that nobody made; with the event that says so. */
  readonly #never = new Map<number, { why: 'undone' | 'never-said'; by: number }>()
  #taken = 0

  constructor(happened: readonly Happened<PlanEvent>[]) {
    this.#happened = happened
  }

  /** All that happened until the end of a day. */
  until(day: Day): Plan {
    while (this.#taken < this.#happened.length) {
      const next = this.#happened[this.#taken]
      if (next === undefined || next.stamp.on > day) break
      this.#taken += 1
      if (this.#leavesOut(next)) {
        // The past is another now.
        this.plan = emptyPlan()
        for (const each of this.#happened.slice(0, this.#taken)) this.#takeIn(each)
      } else this.#takeIn(next)
    }
    return this.plan
  }

  /** Whether an event says that others never were. */
  #leavesOut({ nth, event, stamp }: Happened<PlanEvent>): boolean {
    const before = this.#happened.slice(0, nth).filter((each) => !this.#never.has(each.nth))
    if (event.type === 'act-undone') {
      const undone = before.filter((each) => each.stamp.by === stamp.by && each.stamp.at === event.at && takenBack.has(each.event.type))
      for (const each of undone) this.#never.set(each.nth, { why: 'undone', by: nth })
      return undone.length > 0
    }
    if (event.type !== 'objection-ruled' || !event.upheld) return false
    const part = this.now(event.task)?.parts.find(({ unit }) => unit === event.unit)
    const record = part === undefined ? undefined : (event.member === undefined ? part.own : memberOf(part, event.member)).objection?.record
    if (part === undefined || record === undefined) return false
    const own = event.member === undefined ? undefined : memberOf(part, event.member)
    // A member that has claimed nothing itself speaks of its whole group's.
    const speaker = own !== undefined && !isOpen(own) ? own : part.own
    if (speaker.closing.is === 'open' || speaker.closing.claim.at !== record) return false
    const isMembers = speaker === own
    const claims = before.filter((each) => each.event.type === 'claimed' && each.event.task === event.task && each.stamp.at === record && each.event.onBehalf !== undefined && (each.event.member !== undefined) === isMembers)
    const exact = claims.filter((each) => each.event.type === 'claimed' && each.event.member === event.member)
    const never = isMembers && exact.length > 0 ? exact : claims
    for (const each of never) this.#never.set(each.nth, { why: 'never-said', by: nth })
    return never.length > 0
  }

  now(no: number): Task | undefined {
    return this.plan.timelines.get(no)?.at(-1)?.task
  }

  #put(no: number, task: Task | undefined, { at, on }: Stamp): void {
    const versions = this.plan.timelines.get(no) ?? []
    if (versions.at(-1)?.task === task) return
    versions.push({ at, on, task })
    this.plan.timelines.set(no, versions)
  }

  #change(no: number, stamp: Stamp, how: (task: Task) => Task): void {
    const task = this.now(no)
    if (task !== undefined) this.#put(no, how(task), stamp)
  }

  #takeIn({ nth, event, stamp }: Happened<PlanEvent>): void {
    const never = this.#never.get(nth)
    if (never?.why === 'undone') return
    if (never !== undefined) {
      if (event.type === 'claimed') this.#voice(event, stamp, (voice) => (isOpen(voice) ? { ...voice, neverClaimed: never.by } : voice))
      return
    }
    const { plan } = this
    switch (event.type) {
      case 'imported':
        plan.importedOn = stamp.on
        if (event.period !== undefined) plan.lastYear = event.period.to
        for (const task of event.tasks) this.#put(task.no, asTask(task), stamp)
        for (const doubt of event.doubts) this.#raise(doubt)
        return
      case 'handed-out':
        plan.handedOutOn = stamp.on
        return
      case 'period-set':
        plan.lastYear = event.to
        return
      case 'policy-set':
        plan.policies.push({ on: stamp.on, policy: event.policy })
        return
      case 'own-days-off-set':
        plan.ownDaysOff = new Set([...plan.ownDaysOff, ...event.days])
        return
      case 'own-days-off-lifted':
        plan.ownDaysOff = new Set([...plan.ownDaysOff].filter((day) => !event.days.includes(day)))
        return
      case 'doubt-settled':
        this.#settle(event.doubt)
        return
      case 'due-bound': case 'due-corrected': case 'due-moved':
        this.#change(event.task, stamp, (task) => ({ ...task, due: { day: event.day, isUnbound: false } }))
        return
      case 'dates-answered':
        this.#change(event.task, stamp, (task) => (event.due === undefined ? task : { ...task, due: dueOf(event.due) }))
        return
      case 'lead-set':
        this.#change(event.task, stamp, (task) => ({ ...task, parts: led(task.parts, event.unit, stamp) }))
        return
      case 'part-passed':
        this.#change(event.task, stamp, (task) => passed(task, event, stamp))
        return
      case 'parts-given':
        for (const no of event.tasks) this.#change(no, stamp, (task) => ({ ...task, parts: more(task.parts, event.units, stamp) }))
        return
      case 'name-cleared': case 'units-merged': case 'unit-succeeded':
        this.#place(event, stamp)
        return
      case 'reported': case 'claimed': case 'claim-accepted': case 'claim-returned': case 'claim-withdrawn': case 'extension-asked': case 'extension-granted': case 'extension-refused':
      case 'objected': case 'objection-ruled': case 'part-questioned': case 'question-upheld': case 'question-refused':
        if (event.type === 'objection-ruled' && event.upheld) this.#strikeMilestones(event, stamp)
        this.#said(event, stamp, nth)
        return
      case 'task-paused':
        this.#change(event.task, stamp, (task) => ({ ...task, isPaused: true }))
        return
      case 'task-resumed':
        this.#change(event.task, stamp, (task) => ({ ...task, isPaused: false }))
        return
      case 'task-struck-off':
        this.#change(event.task, stamp, (task) => ({ ...task, isPaused: false, isStruckOff: true }))
        return
      case 'task-reopened':
        this.#change(event.task, stamp, (task) => ({ ...task, isStruckOff: false, parts: task.parts.map((part) => reopened(part, stamp)) }))
        return
      case 'milestones-proposed': case 'milestones-approved': case 'milestones-returned': case 'milestone-reached':
        this.#year(event.task, event.year, stamp, (year) => yearAfter(year, event, stamp))
        return
      case 'round-opened': case 'round-closed': case 'round-resumed': case 'round-reopened': case 'round-ended': {
        const [id = ''] = event.round.split('/')
        const round = roundAfter(plan.rounds.get(id), event, stamp)
        if (round !== undefined) plan.rounds.set(id, round)
        return
      }
      case 'plan-amended':
        this.#amend(event, stamp)
        return
      case 'task-added':
        this.#put(event.task, asTask({ ...event, no: event.task }), stamp)
        return
      case 'task-withdrawn': case 'instruction-withdrawn': case 'rectification-withdrawn': case 'decision-withdrawn':
        for (const [id, doubt] of plan.doubts) if (doubt.task === event.task) this.#settle(id)
        this.#put(event.task, undefined, stamp)
        return
      case 'task-kept':
        return
      case 'amended-point-settled':
        this.#change(event.task, stamp, (task) => settled(task, event, stamp))
        return
      case 'act-undone':
        return
    }
  }

  #raise({ id, kind, task, answer }: Of<'imported'>['doubts'][number]): void {
    this.plan.doubts.set(id, { kind, ...(task === undefined ? {} : { task }), isSettled: answer !== undefined })
  }

  #settle(id: number): void {
    const doubt = this.plan.doubts.get(id)
    if (doubt !== undefined) this.plan.doubts.set(id, { ...doubt, isSettled: true })
  }

  #voice({ task: no, unit, member }: { task: number; unit: string; member?: string | undefined }, stamp: Stamp, how: (voice: Voice) => Voice): void {
    this.#part(no, unit, stamp, (part) => (member === undefined ? { ...part, own: how(part.own) } : { ...part, members: new Map([...part.members, [member, how(memberOf(part, member))]]) }))
  }

  #part(no: number, unit: string, stamp: Stamp, how: (part: Part) => Part): void {
    this.#change(no, stamp, (task) => ({ ...task, parts: task.parts.map((part) => (part.unit === unit ? how(part) : part)) }))
  }

  #said(event: VoiceEvent, stamp: Stamp, nth: number): void {
    if (event.type === 'claim-accepted' && event.member === undefined) this.#part(event.task, event.unit, stamp, (part) => accepted(part, nth))
    else if (event.type === 'claim-returned' && event.member === undefined) this.#part(event.task, event.unit, stamp, (part) => (part.own.closing.is === 'claimed' ? { ...part, own: after(part.own, event, stamp) } : { ...part, members: new Map([...part.members].map(([member, voice]) => [member, after(voice, event, stamp)])) }))
    else this.#voice(event, stamp, (voice) => after(voice, event, stamp))
  }

  #year(no: number, year: number, stamp: Stamp, how: (year: Year) => Year): void {
    this.#change(no, stamp, (task) => ({ ...task, years: new Map([...task.years, [year, how(task.years.get(year) ?? {})]]) }))
  }

  #strikeMilestones({ task: no, unit, member }: Of<'objection-ruled'>, stamp: Stamp): void {
    const part = this.now(no)?.parts.find((each) => each.unit === unit)
    const record = part === undefined ? undefined : (member === undefined ? part.own : memberOf(part, member)).objection?.record
    if (record !== undefined) this.#change(no, stamp, (task) => ({ ...task, years: new Map([...task.years].map(([year, list]) => [year, neverReachedIn(list, record)])) }))
  }

  /** Units are called otherwise, were one all along, or one carries on what another had open. A name that was read wrongly is put right in the past too. */
  #place(event: Of<'name-cleared' | 'units-merged' | 'unit-succeeded'>, stamp: Stamp): void {
    const { plan } = this
    if (event.type === 'name-cleared' && event.unit === undefined) return
    const [from, to] = event.type === 'units-merged' ? [event.other, [event.keep]] : event.type === 'unit-succeeded' ? [event.from, [event.to]] : [event.unit, event.units]
    if (to.length === 1 && to[0] === from) return
    const place: Place = (unit) => (unit === from ? to : [unit])
    const isSucceeded = event.type === 'unit-succeeded'
    for (const [no, versions] of plan.timelines) {
      if (!isSucceeded) plan.timelines.set(no, versions.map((version) => (version.task === undefined ? version : { ...version, task: taskPlaced(version.task, place, event.type) })))
      else this.#change(no, stamp, (task) => taskPlaced(task, place, event.type))
    }
    for (const [id, round] of plan.rounds) plan.rounds.set(id, { ...round, turns: new Map([...round.turns].map(([key, turn]) => [key, { ...turn, reopened: untilPlaced(turn.reopened, place) }])) })
  }

  #amend(event: Of<'plan-amended'>, stamp: Stamp): void {
    for (const { task: no, due, units, asked } of event.kept)
      this.#change(no, stamp, (task) => {
        const changed = { ...task, ...(due === undefined ? {} : { due: dueOf(due) }), waiting: { ...(asked?.due === undefined ? {} : { due: asked.due }), ...(asked?.units === undefined ? {} : { units: asked.units }) } }
        return units === undefined ? changed : rewritten(changed, units, stamp)
      })
    if (event.period !== undefined) this.plan.lastYear = event.period.to
    for (const task of event.added) this.#put(task.no, asTask(task), stamp)
    for (const doubt of event.doubts) this.#raise(doubt)
    for (const id of event.doubtsClosed) this.#settle(id)
  }
}
