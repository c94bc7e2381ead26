// Small builders of what tests speak about: planWith(task(7, { due: '2026-06-30', lead: '县教育局' })). State is built by the ledger's own decisions.
import { announcedDaysOff } from '#src/calendar/days-off.ts'
import { calendar as calendarOf } from '#src/calendar/calendar.ts'
import { Day, Instant } from '#src/calendar/day.ts'
import { decideDirectory, emptyDirectory, evolveDirectory, unitNamed, type Directory } from '#src/directory/directory.ts'
import type { DirectoryIntent, NewUnit } from '#src/directory/intent.ts'
import type { Person, Role } from '#src/directory/person.ts'
import { decidePlan } from '#src/ledger/decide-plan.ts'
import type { ImportedDue } from '#src/ledger/due.ts'
import { PersonId, PlanId, TaskNo, UnitId } from '#src/ledger/ids.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import { emptyPlan, evolvePlan, type Imported, type PlanState } from '#src/ledger/plan.ts'
import { defaultPolicy, type Policy } from '#src/ledger/policy.ts'
import type { Actor, Stamp } from '#src/ledger/stamp.ts'
import type { ImportedTask } from '#src/ledger/task.ts'
import { viewOfPlan, type View } from '#src/queries/view.ts'

export const day = (text: string): Day => Day.parse(text)
export const taskNo = (no: number): TaskNo => TaskNo.parse(no)
export const unitId = (name: string): UnitId => UnitId.parse(name)

/** The real one, with the holidays that were announced. */
export const workCalendar = calendarOf(announcedDaysOff())

/** Nine o'clock in Shanghai. */
export const nineOn = (on: string): Instant => Instant.parse(`${on}T01:00:00.000Z`)

export const stampOf = (on: string, by: Actor = 'system', at: Instant = nineOn(on)): Stamp => ({ at, on: day(on), by, via: 'command' })

type TaskFacts = {
  title?: string
  section?: string
  text?: string
  /** A day, or the words of the text where it is none. */
  due?: string | ImportedDue
  lead?: string
  /** 推定牵头: the first of those responsible. */
  presumed?: string
  support?: readonly string[]
  responsible?: readonly string[]
  /** Bound by a standing clause. */
  standing?: readonly string[]
}

export function task(no: number, { title = `任务${no}`, section = '重点任务', text, due, lead, presumed, support = [], responsible = [], standing = [] }: TaskFacts = {}): ImportedTask {
  const part = (unit: string, how: Omit<ImportedTask['units'][number], 'unit'>): ImportedTask['units'][number] => ({ unit: unitId(unit), ...how })
  return {
    no: taskNo(no), path: ['一'], written: String(no), section, title, text: text ?? `${title}。`, span: { from: 0, to: 1 }, due: dueFrom(due),
    units: [
      ...(lead === undefined ? [] : [part(lead, { part: 'lead' })]),
      ...(presumed === undefined ? [] : [part(presumed, { part: 'responsible', inferred: 'lead' })]),
      ...responsible.map((unit) => part(unit, { part: 'responsible' })),
      ...support.map((unit) => part(unit, { part: 'support' })),
      ...standing.map((unit) => part(unit, { part: 'responsible', inferred: 'standing' })),
    ],
  }
}

function dueFrom(due: string | ImportedDue | undefined): ImportedDue {
  if (due === undefined) return { kind: 'undated' }
  return typeof due === 'string' ? { kind: 'dated', day: day(due), said: due } : due
}

type PlanFacts = Partial<Omit<Imported, 'type' | 'tasks'>> & {
  id?: string
  importedOn?: string
  /** `false`: nobody has been told yet. */
  handedOutOn?: string | false
}

export function planOf(tasks: readonly ImportedTask[], { id = 'p1', importedOn = '2026-01-05', handedOutOn = '2026-01-06', ...imported }: PlanFacts = {}): PlanState {
  const plan = emptyPlan(PlanId.parse(id))
  const source = { id: 's1', name: 'plan.txt', text: '', hash: '' }
  const whole = { title: '教育强县三年行动方案', zone: 'Asia/Shanghai', period: { from: 2026, to: 2028 }, source, obligations: [], bodies: [], doubts: [], ...imported, tasks: [...tasks] }
  after(plan, importedOn, { type: 'import', plan: whole })
  return handedOutOn === false ? plan : after(plan, handedOutOn, { type: 'hand-out' })
}

/** Imported and handed out in January 2026. */
export const planWith = (...tasks: ImportedTask[]): PlanState => planOf(tasks)

/** What happened on a day; a refusal is a mistake of the test. The plan is changed in place and returned. */
export function after(plan: PlanState, on: string, intent: PlanIntent, by: Actor = 'system'): PlanState {
  const stamp = stampOf(on, by)
  const decision = decidePlan(plan, intent, stamp)
  if (!decision.ok) throw new Error(`the ledger refused ${intent.type}: ${JSON.stringify(decision.refusal)}`)
  for (const event of decision.events) evolvePlan(plan, event, stamp)
  return plan
}

