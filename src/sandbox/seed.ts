// Fills an empty sandbox: units and people, the plans imported as a secretary would, and what happened until the opening.
import { readFile } from 'node:fs/promises'
import { Day, type Instant } from '#src/calendar/day.ts'
import type { Command, Desk, Recording } from '#src/command.ts'
import { personOf, unitNamed } from '#src/directory/directory.ts'
import type { Handle } from '#src/directory/handle.ts'
import type { DirectoryIntent } from '#src/directory/intent.ts'
import { Percent, type TaskNo } from '#src/ledger/ids.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { answering } from '#src/queries/answering.ts'
import { viewOfPlan } from '#src/queries/view.ts'
import { unitLines } from '#src/queries/unit-lines.ts'
import { nextOccurrence } from '#src/queries/occurrences.ts'
import { county, type CountyPerson } from './county.ts'
import { stories, type PlanStory, type Step } from './story.ts'

/** `deskAt`: a desk of a person at a moment of the story; `id` names the act, the same at every telling. `setUp`: records where nobody has a role yet. */
export type Seeding = {
  deskAt: (id: string, who: Handle, at: Instant) => Desk
  setUp: (id: string, intent: DirectoryIntent) => Promise<Recording>
  instantOf: (day: Day, time: string) => Instant
  importPlan: Command
  examples: string
}

const handleOf = (slackId: string): Handle => ({ platform: 'slack', id: slackId })
const secretary = handleOf(county.people.find(({ role }) => role === 'secretary')?.slackId ?? '')

/** Every step has an id of its own, so a seeding that was cut short goes on where it stopped. */
export async function seedCounty(seeding: Seeding): Promise<void> {
  await setUpPeople(seeding)
  for (const story of stories) await tell(seeding, story)
}

async function setUpPeople({ setUp, deskAt, instantOf }: Seeding): Promise<void> {
  const directory = deskAt('seed:set-up', secretary, instantOf(Day.parse('2026-01-05'), '09:00')).directory
  await done(setUp('seed:units', { type: 'add-units', units: county.units }))
  for (const person of county.people.filter(({ role }) => role !== 'none')) {
    await done(setUp(`seed:person:${person.slackId}`, { type: 'add-person', name: person.name, title: person.title, handle: handleOf(person.slackId) }))
    for (const [index, intent] of dutiesOf(person, directory).entries()) await done(setUp(`seed:duty:${person.slackId}:${index}`, intent))
  }
}

function dutiesOf(person: CountyPerson, directory: Desk['directory']): DirectoryIntent[] {
  const id = personOf(directory, handleOf(person.slackId))?.id
  if (id === undefined) return []
  const units = person.units.flatMap((name) => unitNamed(directory, name)?.id ?? [])
  const fields: DirectoryIntent[] = person.fields === undefined ? [] : [{ type: 'set-fields', person: id, fields: person.fields }]
  switch (person.role) {
    case 'contact':
      return units.map((unit) => ({ type: 'name-contact', person: id, unit }))
    case 'head':
      return units.map((unit) => ({ type: 'name-head', person: id, unit }))
    case 'secretary': case 'leader': case 'admin':
      return [{ type: 'grant-role', person: id, role: person.role }, ...fields]
    case 'aide':
      return ((leader) => (leader === undefined ? [] : [{ type: 'name-aide', person: id, leader: leader.id }]))(person.aideOf === undefined ? undefined : personOf(directory, handleOf(person.aideOf)))
    case 'none':
      return []
  }
}

async function tell(seeding: Seeding, story: PlanStory): Promise<void> {
  const { deskAt, instantOf, importPlan, examples } = seeding
  const text = await readFile(`${examples}/${story.plan}.txt`, 'utf8')
  const desk = deskAt(`seed:${story.plan}`, secretary, instantOf(Day.parse(story.importedOn), '10:00'))
  const title = text.trim().split('\n')[0]?.trim() ?? ''
  const known = [...desk.plans.values()].find((plan) => plan.title === title)
  const draft = known === undefined ? await desk.drafts.keep({ source: `${story.plan}.txt`, text, by: secretary, at: desk.now }) : undefined
  const confirmed = draft === undefined ? undefined : await importPlan.handle({ draft, confirm: true }, desk)
  if (confirmed?.kind === 'settling') await confirmed.settled
  const plan = [...deskAt(`seed:${story.plan}:look`, secretary, desk.now).plans.values()].find((imported) => imported.title === title)
  if (plan === undefined) throw new Error(`the sample plan ${story.plan} was not imported`)
  if (plan.handedOutOn === undefined) await done(deskAt(`seed:${story.plan}:hand-out`, secretary, instantOf(Day.parse(story.handedOutOn), '10:00')).record(plan.id, { type: 'hand-out' }))
  for (const [index, step] of story.steps.entries()) await take(seeding, plan, step, `seed:${story.plan}:${index}`)
}

