// Whether a document is a later edition of a plan that is there: by its title, and by the tasks they have in common.
import { bigramsOf, likeness, matchedWords } from '#src/ledger/amend-likeness.ts'
import { pairsOf } from '#src/ledger/amend-match.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import type { Imported, PlanState } from '#src/ledger/plan.ts'

/** With such a title, half of the tasks are enough; with another, nearly all must be the same. */
const titleAlikeFrom = 0.6
const tasksWithTitle = 0.5
const tasksAlone = 0.8
/** Task by task it is compared with so many plans, those that have most of its tasks' names. */
const comparedAtMost = 3
/** Of so many of its signs in a row a name is known again, so long as it is not quite another. */
const signsInRow = 3
const partOfName = 1 / 3

/** The plan it is an edition of, the likeliest; undefined where it is like none. */
export function looksLikeReissueOf(plans: Iterable<PlanState>, { title, tasks }: Pick<Imported, 'title' | 'tasks'>): PlanId | undefined {
  const names = tasks.map((task) => rowsOf(task.title))
  const likely = [...plans].flatMap((plan) => {
    const needed = titleLikeness(plan.title, title) >= titleAlikeFrom ? tasksWithTitle : tasksAlone
    const named = namesShared(plan, names)
    // A name may be new where the words below it are not, so half of what is needed is enough to look closely.
    return named >= needed / 2 ? [{ plan, needed, named }] : []
  })
  const found = likely.toSorted((a, b) => b.named - a.named).slice(0, comparedAtMost).flatMap(({ plan, needed }) => {
    const known = [...plan.tasks.values()]
    const shared = partOf(pairsOf(known, tasks).filter((index) => index !== undefined).length, known.length, tasks.length)
    return shared >= needed ? [{ id: plan.id, shared }] : []
  })
  return found.toSorted((a, b) => b.shared - a.shared)[0]?.id
}

const partOf = (count: number, known: number, now: number): number => count / Math.max(1, Math.min(known, now))

/** How many of the names stand among the plan's, told by a glance: in time that grows with their length alone. */
function namesShared({ tasks }: PlanState, names: readonly (readonly string[])[]): number {
  const known = new Set([...tasks.values()].flatMap(({ title }) => rowsOf(title)))
  const shared = names.filter((rows) => rows.filter((row) => known.has(row)).length >= Math.max(1, rows.length * partOfName))
  return partOf(shared.length, tasks.size, names.length)
}

/** Every few signs in a row; a shorter name is one. */
function rowsOf(name: string): string[] {
  const words = matchedWords(name)
  return words.length <= signsInRow ? [words] : Array.from({ length: words.length - signsInRow + 1 }, (_, at) => words.slice(at, at + signsInRow))
}

/** Without the years and what says that it is an edition: they differ though the plan is the same. */
function titleLikeness(a: string, b: string): number {
  const [one, other] = [a, b].map((title) => bigramsOf(matchedWords(title.replace(/修订版|修订稿|修订|试行|20\d{2}|[年版稿]/g, ''))))
  return one === undefined || other === undefined ? 0 : likeness(one, other)
}
