// What a hostile document may hold is put right and shown in time that grows with it, for everybody waits meanwhile.
import { describe, it } from 'vitest'
import { asCorrected } from '#commands/draft-reading.ts'
import { targetsOf } from '#commands/targets.ts'
import { UnitName } from '#src/directory/unit.ts'
import type { Correction } from '#src/ledger/correction.ts'
import { corrected } from '#src/ledger/corrections.ts'
import { DraftId, type Draft } from '#src/ledger/draft.ts'
import { importedFrom } from '#src/ledger/imported-from.ts'
import type { ReadBody, ReadDoubt, Reading, ReadTask } from '#src/reader/reading.ts'
import { deskOf } from '#test/desk.ts'
import { directoryWith } from '#test/builders.ts'
import { expectGrowth } from '../reader/growth.ts'

const directory = directoryWith([])
const span = (at: number) => ({ from: at * 10, to: at * 10 + 10 })
const of = <Thing>(count: number, each: (at: number) => Thing): Thing[] => Array.from({ length: count }, (_, at) => each(at))
const task = (at: number, facts: Partial<ReadTask> = {}): ReadTask => ({ path: [], number: '1', title: '清淤', section: '任务', text: '清淤', span: span(at), units: [], people: [], deadlines: [], ...facts })
const naming = (count: number): ReadTask[] => of(count, (at) => task(at, { units: [{ name: `县${at}号局`, role: 'lead', span: span(at) }] }))
const reading = (facts: Partial<Reading>): Reading => ({ title: '治水方案', text: '文', tasks: [], recurrences: [], meetings: [], bodies: [], targets: [], proposals: [], doubts: [], unlisted: [], ...facts })
const imported = (facts: Partial<Reading>) => importedFrom({ reading: reading(facts), directory, source: { name: 'a', hash: 'b' }, zone: 'UTC' })
const draftOf = (corrections: Correction[] = []): Draft => ({ source: 'a', text: '文', by: { platform: 'slack', id: 'U1' }, at: deskOf().now, corrections })

describe('four times as much is not eight times as slow', { retry: 2, timeout: 60_000 }, () => {
  it('where duties of one debtor meet many units', () =>
    expectGrowth((count) => ({ tasks: naming(count), recurrences: of(count, (at) => ({ every: 'year' as const, debtor: '水利部门', receiver: '编制部门', has: '报送', text: '报送', span: span(at) })) }), imported, 2000, 'duties'))

  it('where every unit is merged into the next', () =>
    expectGrowth((count) => of(count, (at): Correction => ({ type: 'merge-units', keep: UnitName.parse(`县${at + 1}号局`), other: UnitName.parse(`县${at}号局`) })), (merges) => corrected(reading({ tasks: naming(merges.length) }), merges, directory), 500, 'merges'))

  it('where many meetings are of one body', () =>
    expectGrowth((count) => ({ tasks: [task(0)], bodies: of(count, (at): ReadBody => ({ name: `${at}号专班`, kind: 'team', deputies: [], members: [], span: span(at) })), meetings: of(count, (at) => ({ body: '治水领导小组', every: 'month' as const, convened: true, text: '每月', span: span(at) })) }), imported, 2500, 'meetings'))

  it('where tasks of one title have a duty each', () =>
    expectGrowth((count) => ({ tasks: of(count, task), recurrences: of(count, (at) => ({ taskTitle: '清淤', every: 'year' as const, has: '报送', text: '报送', span: span(count + at) })) }), imported, 2000, 'titles'))

  it('where every task is left out, and has a duty', () =>
    expectGrowth(
      (count) => ({ facts: reading({ tasks: of(count, task), recurrences: of(count, (at) => ({ every: 'year' as const, has: '报送', text: '报送', span: span(count - at) })) }), drops: of(count - 1, (at): Correction => ({ type: 'drop-task', task: at * 10 })) }),
      ({ facts, drops }) => corrected(facts, drops, directory), 2500, 'left out'))

  it('where every task is given its lead', () =>
    expectGrowth((count) => ({ facts: reading({ tasks: of(count, task) }), leads: of(count, (at): Correction => ({ type: 'set-lead', task: at * 10, unit: UnitName.parse('县水利局') })) }), ({ facts, leads }) => corrected(facts, leads, directory), 2500, 'leads'))

  it('where many sections have a team and all are answered with it', () =>
    expectGrowth(
      (count) => reading({
        tasks: of(count, (at) => task(at, { section: `${at}号工程` })),
        bodies: of(count, (at): ReadBody => ({ name: `${at}号专班`, kind: 'team', leader: '县水利局局长', deputies: [], members: ['县财政局'], serves: `${at}号工程`, span: span(at) })),
        doubts: of(count, (at): ReadDoubt => ({ kind: 'no-unit', line: 1, quote: '', span: span(at), task: at, question: '？', choices: [] })),
      }),
      (facts) => corrected(facts, [{ type: 'answer-all', kind: 'no-unit', answer: '按专班' }], directory), 2000, 'teams'))

  it('where every target is asked about', () =>
    expectGrowth(
      (count) => reading({
        tasks: naming(count),
        targets: of(count, (at) => ({ measure: `${at}`, direction: 'at-least' as const, value: 1, unit: '%', yearly: false, text: '达到1%', span: span(at) })),
        doubts: of(count, (at): ReadDoubt => ({ kind: 'target-owner', line: 1, quote: '', span: span(at), target: at, question: '？', choices: [] })),
      }),
      (facts) => targetsOf(asCorrected(DraftId.parse('d000001'), draftOf(), facts, deskOf()), deskOf()), 500, 'targets'))
})
