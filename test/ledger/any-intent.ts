// Whatever may be asked of a small plan: sensible, late, twice, or of things that are not there.
import fc from 'fast-check'
import type { Meaning } from '#src/ledger/answer-meaning.ts'
import type { Finding } from '#src/ledger/decide-review.ts'
import type { Imported } from '#src/ledger/plan.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import type { PolicyPart } from '#src/ledger/policy.ts'
import type { ReviewScope } from '#src/ledger/review.ts'
import { Percent, PersonId, type UnitId } from '#src/ledger/ids.ts'
import { day, nineOn, task, taskNo, unitId } from '#test/builders.ts'

export const smallPlan: Omit<Imported, 'type'> = {
  title: '教育强县三年行动方案', zone: 'Asia/Shanghai', period: { from: 2026, to: 2028 }, source: { id: 's1', name: 'plan.txt', text: '一、', hash: 'h' },
  tasks: [task(1, { due: '2026-06-30', lead: '甲局', support: ['乙局'] }), task(2, { presumed: '乙局', responsible: ['甲局'], standing: ['各镇'] }), task(3, { due: { kind: 'unbound', said: '20__年' } })],
  obligations: [{ id: 'c1', task: taskNo(1), every: 'year', times: 2, what: '报送', text: '每年两次' }, { id: 'c2', task: taskNo(2), every: 'once', on: day('2026-03-31'), times: 1, what: '开工', text: '3月底前开工' }],
  bodies: [{ id: 'b1', name: '领导小组', convened: true, deputies: [], members: ['县教育局'], cadences: [{ id: 'k1', every: 'year', times: 2, text: '每年两次' }] }, { id: 'b2', name: '县政府常务会议', convened: false, deputies: [], members: [], cadences: [{ id: 'k1', every: 'half-year', times: 1, text: '每半年研究一次', of: 'special' }] }],
  doubts: [{ id: 1, kind: 'year-blank', task: taskNo(3), line: 3, quote: '20__年', question: '哪一年？', choices: [] }, { id: 2, kind: 'no-period', line: 1, quote: '', question: '期限？', choices: [] }, { id: 3, kind: 'unit-unclear', task: taskNo(2), line: 2, quote: '甲局', question: '？', choices: [], name: '甲局', unit: unitId('甲局') }, { id: 4, kind: 'target-owner', line: 1, quote: '', question: '？', choices: [], target: 'i1' }, { id: 5, kind: 'duty-unclear', task: taskNo(1), line: 1, quote: '', question: '？', choices: [], clauses: ['c1'] }, { id: 6, kind: 'no-unit', task: taskNo(3), line: 3, quote: '', question: '？', choices: [] }],
  targets: [{ id: 'i1', measure: '普惠率', direction: 'at-least', value: 90, unit: '%', yearly: false, text: '普惠率达到90%以上', span: { from: 0, to: 9 } }],
}

const no = fc.constantFrom(1, 1, 2, 2, 3, 9).map(taskNo)
const unit = fc.constantFrom('甲局', '乙局', '各镇', '丙局').map(unitId)
const of = fc.record({ task: no, unit })
const words = fc.constantFrom('', '已完成主体工程', '资金未到位')
const someDay = fc.constantFrom('2025-12-31', '2026-03-20', '2026-06-30', '2026-07-01', '2028-12-31').map(day)
const percent = fc.integer({ min: 0, max: 100 }).map((value) => Percent.parse(value))
const option = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> => fc.option(value, { nil: undefined })
const maybe = <Key extends string, Value>(key: Key, value: Value | undefined): Partial<Record<Key, Value>> => (value === undefined ? {} : ({ [key]: value } as Record<Key, Value>))

const turn = fc.constantFrom('n1', 'n1', 'n2', 'n1/2026-05', 'n1/2026-07', 'n1/2026Q2', 'n2/2026-06', 'n9')
const town = fc.constantFrom('子镇', '丑镇').map(unitId)

const report = fc
  .record({ of, state: fc.constantFrom('normal' as const, 'difficulty' as const, 'blocked' as const), correction: fc.boolean(), member: option(town), progress: option(percent), problem: option(words), answer: option(fc.tuple(turn, words).map(([round, said]) => ({ round, words: said }))), asked: option(fc.constantFrom('2026-01-01', '2026-07-01').map(nineOn)) })
  .map(({ of: which, state, correction, member, progress, problem, answer, asked }): PlanIntent => ({
    type: 'report', ...which, state, correction, ...maybe('member', member), ...maybe('progress', progress), ...maybe('problem', problem), ...maybe('answer', answer), ...maybe('asked', asked),
  }))

