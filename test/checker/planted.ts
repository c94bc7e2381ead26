// Mistakes that one could make in lights and numbers, or in what an entry means, each planted in what the product says: the checker must see every one.
import { calendar as calendarOf } from '#src/calendar/calendar.ts'
import { announcedDaysOff } from '#src/calendar/days-off.ts'
import type { Twist } from '#src/cli/product-says.ts'
import type { Assignment } from '#src/ledger/assignment.ts'
import { without } from '#src/ledger/fields.ts'
import type { PlanEvent, PlanState } from '#src/ledger/plan.ts'
import { policyOf, whole, type PolicyPart } from '#src/ledger/policy.ts'
import type { Task } from '#src/ledger/task.ts'

const plan = (change: (plan: PlanState) => Partial<PlanState>): Twist => ({ view: (view) => ({ ...view, plan: { ...view.plan, ...change(view.plan) } }) })
const tasks = (change: (task: Task) => Task): Twist => plan((of) => ({ tasks: new Map([...of.tasks].map(([no, task]) => [no, change(task)])) }))
const parts = (change: (part: Assignment) => Assignment): Twist => plan((of) => ({ assignments: new Map([...of.assignments].map(([key, part]) => [key, change(part)])) }))
const policy = (set: PolicyPart): Twist => plan((of) => ({ policy: { now: whole({ ...policyOf(of), ...set }), changes: of.policy?.changes ?? [] } }))
const unheard = (...types: readonly PlanEvent['type'][]): Twist => ({ event: (event) => (types.includes(event.type) ? [] : [event]) })
const withoutHolidays = calendarOf({ ...announcedDaysOff(), off: new Set(), work: new Set() })
const lacking = (field: 'report' | 'extension' | 'question' | 'inferred') => (part: Assignment): Assignment => {
  const copy = { ...part }
  Reflect.deleteProperty(copy, field)
  return copy
}

export const planted: Readonly<Record<string, Twist>> = {
  'holidays are counted as working days': { view: (view) => ({ ...view, calendar: withoutHolidays }) },
  'yellow begins a day late': policy({ warnWorkingDays: 9 }),
  'who is asked by a date is asked a day late': policy({ dueMarks: [29, 7, 3, 1, 0] }),
  'a claim that waits stops no clock': parts((part) => (part.status === 'claimed' ? { ...without(part, 'claim'), status: 'open' } : part)),
  'a claim counts as accepted': parts((part) => (part.status === 'claimed' ? { ...part, status: 'accepted', acceptedOn: part.claim.on, claimedOn: part.claim.on } : part)),
  'what is paused is lit': tasks((task) => ({ ...task, course: without(task.course ?? {}, 'paused') })),
  'a date that moved counts by its first day': tasks((task) => (task.due.kind === 'dated' ? { ...task, due: { ...task.due, day: task.due.original } } : task)),
  'a blank year turns a light by the end of the plan': tasks((task) => (task.due.kind === 'unbound' ? { ...task, due: { kind: 'undated' } } : task)),
  'words are not heard': parts(lacking('report')),
  'a later day that was asked for in time stops nothing': parts(lacking('extension')),
  'who says that it is not theirs is 未报 all the same': parts(lacking('question')),
  'nobody is presumed to lead': parts(lacking('inferred')),
  'a group is one unit': { view: (view) => ({ ...view, directory: { ...view.directory, units: new Map([...view.directory.units].map(([id, unit]) => [id, without(unit, 'members')])) } }) },
  'a round that repeats is not counted': plan((of) => ({ rounds: new Map([...of.rounds].filter(([, { when }]) => when.every === 'once')) })),
  'who was asked in a round that is over goes by today': plan(() => ({ stood: new Map() })),
  'milestones stand for nothing': plan(() => ({ milestones: new Map() })),
  'what was taken back counts all the same': unheard('act-undone'),
  'what was sent back counts as still claimed': unheard('claim-returned'),
  'what is struck was said': unheard('objection-ruled'),
  'a task that was opened again stays done': unheard('task-reopened'),
  'the second text of a plan changes nothing': unheard('plan-amended'),
  'a part that passed on stays where it was': unheard('part-passed'),
  'an answered doubt stays open': unheard('doubt-settled'),
  'an extension that was granted moves no date': unheard('due-moved'),
}
