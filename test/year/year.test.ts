// Some weeks of the sample county against the oracle; the two years are `npm run year`.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { story, type Temper } from './answers.ts'
import { judged, worded } from './judged.ts'
import { live, type Moment } from './life.ts'
import { planted } from './planted.ts'
import { autumn, summer } from './story.ts'

const tempers: readonly Temper[] = ['nobody', 'one tap', 'each in their way']

describe('some weeks of the sample county', () => {
  it.each([...tempers.map((temper) => ({ weeks: summer, temper, from: summer.from })), { weeks: autumn, temper: 'each in their way' as const, from: autumn.from }])('from $from, in which $temper answers: all that is told must be, and nothing else', async ({ weeks, temper }) => {
    const { differences, messages, unread } = await judged(weeks, story(temper, 1, weeks.steps))
    expect(differences).toEqual([])
    expect(unread).toEqual([])
    expect(messages).toBeGreaterThan(50)
  })

  it('are the same asked every minute of some days, and asked at the hours that matter', async () => {
    const said = async (byMinute: boolean): Promise<unknown[]> => {
      const found: unknown[] = []
      const watch = ({ day, time, said: messages }: Moment): boolean => found.push(...messages.map(({ key, notices }) => [day, time, key, notices.map((notice) => notice.key)])) >= 0
      await live({ from: summer.from, to: '2026-06-16', byMinute: (day) => byMinute && ['2026-06-08', '2026-06-12', '2026-06-13', '2026-06-15'].includes(day) }, story('each in their way', 1, summer.steps), watch)
      return found
    }
    const byHour = await said(false)
    expect(byHour.length).toBeGreaterThan(10)
    expect(await said(true)).toEqual(byHour)
  })
})

describe('the oracle', () => {
  it.each(Object.entries(planted))('sees that %s', async (_, { twist, sees, life = 'nobody', weeks = summer }) => {
    const { differences } = await judged(weeks, story(life, 1, weeks.steps), twist, (difference) => sees.test(worded(difference)))
    expect(differences.map(worded).find((said) => sees.test(said)) ?? differences.slice(0, 5)).toEqual(expect.any(String))
  })

  it('takes from the product the words of its entries alone, and none of its rules', () => {
    const folder = new URL('./oracle/', import.meta.url)
    const imports = readdirSync(folder).flatMap((file) => readFileSync(new URL(file, folder), 'utf8').match(/^import .*$/gm) ?? [])
    expect(imports.filter((line) => !/^import type \{[^}]*\} from '#src\/(?:ledger|directory)\//.test(line) && !/ from '(?:\.\/|chinese-days\/dist)/.test(line))).toEqual([])
  })
})
