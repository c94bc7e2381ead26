// What stands in one plan, as the oracle reads it from the plan's entries.
import type { PlanEvent } from '#src/ledger/plan.ts'
import type { Stamp } from '#src/ledger/stamp.ts'
import { givenOfOne, readGiven, type GivenPeriods } from './given.ts'
import { milestonesOfOne, milestonesUnsaid, readMilestones } from './milestones.ts'
import { givenAnew, leadNamed, membersNow, partOf, passOn, recordUnsaid, ruled, unitInto, waitingIn } from './parts.ts'
import { byDefault } from './policy.ts'
import { asks, namesOf, silent, type Body, type Duty, type Ended, type GivenPart, type Meeting, type Opened, type Part, type Task, type Voice, type When, type Year } from './standing.ts'
import { readReview, type Review } from './reviews.ts'
import { readRound, roundsOfOne } from './rounds.ts'

export class Plan implements GivenPeriods {
  readonly id: string
  policy = byDefault
  handedOutOn: string | undefined
  years: { from: number; to: number } | undefined
  firstYear = 0
  isArchived = false
  ownDaysOff = new Set<string>()
  readonly tasks = new Map<number, Task>()
  duties: Duty[] = []
  bodies: Body[] = []
  /** Body, clause and window of which it was said that it is not met. */
  readonly excused = new Set<string>()
  readonly given: GivenPeriods['given'] = new Map()
  readonly hindered: GivenPeriods['hindered'] = []
  readonly sentBack: GivenPeriods['sentBack'] = new Map()
  readonly rounds: Opened[] = []
  readonly milestones = new Map<string, Year>()
  readonly meetings: Meeting[] = []
  /** 议题申报 without an answer. */
  readonly requests = new Map<string, { body: string; on: string }>()
  /** Those that were taken up, by which body. */
  readonly taken = new Map<string, string>()
  readonly reviews: Review[] = []
  /** What waited for a secretary, and waits no more without a ruling. */
  readonly ended: Ended[] = []
  readonly amendments: { id: string; on: string; isTold: boolean; unitsBefore: readonly string[]; changed: readonly string[] }[] = []
  readonly withdrawn: { task: number; units: readonly string[]; on: string }[] = []
  /** From when a duty is as it is now, where an amendment made it so. */
  readonly dutiesSince = new Map<string, string>()
  readonly #pending = new Map<number, { source: string; due?: Task['due'] | undefined; units?: readonly GivenPart[] | undefined }>()
  readonly successions: { from: string; to: string; on: string; hasTasks: boolean }[] = []
  /** Kinds of entries that the oracle does not know to read. */
  readonly unread = new Set<string>()

  constructor(id: string) {
    this.id = id
  }

  part(task: number, unit: string): Part | undefined {
    return this.tasks.get(task)?.parts.find((part) => part.unit === unit)
  }

  voice(task: number, unit: string, member?: string): Voice {
    const part = this.part(task, unit)
    if (part === undefined) throw new Error(`${this.id} has no part ${task}/${unit}`)
    if (member === undefined) return part.own
    const known = part.members.get(member) ?? silent()
    part.members.set(member, known)
    return known
  }

