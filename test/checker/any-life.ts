// A few years of a small plan, from a seed: whoever may do something does something that is open to them, often and close together. Directory and plan are told of units that become one or carry on another's work, as in the product.
import type { Meaning } from '#src/ledger/answer-meaning.ts'
import { addMs } from '#src/calendar/calendar.ts'
import type { RawEntry } from '#src/checker/raw.ts'
import type { UnitId } from '#src/ledger/ids.ts';
import { PersonId, PlanId, TaskNo } from '#src/ledger/ids.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import { decidePlan } from '#src/ledger/decide-plan.ts'
import { standingOf, type Assignment } from '#src/ledger/assignment.ts'
import { emptyPlan, evolvePlan, type Imported, type PlanState } from '#src/ledger/plan.ts'
import { hasOpenWork } from '#src/ledger/succeeded-units.ts'
import type { Stamp } from '#src/ledger/stamp.ts'
import { day, nineOn, stampOf, task, unitId, workCalendar } from '#test/builders.ts'
import { seededRandom } from '#test/store/seeded-random.ts'

export type Logs = { plan: RawEntry[]; directory: RawEntry[]; last: string; refused: number; types: ReadonlyMap<string, number> }
type Dice = { of: (share: number) => boolean; one: <Each>(all: readonly Each[]) => Each; upTo: (most: number) => number }

const towns = ['子镇', '丑镇', '寅镇']
const bureaus = ['甲局', '乙局', '丙局', '丁局']
const firstUnits = [...[...bureaus, ...towns].map((id) => ({ id, name: id, aliases: [] })), { id: '各镇', name: '各镇', aliases: [], members: towns }]

const dice = (seed: number): Dice => {
  const next = seededRandom(seed)
  return { of: (share) => next() < share, one: (all) => all[Math.floor(next() * all.length)] as never, upTo: (most) => Math.floor(next() * (most + 1)) }
}

const imported: Omit<Imported, 'type'> = {
  title: '教育强县三年行动方案', zone: 'Asia/Shanghai', period: { from: 2026, to: 2027 }, source: { id: 's1', name: 'plan.txt', text: '一、', hash: 'h' },
  tasks: [
    task(1, { due: '2026-09-30', lead: '甲局', support: ['乙局'] }), task(2, { presumed: '乙局', responsible: ['甲局'], standing: ['各镇'] }), task(3, { due: { kind: 'unbound', said: '20__年' }, responsible: ['丙局', '各镇'] }),
    task(4, { lead: '各镇', support: ['甲局'] }), task(5, { due: '2026-12-31', responsible: ['各镇', '乙局'] }), task(6, { due: { kind: 'ongoing', said: '长期坚持' }, lead: '丙局', support: ['丁局'] }), task(7), task(8, { responsible: ['甲局', '乙局'] }),
  ],
  obligations: [], bodies: [], targets: [],
  doubts: [{ id: 1, kind: 'year-blank', task: TaskNo.parse(3), line: 3, quote: '20__年', question: '哪一年？', choices: [] }, { id: 2, kind: 'no-unit', task: TaskNo.parse(7), line: 3, quote: '', question: '？', choices: [] }, { id: 3, kind: 'unit-unclear', task: TaskNo.parse(8), line: 2, quote: '甲局', question: '？', choices: [], name: '丁局', unit: unitId('丁局') }],
}

/** The text issued again: dates and units otherwise, an item gone, one new. */
function edition(nth: number, { one, of }: Dice): Omit<Imported, 'type'> {
  const tasks = imported.tasks.filter(() => !of(0.15)).map((each) => {
    const units = of(0.4) ? [{ unit: unitId(one(bureaus)), part: 'lead' as const }, { unit: unitId('各镇'), part: one(['support', 'responsible'] as const) }] : each.units
    return { ...each, units, due: of(0.25) ? { kind: 'dated' as const, day: day(one(['2026-10-31', '2027-03-31'])), said: '' } : of(0.1) ? { kind: 'undated' as const } : each.due }
  })
  const added = task(1, { title: `新任务${nth}开展普法宣讲`, lead: one(bureaus) })
  return { ...imported, tasks: [...tasks, added].map((each, at) => ({ ...each, no: TaskNo.parse(at + 1) })), doubts: [], source: { id: `s${nth + 1}`, name: 'plan.txt', text: '', hash: `h${nth}` } }
}