async function take({ deskAt, instantOf }: Seeding, plan: PlanState, step: Step, id: string): Promise<void> {
  const desk = deskAt(id, handleOf(step.by), instantOf(Day.parse(step.on), step.time ?? '10:30'))
  for (const intent of intentsOf(plan, desk, step)) await done(desk.record(plan.id, intent))
}

function intentsOf(plan: PlanState, desk: Desk, step: Step): PlanIntent[] {
  if (step.act === 'meeting') {
    const body = [...plan.bodies.values()].find(({ name }) => name.includes(step.body))?.id ?? step.body
    const meeting = `m${plan.meetings.size + 1}`
    const held: PlanIntent[] = step.held ? [{ type: 'record-meeting', meeting, held: true }] : []
    return [{ type: 'schedule-meeting', body, day: Day.parse(step.day), time: step.at, place: step.place }, ...held]
  }
  if (step.act === 'check') return checksOf(plan, desk)
  if (step.act !== 'fulfil') return [assignmentIntent(assignmentOf(plan, desk.directory, step.task), step)]
  const clause = [...plan.obligations.values()].find(({ what }) => what.includes(step.what))
  const occurrence = clause === undefined ? undefined : nextOccurrence(viewOfPlan(plan, desk), clause)
  if (occurrence?.debtor === undefined) throw new Error(`the sample plan owes no ${step.what}`)
  return [{ type: 'fulfil', occurrence: occurrence.key, unit: occurrence.debtor, words: step.words }]
}

/** Every line of the units of whoever asks. */
function checksOf(plan: PlanState, desk: Desk): PlanIntent[] {
  const view = viewOfPlan(plan, desk)
  return (desk.asker?.contactOf ?? []).map((unit) => ({ type: 'check-parts', unit, lines: unitLines(view, unit).map(({ number, unit: of }) => ({ task: number, unit: of })) }))
}

function assignmentOf(plan: PlanState, directory: Desk['directory'], title: string): { task: TaskNo; unit: NonNullable<ReturnType<typeof answering>>['unit'] } {
  const task = [...plan.tasks.values()].find((candidate) => candidate.title.includes(title))
  const lead = task === undefined ? undefined : answering({ plan, directory }, task.no)
  if (task === undefined || lead === undefined) throw new Error(`the sample plan has no task ${title}`)
  return { task: task.no, unit: lead.unit }
}

function assignmentIntent(of: ReturnType<typeof assignmentOf>, step: Extract<Step, { task: string }>): PlanIntent {
  switch (step.act) {
    case 'normal': case 'difficulty': case 'blocked': {
      const progress = step.progress === undefined ? {} : { progress: Percent.parse(step.progress) }
      const words = { ...(step.done === undefined ? {} : { done: step.done }), ...('problem' in step ? { problem: step.problem } : {}) }
      return { type: 'report', ...of, state: step.act, correction: false, ...progress, ...words }
    }
    case 'claim':
      return { type: 'claim', ...of, words: step.words }
    case 'accept':
      return { type: 'accept-claim', ...of }
    case 'return':
      return { type: 'return-claim', ...of, reason: step.reason }
    case 'nudge':
      return { type: 'nudge', ...of }
  }
}

async function done(recording: Promise<Recording>): Promise<void> {
  const recorded = await recording
  if (recorded.ok === 'unknown') await recorded.settled
  // A step told before is refused by what it led to: that is how a second telling goes.
  else if (!recorded.ok && recorded.refusal.code === 'not-permitted') throw new Error(`the story asks what ${recorded.refusal.permission} forbids`)
}
