// A round as people name it: n1, p2-n1, n1/2026-07, by the number alone where only one plan has it, or by its title: 7月10日报送.
import type { Desk } from '#src/command.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { isOpen, isOver, turnByKey, type RoundTurn } from '#src/queries/round.ts'
import type { RoundArgs } from './round-args.ts'
import { viewOf } from './view-of.ts'

/** The turn that is meant: of one that repeats, without its period, the one that began last. */
export type RoundMeant = { plan: PlanState; turn: RoundTurn }

const shape = /^(?:(p\d{1,6})[-#/])?(n\d{1,4}(?:\/\d{4}(?:-\d\d|q[1-4]))?)$/i

export const isRoundName = (asked: string): boolean => shape.test(asked.normalize('NFKC').trim())

/** Undefined where there is none; of several plans that have the number, the one whose round began last. @param named the plan, where it is known */
export function findRound(desk: Desk, asked: string, named?: string): RoundMeant | undefined {
  const [, plan = named, key] = shape.exec(asked.normalize('NFKC').trim()) ?? []
  if (key === undefined) return roundCalled(desk, asked, named)
  return latestFirst([...desk.plans.values()].filter(({ id }) => plan === undefined || id === plan.toLowerCase()).flatMap((of) => turnIn(of, key.toLowerCase().replace('q', 'Q'), desk)))[0]
}

/** By its whole title. @param named the plan, where it is known */
export const roundCalled = (desk: Desk, asked: string, named?: string): RoundMeant | undefined => roundsLike(desk, asked, named).find(({ turn }) => titleKey(turn.round.title) === titleKey(asked))

/** Those in whose title the words stand, the latest first. @param named the plan, where it is known */
export const roundsLike = (desk: Desk, asked: string, named?: string): RoundMeant[] =>
  titleKey(asked) === '' ? [] : roundsOpened(desk, named).filter(({ turn }) => titleKey(turn.round.title).includes(titleKey(asked)))

/** Which an act can be done with, where none is named; where there is none, all that were opened. The latest first. */
export function roundsFor(act: RoundArgs['act'], desk: Desk, named?: string): RoundMeant[] {
  const all = roundsOpened(desk, named)
  const fitting = all.filter(({ turn }) => fits(act, turn, desk))
  return fitting.length > 0 ? fitting : all
}

function fits(act: RoundArgs['act'], turn: RoundTurn, { today }: Desk): boolean {
  switch (act) {
    case 'chase': case 'close': case 'move':
      return isOpen(turn, today)
    case 'end':
      return turn.round.when.every !== 'once' && turn.round.endedOn === undefined
    case 'resume':
      return turn.turn.closedOn !== undefined && turn.until >= today && turn.turn.published === undefined
    case 'reopen':
      return isOver(turn, today)
    case 'publish':
      return isOver(turn, today) && turn.turn.published === undefined
    case 'list': case 'show': case 'open':
      return true
  }
}

const titleKey = (title: string): string => title.normalize('NFKC').toLowerCase().replace(/[“”"'《》「」 ]/g, '')

function roundsOpened(desk: Desk, named?: string): RoundMeant[] {
  const plans = [...desk.plans.values()].filter(({ id }) => named === undefined || id === named.toLowerCase())
  return latestFirst(plans.flatMap((plan) => [...plan.rounds.keys()].toReversed().flatMap((key) => turnIn(plan, key, desk))))
}

function turnIn(plan: PlanState, key: string, desk: Desk): RoundMeant[] {
  const turn = turnByKey(viewOf(desk, plan), key)
  return turn === undefined ? [] : [{ plan, turn }]
}

const latestFirst = (found: readonly RoundMeant[]): RoundMeant[] => found.toSorted((a, b) => (a.turn.opensOn < b.turn.opensOn ? 1 : a.turn.opensOn > b.turn.opensOn ? -1 : 0))