const anyMeaning: fc.Arbitrary<Meaning<UnitId>> = fc.oneof(
  fc.constantFrom<Meaning<UnitId>>({ is: 'nothing' }, { is: 'date', words: '2027年' }, { is: 'date', words: '2026年2月30日' }, { is: 'period', from: 2026, to: 2027 }, { is: 'rhythm', every: 'quarter', times: 2 }, { is: 'no-duty' }),
  fc.tuple(unit, fc.array(unit, { maxLength: 2 })).map(([lead, support]): Meaning<UnitId> => ({ is: 'parts', leads: [lead], support })),
  fc.array(unit, { maxLength: 2 }).map((units): Meaning<UnitId> => ({ is: 'units', units })),
  fc.tuple(unit, unit).map(([keep, other]): Meaning<UnitId> => ({ is: 'one-unit', keep, other })),
  unit.map((owner): Meaning<UnitId> => ({ is: 'owner', unit: owner })),
)

const milestone = fc.record({ what: fc.constantFrom('完成招标', '主体开工', ''), by: fc.constantFrom('2026-03-31', '2026-06-30', '2026-11-30', '2027-06-30').map(day) })
const ofYear = fc.record({ task: no, year: fc.constantFrom(2025, 2026, 2026, 2027) })
const anyMilestoneIntent: fc.Arbitrary<PlanIntent> = fc.oneof(
  { arbitrary: fc.tuple(ofYear, unit, fc.array(milestone, { minLength: 1, maxLength: 3 })).map(([which, by, milestones]): PlanIntent => ({ type: 'propose-milestones', ...which, unit: by, milestones })), weight: 3 },
  { arbitrary: fc.tuple(ofYear, fc.constantFrom(undefined, undefined, undefined, nineOn('2026-07-01'))).map(([which, proposedAt]): PlanIntent => ({ type: 'approve-milestones', ...which, ...maybe('proposedAt', proposedAt) })), weight: 3 },
  fc.tuple(ofYear, words).map(([which, reason]): PlanIntent => ({ type: 'return-milestones', ...which, reason })),
  { arbitrary: fc.tuple(ofYear, unit, option(town), fc.constantFrom(1, 2, 9), words).map(([which, by, member, number, said]): PlanIntent => ({ type: 'reach-milestone', ...which, unit: by, ...maybe('member', member), number, words: said })), weight: 2 },
)

const sitting = fc.constantFrom('m1', 'm1', 'm2', 'm9')
const anyMeetingIntent: fc.Arbitrary<PlanIntent> = fc.oneof(
  fc.tuple(fc.constantFrom('b1', 'b2', undefined), fc.constantFrom('领导小组', '学前专班'), fc.constantFrom<string[]>([], ['县教育局'], ['县教育局', '甲局'])).map(([body, name, members]): PlanIntent => ({ type: 'set-body', ...maybe('body', body), name, convened: true, deputies: [], members })),
  fc.tuple(fc.constantFrom('k1', 'k9'), words).map(([cadence, reason]): PlanIntent => ({ type: 'excuse-cadence', body: 'b1', cadence, window: '2026', reason })),
  fc.tuple(sitting, someDay, fc.constantFrom(0, 1), fc.constantFrom({}, { sort: 'special' as const }, { sort: 'any' as const })).map(([meeting, on, over, sort]): PlanIntent => ({ type: 'change-meeting', meeting, day: on, time: '09:00', place: '', over, ...sort })),
  fc.tuple(sitting, words).map(([meeting, reason]): PlanIntent => ({ type: 'cancel-meeting', meeting, reason })),
  fc.tuple(sitting, fc.constantFrom('县教育局', '甲局'), fc.boolean(), option(words)).map(([meeting, seat, coming, said]): PlanIntent => ({ type: 'answer-invitation', meeting, seat, coming, ...maybe('words', said) })),
  sitting.map((meeting): PlanIntent => ({ type: 'arrange-agenda', meeting, over: 0, order: ['task/1'], struck: [], own: [] })),
  fc.tuple(sitting, fc.constantFrom<string[]>([], ['县教育局'], ['乙局']), fc.constantFrom<{ chair?: string }>({}, { chair: '县教育局' }, { chair: '乙局' })).map(([meeting, absent, chair]): PlanIntent => ({ type: 'record-attendance', meeting, absent, besides: [], ...chair })),
  fc.tuple(sitting, words).map(([meeting, said]): PlanIntent => ({ type: 'note-item', meeting, words: said })),
  fc.tuple(sitting, words, unit, someDay).map(([meeting, said, lead, by]): PlanIntent => ({ type: 'decide-item', meeting, section: '会议议定', title: '拿出方案', words: said, hash: said, units: [{ unit: lead, part: 'lead' }], day: by })),
  fc.tuple(sitting, no, words).map(([meeting, task, said]): PlanIntent => ({ type: 'withdraw-decision', meeting, task, words: said })),
  sitting.map((meeting): PlanIntent => ({ type: 'issue-minutes', meeting })),
  fc.tuple(fc.constantFrom('b2', 'b2', 'b1', 'b9'), words).map(([body, topic]): PlanIntent => ({ type: 'request-agenda', body, topic })),
  fc.tuple(fc.constantFrom('q1', 'q2'), someDay, fc.option(someDay, { nil: undefined })).map(([request, on, from]): PlanIntent => ({ type: 'take-request', request, day: on, ...(from === undefined ? {} : { from }) })),
  fc.tuple(fc.constantFrom('q1', 'q2'), words).map(([request, reason]): PlanIntent => ({ type: 'decline-request', request, reason })),
)

