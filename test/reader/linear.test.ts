// A hostile text costs what its length costs: four times as long is never near sixteen times as slow.
import { describe, it } from 'vitest'
import { bodiesIn } from '#src/reader/bodies.ts'
import { bodiesBefore, bodyNamedIn, cleanName, isConvened, isProperName } from '#src/reader/body-names.ts'
import { withServes } from '#src/reader/body-serves.ts'
import { cadencesIn, sentencesIn, timesIn, unclearBeatIn } from '#src/reader/cadence.ts'
import { dateAsked } from '#src/reader/date-asked.ts'
import { deadlinesIn, timesInCell } from '#src/reader/dates.ts'
import { debtorsIn, receiverIn } from '#src/reader/debtors.ts'
import { doubtsIn } from '#src/reader/doubts.ts'
import { dutiesIn } from '#src/reader/duties.ts'
import { outlineOf } from '#src/reader/outline.ts'
import { periodOf } from '#src/reader/period.ts'
import { proposalsIn } from '#src/reader/proposals.ts'
import { saidUnits } from '#src/reader/said-units.ts'
import { scopeOf } from '#src/reader/clause-scope.ts'
import { unitList } from '#src/reader/unit-list.ts'
import { read } from '#src/reader/read.ts'
import type { ReadTask, Span } from '#src/reader/reading.ts'
import { withTablesAsRows } from '#src/reader/repair-tables.ts'
import { goalTargets, targetsIn } from '#src/reader/targets.ts'
import { unclearDutiesIn } from '#src/reader/unclear-duties.ts'
import { expectGrowth, expectLinear } from './growth.ts'
import { tablesRead } from './table-cases.ts'

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
  ['saidUnits', (text) => saidUnits(text, whole(text))],
  ['unitList', (text) => unitList(text, whole(text))],
  ['scopeOf', scopeOf],
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
  '分别达到', '时限:', '(', '《', '“', '十', '一月', '汛前', '本', '印发', '成员由', '办公室', '报', '召开会议', '1次会议', '、', '。', ';', '\n', '委员会', '成立县', '1,000', '每年召开会议', '由县水利局', '持续推进', '有效期', '自2025年', '在年的基础上', '甲领导小组\n', '和', '要求', '并', '至少', '东川、', '等试点乡镇政府、', '第1项、', '以上两项由', '交给', '派出所、',
]

