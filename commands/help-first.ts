// What help says first: what waits for the asker, and the few things somebody like them does most, on a task of their own.
import type { Desk } from '#src/command.ts'
import { withRole } from '#src/directory/directory.ts'
import { may } from '#src/directory/permissions.ts'
import { unitsHeldBy, type Person } from '#src/directory/person.ts'
import { present } from '#src/ledger/fields.ts'
import { ownPart } from '#src/queries/own-part.ts'
import { taskList } from '#src/queries/task-list.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { OwnExample } from '#templates/command-example.ts'
import type { FirstHelp } from '#templates/help.ts'
import { asksOf, oftenOf, strangerWaits, waitingAction, type Asking } from '#templates/help-often.ts'
import { homeCard } from './home.ts'
import { mineFacts } from './mine-facts.ts'
import { allViews } from './plan-argument.ts'
import { findTask, taskName } from './task-argument.ts'

/** How far on an example's day is. */
const exampleDays = 30
const exampleProgress = 60

export type HelpFacts = { own: OwnExample; tasks: readonly TaskCard[]; dated: TaskCard | undefined }

/** The tasks they are asked about, else those that most need somebody to look. */
function ownTasks(desk: Desk, asker: Person): readonly TaskCard[] {
  if (unitsHeldBy(asker).length > 0) {
    const { leading, helping } = mineFacts(desk, asker)
    const open = [...leading, ...helping].filter(({ status }) => status === 'open')
    if (open.length > 0 || !may(asker, 'nudge')) return open
  }
  const views = allViews(desk)
  const reds = views.flatMap((view) => taskList(view, { light: 'red' }))
  return reds.length > 0 ? reds : views.slice(0, 1).flatMap((view) => taskList(view, {})).slice(0, 2)
}

export function helpFacts(desk: Desk): HelpFacts {
  const tasks = desk.asker === undefined ? [] : ownTasks(desk, desk.asker)
  const [first, second] = tasks
  // Only whoever answers for it asks for a later day, and of one that was asked already nothing more.
  const answers = ({ plan: id, number, lead }: TaskCard): boolean => ((plan) => plan !== undefined && ownPart(desk, plan, number)?.unit === lead?.unit)(desk.plans.get(id))
  const dated = tasks.find((task) => task.due.kind === 'dated' && !(task.extension !== undefined && task.extension.ruling === undefined) && answers(task))
  const day = desk.calendar.lastWorkingDayBy(desk.calendar.addDays(dated?.due.kind === 'dated' && dated.due.day > desk.today ? dated.due.day : desk.today, exampleDays))
  const typed = (task: TaskCard): string => typedTask(task, desk)
  const plan = first?.plan ?? [...desk.plans.keys()][0]
  const own: OwnExample = {
    ...(first === undefined ? {} : { task: typed(first), tasks: second === undefined ? typed(first) : `${typed(first)},${typed(second)}` }),
    ...(plan === undefined ? {} : { plan }),
    ...present({ answers: ((task) => (task === undefined ? undefined : typed(task)))(tasks.find(answers)), dated: dated === undefined ? undefined : typed(dated) }),
    // Less than what was said last would be refused.
    progress: Math.max(exampleProgress, first?.lead?.report?.progress ?? 0), day,
  }
  return { own, tasks, dated }
}

/** With its plan only where the number alone is not clear. */
function typedTask({ plan, number }: TaskCard, desk: Desk): string {
  const found = findTask(desk, String(number))
  return found.ok && found.plan.id === plan ? String(number) : taskName(plan, number)
}

export function firstFacts(desk: Desk, hasRest: boolean): FirstHelp {
  const { asker, lang } = desk
  if (asker === undefined) return { waits: strangerWaits(withRole(desk.directory, 'secretary').map(({ name }) => name), lang), often: [], hasRest }
  const { own, tasks, dated } = helpFacts(desk)
  const asking = askingOf(asker)
  const typedDated = dated === undefined ? undefined : { task: dated, typed: typedTask(dated, desk) }
  const often = oftenOf(asking, { own, ...(tasks[0] === undefined ? {} : { task: tasks[0] }), ...(typedDated === undefined ? {} : { dated: typedDated }), units: asker.headOf.map((unit) => desk.directory.units.get(unit)?.name ?? unit), hasPlans: desk.plans.size > 0 }, lang)
  return { waits: homeCard(desk).text, open: waitingAction(asking, desk.plans.size > 0, lang), often, hasRest, ...present({ asks: asksOf(asking, desk.plans.size > 0, lang) }) }
}

/** As Home has it: who runs the plans sees the queue, whatever posts they hold. */
function askingOf(asker: Person): Asking {
  if (may(asker, 'nudge')) return 'secretary'
  if (may(asker, 'report')) return asker.headOf.length > 0 && asker.contactOf.length === 0 ? 'head' : 'contact'
  return may(asker, 'grant-role') && !asker.roles.includes('leader') ? 'admin' : 'leader'
}
