// Who answers for whom changes: contacts removed, replaced and joined, heads and B岗 named and relieved, a second secretary for some days, one who comes back.
import type { DirectoryIntent } from '#src/directory/intent.ts'
import type { PersonId } from '#src/ledger/ids.ts'
import { day } from '#test/builders.ts'
import { secretaryName, step } from './acts.ts'
import type { County } from './county.ts'
import type { Act, Step } from './life.ts'

type Post = 'contact' | 'head' | 'backup'

const changes = (how: (county: County) => DirectoryIntent): Act => async (county, at) => county.people(at, how(county), county.person(secretaryName))
const names = (post: Post, person: (county: County) => PersonId, unit: string): Act => changes((county) => ({ type: `name-${post}`, person: person(county), unit: county.unitOf(unit) }))
const removes = (post: Post, person: (county: County) => PersonId, unit: string): Act => changes((county) => ({ type: `remove-${post}`, person: person(county), unit: county.unitOf(unit) }))
const known = (name: string) => (county: County): PersonId => county.person(name)
const account = (slackId: string) => (county: County): PersonId => county.personBy(slackId)

/** Somebody new, in a post right away. */
const joins = (post: Post, name: string, slackId: string, unit: string): Act => async (county, at) => {
  await county.people(at, { type: 'add-person', name, title: `${unit}干部`, handle: { platform: 'slack', id: slackId } })
  await names(post, account(slackId), unit)(county, at)
}
const handsOver = (from: (county: County) => PersonId, to: (county: County) => PersonId): Act => changes((county) => ({ type: 'hand-over', from: from(county), to: to(county) }))
const away = (person: (county: County) => PersonId, from: string, until: string): Act => changes((county) => ({ type: 'set-absence', person: person(county), from: day(from), until: day(until) }))
const both = (...acts: readonly Act[]): Act => async (county, at) => {
  for (const act of acts) await act(county, at)
}

export const peopleChange: readonly Step[] = [
  step('2026-09-01', '15:00', joins('head', '罗正平', 'U0DBZP01', '县财政局')),
  step('2026-09-02', '11:00', removes('contact', known('白雨桐'), '县卫健局')),
  step('2026-09-04', '10:20', joins('contact', '程远', 'U0DBCY01', '县卫健局')),
  step('2026-09-08', '16:40', changes((county) => ({ type: 'grant-role', person: county.person('武志成'), role: 'secretary' }))),
  step('2026-09-09', '09:30', removes('head', known('方叔文'), '县教育局')),
  step('2026-09-10', '14:10', joins('head', '秦岚', 'U0DBQL01', '县教育局')),
  step('2026-09-11', '10:00', joins('backup', '周牧', 'U0DBZM01', '县住建局')),
  step('2026-09-11', '10:30', away(known('石海涛'), '2026-09-14', '2026-09-16')),
  step('2026-09-15', '11:15', joins('contact', '孟书', 'U0DBMS02', '县发改局')),
  step('2026-09-17', '09:20', removes('contact', known('关和平'), '县发改局')),
  step('2026-09-17', '17:00', both(async (county, at) => county.people(at, { type: 'add-person', name: '邵青', title: '青石镇干部', handle: { platform: 'slack', id: 'U0DBSQ01' } }), handsOver(known('姚春梅'), account('U0DBSQ01')))),
  step('2026-09-21', '10:00', handsOver(account('U0DBSQ01'), known('姚春梅'))),
  step('2026-09-21', '15:00', removes('backup', account('U0DBZM01'), '县住建局')),
  step('2026-09-22', '08:40', changes((county) => ({ type: 'revoke-role', person: county.person('武志成'), role: 'secretary' }))),
  step('2026-09-23', '10:00', removes('contact', known('唐一鸣'), '县财政局')),
  step('2026-10-09', '10:00', both(names('contact', known('关和平'), '县发改局'), removes('contact', account('U0DBMS02'), '县发改局'))),
  step('2026-10-12', '10:00', names('contact', known('唐一鸣'), '县财政局')),
]