describe('four times as long a text of one kind only is not eight times as slow', () => {
  it.each(functions)('in %s', { retry: 2, timeout: 60_000 }, (_name, run) => {
    for (const unit of hostile) expectLinear(run, unit)
  })

  it.each([
    ['items', '1.清理淤泥。每年11月底前完成。(责任单位:县水利局、县财政局)\n'], ['open brackets', '('], ['labels', '责任单位:'], ['blanks', ' '], ['blank years', '20__年'], ['verbs', '牵头配合'],
    ['dates', '2026年1月'], ['bodies', '领导小组'], ['one name', '县水利局和'], ['numbers', '一、(一)1.'], ['dashes', '— 3 — '], ['names of documents', '《'], ['cadences', '每年'], ['digits', '1'], ['names without a sign', '县水利局'], ['names behind a label without a sign', '责任单位：县水利局'], ['shared sentences', '1.清淤。以上各项由县水利局牵头。\n'], ['shared sentences of the first', '2.清淤。第1项由县水利局牵头。\n'], ['numbers of items', '第1项、'], ['places', '东川、西坪等试点乡镇人民政府、'], ['units and what they do', '县水利局：负责清淤。\n'], ['duties of units', '县水利局职责：\n1.负责清淤。\n'], ['items that end in units', '1.清淤。责任单位：县水利局。'],
    ['brackets of names', '1.清淤。（办公室）\n'], ['brackets behind names', '责任单位：县水利局（县财政局配合）、'], ['others', '县水利局等单位，'], ['brackets in a line of units', '责任单位：（'],
    ['heads of a table', '序号\n任务\n责任单位\n甲\n'], ['heads that are not read', '任务\n责任单位\n时限\n甲\n1\n'], ['rows and numbers below', '1\t清淤\t县水利局\n2\n'],
    ['numbers of several parts', '1.1 改造河道\n'], ['figures behind a number', '2.12个河段\n'], ['numbers and a blank', '1 改造河道\n'], ['italics', '。*县水利局'], ['labels in a line', '责任单位：1.'], ['rows that repeat', '1\t清淤\t疏浚\t县水利局\t每季度\n'], ['seasons', '每年3月至12月'], ['names of parts', '县水利局（主）、'],
    ['attachments', '附件\n一、治水\n1.清淤。县水利局牵头。\n2.固堤。县住建局牵头。\n'], ['attachments and tables', '附件\n一、治水\n1.清淤。县水利局牵头。\n2.固堤。县住建局牵头。\n序号\t任务\t责任单位\n1\t植树\t县林业局\n'], ['attachments of nothing', '附件\n序号\t任务\t责任单位\n1\t植树\t县林业局\n'],
    ['times behind labels', '完成时限：按季度推进，2026年11月底前完成并长期坚持。'], ['what goes on', '完成时限：持续'], ['times behind one label', '2026年11月，'], ['offices that are asked', '由县水利局商县水利局'],
  ])('as a plan that is nothing but %s', { retry: 2, timeout: 60_000 }, (_what, unit) => expectLinear((text) => read(`治水方案\n一、任务\n1.清淤。\n${text}`), unit))

  it.each([
    ['heads a line', '序号\n任务\n责任单位\n1\n甲\n'], ['one head', '序号\n'], ['rows with tabs', '1\t清淤\t县水利局\n'], ['tabs', '\t'], ['lines of tabs', '\t\n'], ['rising rows', '1\ta\n1\ta\tb\n1\n'], ['pipes', '|'], ['cells before bars', '序号 |\n任务 |\n责任单位 |\n1 |\n甲 |\n'], ['heads before bars', '任务 |\n责任单位 |\n时限 |\n'], ['bars on lines', '|\n'], ['lines between bars', '甲\n|\n'], ['bars before cells', '|甲\n'], ['numbers before bars', '1 |\n'], ['rules', '┌─┬─┐\n│1│\n'], ['quotes', 'a\t"b\n'], ['broken cells', '1\t清淤\n县水利局\n'], ['labels', '任务\t清淤\n责任单位\t县水利局\n'], ['marks', '1\t√\t√\n'],
    ['heads set apart', '序号  任务  责任单位\n'], ['heads and rows set apart', '序号  任务  责任单位\n1  清淤  甲\n'], ['rows of one table', '1  清淤  县水利局\n'], ['heads in rows', '序号\t任务\t责任单位\n'], ['numbers', '1\n'], ['merged rows', '〃\t〃\t〃\n'], ['blank cells', ' \t \t县水利局\n'], ['head and a long row', `序号\n任务\n责任单位\n1\n${'甲\n'.repeat(40)}`],
    ['heads without numbers', '工作任务\n具体要求\n责任科室\n1\n甲\n'],
  ])('as a table that is nothing but %s', { retry: 2, timeout: 60_000 }, (_what, unit) => expectLinear((text) => tablesRead(withTablesAsRows(`序号\t任务\t责任单位\n${text}`.split('\n')).join('\n')), unit))

  const clause = '20__年完成。'
  const at = (place: number): Span => ({ from: place * clause.length, to: place * clause.length + 5 })
  const doubtsOf = (count: number, facts: Partial<ReadTask>): (() => unknown) => {
    const text = clause.repeat(count)
    const task: ReadTask = { path: [], number: '1', title: '清淤', section: '任务', text, span: whole(text), units: [{ name: '县水利局', role: 'lead', span: at(0) }], people: [], deadlines: [], ...facts }
    return () => doubtsIn({ text, title: '方案', tasks: [task], others: [], said: [], targets: [], duties: [], bodies: [], tables: [], period: undefined })
  }
  const many = <Thing>(count: number, each: (place: number) => Thing): Thing[] => Array.from({ length: count }, (_, place) => each(place))

  it('where one task has a blank year in every sentence', { retry: 2, timeout: 60_000 }, () =>
    expectGrowth((count) => doubtsOf(count, { deadlines: many(count, (place) => ({ text: '20__年', yearly: false, unbound: true, span: at(place) })) }), (run) => run(), 5000, 'blank years'))

  it('where the offices of many places have one name', { retry: 2, timeout: 60_000 }, () =>
    expectGrowth((count) => doubtsOf(count, { units: many(count, (place) => ({ name: `${String.fromCharCode(0x4e00 + (place >> 7), 0x5e00 + (place & 127))}县水利局`, role: 'lead', span: at(place) })) }), (run) => run(), 5000, 'offices'))
})