const looked = fc.constantFrom('r1', 'r1', 'r2', 'r3', 'r9')
const anyScope: fc.Arbitrary<ReviewScope | undefined> = option(fc.oneof(
  fc.constantFrom<ReviewScope>({ kind: 'light', light: 'red' }, { kind: 'light', light: 'yellow' }, { kind: 'standing', only: 'overdue' }, { kind: 'standing', only: 'unreported' }, { kind: 'section', section: '重点任务' }),
  unit.map((whose): ReviewScope => ({ kind: 'unit', unit: whose })),
))
const anyFinding: fc.Arbitrary<Finding> = fc.oneof(
  fc.record({ outcome: fc.constantFrom('confirmed' as const, 'discrepant' as const), words }),
  fc.tuple(words, fc.array(unit, { maxLength: 1 }), someDay).map(([said, units, by]): Finding => ({ outcome: 'rectify', words: said, section: '督查整改', title: '整改', hash: said, units: units.map((whose) => ({ unit: whose, part: 'lead' as const })), day: by })),
)
const anyReviewIntent: fc.Arbitrary<PlanIntent> = fc.oneof(
  { arbitrary: fc.tuple(fc.constantFrom('dispatch' as const, 'inspection' as const, 'look-back' as const), fc.array(no, { maxLength: 2 }), someDay, anyScope, fc.array(someDay, { maxLength: 2 }), option(fc.constant('三楼'))).map(([kind, tasks, on, scope, later, place]): PlanIntent => ({ type: 'schedule-review', kind, day: on, tasks, units: [unitId('甲局')], prepare: '', later, ...maybe('scope', scope), ...maybe('place', place) })), weight: 3 },
  fc.tuple(looked, someDay, words, option(fc.constantFrom('15:00', ''))).map(([review, on, reason, place]): PlanIntent => ({ type: 'move-review', review, day: on, reason, ...maybe('place', place) })),
  fc.tuple(looked, words, fc.boolean()).map(([review, reason, rest]): PlanIntent => ({ type: 'cancel-review', review, reason, rest })),
  { arbitrary: fc.tuple(looked, of, anyFinding).map(([review, which, finding]): PlanIntent => ({ type: 'judge-review-item', review, ...which, finding, instead: '重新认定' })), weight: 3 },
  fc.tuple(looked, words, fc.array(no, { maxLength: 2 })).map(([review, outcome, tasks]): PlanIntent => ({ type: 'close-review', review, outcome, tasks })),
)

