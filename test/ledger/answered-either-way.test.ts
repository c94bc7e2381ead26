// What a secretary answers changes the plan, and the same plan, whether it was answered in the draft or after the import.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unitNamed, type Directory } from '#src/directory/directory.ts'
import { plainName } from '#src/directory/unit.ts'
import { keyOf } from '#src/ledger/assignment.ts'
import { keyOfDoubt, type Correction } from '#src/ledger/correction.ts'
import { importedFrom } from '#src/ledger/imported-from.ts'
import { PlanId } from '#src/ledger/ids.ts'
import { emptyPlan, type PlanState } from '#src/ledger/plan.ts'
import type { ReadDeadline, ReadDoubt, Reading, ReadTask, ReadUnit } from '#src/reader/reading.ts'
import { settle } from '#commands/settle.ts'
import { after, change, directoryWith } from '#test/builders.ts'
import { deskOf } from '#test/desk.ts'
import { act } from '../commands/acting.ts'

const text = ['县家校联盟', '县发改委', '编制部门', '定期通报', '逐年上报'].map((name, at) => `${'文'.repeat(at === 0 ? 10 : 6)}${name}`).join('').padEnd(2000, '文')
const placeOf = (name: string) => ((from) => ({ from, to: from + name.length }))(text.indexOf(name))
const unit = (name: string, role: ReadUnit['role'], from = 900): ReadUnit => ({ name, role, span: { from, to: from + 1 } })
const spanOf = (at: number) => ({ from: at * 200, to: at * 200 + 200 })
const date = (at: number, words: string, facts: Partial<ReadDeadline> = {}): ReadDeadline => ({ text: words, yearly: false, span: { from: at, to: at + 10 }, ...facts })
const task = (at: number, facts: Partial<ReadTask>): ReadTask => ({ path: [], number: String(at), title: `任务${at}`, section: '重点任务', text: `任务${at}。`, span: spanOf(at), units: [], people: [], deadlines: [], ...facts })

const unclear = placeOf('县家校联盟')
const tasks: ReadTask[] = [
  task(0, { units: [unit('县教育局', 'lead', 1), { ...unit('县家校联盟', 'support'), span: unclear }, unit('县发改委', 'support', unclear.to + 1)] }),
  task(1, { units: [unit('县发改局', 'responsible'), unit('县家校联盟', 'responsible')], deadlines: [date(210, '20__年6月底前', { month: 6, unbound: true }), date(230, '2026年9月底前', { year: 2026, month: 9 }), date(250, '20__年12月底前', { month: 12, unbound: true })] }),
  task(2, { section: '组织保障' }), task(3, { section: '组织保障', deadlines: [date(610, '6月底前', { month: 6 })] }), task(4, { units: [unit('县教育局', 'responsible', 801)] }),
  task(8, { section: '家校共育' }), task(9, { units: [unit('县家校联盟', 'lead', 1801)] }),
]
const ask = (kind: ReadDoubt['kind'], span: { from: number; to: number }, facts: Partial<ReadDoubt> = {}): ReadDoubt => ({ kind, line: 1, quote: `${kind}${span.from}`, span, question: '？', choices: [], ...facts })
const at = (from: number) => ({ from, to: from + 4 })
const reading: Reading = {
  title: '教育强县三年行动方案', text, tasks,
  recurrences: [
    { taskTitle: '任务4', every: 'year', has: '核定一次', text: '编制部门每年核定一次', debtor: '编制部门', span: { from: placeOf('编制部门').from, to: placeOf('编制部门').to + 2 } },
    { taskTitle: '任务0', every: 'year', times: 2, has: '上报', text: '逐年上报', span: placeOf('逐年上报') },
  ],
  meetings: [], bodies: [{ name: '组织保障专班', kind: 'team', leader: '县教育局局长', deputies: [], members: ['县财政局', '县家校联盟'], serves: '组织保障', span: at(0) }, { name: '家校共育专班', kind: 'team', leader: '县家校联盟主任', deputies: [], members: ['县财政局', '县教育局'], serves: '家校共育', span: at(4) }],
  targets: [
    { measure: '普惠率', direction: 'at-least', value: 90, unit: '%', yearly: false, by: { unbound: true }, text: '普惠率达到90%以上', span: { from: 1010, to: 1020 }, blanks: { by: { from: 1003, to: 1008 } } },
    { measure: '入园率', direction: 'rise-by', value: 5, unit: '个百分点', yearly: false, by: { unbound: true }, baseline: '在20__年的基础上', text: '入园率在20__年的基础上提高5个百分点', span: { from: 1040, to: 1060 }, blanks: { by: { from: 1030, to: 1035 }, baseline: { from: 1044, to: 1049 } } },
  ],
  proposals: [], unlisted: [],
  doubts: [
    ask('no-period', at(0)), ask('year-blank', at(212), { task: 1 }), ask('year-blank', at(252), { task: 1 }), ask('year-blank', at(1003)), ask('year-blank', at(1030)), ask('date-unclear', at(1044)), ask('date-unclear', { from: 610, to: 620 }, { task: 3 }),
    ask('no-unit', spanOf(2), { section: '组织保障', body: 0 }), ask('no-unit', spanOf(8), { section: '家校共育', body: 1 }), ask('unit-unclear', unclear, { task: 0 }), ask('unit-unclear', at(850), { task: 4 }), ask('unit-unclear', placeOf('编制部门')),
    ask('duty-unclear', placeOf('定期通报'), { task: 0, quote: '' }), ask('duty-unclear', placeOf('逐年上报'), { task: 0 }),
    ask('alias', placeOf('县发改委'), { names: ['县发改局', '县发改委'] }), ask('target-owner', { from: 1010, to: 1020 }, { target: 0 }), ask('table-unclear', { from: 1100, to: 1101 }),
  ],
}

