// npm run year: 2026 and 2027 of the sample county, each message against the oracle. Ends with 1 where they differ, and says how it was lived.
import { parseArgs } from 'node:util'
import { story, type Temper } from './answers.ts'
import { judged, worded, type Judged } from './judged.ts'

const { values } = parseArgs({ options: { seeds: { type: 'string', default: '3' }, from: { type: 'string', default: '2026-01-05' }, to: { type: 'string', default: '2027-12-31' } } })
const seeds = Number(values.seeds)
const lives: readonly { temper: Temper; seed: number }[] = [
  { temper: 'nobody', seed: 1 }, { temper: 'one tap', seed: 1 }, ...Array.from({ length: seeds }, (_, at): { temper: Temper; seed: number } => ({ temper: 'each in their way', seed: at + 1 })),
]

const counts = (all: ReadonlyMap<string, number>): string => [...all].toSorted((a, b) => b[1] - a[1]).map(([name, count]) => `${name} ${count}`).join(', ')

function tell(name: string, { moments, messages, digests, lines, daysWithMessages, people, kinds, differences, unread }: Judged): void {
  console.log(`${name}: ${moments} moments, ${messages} messages (${digests} digests) with ${lines} notices on ${daysWithMessages} days to ${people.size} people, ${differences.length} differences`)
  console.log(`  people: ${counts(people)}`)
  console.log(`  kinds: ${counts(kinds)}`)
  for (const difference of differences.slice(0, 20)) console.log(`  ${worded(difference)}`)
  if (unread.length > 0) console.log(`  entries that the oracle cannot read: ${unread.join(', ')}`)
}

let sum = { messages: 0, differences: 0, unread: 0 }
for (const { temper, seed } of lives) {
  const life = await judged({ from: values.from, to: values.to }, story(temper, seed))
  tell(temper === 'each in their way' ? `${temper}, seed ${seed}` : temper, life)
  sum = { messages: sum.messages + life.messages, differences: sum.differences + life.differences.length, unread: sum.unread + life.unread.length }
}
console.log(`year: ${lives.length} lives from ${values.from} to ${values.to}, ${sum.messages} messages, ${sum.differences} differences`)
process.exitCode = sum.differences + sum.unread === 0 ? 0 : 1
