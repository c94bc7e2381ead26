// The day of a review has come: whoever runs it is told in that day's message, or on the next working day where it was a day off or was missed.
import { withRole } from '#src/directory/directory.ts'
import type { View } from '#src/queries/view.ts'
import type { Notice } from './notice.ts'

export const ofReviewsToday = ({ plan, today, calendar, directory }: View): Notice[] =>
  [...plan.reviews.values()].flatMap(({ id: review, status, day, scheduledOn }) => {
    // Whoever called it this morning has its card before them.
    if (today === scheduledOn || status !== 'ahead' || today < day || today > calendar.addWorkingDays(day, 1)) return []
    return withRole(directory, 'secretary').map(({ id: to }): Notice => ({ kind: 'review-today', key: `review-today/${plan.id}/${review}/${day}/${to}`, to, plan: plan.id, review, day }))
  })