  read(event: PlanEvent, { at, on, by }: Stamp): void {
    const when: When = { at, on, by }
    if (readReview(this.reviews, event, on, (what) => this.unread.add(what)) || readRound(this.rounds, event, on) || readMilestones(this.milestones, event, when) || readGiven(this, event, when)) return
    // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- what no story records yet is named by `unread`, and the year ends with a fault.
    switch (event.type) {
      case 'imported':
        this.#takeIn(event, on)
        return
      case 'handed-out': return void (this.handedOutOn = on)
      case 'due-bound': case 'due-corrected': case 'due-moved': {
        const task = this.#task(event.task)
        this.#setDue(task, { kind: 'dated', day: event.day }, when)
        if (this.handedOutOn !== undefined) task.dueSet = { ...when, day: event.day }
        return
      }
      case 'lead-set':
        this.ended.push(...leadNamed(this.#task(event.task), event.unit, when, this.handedOutOn !== undefined).map((each) => ({ ...each, by, on })))
        return
      case 'reported': return void this.voice(event.task, event.unit, event.member).words.push({ ...when, onBehalf: event.onBehalf !== undefined })
      case 'claimed': {
        const voice = this.voice(event.task, event.unit, event.member)
        const said = { ...when, onBehalf: event.onBehalf !== undefined, before: voice.returned }
        voice.claims.push(said)
        return void Object.assign(voice, { claim: said, returned: undefined })
      }
      case 'claim-accepted': {
        const voice = this.voice(event.task, event.unit, event.member)
        const part = this.part(event.task, event.unit)
        if (part !== undefined) this.ended.push(...waitingIn(event.task, part, ['extension', 'part-question'], event.member).map((each) => ({ ...each, by, on })))
        return void Object.assign(voice, { claim: undefined, accepted: { on, claim: voice.claim } })
      }
      case 'claim-returned': return void Object.assign(this.voice(event.task, event.unit, event.member), { claim: undefined, returned: when })
      case 'claim-withdrawn': return void (this.voice(event.task, event.unit, event.member).claim = undefined)
      case 'task-reopened': {
        // What was done is sent back to each of them.
        for (const { own, members } of this.#task(event.task).parts)
          for (const voice of [own, ...members.values()]) if (voice.accepted !== undefined) Object.assign(voice, { accepted: undefined, returned: when })
        return
      }
      case 'task-added': {
        Object.assign(this.#takeInTask({ ...event, no: event.task }), { givenOut: { on, by } })
        if (event.origin.kind === 'review') for (const review of this.reviews) if (review.id === event.origin.review) review.made.push(event.task)
        return
      }
      case 'nudged': return void Object.assign(this.part(event.task, event.unit) ?? {}, { nudge: { ...when, urgent: event.urgent !== undefined } })
      case 'item-handed': return void (this.voice(event.task, event.unit, event.member).handler = event.to === undefined ? undefined : { person: event.to, at })
      case 'extension-asked': return void (this.voice(event.task, event.unit, event.member).extension = { ...when, day: event.day })
      case 'extension-granted': case 'extension-refused': {
        ruled(this.voice(event.task, event.unit, event.member).extension, when, event.type === 'extension-granted')
        return
      }
      case 'objected': {
        const voice = this.voice(event.task, event.unit, event.member)
        const last = voice.words.at(-1)
        return void (voice.objection = { ...when, record: event.record ?? (event.about === 'record' && last?.onBehalf === true ? last.at : undefined) })
      }
      case 'objection-ruled': {
        const { objection } = this.voice(event.task, event.unit, event.member)
        if (event.upheld && objection?.record !== undefined) {
          recordUnsaid(this.voice(event.task, event.unit, event.member), objection.record)
          milestonesUnsaid(this.milestones, event.task, objection.record)
        }
        ruled(objection, when, event.upheld)
        return
      }
      case 'part-questioned': return void (this.voice(event.task, event.unit, event.member)['part-question'] = { ...when, about: event.about })
      case 'question-upheld': case 'question-refused': {
        ruled(this.voice(event.task, event.unit, event.member)['part-question'], when, event.type === 'question-upheld')
        return
      }
      case 'part-passed': {
        const task = this.#task(event.task)
        const part = task.parts.find(({ unit }) => unit === event.from)
        if (part === undefined || event.from === event.to) return
        this.ended.push(...waitingIn(task.no, part, ['claim', ...asks]).map((each) => ({ ...each, by, on })))
        passOn(task, part, event.to, when)
        return
      }
      case 'task-paused': return void Object.assign(this.#task(event.task), { paused: { on, until: event.until }, resumed: undefined })
      case 'task-resumed': {
        const task = this.#task(event.task)
        return void Object.assign(task, { paused: undefined, resumed: { on, pausedOn: task.paused?.on ?? on } })
      }
      case 'reminder-snoozed': return void this.#task(event.task).snoozed.set(by, event.until)
      case 'leader-note-sent': return void this.#task(event.task).notes.push({ due: event.due, on, at, to: event.to })
      case 'leader-note-dropped': return void this.#task(event.task).notes.push({ due: event.due, on, at })
      case 'meeting-scheduled': return void this.meetings.push({ id: event.meeting, body: event.body, day: event.day, time: event.time, place: event.place, status: 'scheduled', toldOn: on, changes: 0, series: event.series, answers: new Map(), kind: event.uncounted === true ? 'none' : event.of })
      case 'meeting-changed': {
        const meeting = this.#meeting(event.meeting)
        if (event.sort !== undefined) meeting.kind = event.sort === 'any' ? undefined : event.sort === 'uncounted' ? 'none' : event.sort
        // Put right alone, nobody is told of it.
        if (event.sort !== undefined && event.day === meeting.day && event.time === meeting.time && event.place === meeting.place) return
        return void Object.assign(meeting, { day: event.day, time: event.time, place: event.place, toldOn: on, changes: meeting.changes + 1, answers: new Map() })
      }
      case 'minutes-issued': return void Object.assign(this.#meeting(event.meeting), { minutes: { on, by } })
      case 'invitation-answered': {
        const { answers } = this.#meeting(event.meeting)
        answers.delete(event.seat)
        return void answers.set(event.seat, event.coming)
      }
      case 'meeting-held': case 'meeting-not-held': case 'meeting-cancelled': return void Object.assign(this.#meeting(event.meeting), { status: event.type })
      case 'body-set': {
        const known = this.bodies.find(({ id }) => id === event.body)
        const set = { id: event.body, convened: event.convened, leader: event.leader, deputies: event.deputies, members: event.members, cadences: known?.cadences ?? [], former: [...(known?.former ?? []), ...(known === undefined ? [] : namesOf(known))] }
        this.bodies = known === undefined ? [...this.bodies, set] : this.bodies.map((body) => (body === known ? set : body))
        return
      }
      case 'meeting-recorded': return void this.meetings.push({ id: event.meeting, body: event.body, day: event.on, time: '', place: '', status: 'meeting-held', toldOn: on, changes: 0, series: undefined, answers: new Map(), kind: event.uncounted === true ? 'none' : event.of })
      case 'agenda-requested': return void this.requests.set(event.request, { body: event.body, on })
      case 'request-declined': return void this.requests.delete(event.request)
      case 'request-taken': {
        const body = this.requests.get(event.request)?.body ?? this.taken.get(event.request) ?? ''
        this.requests.delete(event.request)
        this.taken.set(event.request, body)
        const known = this.meetings.find(({ id }) => id === event.meeting)
        // Recorded for a wrong day before.
        if (known !== undefined && known.day === event.from) Object.assign(known, { day: event.day, status: 'scheduled', changes: known.changes + 1 })
        // Of a day on which it sits anyhow.
        if (known !== undefined) return
        return void this.meetings.push({ id: event.meeting, body, day: event.day, time: '24:00', place: '', status: 'scheduled', toldOn: on, changes: 0, series: undefined, answers: new Map(), kind: undefined })
      }
      case 'cadence-excused': return void this.excused.add([event.body, event.cadence, event.window].join(' '))
      case 'policy-set': return void (this.policy = { ...byDefault, ...event.policy } as typeof byDefault)
      case 'own-days-off-set':
        for (const day of event.days) this.ownDaysOff.add(day)
        return
      case 'plan-amended':
        this.#amend(event, when)
        return
      case 'task-withdrawn': {
        const task = this.#task(event.task)
        this.ended.push(...[...task.parts.flatMap((part) => waitingIn(task.no, part, ['claim', ...asks])), ...this.#proposed(task)].map((each) => ({ ...each, by, on })))
        this.withdrawn.push({ task: task.no, units: task.parts.map(({ unit }) => unit), on })
        this.tasks.delete(task.no)
        this.duties = this.duties.filter((duty) => duty.task !== task.no)
        return
      }
      case 'task-kept': return
      case 'amended-point-settled': {
        const known = this.#pending.get(event.task)
        if (known === undefined || !event.taken) return
        const task = this.#task(event.task)
        const unitsBefore = this.#units()
        const changed = event.point === 'units' ? this.#setUnits(task, known.units ?? [], when) : task.parts.map(({ unit }) => unit)
        if (event.point === 'due' && known.due !== undefined) this.#setDue(task, known.due, when)
        return void this.amendments.push({ id: `${known.source}/${task.no}/${event.point}`, on, isTold: this.handedOutOn !== undefined, unitsBefore, changed })
      }
      case 'unit-succeeded': {
        const tasks = [...this.tasks.values()].filter(({ parts }) => parts.some((part) => part.unit === event.from && part.own.accepted === undefined))
        this.successions.push({ from: event.from, to: event.to, on, hasTasks: tasks.length > 0 })
        this.#becomeOne(event.from, event.to, false, when)
        return
      }
      case 'units-merged':
        this.#becomeOne(event.other, event.keep, true, when)
        return
      case 'plan-archived': return void (this.isArchived = true)
      default: return void this.unread.add(event.type)
    }
  }

  /** All that is open of a unit is another's; where they are the same unit under two names, what is done, too. */
  #becomeOne(from: string, to: string, isSame: boolean, { by, on }: When): void {
    const now = (unit: string): string => (unit === from ? to : unit)
    for (const task of this.tasks.values()) {
      this.ended.push(...unitInto(task, from, to, isSame).map((each) => ({ ...each, by, on })))
      // Whose a part was before stays whose it was, unless both are one unit.
      for (const former of task.former) Object.assign(former, { to: former.to === undefined ? undefined : now(former.to) }, isSame ? { part: { ...former.part, unit: now(former.part.unit), members: membersNow(former.part.members, from, to) } } : {})
    }
    for (const duty of this.duties) Object.assign(duty, duty.debtor === from ? { debtor: to } : {}, duty.receiver === from ? { receiver: to } : {})
    givenOfOne(this, from, to)
    milestonesOfOne(this.milestones, now)
    roundsOfOne(this.rounds, from, to)
    for (const review of this.reviews) if (review.status === 'ahead' || isSame) Object.assign(review, { units: [...new Set(review.units.map(now))] }, review.leads === undefined ? {} : { leads: now(review.leads) })
    for (const each of this.ended) Object.assign(each, { part: now(each.part), speaker: now(each.speaker) })
  }

  #units = (): string[] => [...this.tasks.values()].flatMap(({ parts }) => parts.map(({ unit }) => unit))

  /** A year's milestones that wait: a task with a date owes none. */
  #proposed = (task: Task): Omit<Ended, 'by' | 'on'>[] => task.due.kind === 'dated' ? [] : [...this.milestones.values()].flatMap(({ task: no, proposed }) =>
    (no !== task.no || proposed === undefined || this.part(no, proposed.unit)?.own.accepted !== undefined ? [] : [{ task: no, part: proposed.unit, speaker: proposed.unit, what: 'milestones', asked: proposed, handler: undefined }]))

  #setDue(task: Task, due: Task['due'], { by, on }: When): void {
    if (due.kind === 'dated') this.ended.push(...this.#proposed(task).map((each) => ({ ...each, by, on })))
    task.due = due
  }

  /** As the text names them. @returns those for whom it is otherwise now */
  #setUnits(task: Task, units: readonly GivenPart[], when: When): string[] {
    const { changed, ended } = givenAnew(task, units, when)
    this.ended.push(...ended.map((each) => ({ ...each, by: when.by, on: when.on })))
    return changed
  }

  /** Issued again: what the text changed, and for whom. */
  #amend(event: Extract<PlanEvent, { type: 'plan-amended' }>, when: When): void {
    const unitsBefore = this.#units()
    const owing = ({ debtor, task: no }: Duty): string[] => {
      const parts = no === undefined ? [] : (this.tasks.get(no)?.parts ?? [])
      const unit = debtor ?? (parts.find(({ part }) => part === 'lead') ?? parts.find(({ presumed }) => presumed) ?? parts[0])?.unit
      return unit === undefined ? [] : [unit]
    }
    const sameDuty = (one: Duty | undefined, other: Duty): boolean => one !== undefined && (['every', 'times', 'month', 'day', 'debtor', 'receiver'] as const).every((field) => one[field] === other[field])
    const duties = event.obligations as Duty[]
    const fresh = duties.filter((duty) => !sameDuty(this.duties.find(({ id }) => id === duty.id), duty))
    const changed = this.duties.filter(({ id }) => event.obligationsEnded.includes(id)).flatMap(owing)
    for (const { task: no, due, units, changed: what, asked } of event.kept) {
      const task = this.#task(no)
      if (due !== undefined) this.#setDue(task, due, when)
      if (units !== undefined) changed.push(...this.#setUnits(task, units, when))
      if (due !== undefined || what.includes('words')) changed.push(...task.parts.map(({ unit }) => unit))
      if (asked === undefined) this.#pending.delete(no)
      else this.#pending.set(no, { source: event.source.id, ...asked })
    }
    for (const task of event.added) changed.push(...this.#takeInTask(task).parts.map(({ unit }) => unit))
    if (event.period !== undefined) this.years = event.period
    this.duties = [...this.duties.filter(({ id }) => !event.obligationsEnded.includes(id) && !duties.some((duty) => duty.id === id)), ...duties]
    for (const { id } of fresh) this.dutiesSince.set(id, when.on)
    changed.push(...fresh.filter(({ task }) => !event.added.some(({ no }) => no === task)).flatMap(owing))
    const had = (id: string): string[] => ((before) => (before === undefined ? [] : [...(before.former ?? []), ...namesOf(before)]))(this.bodies.find((each) => each.id === id))
    const issued = event.bodies.map((body) => ({ ...body, former: had(body.id) }))
    this.bodies = [...this.bodies.filter(({ id }) => !event.bodiesEnded.includes(id) && !event.bodies.some((body) => body.id === id)), ...issued]
    this.amendments.push({ id: event.source.id, on: when.on, isTold: this.handedOutOn !== undefined, unitsBefore, changed })
  }

  #meeting(id: string): Meeting {
    const meeting = this.meetings.find((each) => each.id === id)
    if (meeting === undefined) throw new Error(`${this.id} has no meeting ${id}`)
    return meeting
  }

  #task(no: number): Task {
    const task = this.tasks.get(no)
    if (task === undefined) throw new Error(`${this.id} has no task ${no}`)
    return task
  }

  #takeIn({ tasks, obligations, bodies, period }: Extract<PlanEvent, { type: 'imported' }>, on: string): void {
    this.years = period
    this.firstYear = period?.from ?? Number(on.slice(0, 4))
    this.duties.push(...(obligations as Duty[]))
    this.bodies.push(...bodies)
    for (const task of tasks) this.#takeInTask(task)
  }

  #takeInTask({ no, due, units }: { no: number; due: Task['due']; units: readonly GivenPart[] }): Task {
    const task: Task = { no, due, parts: units.map(partOf), former: [], snoozed: new Map(), notes: [] }
    this.tasks.set(no, task)
    return task
  }
}
