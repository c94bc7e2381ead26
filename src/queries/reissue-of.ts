// Whether a document is a later edition of a plan that is there: by its title, and by the tasks they have in common.
import { bigramsOf, likeness, matchedWords } from '#src/ledger/amend-likeness.ts'
import { pairsOf } from '#src/ledger/amend-match.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import type { Imported, PlanState } from '#src/ledger/plan.ts'

/** With such a title, half of the tasks are enough; with another, nearly all must be the same. */
const titleAlikeFrom = 0.6
const tasksWithTitle = 0.5
const tasksAlone = 0.8

/** The plan it is an edition of, the likeliest; undefined where it is like none. */
export function looksLikeReissueOf(plans: Iterable<PlanState>, { title, tasks }: Pick<Imported, 'title' | 'tasks'>): PlanId | undefined {
  const found = [...plans].flatMap((plan) => {
    const known = [...plan.tasks.values()]
    const shared = pairsOf(known, tasks).filter((index) => index !== undefined).length / Math.max(1, Math.min(known.length, tasks.length))
    const isLike = shared >= (titleLikeness(plan.title, title) >= titleAlikeFrom ? tasksWithTitle : tasksAlone)
    return isLike ? [{ id: plan.id, shared }] : []
  })
  return found.toSorted((a, b) => b.shared - a.shared)[0]?.id
}

/** Without the years and what says that it is an edition: they differ though the plan is the same. */
function titleLikeness(a: string, b: string): number {
  const [one, other] = [a, b].map((title) => bigramsOf(matchedWords(title.replace(/修订版|修订稿|修订|试行|20\d{2}|[年版稿]/g, ''))))
  return one === undefined || other === undefined ? 0 : likeness(one, other)
}
