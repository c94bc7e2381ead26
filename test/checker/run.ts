// npm run deep: product and checker over the sample county and many lives. Ends with 1 where they differ.
import { parseArgs } from 'node:util'
import { Day } from '#src/calendar/day.ts'
import { comparedOn, everyDay, firstDayOf } from '#src/cli/compared-days.ts'
import { story, type Temper } from '#test/year/answers.ts'
import { live } from '#test/year/life.ts'
import { lifeOf } from './any-life.ts'
import { daysThatMatter, worded } from './agreed.ts'
import { logsOf, seededLogs, type CountyLogs } from './county-logs.ts'

const { values } = parseArgs({ options: { seeds: { type: 'string', default: '2' }, lives: { type: 'string', default: '200' }, first: { type: 'string', default: '1' }, acts: { type: 'string', default: '150' }, until: { type: 'string', default: '2028-12-31' } } })
const sum = { days: 0, lights: 0, differences: 0 }
const until = Day.parse(values.until)

function county(name: string, { directory, plans }: CountyLogs, last: Day): void {
  for (const [plan, entries] of plans) {
    const own = { days: 0, lights: 0, differences: 0 }
    for (const compared of comparedOn(everyDay(firstDayOf(entries) ?? last, last), plan, { plan: entries, directory })) add(own, compared, plan, name)
    console.log(`${name}, ${plan}: ${entries.length} entries, ${own.days} days, ${own.lights} lights, ${own.differences} differences`)
  }
}

function add(own: typeof sum, compared: Parameters<typeof worded>[0], plan: Parameters<typeof worded>[1], name: string): void {
  const found = worded(compared, plan)
  for (const of of [own, sum]) {
    of.days += 1
    of.lights += 'unknown' in compared ? 0 : compared.tasks
    of.differences += found.length
  }
  for (const difference of found.slice(0, 5)) console.log(`  ${name} ${difference}`)
}

county('the county as it opens', await seededLogs(), until)
const tempers: readonly [Temper, number][] = [['nobody', 1], ['one tap', 1], ...Array.from({ length: Number(values.seeds) }, (_, at): [Temper, number] => ['each in their way', at + 1])]
for (const [temper, seed] of Number(values.seeds) === 0 ? [] : tempers) {
  const lived = await live({ from: '2026-01-05', to: '2027-12-31' }, story(temper, seed), () => true)
  county(`${temper}, seed ${seed}`, logsOf(lived.ledgers), Day.parse('2027-12-31'))
}
const first = Number(values.first)
const own = { days: 0, lights: 0, differences: 0 }
let entries = 0
for (let seed = first; seed < first + Number(values.lives); seed += 1) {
  const life = lifeOf(seed, Number(values.acts))
  entries += life.plan.length
  for (const compared of comparedOn(daysThatMatter(life), 'p1' as never, life)) add(own, compared, 'p1' as never, `life ${seed}`)
}
console.log(`small lives ${first} to ${first + Number(values.lives) - 1}: ${entries} entries, ${own.days} days, ${own.lights} lights, ${own.differences} differences`)
console.log(`deep: ${sum.days} plan-days, ${sum.lights} lights, ${sum.differences} differences`)
process.exitCode = sum.differences === 0 ? 0 : 1
