// The numbers of all plans, kept by this process: worked out as entries come and days pass, and read by every answer.
import type { Day } from '#src/calendar/day.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import { positionsAt, type Look } from '#src/ledger/positions.ts'
import type { Ledgers } from '#src/ledgers.ts'
import { board, momentOf, type Board } from '#src/queries/board.ts'
import type { Known } from '#src/queries/plan-news.ts'
import { meetingsStood, stoodIn, type Stood } from '#src/queries/stood.ts'
import type { Tally } from '#src/queries/tally.ts'
import { viewOfPlan, type View } from '#src/queries/view.ts'
import { inSlices, machineStopwatch } from '#src/stopwatch.ts'

export type Boards = {
  /** The numbers of a plan as it stands on the day. */
  tally: (plan: PlanId, today: Day) => Tally
  /** Works out a part of what came, until it is enough. @returns whether nothing is left to do for the day */
  workOut: (today: Day, isEnough: () => boolean) => boolean
  /** How plans stood at a moment. @param past where they are folded again, for what is not known here; others have their turn meanwhile @returns answers of one plan what may be otherwise today, or undefined where it was not there */
  stoodAt: (at: { moment: Look; day: Day }, today: Day, past: () => Promise<BoardsOf>) => Promise<(plan: PlanId) => Stood | undefined>
}

type BoardsOf = Pick<Ledgers, 'plans' | 'directoryOn' | 'calendar' | 'version' | 'entries'>

/** Whoever presses a button meanwhile waits for no more than a few of these. */
const sliceMs = 5

export function boardsOf(ledgers: BoardsOf): Boards {
  const boards = new Map<PlanId, Board>()
  let done: { today: Day; version: number } | undefined

  const boardOf = (plan: PlanId): Board => {
    const kept = boards.get(plan) ?? board()
    boards.set(plan, kept)
    return kept
  }
  /** At which entry each plan was imported: looked for once, for old entries are packed. */
  const imports = new Map<PlanId, number>()
  const importOf = (plan: PlanId, entries: Iterable<{ position: number; events: readonly { type: string }[] }>): number => {
    const known = imports.get(plan)
    if (known !== undefined) return known
    for (const { position, events } of entries) {
      if (!events.some(({ type }) => type === 'imported')) continue
      imports.set(plan, position)
      return position
    }
    return Infinity
  }
  const knownOf = (plan: PlanId): Known => (({ directory, plans }) => ({ entries: plans.get(plan) ?? [], directoryEntries: directory.length }))(ledgers.entries())

  const tally = (plan: PlanId, today: Day): Tally => boardOf(plan).on(viewIn(ledgers, plan, today), knownOf(plan))

  return {
    tally,
    workOut(today, isEnough) {
      const version = ledgers.version()
      if (done?.today === today && done.version === version) return true
      for (const plan of ledgers.plans().keys()) if (!boardOf(plan).some(viewIn(ledgers, plan, today), knownOf(plan), isEnough)) return false
      done = { today, version }
      return true
    },
    async stoodAt({ moment: asked, day }, today, past) {
      const { directory, plans } = ledgers.entries()
      const until = positionsAt({ directory, plans }, asked)
      const directoryEntries = until.directory
      const there = [...plans].map(([plan, all]) => ({ plan, entries: until.plans.get(plan) ?? 0, imported: importOf(plan, all) })).filter(({ entries, imported }) => imported <= entries)
      const moments = new Map(there.map(({ plan, entries }) => [plan, momentOf({ entries, directoryEntries, today: day })]))
      const unknown = (): [PlanId, string][] => [...moments].filter(([plan, moment]) => !boardOf(plan).stood.knows(moment))
      // While one is waited for, another can be forgotten.
      for (let some = unknown(); some.length > 0; some = unknown()) {
        const then = await past()
        for (const [plan, moment] of some) await recall(boardOf(plan).stood, moment, viewIn(then, plan, day))
      }
      return (plan) => {
        const moment = moments.get(plan)
        if (moment === undefined) return undefined
        tally(plan, today)
        const stood = boardOf(plan).stood.at(moment)
        // A plan that was there is never taken for one that was not.
        if (stood === undefined) throw new RangeError(`how ${plan} stood is forgotten: ask again`)
        return stood
      }
    },
  }
}

function viewIn(ledgers: BoardsOf, plan: PlanId, today: Day): View {
  const state = ledgers.plans().get(plan)
  if (state === undefined) throw new RangeError(`there is no plan ${plan}`)
  return viewOfPlan(state, { directory: ledgers.directoryOn(today), calendar: ledgers.calendar(), today })
}

async function recall(stood: Board['stood'], moment: string, then: View): Promise<void> {
  const recalled = stood.recall(meetingsStood(then), (no) => stoodIn(then, no))
  const left = new Set([...then.plan.tasks.keys(), ...stood.here()]).values()
  await inSlices(machineStopwatch, sliceMs, (isEnough) => {
    for (let next = left.next(); next.done !== true; next = left.next()) {
      recalled.take(next.value)
      if (isEnough()) return false
    }
    return true
  })
  recalled.end(moment)
}
