// The duties of a table's row: each cell says its own, and what two cells say is owed once.
import { bodyNamedIn, isConvened } from './body-names.ts'
import { cadencesIn, timesIn, type Cadence } from './cadence.ts'
import { dutiesIn, type Duties } from './duties.ts'
import { folded } from './folded-text.ts'
import type { ReadRecurrence, Span } from './reading.ts'
import type { ShortNames } from './short-names.ts'
import { cellParting, isTableRow } from './table-row.ts'

/** A cell that says nothing but how often: 每季度, under 完成时限. */
const bare = /^(?:每|按).{1,4}(?:底|末|次)?$/

export function dutiesInRow(text: string, row: Span, title: string, shortNames: ShortNames): Duties {
  const duties: Duties = { recurrences: [], meetings: [] }
  let from = row.from
  for (const cell of text.slice(row.from, row.to).split(cellParting)) {
    const said = dutiesIn(text, { from, to: from + cell.length }, title, shortNames)
    duties.recurrences.push(...said.recurrences)
    duties.meetings.push(...said.meetings)
    from += cell.length + 1
  }
  return { meetings: duties.meetings, recurrences: eachOnce(duties.recurrences).map((duty) => (isBare(duty) ? { ...duty, has: title, text: text.slice(row.from, row.to).replaceAll(cellParting, ' '), span: row } : duty)) }
}

const isBare = ({ has }: ReadRecurrence): boolean => bare.test(folded(has).trim())

/** The same words in three columns of years are one duty; a bare 每季度 adds nothing to a duty of each quarter. */
function eachOnce(duties: readonly ReadRecurrence[]): ReadRecurrence[] {
  const kept: ReadRecurrence[] = []
  for (const duty of duties) {
    const said = kept.some((other) => other.every === duty.every && (other.has === duty.has || isBare(duty)))
    if (!said) kept.push(duty)
  }
  return kept.filter((duty) => !isBare(duty) || !kept.some((other) => other !== duty && other.every === duty.every))
}

/** 完成时限:每年11月底前, with nothing behind it. */
const bareTime = /^ *(?:完成|办结|整改|报送|工作)?(?:时限|时间|期限|频次|频率)(?:要求)?:[每按][年季月周旬度半个两\d一二三四五六七八九十日号底末之以前上中下]{1,12}$/

/** The duties of a task's own lines. What its label of times says is of the duty that comes back as often, or else the task comes back itself. */
export function dutiesInTask(text: string, span: Span, title: string, shortNames: ShortNames): Duties {
  const { recurrences, meetings } = dutiesIn(text, span, title, shortNames)
  const isTime = (duty: ReadRecurrence): boolean => bareTime.test(folded(duty.text))
  const said = recurrences.filter((duty) => !isTime(duty))
  return { meetings, recurrences: recurrences.flatMap((duty) => (!isTime(duty) ? [duty] : said.some(({ every }) => every === duty.every) ? [] : [{ ...duty, has: title }])) }
}

const meeting = /(?:会议|例会|会商会?|调度会|联席会|推进会|碰头会)$/

/** The duties of words that stand in no task. A row of which one cell says nothing but how often owes what its first cell names: 指挥部例会 | 每周. */
export function dutiesOutside(text: string, span: Span, shortNames: ShortNames): Duties {
  const duties: Duties = { recurrences: [], meetings: [] }
  let run: Span | undefined
  const closeRun = (): void => {
    if (run) add(dutiesIn(text, run, undefined, shortNames))
    run = undefined
  }
  let from = span.from
  for (const line of text.slice(span.from, span.to).split('\n')) {
    const where = { from, to: from + line.length }
    from += line.length + 1
    const beat = isTableRow(line) ? beatOfRow(line) : undefined
    if (beat) {
      closeRun()
      add(owedByRow(line, where, beat))
    } else run = { from: run?.from ?? where.from, to: where.to }
  }
  closeRun()
  return duties

  function add({ recurrences, meetings }: Duties): void {
    duties.recurrences.push(...recurrences)
    duties.meetings.push(...meetings)
  }
}

type Beat = { cadence: Cadence; cell: string; named: string }

function beatOfRow(row: string): Beat | undefined {
  const cells = row.split(cellParting).map((cell) => folded(cell).trim()).filter((cell) => cell !== '')
  const cell = cells.find((words) => bare.test(words) && cadencesIn(words).length === 1)
  const [cadence] = cell === undefined ? [] : cadencesIn(cell)
  const named = cells.find((words) => words !== cell && /[一-龥]{2}/.test(words))
  return cadence && cell !== undefined && named !== undefined ? { cadence, cell, named } : undefined
}

function owedByRow(row: string, span: Span, { cadence, cell, named }: Beat): Duties {
  const body = meeting.test(named) ? bodyNamedIn(named) : undefined
  const said = { every: cadence.every, text: row.replaceAll(cellParting, ' ').trim(), span }
  if (body !== undefined) return { recurrences: [], meetings: [{ body, times: cadence.perPeriod * (timesIn(cell) ?? 1), convened: isConvened(body), ...said }] }
  return { recurrences: [{ has: named, ...(cadence.perPeriod === 1 ? {} : { times: cadence.perPeriod }), ...said }], meetings: [] }
}