type Voice = { task: TaskNo; unit: UnitId; member?: UnitId }

function voiceIn(plan: PlanState, { one, of }: Dice): { voice: Voice; part: Assignment } | undefined {
  const parts = [...plan.assignments.values()]
  if (parts.length === 0) return undefined
  const part = one(parts)
  const isGroup = part.unit === '各镇'
  return { part, voice: { task: part.task, unit: part.unit, ...(isGroup && of(0.75) ? { member: unitId(one(towns)) } : {}) } }
}

/** What somebody does next: mostly what is open to be done. */
function nextIntent(plan: PlanState, today: string, nth: number, dice: Dice): PlanIntent | undefined {
  const { one, of, upTo } = dice
  const found = voiceIn(plan, dice)
  if (found === undefined) return undefined
  const { voice, part } = found
  const now = standingOf(part, voice.member)
  const later = (days: number): ReturnType<typeof day> => workCalendar.addDays(day(today), days)
  const task = voice.task
  const onBehalf = { who: '某人', on: day(today), how: '电话' }
  const year = Number(today.slice(0, 4)) + (of(0.15) ? 1 : 0)
  const list = plan.milestones.get(`${task}/${year}`)
  if (of(0.05)) return { type: 'undo' }
  if (now.claim !== undefined && of(0.5)) return one<PlanIntent>([{ type: 'accept-claim', ...voice }, { type: 'accept-claim', ...voice }, { type: 'return-claim', ...voice, reason: '缺材料' }, { type: 'withdraw-claim', ...voice, reason: '没有做完' }])
  if (part.byMember.size > 0 && voice.member === undefined && of(0.3)) return one<PlanIntent>([{ type: 'accept-claim', ...voice }, { type: 'return-claim', ...voice, reason: '缺材料' }])
  if (now.objection !== undefined && now.objection.ruling === undefined && of(0.5)) return { type: 'rule-objection', ...voice, upheld: of(0.75), reason: '已核实' }
  if (now.extension !== undefined && now.extension.ruling === undefined && of(0.3)) return of(0.6) ? { type: 'grant-extension', ...voice } : { type: 'refuse-extension', ...voice, reason: '不行' }
  if (now.question !== undefined && now.question.ruling === undefined && of(0.3)) return of(0.6) ? { type: 'uphold-question', ...voice, words: '', ...(voice.member === undefined ? { to: unitId(one(bureaus)) } : {}) } : { type: 'refuse-question', ...voice, reason: '是你们的' }
  if (((now.claim ?? now.accepted?.claim)?.onBehalf !== undefined || now.report?.onBehalf !== undefined) && of(0.5)) return { type: 'object', ...voice, about: 'record', against: '代录', words: '没有说过' }
  if (list?.proposed !== undefined && of(0.6)) return of(0.8) ? { type: 'approve-milestones', task, year } : { type: 'return-milestones', task, year, reason: '太松' }
  if (list?.approved !== undefined && of(0.4)) {
    const number = 1 + upTo(list.approved.milestones.length - 1)
    return of(0.7) ? { type: 'reach-milestone', ...voice, year, number } : { type: 'reach-on-behalf', ...voice, year, number, onBehalf }
  }
  const course = plan.tasks.get(task)?.course
  if (course?.paused !== undefined && of(0.3)) return { type: 'resume-task', task, words: '' }
  if (part.status === 'accepted' && of(0.25)) return of(0.5) ? { type: 'strike-off', task, words: '' } : { type: 'reopen-task', task, reason: '回头看不实' }
  const opened = [...plan.rounds.values()]
  const round = opened.length === 0 ? undefined : one(opened)
  const key = round === undefined ? 'n1' : round.when.every === 'once' ? round.id : `${round.id}/${round.when.every === 'month' ? today.slice(0, 7) : `${today.slice(0, 4)}Q${Math.ceil(Number(today.slice(5, 7)) / 3)}`}`
  const corrects = now.report === undefined || !of(0.2) ? {} : { corrects: now.report.at, reason: '写错了' }
  const acts: readonly [number, () => PlanIntent][] = [
    [14, () => ({ type: 'report', ...voice, state: one(['normal', 'normal', 'difficulty', 'blocked']), correction: true, problem: '资金未到位', ...corrects })],
    [6, () => ({ type: 'report-on-behalf', ...voice, state: one(['normal', 'difficulty', 'blocked']), problem: '资金', correction: true, onBehalf, ...corrects })],
    [9, () => ({ type: 'claim', ...voice, words: '完成' })], [6, () => ({ type: 'claim-on-behalf', ...voice, words: '完成', onBehalf })],
    [3, () => ({ type: 'ask-extension', ...voice, day: later(10 + upTo(90)), reason: '等批复' })], [2, () => ({ type: 'question-part', ...voice, about: one(['not-ours', 'not-ours', 'content']), words: '不是' })],
    [1, () => ({ type: 'object', ...voice, about: 'light', against: '滞后', words: '不对' })],
    [2, () => ({ type: 'set-due', task, day: later(upTo(120)), reason: '调整', correction: of(0.4) })], [1.5, () => ({ type: 'set-lead', task, unit: unitId(one([...bureaus, '各镇'])) })],
    [1.5, () => ({ type: 'pause-task', task, reason: '等上级' })], [1, () => ({ type: 'reopen-task', task, reason: '不实' })], [1, () => ({ type: 'strike-off', task, words: '' })],
    [4, () => ({ type: 'propose-milestones', task, year, unit: voice.unit, milestones: Array.from({ length: 1 + upTo(2) }, (_, at) => ({ what: `步骤${at + upTo(1)}`, by: day(`${year}-${one(['03-31', '06-30', '09-30', '11-30'])}`) })) })],
    [2, () => ({ type: 'open-round', title: '进展', tasks: [...new Set([task, TaskNo.parse(1 + upTo(7)), TaskNo.parse(1 + upTo(7))])], since: later(-upTo(20)), ...(of(0.5) ? { until: later(upTo(40)) } : { repeats: of(0.6) ? { every: 'month', nth: 1 + upTo(12), workingDays: 1 + upTo(9) } : { every: 'quarter', nth: 1 + upTo(19), workingDays: 1 + upTo(20) } }) })],
    [1, () => ({ type: 'close-round', round: key })], [0.3, () => ({ type: 'close-round', round: round?.id ?? 'n1' })], [0.5, () => ({ type: 'resume-round', round: key })], [1, () => ({ type: 'reopen-round', round: key, unit: voice.member ?? voice.unit, until: later(upTo(20)) })],
    [0.25, () => ({ type: 'amend', plan: edition(nth, dice) })], [0.5, () => ({ type: one(['withdraw-task', 'keep-task'] as const), task })], [0.5, () => ({ type: 'settle-amended', task, point: one(['due', 'units'] as const), take: of(0.7) })],
    [0.3, () => ({ type: 'settle-doubt', doubt: 1 + upTo(2), answer: '定了', meaning: one<Meaning<UnitId>>([{ is: 'parts', leads: [unitId(one(bureaus))], support: [unitId('各镇')] }, { is: 'date', words: '2027年' }, { is: 'units', units: [unitId('乙局'), unitId('丙局')] }, { is: 'units', units: [] }]) })],
    [0.4, () => ({ type: 'set-policy', set: one([{ dueMarks: [15, 5] }, { progressMarks: [12, 3] }, { warnWorkingDays: 20 }, {}]), defaults: of(0.4) })],
    [0.4, () => ({ type: 'set-own-days-off', days: [later(upTo(20)), later(upTo(30))], reason: '三月三' })], [0.2, () => ({ type: 'lift-own-days-off', days: [...plan.ownDaysOff.keys()].slice(0, 1) })],
    [1, () => ({ type: 'remark', ...voice, words: '在办' })], [1, () => ({ type: 'nudge', task, unit: voice.unit })],
  ]
  let left = dice.upTo(9999) / 10_000 * acts.reduce((sum, [weight]) => sum + weight, 0)
  for (const [weight, act] of acts) {
    left -= weight
    if (left < 0) return act()
  }
  return undefined
}

