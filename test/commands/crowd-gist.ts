// What a log says of one task by itself, read from its end: against this a card is held that was drawn from the fold.
import type { PlanId, TaskNo } from '#src/ledger/ids.ts'
import type { PlanEvent } from '#src/ledger/plan.ts'
import type { Entry } from './crowd-may.ts'

type OfTask = Extract<PlanEvent, { task: TaskNo }>

/** Those that nobody took back. */
function standing(log: readonly Entry[], plan: PlanId): OfTask[] {
  const own = log.filter((entry) => entry.plan === plan)
  const undone = new Set(own.flatMap(({ stamp, events }) => events.flatMap((event) => (event.type === 'act-undone' ? [`${event.at} ${stamp.by}`] : []))))
  return own.filter(({ stamp }) => !undone.has(`${stamp.at} ${stamp.by}`)).flatMap(({ events }) => events.filter((event): event is OfTask => 'task' in event))
}

const courses = ['task-paused', 'task-resumed', 'task-struck-off', 'task-reopened'] as const

/** @returns what the card says otherwise */
export function gist(log: readonly Entry[], plan: PlanId, task: TaskNo, card: string): string[] {
  const said = standing(log, plan).filter((event) => event.task === task)
  const last = said.findLast(({ type }) => courses.some((course) => course === type))
  const wrong: string[] = []
  const isStruckOff = last?.type === 'task-struck-off'
  if (isStruckOff !== card.includes('已销号')) wrong.push(isStruckOff ? 'it is struck off' : 'it is not struck off')
  if (last?.type === 'task-paused' && !card.includes('暂缓')) wrong.push('it rests')
  return wrong
}
