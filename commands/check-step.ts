// A doubt of a draft as it is asked: of several blank years, whether they are one; of several sections with teams, whether each has its own.
import type { Desk } from '#src/command.ts'
import type { DraftDoubt } from '#src/ledger/corrections.ts'
import { teamOf } from '#src/ledger/team-of.ts'
import { differInPlace } from '#src/reader/office-names.ts'
import { unitsOfReading } from '#src/queries/units-of-reading.ts'
import type { CheckStep } from '#templates/import-check.ts'
import { isOpen, questionOf, walked, type OpenDraft } from './draft-reading.ts'

/** @param each the blank years are asked one by one */
export function stepOf(open: OpenDraft, asked: DraftDoubt, each: boolean, desk: Desk): CheckStep {
  const { doubt, key } = asked
  const blanks = doubt.kind === 'year-blank' && !each ? walked(open.now).filter((one) => isOpen(one) && one.doubt.kind === 'year-blank') : []
  const isServed = (one: DraftDoubt): boolean => isOpen(one) && teamOf(one.doubt, open.now.reading) !== undefined
  const served = teamOf(doubt, open.now.reading) === undefined ? [] : walked(open.now).filter(isServed)
  const silent = doubt.kind === 'no-unit' ? walked(open.now).filter((one) => isOpen(one) && one.doubt.kind === 'no-unit') : []
  const isSame = (one: DraftDoubt): boolean => isOpen(one) && one.doubt.names !== undefined && differInPlace(...one.doubt.names)
  const same = isSame(asked) ? walked(open.now).filter(isSame).map((one) => one.doubt.names ?? []) : []
  const unit = doubt.kind === 'no-unit' ? unitsOfReading(open.now.reading)[0] : undefined
  return {
    draft: open.id, key, each, question: questionOf(open, asked, desk), section: doubt.section !== undefined,
    ...(blanks.length > 1 ? { all: { quotes: blanks.map((one) => one.doubt.quote) } } : {}),
    ...(same.length > 1 ? { same } : {}),
    ...(served.length > 1 ? { teams: served.length } : {}),
    ...(unit === undefined || served.length > 0 || silent.length < 2 ? {} : { alike: { count: silent.length, unit } }),
  }
}
