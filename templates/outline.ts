// A reading in the terminal: what the reader found, line by line, with what it doubts.
import { doubtCounts, isAskedInTurn } from '#src/queries/doubt-counts.ts'
import type { ReadDoubt, ReadTask, Reading } from '#src/reader/reading.ts'
import { yearsWords } from './day-words.ts'

const parts = { lead: '牵头', support: '配合', responsible: '责任' } as const

/** For `duban parse`: Chinese, as the document is. */
export function outline(reading: Reading): string {
  const units = new Set(reading.tasks.flatMap((task) => task.units.map(({ name }) => name)))
  const { period } = reading
  const { doubts } = doubtCounts(reading.doubts)
  return [
    reading.title,
    `${reading.tasks.length}项 · ${units.size}单位 · ${doubts}处存疑${period === undefined ? '' : ` · ${yearsWords(period, 'zh')}`}`,
    ...bySection(reading.tasks),
    ...listed('周期任务', reading.recurrences.map(({ every, times, has, taskTitle }) => `${has} (${every}${times === undefined ? '' : ` × ${times}`})${taskTitle === undefined ? '' : ` · ${taskTitle}`}`)),
    ...listed('会议频次', reading.meetings.map(({ body, every, times, text }) => `${body} (${every}${times === undefined ? '' : ` × ${times}`}): ${text}`)),
    ...listed('领导小组和专班', reading.bodies.map(({ name, leader, members }) => `${name}${leader === undefined ? '' : ` · 组长 ${leader}`} · 成员 ${members.length}`)),
    ...listed('存疑', reading.doubts.filter(isAskedInTurn).map(asked)),
    ...listed('没有写由谁负责的指标', reading.doubts.filter((doubt) => !isAskedInTurn(doubt)).map(asked)),
    ...listed('未列为任务', reading.unlisted.map(({ heading, span }) => `${heading} (${span.to - span.from}字)`)),
    '',
  ].join('\n')
}

const asked = ({ line, question, quote, choices }: ReadDoubt): string => `第${line}行 ${question}${choices.length === 0 ? '' : ` [${choices.join(' / ')}]`}\n     ${quote}`

function bySection(tasks: readonly ReadTask[]): string[] {
  return tasks.flatMap((task, index) => [
    ...(task.section === tasks[index - 1]?.section ? [] : ['', task.section]),
    `  ${index + 1}. ${task.title}${task.number === String(index + 1) ? '' : ` [${[...task.path, task.number].join('/')}]`}`,
    `     ${unitsLine(task)}${task.deadlines.map(({ text, unbound }) => ` · ${text}${unbound === true ? '(待定)' : ''}`).join('')}`,
  ])
}

const unitsLine = ({ units }: ReadTask): string =>
  units.length === 0 ? '(未写明单位)' : units.map(({ name, role, inferred }) => `${name}[${inferred === 'lead' ? '推定牵头' : inferred === 'standing' ? '统一规定' : parts[role]}]`).join(' ')

const listed = (heading: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : ['', heading, ...lines.map((line) => `  · ${line}`)])