export const anyIntent: fc.Arbitrary<PlanIntent> = fc.oneof(
  { arbitrary: report, weight: 4 },
  { arbitrary: fc.tuple(of, option(town), words).map(([which, member, said]): PlanIntent => ({ type: 'claim', ...which, ...maybe('member', member), words: said })), weight: 3 },
  { arbitrary: fc.tuple(of, option(town), option(fc.constant(nineOn('2026-07-01')))).map(([which, member, claimedAt]): PlanIntent => ({ type: 'accept-claim', ...which, ...maybe('member', member), ...maybe('claimedAt', claimedAt) })), weight: 2 },
  { arbitrary: fc.tuple(of, option(town), words).map(([which, member, reason]): PlanIntent => ({ type: 'return-claim', ...which, ...maybe('member', member), reason })), weight: 2 },
  fc.tuple(of, fc.array(of, { maxLength: 2 })).map(([which, also]): PlanIntent => ({ type: 'nudge', ...which, ...(also.length === 0 ? {} : { also }) })),
  fc.constant<PlanIntent>({ type: 'import', plan: smallPlan }),
  fc.constant<PlanIntent>({ type: 'hand-out' }),
  fc.tuple(fc.array(someDay, { minLength: 1, maxLength: 3 }), words).map(([days, reason]): PlanIntent => ({ type: 'set-own-days-off', days, reason })),
  fc.array(someDay, { minLength: 1, maxLength: 3 }).map((days): PlanIntent => ({ type: 'lift-own-days-off', days })),
  fc.tuple(no, someDay, words, fc.boolean()).map(([which, on, reason, correction]): PlanIntent => ({ type: 'set-due', task: which, day: on, reason, correction })),
  of.map((which): PlanIntent => ({ type: 'set-lead', ...which })),
  fc.tuple(fc.constantFrom(1, 2, 3, 4, 5, 6, 9), words, anyMeaning, fc.option(words, { nil: undefined })).map(([doubt, answer, meaning, instead]): PlanIntent => ({ type: 'settle-doubt', doubt, answer, meaning, ...(instead === undefined ? {} : { instead }) })),
  fc.tuple(unit, unit).map(([keep, other]): PlanIntent => ({ type: 'merge-units', keep, other })),
  fc.tuple(fc.constantFrom('b1', 'b9'), someDay).map(([body, on]): PlanIntent => ({ type: 'schedule-meeting', body, day: on, time: '15:00', place: '' })),
  fc.tuple(fc.constantFrom('m1', 'm2', 'm9'), fc.boolean()).map(([meeting, held]): PlanIntent => ({ type: 'record-meeting', meeting, held })),
  { arbitrary: anyMeetingIntent, weight: 4 },
  { arbitrary: anyReviewIntent, weight: 2 },
  fc.record({ tasks: fc.array(no, { maxLength: 3 }), title: fc.constantFrom('', '年中进展'), until: option(someDay), repeats: option(fc.constantFrom({ every: 'month' as const, nth: 5, workingDays: 5 }, { every: 'quarter' as const, nth: 1, workingDays: 10 })), since: someDay, question: option(words) })
    .map(({ until, repeats, question, ...asked }): PlanIntent => ({ type: 'open-round', ...asked, ...maybe('until', until), ...maybe('repeats', repeats), ...maybe('question', question) })),
  turn.map((round): PlanIntent => ({ type: 'close-round', round })),
  turn.map((round): PlanIntent => ({ type: 'resume-round', round })),
  fc.tuple(turn, unit, someDay).map(([round, by, until]): PlanIntent => ({ type: 'reopen-round', round, unit: by, until })),
  fc.tuple(turn, words).map(([round, said]): PlanIntent => ({ type: 'publish-round', round, words: said })),
  fc.tuple(fc.constantFrom('c1/2026/1', 'c1/2026/2', 'c1/2026/3', 'c2/once/1', 'c2/2026/1'), unit, fc.constantFrom('fulfil' as const, 'hinder' as const)).map(([occurrence, by, type]): PlanIntent => ({ type, occurrence, unit: by, words: '' })),
  fc.tuple(fc.constantFrom('c1/2026/1', 'c1/2026/2'), unit, fc.constantFrom('receive' as const, 'return-submission' as const)).map(([occurrence, by, type]): PlanIntent => ({ type, occurrence, unit: by, words: '缺盖章页' })),
  { arbitrary: anyMilestoneIntent, weight: 4 },
)

