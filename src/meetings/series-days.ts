// Before a series of sittings is called: what is to be said of each of its days, and of all of them.
import type { Calendar } from '#src/calendar/calendar.ts'
import { yearOf, type Day } from '#src/calendar/day.ts'
import type { RecurringDay } from '#src/calendar/recurring.ts'
import type { Directory } from '#src/directory/directory.ts'
import type { PlanState } from '#src/ledger/plan-state.ts'
import type { Review } from '#src/ledger/review.ts'
import { askedFor } from '#src/queries/answering.ts'
import { concernsOf, type Calling, type Concern } from './concerns.ts'
import { peopleInvited, seatsOpened } from './invited.ts'

/** `meant`: where it is a day off, the day it was to be. `concerns`: what speaks against that day alone. `reviews`: of the same people, on that day. */
export type SeriesDay = RecurringDay & { concerns: readonly Concern[]; reviews: readonly Pick<Review, 'id' | 'kind'>[] }

/** `concerns`: the same on all days. `provisional`: years of which the days off are not known. `silent`: seats whom no message reaches, where they are few. */
export type SeriesFacts = { days: readonly SeriesDay[]; concerns: readonly Concern[]; provisional: readonly number[]; silent: readonly string[] }

type Series = Omit<Calling, 'day' | 'directory'> & { days: readonly RecurringDay[]; directoryOn: (day: Day) => Directory }

export function seriesFacts({ days, directoryOn, ...of }: Series): SeriesFacts {
  const each = days.map((on) => ({ on, directory: directoryOn(on.day), concerns: concernsOf({ ...of, day: on.day, directory: directoryOn(on.day) }) }))
  const general = each.flatMap(({ concerns }) => concerns.filter((concern) => !isOfDay(concern)))
  const [first] = each
  const silent = first === undefined || general.some(({ kind }) => kind === 'few-told') ? [] : seatsOpened(of.body, first.directory).filter(({ people }) => people.length === 0).map(({ name }) => name)
  return {
    days: each.map(({ on, directory, concerns }) => ({ ...on, concerns: concerns.filter(isOfDay), reviews: reviewsOn(of.plans, on.day, new Set(peopleInvited(seatsOpened(of.body, directory)).map(({ id }) => id)), directory) })),
    // The same is said once.
    concerns: [...new Map(general.map((concern) => [JSON.stringify(concern), concern])).values()],
    provisional: provisionalYears(days, of.calendar), silent,
  }
}

const isOfDay = ({ kind }: Concern): boolean => kind === 'day-off' || kind === 'clash' || kind === 'near'

/** Whom a review with a scope asks is known on its day alone. */
const reviewsOn = (plans: readonly PlanState[], day: Day, seated: ReadonlySet<string>, directory: Directory): Pick<Review, 'id' | 'kind'>[] =>
  plans.flatMap(({ reviews }) => [...reviews.values()].filter((review) => review.status === 'ahead' && review.day === day && (review.scope !== undefined || review.units.some((unit) => askedFor(directory, unit).some(({ id }) => seated.has(id))))))

const provisionalYears = (days: readonly RecurringDay[], calendar: Calendar): number[] => [...new Set(days.filter(({ day }) => calendar.isProvisional(day)).map(({ day }) => yearOf(day)))]
