// What stops when a plan is put away: tasks that are open, and rounds that collect.
import { answering } from './answering.ts'
import { isOver, turnsBegun } from './round.ts'
import type { View } from './view.ts'

export type ArchiveEnds = { tasks: number; rounds: number }

export function archiveEnds(view: View): ArchiveEnds {
  const { plan, today } = view
  const tasks = [...plan.tasks.values()].filter(({ no, course }) => course?.struckOff === undefined && answering(view, no)?.status !== 'accepted')
  return { tasks: tasks.length, rounds: turnsBegun(view).filter((turn) => !isOver(turn, today)).length }
}
