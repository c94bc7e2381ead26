// The numbers of all plans, kept by this process: worked out as entries come and days pass, and read by every answer.
import type { Day } from '#src/calendar/day.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import type { Ledgers } from '#src/ledgers.ts'
import { board, type Board } from '#src/queries/board.ts'
import type { Known } from '#src/queries/plan-news.ts'
import type { Tally } from '#src/queries/tally.ts'
import { viewOfPlan, type View } from '#src/queries/view.ts'

export type Boards = {
  /** The numbers of a plan as it stands on the day. */
  tally: (plan: PlanId, today: Day) => Tally
  /** Works out a part of what came, until it is enough. @returns whether nothing is left to do for the day */
  workOut: (today: Day, isEnough: () => boolean) => boolean
}

export function boardsOf(ledgers: Pick<Ledgers, 'plans' | 'directoryOn' | 'calendar' | 'version' | 'entries'>): Boards {
  const boards = new Map<PlanId, Board>()
  let done: { today: Day; version: number } | undefined

  const boardOf = (plan: PlanId): Board => {
    const kept = boards.get(plan) ?? board()
    boards.set(plan, kept)
    return kept
  }
  const knownOf = (plan: PlanId): Known => (({ directory, plans }) => ({ entries: plans.get(plan) ?? [], directoryEntries: directory.length }))(ledgers.entries())
  const viewOn = (plan: PlanId, today: Day): View => {
    const state = ledgers.plans().get(plan)
    if (state === undefined) throw new RangeError(`there is no plan ${plan}`)
    return viewOfPlan(state, { directory: ledgers.directoryOn(today), calendar: ledgers.calendar(), today })
  }

  return {
    tally: (plan, today) => boardOf(plan).on(viewOn(plan, today), knownOf(plan)),
    workOut(today, isEnough) {
      const version = ledgers.version()
      if (done?.today === today && done.version === version) return true
      for (const plan of ledgers.plans().keys()) if (!boardOf(plan).some(viewOn(plan, today), knownOf(plan), isEnough)) return false
      done = { today, version }
      return true
    },
  }
}