const words: { [Kind in ReadDoubt['kind']]: readonly string[] } = {
  'year-blank': ['2026年', '2027', '2028年3月15日'], 'date-unclear': ['2027年', '2026年5月20日', '不是'], 'no-period': ['2026年', '2026—2027年'],
  'no-unit': ['按专班', '县教育局', '县卫健局、县教育局', '县体育局'], 'unit-unclear': ['是', '不是', '县教育局', '县财政局、县卫健局', '县妇联'],
  'duty-unclear': ['每季度', '每半年2次', '不作要求'], alias: ['是，称县发改局', '是，称县发改委', '不是'], 'target-owner': ['县教育局', '县统计局', '不是'], 'table-unclear': ['没有任务'],
}
type Given = { doubt: ReadDoubt; answer: string }
const anyAnswers = fc.tuple(...reading.doubts.map((doubt) => fc.option(fc.constantFrom(...words[doubt.kind]).map((answer): Given => ({ doubt, answer })), { nil: undefined }))).chain((given) => fc.shuffledSubarray(given.filter((one) => one !== undefined)))

const county = () => directoryWith(['县教育局', '县财政局', { name: '县卫健局', aliases: ['县卫生健康局'] }], { name: '沈若兰', roles: ['secretary'] })

function imported(directory: Directory, corrections: readonly Correction[]): PlanState {
  const given = () => importedFrom({ reading, corrections, directory, source: { name: 'a.txt', hash: 'h' }, zone: 'Asia/Shanghai' })
  const { units, aliases } = given()
  if (units.length > 0) change(directory, { type: 'add-units', units })
  for (const alias of aliases) change(directory, { type: 'add-alias', ...alias })
  return after(emptyPlan(PlanId.parse('p1')), '2026-01-05', { type: 'import', plan: given().plan })
}

const inDraft = (answers: readonly Given[]) => {
  const directory = county()
  return { directory, plan: imported(directory, answers.map(({ doubt, answer }) => ({ type: 'answer', doubt: keyOfDoubt(doubt), quote: doubt.quote, answer }))) }
}

