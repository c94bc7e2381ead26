import { describe, expect, it } from 'vitest'
import { sortIn } from '#commands/sort-argument.ts'
import { calledAs } from '#src/ledger/meeting.ts'

describe('the kind of a sitting, typed', () => {
  it.each([['专题', 'special'], ['专题会议', 'special'], ['专题研究', 'special'], ['综合性会议', 'general'], ['综合', 'general'], ['不计入频次', 'uncounted'], ['不计', 'uncounted'], ['special', 'special'], ['General', 'general'], ['uncounted', 'uncounted']])('%s is %s', (word, sort) => expect(sortIn(['领导小组', '3月5日', word])).toEqual({ sort, rest: ['领导小组', '3月5日'] }))
  it('is a word by itself: a place or a name that has it says nothing', () => expect(sortIn(['专题会议室', '综合科'])).toEqual({ rest: ['专题会议室', '综合科'] }))
  it('is kept as the ledger has it', () => expect([calledAs('special'), calledAs('uncounted'), calledAs('any'), calledAs(undefined)]).toEqual([{ of: 'special' }, { uncounted: true }, {}, {}]))
})
