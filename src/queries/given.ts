// What was given out besides the plan's text: whose word it is, how it was given, and in which words.
import type { Day } from '#src/calendar/day.ts'
import { present } from '#src/ledger/fields.ts'
import { decisionNumber } from '#src/ledger/decision-number.ts'
import type { PersonId, TaskNo } from '#src/ledger/ids.ts'
import { isUnconfirmed, type KeptInstruction, type KeptOrigin, type Rank } from '#src/ledger/origin.ts'
import type { ReviewKind } from '#src/ledger/review.ts'
import type { Task } from '#src/ledger/task.ts'
import { personName } from './person-name.ts'
import type { View } from './view.ts'

/** `from`: a person's name. `item`: the number of what that sitting decided. */
export type Whose =
  | { rank: Rank; from: string; fromId: PersonId }
  | { rank: 'meeting'; body: string; day: Day; item: number }
  | { rank: 'review'; kind: ReviewKind; day: Day }

/** `words`: as they were given. `spoken`: it was recorded by another; `how` it was said. */
export type GivenFacts = Whose & {
  on: Day; words: string; permalink?: string
  about?: { number: TaskNo; title: string }
  spoken?: { from: string; how: string; on: Day; recordedBy: string; confirmed: boolean }
}

/** An instruction about a task of the plan, by the number under which it stands. */
export type OrderedAbout = { number: TaskNo; facts: GivenFacts }

/** @returns undefined of a task of the plan's text */
export function givenFacts(view: Pick<View, 'plan' | 'directory'>, { no, origin, text: words }: Pick<Task, 'no' | 'origin' | 'text'>): GivenFacts | undefined {
  if (origin === undefined) return undefined
  const { plan } = view
  const { about, on } = origin
  const title = about === undefined ? undefined : (plan.tasks.get(about) ?? plan.amended.withdrawn.get(about)?.task)?.title
  return {
    ...whoseOf(view, origin, no), on, words, ...(about === undefined ? {} : { about: { number: about, title: title ?? '' } }),
    ...(origin.kind === 'instruction' ? present({ permalink: origin.permalink, spoken: spokenOf(view, origin) }) : {}),
  }
}

function whoseOf({ plan, directory }: Pick<View, 'plan' | 'directory'>, origin: KeptOrigin, task: TaskNo): Whose {
  switch (origin.kind) {
    case 'instruction':
      return { rank: origin.rank, from: personName(directory, origin.from) ?? origin.from, fromId: origin.from }
    case 'meeting': {
      const meeting = plan.meetings.get(origin.meeting)
      return { rank: 'meeting', body: plan.bodies.get(meeting?.body ?? '')?.name ?? '', day: meeting?.day ?? origin.on, item: meeting === undefined ? origin.item : decisionNumber(plan, meeting, task) }
    }
    case 'review': {
      const review = plan.reviews.get(origin.review)
      return { rank: 'review', kind: review?.kind ?? 'inspection', day: review?.day ?? origin.on }
    }
  }
}

function spokenOf({ directory }: Pick<View, 'directory'>, origin: KeptInstruction): GivenFacts['spoken'] {
  const { onBehalf, by, from } = origin
  return onBehalf === undefined ? undefined : { from: personName(directory, from) ?? from, how: onBehalf.how, on: onBehalf.on, recordedBy: personName(directory, by) ?? '', confirmed: !isUnconfirmed(origin) }
}
