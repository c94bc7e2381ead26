// All benchmarks, each in a process of its own: what one leaves in memory is not in the way of the next. Exits non-zero where one is too much.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const [only] = process.argv.slice(2)
let held = true
for (const name of ['reader', 'sweep'].filter((each) => only === undefined || each === only)) {
  process.stdout.write(`— ${name} —\n`)
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', fileURLToPath(new URL(`${name}.ts`, import.meta.url))], { stdio: 'inherit' })
  held &&= status === 0
}
process.exitCode = held ? 0 : 1
