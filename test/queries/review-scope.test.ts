// What stands in the scope of a review is the same however little of it is looked at.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Review, ReviewScope } from '#src/ledger/review.ts'
import { tasksInScope, tasksOfReview } from '#src/queries/review-scope.ts'
import { standsAfresh } from '#src/queries/stand.ts'
import { day, unitId } from '#test/builders.ts'
import { anyView } from './any-view.ts'

const scopes: readonly ReviewScope[] = [
  { kind: 'light', light: 'red' }, { kind: 'light', light: 'yellow' }, { kind: 'standing', only: 'overdue' }, { kind: 'standing', only: 'unreported' },
  { kind: 'section', section: '重点任务' }, { kind: 'section', section: '任务' }, { kind: 'section', section: '没有这一章' }, { kind: 'unit', unit: unitId('甲局') }, { kind: 'unit', unit: unitId('各镇') },
]
const review = (scope: ReviewScope, kind: Review['kind']): Review => ({ id: 'r1', kind, day: day('2031-12-31'), tasks: [], units: [], prepare: '', scheduledOn: day('2026-01-06'), judged: [], scope, status: 'ahead' })

describe('what a review looks at', () => {
  it.each(scopes.map((scope) => ({ scope })))('is what the list of $scope has, whether or not it is kept how tasks stand', ({ scope }) => {
    fc.assert(fc.property(anyView, fc.constantFrom<Review['kind']>('dispatch', 'look-back'), (view, kind) => {
      const listed = tasksInScope(view, scope, kind).map(({ number }) => number).toSorted((a, b) => a - b)
      expect(tasksOfReview(view, review(scope, kind))).toEqual(listed)
      expect(tasksOfReview(view, review(scope, kind), standsAfresh)).toEqual(listed)
    }), { numRuns: 60 })
  })
})
