// The sample county as its sandbox opens, in logs of memory: its people, its plans, and what its story tells until then.
import { fileURLToPath } from 'node:url'
import { boardsOf } from '#src/boards.ts'
import type { RawEntry } from '#src/checker/raw.ts'
import { Day } from '#src/calendar/day.ts'
import { countyZone, deskFor } from '#src/desk.ts'
import { DraftId, type Draft } from '#src/ledger/draft.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import { openLedgers, type Ledgers } from '#src/ledgers.ts'
import { pastOf } from '#src/past.ts'
import { read as readText } from '#src/reader/read.ts'
import { seedCounty } from '#src/sandbox/seed.ts'
import { importPlan } from '#commands/import-plan.ts'
import { workCalendar } from '#test/builders.ts'
import { memoryLog } from '#test/store/memory-log.ts'
import { quiet } from '#test/store/quiet.ts'

export type CountyLogs = { directory: RawEntry[]; plans: ReadonlyMap<PlanId, RawEntry[]> }

const raw = (entries: Iterable<{ position: number; stamp: unknown; events: readonly unknown[] }>): RawEntry[] => [...entries].map(({ position, stamp, events }) => ({ position, body: JSON.stringify({ stamp, events }) }))

/** As they stand in the logs. */
export function logsOf(ledgers: Pick<Ledgers, 'entries'>): CountyLogs {
  const { directory, plans } = ledgers.entries()
  return { directory: raw(directory), plans: new Map([...plans].map(([id, entries]) => [id, raw(entries)])) }
}

export async function seededLogs(): Promise<CountyLogs> {
  const ledgers = await openLedgers({ logger: quiet, logOf: () => memoryLog() })
  const drafts = new Map<DraftId, Draft & { corrections: [] }>()
  const never = async (): Promise<never> => Promise.reject(new Error('not asked for here'))
  const instantOf = (day: Day, time: string): ReturnType<typeof workCalendar.instantOf> => workCalendar.instantOf(day, time, countyZone)
  await seedCounty({
    deskAt: (id, handle, now) => deskFor({
      ledgers, boards: boardsOf(ledgers), past: pastOf(ledgers), looks: { before: () => Promise.resolve(undefined), begun: (_, at) => Promise.resolve({ at }), mark: () => Promise.resolve() }, read: async (text, options) => Promise.resolve(readText(text, options)),
      words: { keep: never, find: never, of: async () => Promise.resolve([]) }, evidence: { keep: never, find: never, whereIs: String },
      drafts: {
        keep: async (draft) => {
          const known = DraftId.parse(`d${String(drafts.size + 1).padStart(6, '0')}`)
          drafts.set(known, { ...draft, corrections: [] })
          return Promise.resolve(known)
        },
        find: async (draft) => Promise.resolve(drafts.get(draft)), drop: async () => Promise.resolve(), of: async () => Promise.resolve([...drafts].map(([known, draft]) => ({ id: known, draft }))), correct: never,
      },
    }, { handle, intentId: id, lang: 'zh', via: 'system', now }),
    setUp: async (id, intent) => {
      const at = instantOf(Day.parse('2026-01-05'), '09:00')
      const recorded = await ledgers.recordDirectory(id, { at, on: workCalendar.dayAt(at, countyZone), by: 'system', via: 'system' }, intent)
      if (recorded.ok === 'unknown') throw new Error('a log in memory has lost an answer')
      return recorded
    },
    instantOf, importPlan, examples: fileURLToPath(new URL('../../examples', import.meta.url)),
  })
  return logsOf(ledgers)
}
