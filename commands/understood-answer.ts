// An answer that can be applied, in the words it is kept in; or why it settles nothing.
import { deadlineWith, isNo, isNoDuty, isYes, byTeam, namesIn, periodIn, rhythmIn, saysNoTasks, saysTasks } from '#src/ledger/answer-words.ts'
import { yearIn } from '#src/ledger/bound-day.ts'
import { answerAtMost } from '#src/ledger/correction.ts'
import type { Directory } from '#src/directory/directory.ts'
import { plainName } from '#src/directory/unit.ts'
import type { ReadDeadline, ReadDoubt } from '#src/reader/reading.ts'
import { looksLikeUnit } from '#src/reader/unit-list.ts'
import type { Refusal } from '#src/ledger/refusal.ts'
import { findUnit } from './unit-argument.ts'

export type Understood = { ok: true; answer: string } | { ok: false; refusal: Refusal }

/** `units`: the plan's own, by name. `dates`: as they are written where a date or a year is asked about. */
type Context = { title: string; dates: readonly ReadDeadline[]; directory: Directory; units: readonly string[] }

/** @param written as it was pressed or typed */
export function understoodAnswer(doubt: Pick<ReadDoubt, 'kind'>, written: string, context: Context): Understood {
  const answer = written.trim().slice(0, answerAtMost)
  switch (doubt.kind) {
    case 'year-blank':
    case 'date-unclear': {
      // A date that means no day can be left as it is written.
      if (yearIn(answer) === undefined) return doubt.kind === 'date-unclear' && isNo(answer) ? { ok: true, answer } : refused({ code: 'year-unclear', asked: answer })
      const unreal = context.dates.find((date) => deadlineWith(date, answer) === undefined)
      return unreal === undefined ? { ok: true, answer } : refused(dayRefused(unreal, answer))
    }
    case 'no-period':
      return periodIn(answer, context.title) === undefined ? refused({ code: 'year-unclear', asked: answer }) : { ok: true, answer }
    case 'no-unit':
      return answer === byTeam ? { ok: true, answer } : units(answer, context)
    case 'unit-unclear':
    case 'target-owner':
      return isYes(answer) || isNo(answer) ? { ok: true, answer } : units(answer, context)
    case 'duty-unclear':
      return isNoDuty(answer) || rhythmIn(answer) !== undefined ? { ok: true, answer } : refused({ code: 'rhythm-unclear', asked: answer })
    case 'table-unclear':
      return saysNoTasks(answer) || saysTasks(answer) ? { ok: true, answer } : refused({ code: 'tasks-unclear', asked: answer })
    case 'alias':
      return { ok: true, answer }
  }
}

/** 2026年2月30日, or 2027年 where the text has 2月29日. */
const dayRefused = ({ text }: ReadDeadline, answer: string): Refusal => ({ code: 'day-unreal', asked: /月/.test(answer) ? answer : `${answer}${text}` })

const refused = (refusal: Refusal): Understood => ({ ok: false, refusal })

/** Every name as the plan or the directory has it; one that nobody knows is taken for a new unit only where it ends as units do. */
function units(answer: string, context: Context): Understood {
  const names = namesIn(answer).map((name) => unitMeantBy(name, context))
  const unknown = names.find((name) => name.found === undefined)
  if (names.length === 0 || unknown !== undefined) return refused({ code: 'unit-unknown', asked: unknown?.name ?? answer })
  return { ok: true, answer: [...new Set(names.map(({ found }) => found))].join('、') }
}

/** `found`: the name as the plan or the directory has it; undefined where nobody is meant, or several could be. */
export function unitMeantBy(name: string, { units: known, directory }: Pick<Context, 'units' | 'directory'>): { name: string; found: string | undefined } {
  const exact = known.find((unit) => plainName(unit) === plainName(name))
  const containing = known.filter((unit) => plainName(unit).includes(plainName(name)))
  const [only] = containing
  if (exact !== undefined) return { name, found: exact }
  const inDirectory = findUnit(directory, name)
  if (inDirectory.ok) return { name, found: inDirectory.unit.name }
  if (only !== undefined && containing.length === 1) return { name, found: only }
  return { name, found: containing.length === 0 && looksLikeUnit(name) && name.length >= 3 ? name : undefined }
}