async function afterImport(answers: readonly Given[]) {
  const directory = county()
  const plan = imported(directory, [])
  const desk = deskOf({ today: '2026-01-06', plans: [plan], directory, asker: '沈若兰' })
  for (const { doubt, answer } of answers) {
    const asked = [...plan.doubts.values()].find((one) => one.kind === doubt.kind && one.quote === doubt.quote && one.settled === undefined && (one.at ?? doubt.span.from) === doubt.span.from)
    if (asked === undefined) throw new Error(`${doubt.kind} is not asked`)
    await act(settle, { plan: 'p1', doubt: asked.id, answer }, desk)
    expect(plan.doubts.get(asked.id)?.settled, `${doubt.kind} ${answer}`).toBeDefined()
  }
  return { directory, plan }
}

/** A unit by all its names: which of them is its id is no difference. */
function standing({ directory, plan }: { directory: Directory; plan: PlanState }) {
  const who = (id: string | undefined) => (id === undefined ? '' : ((known) => (known === undefined ? id : [known.name, ...known.aliases].map(plainName).toSorted().join('=')))(unitNamed(directory, id)))
  return {
    period: plan.period,
    tasks: [...plan.tasks.values()].map(({ no, due }) => ({ no, due, parts: (plan.unitsOf.get(no) ?? []).map((id) => ((part) => `${who(id)} ${part?.part ?? '-'} ${part?.inferred ?? ''}`)(plan.assignments.get(keyOf(no, id)))) })),
    assignments: plan.assignments.size,
    targets: [...plan.targets.values()].map(({ owner, by, baseline, measure }) => ({ measure, owner: who(owner), by, baseline })),
    duties: [...plan.obligations.values()].map(({ task: of, every, times, on, month, what, debtor, receiver, said }) => JSON.stringify({ of, every, times, on, month, what, debtor: who(debtor), receiver: who(receiver), said })).toSorted(),
    members: [...plan.bodies.values()].map(({ members }) => members.map(who)),
  }
}

describe('an answer', () => {
  const each = reading.doubts.flatMap((doubt) => words[doubt.kind].map((answer): [string, string, Given] => [`${doubt.kind}@${doubt.span.from}`, answer, { doubt, answer }]))
  it.each(each)('to %s makes one plan, before the import or after it: %s', async (_kind, _answer, given) => expect(standing(await afterImport([given]))).toEqual(standing(inDraft([given]))))

  // What is so already is no change: who has that part, what nobody counted as a duty, and a table that lists no task.
  const isSo = ['unit-unclear@850 县教育局', 'table-unclear@1100 没有任务', `duty-unclear@${placeOf('定期通报').from} 不作要求`]
  const effective = each.filter(([kind, answer]) => !['是', '不是'].includes(answer) && !isSo.includes(`${kind} ${answer}`))
  it.each(effective)('to %s changes the plan that is there already: %s', async (_kind, _answer, given) => expect(standing(await afterImport([given]))).not.toEqual(standing(inDraft([]))))

  it.each(['不是', '县财政局、县卫健局', '县妇联'])('to whether a team’s leader is a unit makes one plan, answered first or last: %s', async (answer) => {
    const given = [{ kind: 'unit-unclear', from: unclear.from, answer }, { kind: 'no-unit', from: spanOf(8).from, answer: '按专班' }].flatMap(({ kind, from, answer: said }) => reading.doubts.filter((doubt) => doubt.kind === kind && doubt.span.from === from).map((doubt): Given => ({ doubt, answer: said })))
    expect(given).toHaveLength(2)
    for (const answers of [given, given.toReversed()]) expect(standing(await afterImport(answers))).toEqual(standing(inDraft(answers)))
  })

  it('makes one plan with whatever else is answered', async () => {
    await fc.assert(fc.asyncProperty(anyAnswers, async (answers) => {
      expect(standing(await afterImport(answers))).toEqual(standing(inDraft(answers)))
    }), { numRuns: 150 })
  })
})
