// All benches, each in a process of its own: what one leaves in memory is not in the way of the next. Ends with 1 where a bound is broken.
// npm run bench -- [NAME …] [--json]: a table, or one array of what was measured.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { bundled } from '#test/bundled.ts'
import { isHeld, type Measure } from './measured.ts'

const benches = ['reader', 'sweep', 'summary', 'workspace', 'record', 'memory', 'start', 'peers']

async function measuresOf(bench: string): Promise<{ measures: Measure[]; isDone: boolean }> {
  const measures: Measure[] = []
  // As the bot runs. What a bench says for itself is not of the array.
  const { program, remove } = await bundled(`bench/${bench}.ts`)
  const child = fork(program, { execArgv: ['--enable-source-maps', '--expose-gc'], stdio: ['ignore', 2, 2, 'ipc'] })
  child.on('message', (measure: Measure) => measures.push(measure))
  const [code] = (await once(child, 'close')) as [number | null]
  await remove()
  return { measures, isDone: code === 0 }
}

const significant = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3).replace(/\.?0+$/u, ''))
const lineOf = (measure: Measure): string[] => {
  const { name, value, unit, floor, ratio, bound } = measure
  const [ofFloor, times] = [floor === null ? '' : `${significant(floor)} ${unit}`, ratio === null ? '' : `${ratio.toFixed(2)} ×`]
  return [name, `${significant(value)} ${unit}`, ofFloor, times, bound === null ? '' : `≤ ${String(bound)}`, isHeld(measure) ? '' : 'TOO MUCH']
}

function tableOf(measures: readonly Measure[]): string {
  const rows = [['', 'measured', 'floor', 'ratio', 'bound', ''], ...measures.map(lineOf)]
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? []
  return rows.map((row) => row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ').trimEnd()).join('\n')
}

const { values, positionals } = parseArgs({ options: { json: { type: 'boolean', default: false } }, allowPositionals: true })
const unknown = positionals.filter((name) => !benches.includes(name))
if (unknown.length > 0) throw new Error(`no bench is called ${unknown.join(', ')}: there are ${benches.join(', ')}`)
const all: Measure[] = []
for (const bench of benches.filter((name) => positionals.length === 0 || positionals.includes(name))) {
  const { measures, isDone } = await measuresOf(bench)
  all.push(...measures)
  if (!values.json) process.stdout.write(`— ${bench} —\n${tableOf(measures)}\n${isDone ? '' : 'it did not come to its end\n'}`)
  if (!isDone || !measures.every(isHeld)) process.exitCode = 1
}
if (values.json) process.stdout.write(`${JSON.stringify(all)}\n`)
