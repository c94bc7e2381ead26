// The figures of rounds and of the quarter that are over.
import { directoryOn } from '#src/directory/on-day.ts'
import { quarterOf } from '#src/calendar/period.ts'
import { tasksAskedIn } from '#src/queries/asked-in.ts'
import { defaultRound, isOver, turnsBegun, type Round } from '#src/queries/round.ts'
import { roundStanding } from '#src/queries/round-standing.ts'
import { viewIn, type World } from './crowd.ts'

/** By plan and round: how many were asked what, and how many have answered in time. */
export function closedFigures(world: World): Map<string, string> {
  const figures = new Map<string, string>()
  for (const id of world.plans.keys()) {
    const view = { ...viewIn(world, id), directory: directoryOn(world.directory, world.today) }
    const quarter = defaultRound({ ...view, today: quarterOf(world.today).from })
    const over: Round[] = [...turnsBegun(view).filter((one) => isOver(one, world.today)), quarter]
    for (const turn of over) {
      const { units, asked, tasks } = roundStanding(view, turn, turn.isDefault ? tasksAskedIn(view, turn) : turn.round.tasks)
      const voices = units.flatMap((unit) => unit.voices)
      // Without their names: whoever carries on a unit's work since is called otherwise.
      const inTime = tasks.map((no) => ((own) => `${no}: ${own.filter(({ silent, late }) => !silent.includes(no) && !late.includes(no)).length} of ${own.length}`)(voices.filter((voice) => voice.tasks.includes(no))))
      figures.set(`${id} ${turn.key}`, JSON.stringify({ asked, inTime }))
    }
  }
  return figures
}
