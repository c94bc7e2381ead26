// npm run faults -- --runs N --seed S: many episodes with real kills, as many at a time as there are cores (--lanes). Says which seed shows a fault, and ends with 1 where one does; --keep DIR keeps what happened.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { bundled } from '#test/bundled.ts'
import { Bots } from './bots.ts'
import { playEpisode } from './episode.ts'
import type { Fault } from './history.ts'
import { episodesAStage, openStage } from './stage.ts'

/** Every `step`th seed from the first one. */
type Share = { first: number; end: number; step: number; program: string; keep?: string | undefined }
type Played = { seed: number; faults: Fault[]; messages: number }

/** Loaded ahead: as many as an episode kills, mostly. */
const ahead = 2

async function work({ first, end, step, program, keep }: Share, played: (of: Played) => void): Promise<void> {
  const bots = new Bots(program, ahead)
  let stage = await openStage()
  let nth = 0
  for (let seed = first; seed < end; seed += step) {
    if (nth === episodesAStage) {
      await stage.end()
      stage = await openStage()
      nth = 0
    }
    const { faults, messages, told } = await playEpisode(seed, stage, nth, bots)
    nth += 1
    if (keep !== undefined && faults.length > 0) await writeFile(`${keep}/${seed}.txt`, `${faults.map(({ kind, what }) => `${kind}: ${what}`).join('\n')}\n${told()}\n`)
    played({ seed, faults, messages })
  }
  await stage.end()
  await bots.end()
}

/** @param keep a folder: what happened in an episode that shows a fault is written there @returns the exit code */
export async function runFaults({ runs, seed, keep, lanes = availableParallelism() }: { runs: number; seed: number; keep?: string | undefined; lanes?: number }, say: (line: string) => void): Promise<number> {
  const sums = { duplicate: 0, lost: 0 }
  const step = Math.min(lanes, runs)
  let [done, messages] = [0, 0]
  if (keep !== undefined) await mkdir(keep, { recursive: true })
  const { program, remove } = await bundled('test/faults/bot-process.ts')
  await Promise.all(
    Array.from({ length: step }, async (_, nth) => {
      const share: Share = { first: seed + nth, end: seed + runs, step, program, keep }
      // What one does must not hold up the messages that pass through another.
      const worker = fork(fileURLToPath(import.meta.url), [JSON.stringify(share)], { execArgv: ['--import', 'tsx'] })
      worker.on('message', (played: Played) => {
        done += 1
        messages += played.messages
        for (const { kind, what } of played.faults) {
          sums[kind] += 1
          say(`seed ${played.seed}: ${kind}: ${what}`)
        }
        if (done % 50 === 0) say(`${done} of ${runs} runs, ${messages} messages looked at`)
      })
      const [code] = (await once(worker, 'exit')) as [number | null]
      if (code !== 0) throw new Error(`a worker ended with ${code ?? 'a signal'}`)
    }),
  )
  await remove()
  say(`faults: ${runs} runs, ${sums.duplicate} duplicates, ${sums.lost} lost, seed ${seed}`)
  return sums.duplicate + sums.lost === 0 ? 0 : 1
}

function wholeNumber(name: string, said: string): number {
  const number = Number(said)
  if (!Number.isSafeInteger(number) || number < 1) throw new Error(`--${name} is a whole number from 1 on, not ${said}`)
  return number
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const said = process.argv[2]
  if (process.send !== undefined && said !== undefined) {
    // With whoever asked for it; Redis, Slack and bots end with this process.
    const endWithLead = (): void => process.exit(1)
    process.on('disconnect', endWithLead)
    await work(JSON.parse(said) as Share, (of) => process.send?.(of))
    process.off('disconnect', endWithLead)
    process.disconnect()
  } else {
    const { values } = parseArgs({ options: { runs: { type: 'string', default: '30' }, seed: { type: 'string', default: '1' }, keep: { type: 'string' }, lanes: { type: 'string', default: String(availableParallelism()) } } })
    process.exitCode = await runFaults({ runs: wholeNumber('runs', values.runs), seed: wholeNumber('seed', values.seed), keep: values.keep, lanes: wholeNumber('lanes', values.lanes) }, (line) => console.log(line))
  }
}
