// npm run simulate -- --runs N --seed S: many simulated days, on every core. Says which seed shows a fault, and ends with 1 where one does.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { bundled } from '#test/bundled.ts'
import { simulate, type Faults } from './simulate.ts'
import { smallCounty } from './small-county.ts'

/** Every `step`th seed from the first one. */
type Share = { first: number; end: number; step: number }
type Seen = { seed: number; faults: Faults }

async function work({ first, end, step }: Share, seen: (of: Seen) => void): Promise<void> {
  const county = await smallCounty()
  for (let seed = first; seed < end; seed += step) {
    const { faults } = await simulate(seed, county)
    if (faults.duplicates.length + faults.lost.length + faults.stale.length > 0) seen({ seed, faults })
  }
}

async function lead(): Promise<void> {
  const { values } = parseArgs({ options: { runs: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } } })
  const [runs, seed] = [wholeNumber('runs', values.runs), wholeNumber('seed', values.seed)]
  const sums = { duplicates: 0, lost: 0, stale: 0 }
  const step = Math.min(availableParallelism(), runs)
  // As the bot runs.
  const { program, remove } = await bundled('test/simulation/run.ts')
  await Promise.all(
    Array.from({ length: step }, async (_, nth) => {
      const share: Share = { first: seed + nth, end: seed + runs, step }
      const worker = fork(program, [JSON.stringify(share)], { execArgv: ['--enable-source-maps'], serialization: 'advanced' })
      worker.on('message', ({ seed: at, faults }: Seen) => {
        for (const kind of ['duplicates', 'lost', 'stale'] as const) {
          sums[kind] += faults[kind].length
          for (const what of faults[kind]) console.log(`seed ${at}: ${kind}: ${what}`)
        }
      })
      const [code] = (await once(worker, 'exit')) as [number]
      if (code !== 0) throw new Error(`a worker ended with ${code}`)
    }),
  )
  await remove()
  console.log(`simulate: ${runs} runs, ${sums.duplicates} duplicates, ${sums.lost} lost, ${sums.stale} stale, seed ${seed}`)
  process.exitCode = sums.duplicates + sums.lost + sums.stale === 0 ? 0 : 1
}

function wholeNumber(name: string, said: string): number {
  const number = Number(said)
  if (!Number.isSafeInteger(number) || number < 1) throw new Error(`--${name} is a whole number from 1 on, not ${said}`)
  return number
}

const said = process.argv[2]
if (process.send === undefined || said === undefined) await lead()
else {
  await work(JSON.parse(said) as Share, (of) => process.send?.(of))
  process.disconnect()
}
