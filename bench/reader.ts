// How fast plans are read, and that the time grows with their length. Floors in the same process: JSON.parse of as many bytes.
import { outlineJson } from '#src/reader/outline-json.ts'
import { read } from '#src/reader/read.ts'
import { tableRow } from '#src/reader/table-row.ts'
import { leastOf, measured } from './measured.ts'

/** The issue of a plan's speed: a megabyte in less than so many times the floor. */
const mostTimesFloor = 20
/** Ten times the text may take so much more than ten times the time: caches end somewhere. */
const mostGrowth = 1.8
const runs = 15

const said = '组织专业力量逐村逐户开展摸底，建立工作台账，明确任务、措施和责任人，压实属地责任，强化部门协同，健全长效管护机制。'
const dated = '2026年9月底前完成整改，合格率达到95%以上。'
const sentences = (said.repeat(4) + dated).repeat(5) + '每季度通报一次进展情况。'
const item = (number: number): string => `${number}.整治第${number}片区。${sentences}（牵头单位：县农业农村局；配合单位：县财政局、县水利局、各乡镇）`
const row = (number: number): string => tableRow([String(number), `整治第${number}片区`, sentences, '县农业农村局', '县财政局、县水利局，各乡镇', '2026年9月底前'])
const head = '云溪县农村供水提升行动方案（2026—2028年）\n一、重点任务\n（一）全面整治\n'
const tableHead = `云溪县农村供水任务分解表（2026—2028年）\n${tableRow(['序号', '工作任务', '具体措施', '牵头单位', '配合单位', '完成时限'])}\n`

const kinds = {
  prose: (bytes: number): string => head + Array.from({ length: Math.ceil(bytes / Buffer.byteLength(item(100))) }, (_, at) => item(at + 1)).join('\n'),
  table: (bytes: number): string => tableHead + Array.from({ length: Math.ceil(bytes / Buffer.byteLength(row(100))) }, (_, at) => row(at + 1)).join('\n'),
}

/**
 * What a parser makes of as many bytes. `values`: what a reading is, without its texts: names, numbers and spans in objects; the one to be held.
 * `strings`: the sentences of a plan in objects. A parser copies a string without a look into it, where a reader has to look; the longer the strings,
 * the less this floor says.
 */
function floorsOf(bytes: number): { values: string; strings: string } {
  const text = kinds.prose(20_000)
  const answer = read(text)
  if (!answer.ok) throw new Error(answer.refusal.code)
  const values = outlineJson(answer.reading).tasks.map(({ number, title, section, span, units, deadlines }) => ({ number, title, section, span, units, deadlines }))
  const strings = text.split('\n').flatMap((words, line) => words.split('。').map((sentence) => ({ line, sentence })))
  return { values: repeated(JSON.stringify(values), bytes), strings: repeated(JSON.stringify(strings), bytes) }
}

const repeated = (json: string, bytes: number): string => `[${Array.from({ length: Math.max(1, Math.round(bytes / Buffer.byteLength(json))) }, () => json).join(',')}]`

for (const [kind, planOf] of Object.entries(kinds)) {
  let before: { bytes: number; ms: number } | undefined
  for (const size of [10_000, 100_000, 1_000_000, 4_900_000]) {
    const text = planOf(size)
    const bytes = Buffer.byteLength(text)
    const answer = read(text)
    const { values, strings } = floorsOf(bytes)
    const [ms = 0, ofValues = 0, ofStrings = 0] = leastOf(runs, [() => read(text), () => JSON.parse(values) as unknown, () => JSON.parse(strings) as unknown])
    const name = `${kind} of ${(bytes / 1e6).toFixed(2)} MB, ${answer.ok ? `${answer.reading.tasks.length} tasks` : answer.refusal.code}`
    measured({ name, value: ms, unit: 'ms', floor: ofValues * (bytes / Buffer.byteLength(values)), bound: size === 1_000_000 ? mostTimesFloor : null })
    measured({ name: `${name}: beside as many bytes of sentences`, value: ms, unit: 'ms', floor: ofStrings * (bytes / Buffer.byteLength(strings)) })
    if (before !== undefined) measured({ name: `${name}: beside what it would take at the speed of the text before`, value: ms, unit: 'ms', floor: before.ms * (bytes / before.bytes), bound: mostGrowth })
    before = { bytes, ms }
  }
}
