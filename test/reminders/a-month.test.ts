// What a month of both sample plans costs each of the county's people in messages.
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { handOut } from '#commands/hand-out.ts'
import { importPlan } from '#commands/import-plan.ts'
import type { Directory } from '#src/directory/directory.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { noticesDue, parcelsOwed } from '#src/reminders/parcels.ts'
import type { Parcel } from '#src/reminders/notice.ts'
import { decidePlan } from '#src/ledger/decide-plan.ts'
import { evolvePlan } from '#src/ledger/plan.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import type { Person } from '#src/directory/person.ts'
import { county } from '#src/sandbox/county.ts'
import { act, buttons, cardIn } from '#test/commands/acting.ts'
import { byDefault, day, directoryWith, stampOf, workCalendar } from '#test/builders.ts'
import { deskOf } from '#test/desk.ts'

const text = (name: string): string => readFileSync(new URL(`../../examples/${name}.txt`, import.meta.url), 'utf8')

const people = (): Directory =>
  directoryWith(
    county.units.map(({ name, aliases, members }) => ({ name, aliases, ...(members === undefined ? {} : { members }) })),
    ...county.people.filter(({ role }) => role !== 'none').map(({ name, role, units, slackId }) => ({
      name, handle: slackId, ...(role === 'contact' ? { contactOf: units } : role === 'head' ? { headOf: units } : role === 'none' ? {} : { roles: [role] }),
    })),
  )

async function imported(directory: Directory): Promise<PlanState[]> {
  const desk = deskOf({ today: '2026-06-29', directory, asker: '沈若兰' })
  for (const name of county.plans) {
    const preview = cardIn(await act(importPlan, { text: text(name) }, desk))
    await act(importPlan, buttons(preview)['确认导入']?.args, desk)
  }
  for (const plan of desk.allPlans.keys()) await act(handOut, { plan, confirmed: true }, desk)
  return [...desk.allPlans.values()]
}

/** One tap for whatever is asked: 正常推进 for a task, 已完成 for a duty. */
function tapped(parcel: Parcel, plans: readonly PlanState[], directory: Directory): { plan: PlanState; intent: PlanIntent }[] {
  const person = directory.people.get(parcel.to)
  const own = [...(person?.contactOf ?? []), ...(person?.headOf ?? [])]
  return parcel.notices.flatMap((notice): { plan: PlanState; intent: PlanIntent }[] => {
    const plan = plans.find(({ id }) => id === notice.plan)
    if (plan === undefined || !('unit' in notice)) return []
    const member = own.includes(notice.unit) ? undefined : own.find((unit) => directory.units.get(notice.unit)?.members?.includes(unit))
    const who = { unit: notice.unit, ...(member === undefined ? {} : { member }) }
    if (notice.kind === 'occurrence-due') return [{ plan, intent: { type: 'fulfil', occurrence: notice.occurrence, ...who, words: '已办' } }]
    if (notice.kind === 'due-soon' || notice.kind === 'overdue' || notice.kind === 'progress-due') return [{ plan, intent: { type: 'report', task: notice.task, ...who, state: 'normal', correction: false } }]
    return []
  })
}

/** Messages by person from one day to another, the bot sweeping at nine and at noon. */
function messages(plans: readonly PlanState[], directory: Directory, from: string, to: string, answers: boolean): { person: Person; on: string; key: string; lines: number }[] {
  const told = new Set<string>()
  const sent: { person: Person; on: string; key: string; lines: number }[] = []
  for (let on = day(from); on <= day(to); on = workCalendar.addDays(on, 1))
    for (const time of ['09:00', '12:00']) {
      const due = plans.flatMap((plan) => noticesDue({ plan, directory, calendar: workCalendar, today: on }, time))
      for (const parcel of parcelsOwed(due, { notice: (key) => told.has(key), parcel: (key) => told.has(key) }, on, time, workCalendar, byDefault)) {
        const person = directory.people.get(parcel.to)
        if (person === undefined) continue
        told.add(parcel.key)
        for (const { key } of parcel.notices) told.add(key)
        sent.push({ person, on, key: parcel.key, lines: parcel.notices.length })
        if (!answers) continue
        for (const { plan, intent } of tapped(parcel, plans, directory)) {
          const decision = decidePlan(plan, intent, stampOf(on, person.id))
          if (decision.ok) for (const event of decision.events) evolvePlan(plan, event, stampOf(on, person.id))
        }
      }
    }
  return sent
}

function byName(sent: ReturnType<typeof messages>): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { person } of sent) counts[person.name] = (counts[person.name] ?? 0) + 1
  return counts
}

/** Working days from 1 to 31 July 2026: 23; no digest goes out on others. */
const workingDays = (from: string, to: string): number => {
  let days = 0
  for (let on = day(from); on <= day(to); on = workCalendar.addDays(on, 1)) days += workCalendar.isWorkingDay(on) ? 1 : 0
  return days
}

describe.each([{ month: 'July, the first month', from: '2026-06-29', to: '2026-07-31' }, { month: 'September, when the quarter ends', from: '2026-08-31', to: '2026-09-30' }])('in $month', ({ from, to }) => {
  let silent: ReturnType<typeof messages>
  let answering: ReturnType<typeof messages>
  beforeAll(async () => {
    const run = async (answers: boolean): Promise<ReturnType<typeof messages>> => {
      const directory = people()
      const plans = await imported(directory)
      // What was told and answered before the month is over with.
      if (from > '2026-07-01') messages(plans, directory, '2026-06-29', '2026-08-28', answers)
      return messages(plans, directory, from, to, answers)
    }
    ;[silent, answering] = [await run(false), await run(true)]
    if (process.env['DUBAN_FIGURES'] === '1') console.log(JSON.stringify({ from, silent: byName(silent), answering: byName(answering) }))
  })

  it('nobody gets more than one digest a working day, whoever answers or not', () => {
    for (const sent of [silent, answering])
      for (const [who, count] of Object.entries(byName(sent.filter(({ key }) => key.startsWith('digest/'))))) expect({ who, digests: count <= workingDays(from, to) }).toEqual({ who, digests: true })
  })
  it('nothing is sent on a day off', () => expect([...silent, ...answering].filter(({ on }) => !workCalendar.isWorkingDay(day(on)))).toEqual([]))
  it('a head is told once a week at most, whoever answers or not', () => {
    const heads = new Set(county.people.filter(({ role }) => role === 'head').map(({ name }) => name))
    for (const sent of [silent, answering]) for (const [who, count] of Object.entries(byName(sent))) if (heads.has(who)) expect({ who, count: count <= Math.ceil(workingDays(from, to) / 5) + 1 }).toEqual({ who, count: true })
  })
  it('a contact who answers with one tap hears from the bot on half the working days at most, however many tasks they have', () => {
    const contacts = new Set(county.people.filter(({ role }) => role === 'contact').map(({ name }) => name))
    for (const [who, count] of Object.entries(byName(answering))) if (contacts.has(who)) expect({ who, count: count * 2 <= workingDays(from, to) }).toEqual({ who, count: true })
  })
})