const voice = fc.tuple(of, option(town)).map(([which, member]) => ({ ...which, ...maybe('member', member) }))
const seen = option(fc.constant(nineOn('2026-07-01')))

/** What a unit asks of the secretary, and what she says to it; what is kept, taken back, paused, closed. */
export const anyCourseOfWork: fc.Arbitrary<PlanIntent> = fc.oneof(
  fc.tuple(voice, someDay, words).map(([which, on, reason]): PlanIntent => ({ type: 'ask-extension', ...which, day: on, reason })),
  fc.tuple(voice, seen, option(someDay)).map(([which, askedAt, on]): PlanIntent => ({ type: 'grant-extension', ...which, ...maybe('askedAt', askedAt), ...maybe('day', on) })),
  fc.tuple(voice, seen, words).map(([which, askedAt, reason]): PlanIntent => ({ type: 'refuse-extension', ...which, ...maybe('askedAt', askedAt), reason })),
  fc.tuple(voice, fc.constantFrom('light' as const, 'record' as const), words).map(([which, about, said]): PlanIntent => ({ type: 'object', ...which, about, against: '滞后', words: said })),
  fc.tuple(voice, fc.boolean(), words).map(([which, upheld, reason]): PlanIntent => ({ type: 'rule-objection', ...which, upheld, reason })),
  fc.tuple(voice, fc.constantFrom('not-ours' as const, 'content' as const), words).map(([which, about, said]): PlanIntent => ({ type: 'question-part', ...which, about, words: said })),
  fc.tuple(voice, option(unit), words).map(([which, to, said]): PlanIntent => ({ type: 'uphold-question', ...which, ...maybe('to', to), words: said })),
  fc.tuple(voice, words).map(([which, reason]): PlanIntent => ({ type: 'refuse-question', ...which, reason })),
  fc.tuple(voice, fc.constantFrom('a', 'b')).map(([which, name]): PlanIntent => ({ type: 'add-evidence', ...which, evidence: { kind: 'file', name, hash: name.repeat(64), size: 1 } })),
  fc.tuple(voice, fc.constantFrom('a', 'b')).map(([which, name]): PlanIntent => ({ type: 'withdraw-evidence', ...which, hash: name.repeat(64), name: `${name}.pdf` })),
  fc.tuple(voice, words).map(([which, said]): PlanIntent => ({ type: 'remark', ...which, words: said })),
  fc.tuple(voice, option(fc.constant(PersonId.parse('u3')))).map(([which, to]): PlanIntent => ({ type: 'hand-item', ...which, ...maybe('to', to) })),
  fc.tuple(voice, words).map(([which, said]): PlanIntent => ({ type: 'report-on-behalf', ...which, state: 'normal', done: said, onBehalf: { who: '某人', on: day('2026-03-01'), how: '电话' }, correction: true })),
  fc.tuple(voice, words).map(([which, said]): PlanIntent => ({ type: 'claim-on-behalf', ...which, words: said, onBehalf: { who: '某人', on: day('2026-03-01'), how: '电话' } })),
  fc.tuple(unit, fc.array(of, { maxLength: 3 })).map(([who, lines]): PlanIntent => ({ type: 'check-parts', unit: who, lines })),
  fc.constant<PlanIntent>({ type: 'undo' }),
  fc.tuple(voice, seen, words).map(([which, claimedAt, reason]): PlanIntent => ({ type: 'withdraw-claim', ...which, ...maybe('claimedAt', claimedAt), reason })),
  fc.tuple(unit, unit).map(([from, to]): PlanIntent => ({ type: 'succeed-unit', from, to })),
  fc.tuple(no, words).map(([which, reason]): PlanIntent => ({ type: 'pause-task', task: which, reason })),
  fc.tuple(fc.constantFrom<PolicyPart>({}, { dueMarks: [15, 5, 1] }, { headAfter: 3, overdueEvery: 3 }, { quietFrom: '12:00' }, { digestFrom: '08:30' }), fc.boolean()).map(([set, defaults]): PlanIntent => ({ type: 'set-policy', set, defaults })),
  fc.tuple(no, words).map(([which, said]): PlanIntent => ({ type: 'resume-task', task: which, words: said })),
  fc.tuple(no, words).map(([which, said]): PlanIntent => ({ type: 'strike-off', task: which, words: said })),
  fc.tuple(no, words).map(([which, reason]): PlanIntent => ({ type: 'reopen-task', task: which, reason })),
  fc.tuple(no, words).map(([which, said]): PlanIntent => ({ type: 'send-leader-note', task: which, due: day('2026-06-30'), to: PersonId.parse('u1'), words: said })),
  fc.tuple(no, words).map(([which, reason]): PlanIntent => ({ type: 'drop-leader-note', task: which, due: day('2026-06-30'), reason })),
  fc.tuple(no, someDay).map(([which, until]): PlanIntent => ({ type: 'snooze', task: which, until })),
  fc.tuple(no, words).map(([which, said]): PlanIntent => ({ type: 'hand-up-coordination', task: which, units: [unitId('甲局'), unitId('乙局')], to: PersonId.parse('u1'), words: said, quotes: [] })),
  no.map((which): PlanIntent => ({ type: 'decide-coordination', task: which, units: [unitId('甲局'), unitId('乙局')] })),
  no.map((which): PlanIntent => ({ type: 'answer-leader-note', task: which, due: day('2026-06-30') })),
  fc.tuple(no, words).map(([which, said]): PlanIntent => ({ type: 'settle-coordination', task: which, units: [unitId('甲局'), unitId('乙局')], words: said })),
)

