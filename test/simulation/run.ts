// npm run simulate -- --runs N --seed S: many simulated days. Says which seed shows a fault, and ends with 1 where one does.
import { parseArgs } from 'node:util'
import { smallCounty } from './small-county.ts'
import { simulate } from './simulate.ts'

const { values } = parseArgs({ options: { runs: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } } })
const [runs, seed] = [Number(values.runs), Number(values.seed)]
const county = await smallCounty()
const sums = { duplicates: 0, lost: 0, stale: 0 }
for (let run = 0; run < runs; run += 1) {
  const { faults } = await simulate(seed + run, county)
  const all = [...faults.duplicates.map((what) => `doubled: ${what}`), ...faults.lost.map((what) => `lost: ${what}`), ...faults.stale.map((what) => `stale: ${what}`)]
  for (const what of all) console.log(`seed ${seed + run}: ${what}`)
  sums.duplicates += faults.duplicates.length
  sums.lost += faults.lost.length
  sums.stale += faults.stale.length
}
console.log(`simulate: ${runs} runs, ${sums.duplicates} duplicates, ${sums.lost} lost, ${sums.stale} stale, seed ${seed}`)
process.exitCode = sums.duplicates + sums.lost + sums.stale === 0 ? 0 : 1
