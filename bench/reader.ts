// How fast plans are read, and that the time grows with their length. Floor in the same process: JSON.parse of as many bytes of a reading.
import { outlineJson } from '#src/reader/outline-json.ts'
import { read } from '#src/reader/read.ts'
import { tableRow } from '#src/reader/table-row.ts'

/** The issue of a plan's speed: a megabyte in less than so many times the floor. */
const mostTimesFloor = 20
/** Ten times the text may take so much more than ten times the time: caches end somewhere. */
const mostGrowth = 1.8
const runs = 7

const said = '组织专业力量逐村逐户开展摸底，建立工作台账，明确任务、措施和责任人，压实属地责任，强化部门协同，健全长效管护机制。'
const dated = '2026年9月底前完成整改，合格率达到95%以上，每季度通报一次进展情况。'
const sentences = said.repeat(4) + dated
const item = (number: number): string => `${number}.整治第${number}片区。${sentences.repeat(5)}（牵头单位：县农业农村局；配合单位：县财政局、县水利局、各乡镇）`
const row = (number: number): string => tableRow([String(number), `整治第${number}片区`, sentences.repeat(5), '县农业农村局', '县财政局、县水利局，各乡镇', '2026年9月底前'])
const head = '云溪县农村供水提升行动方案（2026—2028年）\n一、重点任务\n（一）全面整治\n'
const tableHead = `云溪县农村供水任务分解表（2026—2028年）\n${tableRow(['序号', '工作任务', '具体措施', '牵头单位', '配合单位', '完成时限'])}\n`

const kinds = {
  prose: (bytes: number): string => head + Array.from({ length: Math.ceil(bytes / Buffer.byteLength(item(100))) }, (_, at) => item(at + 1)).join('\n'),
  table: (bytes: number): string => tableHead + Array.from({ length: Math.ceil(bytes / Buffer.byteLength(row(100))) }, (_, at) => row(at + 1)).join('\n'),
}

function fastest(act: () => unknown): number {
  let best = Infinity
  for (let run = 0; run < runs; run++) {
    const from = performance.now()
    act()
    best = Math.min(best, performance.now() - from)
  }
  return best
}

/** The values of a reading as JSON, repeated to so many bytes. Not its texts: a long string is copied, not parsed. */
function floorOf(bytes: number): string {
  const answer = read(kinds.prose(20_000))
  if (!answer.ok) throw new Error(answer.refusal.code)
  const one = JSON.stringify(outlineJson(answer.reading).tasks.map(({ number, title, section, span, units, deadlines }) => ({ number, title, section, span, units, deadlines })))
  return `[${Array.from({ length: Math.max(1, Math.round(bytes / Buffer.byteLength(one))) }, () => one).join(',')}]`
}

let held = true
for (const [kind, planOf] of Object.entries(kinds)) {
  let before: { bytes: number; ms: number } | undefined
  for (const size of [10_000, 100_000, 1_000_000, 4_900_000]) {
    const text = planOf(size)
    const bytes = Buffer.byteLength(text)
    const answer = read(text)
    const ms = fastest(() => read(text))
    const floor = floorOf(bytes)
    const times = ms / (fastest(() => JSON.parse(floor) as unknown) * (bytes / Buffer.byteLength(floor)))
    const growth = before === undefined ? undefined : ms / before.ms / (bytes / before.bytes)
    const tooSlow = size === 1_000_000 && times >= mostTimesFloor
    const tooSteep = growth !== undefined && growth > mostGrowth
    held &&= !tooSlow && !tooSteep
    const tasks = answer.ok ? `${answer.reading.tasks.length} tasks` : answer.refusal.code
    process.stdout.write(`${kind} ${(bytes / 1e6).toFixed(2)} MB  ${tasks}  ${ms.toFixed(1)} ms  ${times.toFixed(1)} × JSON.parse${growth === undefined ? '' : `  growth ${growth.toFixed(2)}`}${tooSlow || tooSteep ? '  TOO MUCH' : ''}\n`)
    before = { bytes, ms }
  }
}
process.exitCode = held ? 0 : 1
