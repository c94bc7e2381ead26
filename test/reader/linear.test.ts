// A hostile text costs what its length costs: four times as long is never near sixteen times as slow.
import { describe, expect, it } from 'vitest'
import { bodiesIn } from '#src/reader/bodies.ts'
import { bodiesBefore, bodyNamedIn, cleanName, isConvened, isProperName } from '#src/reader/body-names.ts'
import { withServes } from '#src/reader/body-serves.ts'
import { cadencesIn, sentencesIn, timesIn, unclearBeatIn } from '#src/reader/cadence.ts'
import { dateAsked } from '#src/reader/date-asked.ts'
import { deadlinesIn, timesInCell } from '#src/reader/dates.ts'
import { debtorsIn, receiverIn } from '#src/reader/debtors.ts'
import { dutiesIn } from '#src/reader/duties.ts'
import { outlineOf } from '#src/reader/outline.ts'
import { periodOf } from '#src/reader/period.ts'
import { proposalsIn } from '#src/reader/proposals.ts'
import type { Span } from '#src/reader/reading.ts'
import { goalTargets, targetsIn } from '#src/reader/targets.ts'
import { unclearDutiesIn } from '#src/reader/unclear-duties.ts'

const whole = (text: string): Span => ({ from: 0, to: text.length })

const functions: [name: string, run: (text: string) => unknown][] = [
  ['deadlinesIn', (text) => deadlinesIn(text, whole(text))],
  ['timesInCell', (text) => timesInCell(text, whole(text))],
  ['dateAsked', (text) => dateAsked({ text, yearly: false, span: whole(text) })],
  ['periodOf', (text) => [periodOf(text, ''), periodOf('', text)]],
  ['cadencesIn', cadencesIn],
  ['unclearBeatIn', unclearBeatIn],
  ['sentencesIn', sentencesIn],
  ['timesIn', timesIn],
  ['dutiesIn', (text) => dutiesIn(text, whole(text))],
  ['unclearDutiesIn', (text) => unclearDutiesIn(text, [whole(text)])],
  ['debtorsIn', (text) => debtorsIn(text, text, text)],
  ['receiverIn', (text) => receiverIn(text, text)],
  ['bodiesIn', bodiesIn],
  ['names of bodies', (text) => [bodiesBefore(text), bodyNamedIn(text), cleanName(text), isProperName(text), isConvened(text)]],
  ['withServes', (text) => withServes([{ name: text, kind: 'team', deputies: [], members: [], span: whole(text) }], [text])],
  ['targetsIn', (text) => targetsIn(text, whole(text))],
  ['goalTargets', (text) => goalTargets(text, outlineOf(`一、主要目标\n${text}`), [])],
  ['proposalsIn', (text) => proposalsIn(text, [{ heading: '', span: whole(text) }])],
]
const hostile = [
  'X', '1', '_', ' ', '年', '每', '每年', '20__年', '2026年1月', '到', '—', '1月至', '定期', '逐年', '每逢', '领导小组', '组长:', '组长:甲\n', '任组长', '由', '县水利局、', '县水利局和', '要', '部门要', '5%', '10个', '达到90%', '建成10所', '、10个', '全覆盖',
  '分别达到', '时限:', '(', '《', '“', '十', '一月', '汛前', '本', '印发', '成员由', '办公室', '报', '召开会议', '1次会议', '、', '。', ';', '\n', '委员会', '成立县', '1,000', '每年召开会议', '由县水利局', '持续推进', '有效期', '自2025年', '在年的基础上', '甲领导小组\n', '和', '要求', '并', '至少',
]

const length = 15_000
/** Linear is four; quadratic would be sixteen. */
const mostTimesAsSlow = 8
/** What is quadratic takes far longer on four times the length; below this a busy machine says more than the function. */
const leastMs = 40

/** Of the processor, the best of a few: what the machine does besides is not counted. */
function milliseconds(run: (text: string) => unknown, text: string): number {
  let best = Infinity
  for (let tries = 0; tries < 3 && best > leastMs / 4; tries++) {
    const before = process.cpuUsage()
    run(text)
    best = Math.min(best, process.cpuUsage(before).user / 1000)
  }
  return best
}

describe('four times as long a text of one kind only is not eight times as slow', () => {
  it.each(functions)('in %s', { retry: 2, timeout: 60_000 }, (_name, run) => {
    for (const unit of hostile) {
      const ofLength = (most: number): string => unit.repeat(Math.ceil(most / unit.length))
      // The first run is the slowest: nothing is compiled yet.
      run(ofLength(length))
      const slow = milliseconds(run, ofLength(4 * length))
      if (slow > leastMs) expect(slow / milliseconds(run, ofLength(length)), unit).toBeLessThan(mostTimesAsSlow)
    }
  })
})