/** The small plan as issued again: a date and the units changed, a task gone, another new, the duties otherwise. */
const editions: readonly Omit<Imported, 'type'>[] = [
  { ...smallPlan, source: { id: 's1', name: 'plan-2.txt', text: '', hash: 'h2' }, tasks: [task(1, { title: '新任务甲', text: '开展普法宣讲。', lead: '丙局' }), task(2, { title: '任务1', due: '2026-12-31', lead: '乙局', support: ['甲局'] }), task(3, { due: '2027-06-30', lead: '甲局' })], obligations: [{ id: 'c1', task: taskNo(2), every: 'year', times: 1, what: '报送', text: '每年一次' }], bodies: [], doubts: [] },
  { ...smallPlan, source: { id: 's1', name: 'plan-3.txt', text: '', hash: 'h3' } },
]

/** A plan is issued again, and what that leaves open is settled. */
export const anyAmendment: fc.Arbitrary<PlanIntent> = fc.oneof(
  fc.constantFrom(...editions).map((plan): PlanIntent => ({ type: 'amend', plan })),
  no.map((which): PlanIntent => ({ type: 'withdraw-task', task: which })),
  no.map((which): PlanIntent => ({ type: 'keep-task', task: which })),
  fc.tuple(no, fc.constantFrom('due' as const, 'units' as const), fc.boolean()).map(([which, point, take]): PlanIntent => ({ type: 'settle-amended', task: which, point, take })),
)

const instructions = fc.record({ unit, words: fc.constantFrom('请拿出方案', '请核实', ''), day: someDay, about: option(no) }).map(({ unit: by, words: said, day: on, about }) => ({
  section: '领导批示', title: said === '' ? '批示' : said, words: said, hash: said, units: [{ unit: by, part: 'lead' as const }], day: on, ...maybe('about', about),
}))

/** Instructions, what became of spoken ones, and those that were taken back. */
export const anyInstruction: fc.Arbitrary<PlanIntent> = fc.oneof(
  instructions.map((given): PlanIntent => ({ type: 'instruct-on-behalf', from: PersonId.parse('u1'), onBehalf: { who: '李县长', on: day('2026-03-01'), how: '电话' }, ...given })),
  instructions.map((given): PlanIntent => ({ type: 'instruct', rank: 'leader', ...given })),
  fc.constantFrom(3, 4, 5, 6).map((which): PlanIntent => ({ type: 'confirm-instruction', task: taskNo(which) })),
  fc.tuple(fc.constantFrom(3, 4, 5, 6), words).map(([which, said]): PlanIntent => ({ type: 'withdraw-instruction', task: taskNo(which), words: said })),
)

/** A course of events: each act some days after the one before. */
export const anyCourse = fc.array(fc.record({ intent: fc.oneof({ arbitrary: anyIntent, weight: 8 }, { arbitrary: anyCourseOfWork, weight: 6 }, { arbitrary: anyAmendment, weight: 1 }, { arbitrary: anyInstruction, weight: 2 }), daysLater: fc.integer({ min: 0, max: 40 }) }), { minLength: 1, maxLength: 40 })
