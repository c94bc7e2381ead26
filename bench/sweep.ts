// What a sweep costs before anything is sent, with 100 due among 2,000 assignments and among 200,000; and what it costs to move every date of a plan.
import { addMs } from '#src/calendar/calendar.ts'
import type { Day } from '#src/calendar/day.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import { reminding, type Reminded } from '#src/reminding.ts'
import { day, directoryWith, nineOn, report, task, taskNo, workCalendar } from '#test/builders.ts'
import { plansInMemory } from './county.ts'
import { measured } from './measured.ts'

/** The issue of what a sweep may cost: it goes by what is due, not by what there is. */
const mostGrowth = 1.2
const mostQuietMicroseconds = 20
const mostShiftMs = 50

const tasksInPlan = 1000
const due = 100
const today = day('2026-07-02')
const now = nineOn(today)
const units = Array.from({ length: 50 }, (_, at) => `第${at + 1}局`)
const directory = directoryWith(units, ...units.map((unit) => ({ name: `${unit}联络员`, contactOf: [unit] })), { name: '秘书', roles: ['secretary'] as const })
const unitAt = (at: number): string => units[at % units.length] ?? ''
const leadOf = (no: number): string => unitAt(no - 1)

type County = { ledgers: Reminded; record: (plan: number, intent: PlanIntent, on?: Day) => void }

/** Plans of 1,000 tasks of two units each. 100 tasks of the first are due today, all others in two years. */
function countyOf(plans: number): County {
  const { states, logs, version, record } = plansInMemory(today)
  for (let no = 1; no <= plans; no += 1) {
    const tasks = Array.from({ length: tasksInPlan }, (_, at) => task(at + 1, { due: no === 1 && at < due ? today : '2028-07-31', lead: unitAt(at), support: [unitAt(at + 1)] }))
    const source = { id: 's1', name: 'plan.txt', text: '', hash: '' }
    record(no, { type: 'import', plan: { title: `方案${no}`, zone: 'Asia/Shanghai', period: { from: 2026, to: 2028 }, source, obligations: [], bodies: [], doubts: [], tasks } }, day('2026-01-05'))
    record(no, { type: 'hand-out' }, day('2026-01-06'))
  }
  return {
    record,
    ledgers: { directory: () => directory, directoryOn: () => directory, calendar: () => workCalendar, plans: () => states, version, entries: () => ({ directory: [], plans: logs }) },
  }
}

const msOf = (act: () => unknown): number => {
  const from = performance.now()
  act()
  return performance.now() - from
}
const least = (runs: number, msOfRun: (run: number) => number): number => Math.min(...Array.from({ length: runs }, (_, run) => msOfRun(run)))

type Costs = { quiet: number; owing: number; afterEntry: number; newDay: number; shift: number; floor: number }

function costsOf({ ledgers, record }: County): Costs {
  const reminders = reminding(ledgers, 'Asia/Shanghai')
  const told = new Set<string>()
  const heard = { notice: (key: string) => told.has(key), noticeForGood: (key: string) => told.has(key), parcel: () => false }
  const sweep = (at = now) => reminders.owed(at, heard)
  const keys = sweep().flatMap(({ notices }) => notices)
  // The first messages were told long ago.
  for (const { key, kind } of keys) if (kind === 'handed-out') told.add(key)
  const owed = sweep().flatMap(({ notices }) => notices.map(({ key }) => key))
  if (owed.length !== due) throw new Error(`${owed.length} are owed, not ${due}`)
  const floor = least(2000, () => msOf(() => owed.filter((key) => told.has(key))))
  const owing = least(2000, () => msOf(sweep))
  for (const key of owed) told.add(key)
  const quiet = least(2000, () => msOf(sweep))
  const afterEntry = least(100, (run) => {
    record(1, report(501 + run, leadOf(501 + run)))
    return msOf(sweep)
  })
  let at = now
  const newDay = least(10, () => msOf(() => sweep((at = addMs(at, 24 * 60 * 60 * 1000)))))
  const shift = least(30, (run) => msOf(() => {
    for (let no = 1; no <= tasksInPlan; no += 1) record(1, { type: 'set-due', task: taskNo(no), day: day(`2028-0${(run % 9) + 1}-15`), reason: '顺延' })
    sweep(at)
  }))
  return { quiet, owing, afterEntry, newDay, shift, floor }
}

const [few, many] = [costsOf(countyOf(1)), costsOf(countyOf(100))]
const words: Record<keyof Omit<Costs, 'floor' | 'shift'>, string> = {
  quiet: 'a sweep, all told', owing: `a sweep, ${due} to tell`, afterEntry: 'a sweep after an entry', newDay: 'the first sweep of a day',
}
for (const cost of ['quiet', 'owing', 'afterEntry', 'newDay'] as const) measured({ name: `${words[cost]}: of 200,000 assignments beside 2,000`, value: many[cost] * 1000, unit: 'µs', floor: few[cost] * 1000, bound: mostGrowth })
measured({ name: words.quiet, value: many.quiet * 1000, unit: 'µs', bound: mostQuietMicroseconds })
measured({ name: `${words.owing}: beside ${due} looks into a set`, value: few.owing * 1000, unit: 'µs', floor: few.floor * 1000 })
measured({ name: 'every date of a plan of 1,000 tasks moved, and swept', value: few.shift, unit: 'ms', bound: mostShiftMs })
