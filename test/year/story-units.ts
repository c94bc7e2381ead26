// Units that are carried on by others, in the middle of their work; two names that turn out to be one unit; one that is called otherwise.
import type { DirectoryIntent } from '#src/directory/intent.ts'
import { day, taskNo } from '#test/builders.ts'
import { does, education, secretaryName, step, water } from './acts.ts'
import type { County } from './county.ts'
import type { Act, Step } from './life.ts'

const changes = (how: (county: County) => DirectoryIntent): Act => async (county, at) => county.people(at, how(county), county.person(secretaryName))
const carriedOn = (from: string, to: string, on: string): Act => changes((county) => ({ type: 'set-succession', from: county.unitOf(from), to: county.unitOf(to), on: day(on) }))

export const unitsChange: readonly Step[] = [
  step('2026-09-09', '16:30', changes((county) => ({ type: 'rename-unit', unit: county.unitOf('县文广旅体局'), name: '县文旅体局', from: day('2026-09-14') }))),
  step('2026-09-10', '16:00', carriedOn('县委编办', '县人社局', '2026-09-22')),
  step('2026-09-11', '16:30', does(education, (county) => ({ type: 'report', task: taskNo(22), unit: county.unitOf('县发改局'), state: 'normal', correction: false }), '关和平')),
  step('2026-09-14', '16:00', carriedOn('柳河镇', '青石镇', '2026-09-17')),
  step('2026-09-15', '16:20', does(education, (county) => ({ type: 'ask-extension', task: taskNo(14), unit: county.unitOf('县住建局'), day: day('2026-12-18'), reason: '雨季' }), '石海涛')),
  step('2026-09-16', '16:00', carriedOn('县住建局', '县发改局', '2026-09-23')),
  // Said to be one unit with the county's bureau under another name.
  step('2026-09-18', '15:00', async (county, at) => {
    const [keep, other] = [county.unitOf('县发改局'), county.unitOf('县发展改革局')]
    await county.people(at, { type: 'add-alias', unit: keep, alias: '县发展改革局' }, county.person(secretaryName))
    for (const plan of county.ledgers.plans().keys()) await county.plan(at, plan, county.person(secretaryName), { type: 'merge-units', keep, other })
  }),
  step('2026-09-24', '10:00', carriedOn('县消防救援大队', '县公安局', '2026-09-24')),
  step('2026-10-13', '10:00', does(water, (county) => ({ type: 'nudge', task: taskNo(7), unit: county.unitOf('县发改局') }))),
]
