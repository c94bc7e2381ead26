// Proposals that wait for the secretary, as their card shows them.
import type { Desk } from '#src/command.ts'
import { milestonesWaiting, type WaitingMilestones } from '#src/queries/milestone-lists.ts'
import type { Card } from '#templates/card.ts'
import { milestoneReview } from '#templates/milestone-review.ts'
import { allViews } from './plan-argument.ts'

export const waitingMilestones = (desk: Desk): WaitingMilestones[] => allViews(desk).flatMap(milestonesWaiting)

/** @param said what was just done */
export const reviewCard = (desk: Desk, page: number, said?: string): Card => milestoneReview({ waiting: waitingMilestones(desk), today: desk.today, page, ...(said === undefined ? {} : { said }) }, desk.lang)
