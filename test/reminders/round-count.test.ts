// How many messages one round causes: counted, so that it never grows unseen.
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { importedFrom } from '#src/ledger/imported-from.ts'
import { PlanId } from '#src/ledger/ids.ts'
import { emptyPlan, type PlanState } from '#src/ledger/plan.ts'
import { answering } from '#src/queries/answering.ts'
import { read } from '#src/reader/read.ts'
import type { Directory } from '#src/directory/directory.ts'
import type { Parcel } from '#src/reminders/notice.ts'
import { noticesDue, parcelsOwed } from '#src/reminders/parcels.ts'
import { byDefault, after, change, day, directoryWith, report, viewOn, workCalendar } from '#test/builders.ts'
import { openRound } from '#test/rounds.ts'

const seeds = fileURLToPath(new URL('../../../shared/seeds/plans.txt', import.meta.url))
const own = { name: '《云溪县基础教育高质量发展三年行动计划》', text: readFileSync(new URL('../../examples/yunxi-education-2026-2028.txt', import.meta.url), 'utf8') }
if (!existsSync(seeds)) console.warn('the seed plans are not there: only the example is counted')
const towns = Array.from({ length: 20 }, (_, at) => `第${at + 1}镇`)

type County = { plan: PlanState; directory: Directory }

/** Imported and handed out, with a contact for every unit and every township. */
function countyOf(text: string): County {
  const found = read(text, { part: 1 })
  if (!found.ok) throw new Error(found.refusal.code)
  const { plan } = importedFrom({ reading: found.reading, directory: directoryWith([]), source: { name: 'plan.txt', hash: 'abc' }, zone: 'Asia/Shanghai' })
  const state = after(after(emptyPlan(PlanId.parse('p1')), '2026-06-30', { type: 'import', plan }), '2026-07-01', { type: 'hand-out' })
  const names = [...new Set([...state.unitsOf.values()].flat())]
  const groups = names.filter((name) => /各(?:乡镇|镇|乡)/.test(name))
  const directory = directoryWith([], { name: '秘书', roles: ['secretary'] }, ...[...names.filter((name) => !groups.includes(name)), ...towns].map((unit) => ({ name: `${unit}联络员`, contactOf: [unit] })))
  for (const name of groups) change(directory, { type: 'add-units', units: [{ name, aliases: [], members: towns }] })
  return { plan: state, directory }
}

/** What goes out on each working day of July at nine, all of it delivered. The first messages of the hand-out are not counted. */
function sentInJuly({ plan, directory }: County): { on: string; parcel: Parcel }[] {
  const told = new Set<string>()
  return Array.from({ length: 30 }, (_, at) => workCalendar.addDays(day('2026-07-02'), at)).filter(workCalendar.isWorkingDay).flatMap((on) => {
    const due = noticesDue(viewOn(on, plan, directory), '09:00').filter(({ kind }) => kind === 'round-due' || kind === 'round-watch')
    const parcels = parcelsOwed(due, { notice: (key) => told.has(key), parcel: (key) => told.has(key) }, on, '09:00', workCalendar, byDefault)
    for (const { key, notices } of parcels) for (const known of [key, ...notices.map((notice) => notice.key)]) told.add(known)
    return parcels.map((parcel) => ({ on, parcel }))
  })
}

const asksOf = (sent: ReturnType<typeof sentInJuly>) => sent.filter(({ parcel }) => parcel.notices.some(({ kind }) => kind === 'round-due'))
const opened = (county: County): County => ({ ...county, plan: after(county.plan, '2026-07-02', openRound({ tasks: [...county.plan.tasks.keys()] })) })

describe.each([own, ...(existsSync(seeds) ? [{ name: 'the first of the collection', text: readFileSync(seeds, 'utf8') }] : [])])('one round of all tasks of $name', ({ text }) => {
  const county = opened(countyOf(text))
  const sent = asksOf(sentInJuly(county))
  const people = new Set(sent.map(({ parcel }) => parcel.to))

  it('asks each person in one message a day, at its opening, a working day before its last, on it, and once after', () => {
    const days = ['2026-07-02', '2026-07-09', '2026-07-10', '2026-07-13']
    for (const to of people) expect(sent.filter(({ parcel }) => parcel.to === to).map(({ on }) => on)).toEqual(days)
    expect(sent).toHaveLength(4 * people.size)
  })

  it('asks whoever has answered no more', () => {
    const answered = countyOf(text)
    after(answered.plan, '2026-07-02', openRound({ tasks: [...answered.plan.tasks.keys()] }))
    for (const no of answered.plan.tasks.keys()) {
      const lead = answering(answered, no)?.unit
      if (lead !== undefined) after(answered.plan, '2026-07-02', report(no, lead))
    }
    expect(asksOf(sentInJuly(answered))).toEqual([])
  })

  it('tells the secretary once', () => expect(sentInJuly(county).filter(({ parcel }) => parcel.to === 'u1').map(({ parcel }) => parcel.key)).toEqual(['prompt/round-watch/p1/n1/u1']))
})

describe.skipIf(!existsSync(seeds))('the first plan of the collection (skipped where ../shared is not there)', () => {
  it('has 33 tasks, 181 assignments with its townships’; its round is seven messages when it opens, and 28 if nobody ever answers', () => {
    const county = opened(countyOf(existsSync(seeds) ? readFileSync(seeds, 'utf8') : own.text))
    const sent = asksOf(sentInJuly(county))
    const first = sent.filter(({ on }) => on === '2026-07-02')
    expect([county.plan.tasks.size, county.plan.assignments.size]).toEqual([33, 181])
    // Every task once, of whoever answers for it; the townships that a standing clause binds are not asked.
    expect(first.flatMap(({ parcel }) => parcel.notices.map((notice) => ('task' in notice ? Number(notice.task) : 0))).toSorted((a, b) => a - b)).toEqual([...county.plan.tasks.keys()])
    expect([first.length, sent.length]).toEqual([7, 28])
  })
})