const entry = (position: number, stamp: Stamp, events: readonly unknown[]): RawEntry => ({ position, body: JSON.stringify({ stamp, events }) })

/** @param acts how many are tried */
export function lifeOf(seed: number, acts: number): Logs {
  const chance = dice(seed)
  const plan = emptyPlan(PlanId.parse('p1'))
  const entries: RawEntry[] = []
  const types = new Map<string, number>()
  const carriedOn = new Map<UnitId, UnitId>()
  let refused = 0
  let [on, at] = ['2026-01-05', nineOn('2026-01-05')]
  const directory = [entry(1, stampOf(on), [{ type: 'units-added', units: firstUnits }])]
  const record = (intent: PlanIntent, by: string): boolean => {
    const stamp = stampOf(on, by === 'system' ? 'system' : PersonId.parse(by), at)
    const decision = decidePlan(plan, intent, stamp)
    if (!decision.ok || decision.events.length === 0) {
      refused += 1
      return false
    }
    entries.push(entry(entries.length + 1, stamp, decision.events))
    for (const event of decision.events) {
      types.set(event.type, (types.get(event.type) ?? 0) + 1)
      evolvePlan(plan, structuredClone(event), stamp)
    }
    return true
  }
  record({ type: 'import', plan: imported }, 'u1')
  for (let nth = 1; nth <= acts; nth += 1) {
    if (nth === 3 && chance.of(0.95)) record({ type: 'hand-out' }, 'u1')
    if (chance.of(0.35)) [on, at] = ((next) => [next, nineOn(next)] as const)(workCalendar.addDays(day(on), 1 + chance.upTo(chance.of(0.2) ? 40 : 6)))
    else if (!chance.of(0.1)) at = addMs(at, (1 + chance.upTo(4)) * 60_000)
    if (chance.of(0.006)) {
      const [keep, other] = [chance.one([...bureaus, ...towns]), chance.one([...bureaus, ...towns])]
      if (keep !== other && towns.includes(keep) === towns.includes(other)) {
        const isSuccession = chance.of(0.5)
        directory.push(entry(directory.length + 1, stampOf(on, 'system', at), [isSuccession ? { type: 'unit-succeeded', from: other, to: keep, on } : { type: 'unit-merged', keep, other, alias: other }]))
        if (isSuccession) {
          for (const [before, now] of carriedOn) if (now === other) carriedOn.set(before, unitId(keep))
          carriedOn.set(unitId(other), unitId(keep))
        }
        record(isSuccession ? { type: 'succeed-unit', from: unitId(other), to: unitId(keep) } : { type: 'merge-units', keep: unitId(keep), other: unitId(other) }, 'u1')
      }
    }
    // As the product does of itself: what is open of a unit that another carries on goes over, whenever it came up.
    for (const [from, to] of carriedOn) if (hasOpenWork(plan, from)) record({ type: 'succeed-unit', from, to }, 'system')
    const intent = nextIntent(plan, on, nth, chance)
    const by = chance.one(['u1', 'u2', 'u3', 'system'])
    if (intent !== undefined && record(intent, by) && chance.of(0.07)) {
      at = addMs(at, 60_000)
      record({ type: 'undo' }, by)
    }
  }
  return { plan: entries, directory, last: on, refused, types }
}