type ReportFacts = { state?: 'normal' | 'difficulty' | 'blocked'; progress?: number; done?: string; problem?: string; member?: string }

export const report = (no: number, unit: string, { state = 'normal', progress, done, problem, member }: ReportFacts = {}): PlanIntent => ({
  type: 'report', task: taskNo(no), unit: unitId(unit), state, correction: true,
  ...(progress === undefined ? {} : { progress: progress as never }), ...(done === undefined ? {} : { done }),
  ...(problem === undefined ? {} : { problem }), ...(member === undefined ? {} : { member: unitId(member) }),
})
export const claim = (no: number, unit: string, words = '已完成'): PlanIntent => ({ type: 'claim', task: taskNo(no), unit: unitId(unit), words })
export const nudgeOf = (no: number, unit: string): PlanIntent => ({ type: 'nudge', task: taskNo(no), unit: unitId(unit) })
export const acceptClaim = (no: number, unit: string): PlanIntent => ({ type: 'accept-claim', task: taskNo(no), unit: unitId(unit) })
export const returnClaim = (no: number, unit: string, reason = '缺验收材料'): PlanIntent => ({ type: 'return-claim', task: taskNo(no), unit: unitId(unit), reason })

type MilestoneFacts = readonly [what: string, by: string, shows?: string]

/** Of the year in which the first of them is due. */
export const proposeMilestones = (no: number, unit: string, ...milestones: MilestoneFacts[]): PlanIntent => ({
  type: 'propose-milestones', task: taskNo(no), unit: unitId(unit), year: Number(milestones[0]?.[1].slice(0, 4)),
  milestones: milestones.map(([what, by, shows]) => ({ what, by: day(by), ...(shows === undefined ? {} : { shows }) })),
})
export const approveMilestones = (no: number, year: number): PlanIntent => ({ type: 'approve-milestones', task: taskNo(no), year })
export const reachMilestone = (no: number, unit: string, year: number, number: number, member?: string): PlanIntent => ({
  type: 'reach-milestone', task: taskNo(no), unit: unitId(unit), year, number, ...(member === undefined ? {} : { member: unitId(member) }),
})

/** The policy of plans for which nobody set any. */
export const byDefault = (): Policy => defaultPolicy

type PersonFacts = { name: string; roles?: readonly Role[]; contactOf?: readonly string[]; headOf?: readonly string[]; title?: string; handle?: string; fields?: readonly string[] }

/** People get u1, u2, … in the order in which they are given. Units that are only named by people are added. */
export function directoryWith(units: readonly (string | NewUnit)[], ...people: PersonFacts[]): Directory {
  const directory = emptyDirectory()
  const named = people.flatMap(({ contactOf = [], headOf = [] }) => [...contactOf, ...headOf])
  const added = [...units, ...named].map((unit) => (typeof unit === 'string' ? { name: unit, aliases: [] } : unit))
  for (const unit of added) change(directory, { type: 'add-units', units: [unit] })
  people.forEach(({ name, title, handle, roles = [], contactOf = [], headOf = [], fields = [] }, at) => {
    const person = PersonId.parse(`u${at + 1}`)
    change(directory, { type: 'add-person', name, ...(title === undefined ? {} : { title }), ...(handle === undefined ? {} : { handle: { platform: 'slack', id: handle } }) })
    for (const role of roles) change(directory, { type: 'grant-role', person, role })
    for (const unit of contactOf) change(directory, { type: 'name-contact', person, unit: idOf(directory, unit) })
    for (const unit of headOf) change(directory, { type: 'name-head', person, unit: idOf(directory, unit) })
    if (fields.length > 0) change(directory, { type: 'set-fields', person, fields })
  })
  return directory
}

const idOf = (directory: Directory, name: string): UnitId => unitNamed(directory, name)?.id ?? unitId(name)

/** What the directory decides, on a day. */
export const decidedOn = (directory: Directory, intent: DirectoryIntent, on = '2026-07-02'): ReturnType<typeof decideDirectory> => decideDirectory(directory, intent, day(on))

export function change(directory: Directory, intent: DirectoryIntent, on?: string, by?: Actor): void {
  const decision = decidedOn(directory, intent, on)
  if (!decision.ok) throw new Error(`the directory refused ${intent.type}: ${JSON.stringify(decision.refusal)}`)
  for (const event of decision.events) evolveDirectory(directory, event, stampOf(on ?? '2026-07-02', by))
}

export const personNamed = (directory: Directory, name: string): Person => {
  const found = [...directory.people.values()].find((person) => person.name === name)
  if (found === undefined) throw new Error(`nobody is called ${name}`)
  return found
}

export const viewOn = (today: string, plan: PlanState, directory: Directory = directoryWith([])): View => viewOfPlan(plan, { directory, calendar: workCalendar, today: day(today) })
