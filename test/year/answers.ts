// What people answer to what they are told: nobody, everybody by one tap, or each in their own way and time.
import type { Day, Instant } from '#src/calendar/day.ts'
import { present } from '#src/ledger/fields.ts'
import type { PersonId, UnitId } from '#src/ledger/ids.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import { invitedTo, ownSeats } from '#src/meetings/invited.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { workCalendar } from '#test/builders.ts'
import { seededRandom } from '#test/store/seeded-random.ts'
import type { County } from './county.ts'
import type { Moment, Said, Step, Story } from './life.ts'
import { months2026and2027 } from './story.ts'

type Chance = { of: (share: number) => boolean; upTo: (most: number) => number }
type When = { on: Day; time: string }
type Asked = { notice: Notice; said: Said; county: County; chance: Chance }

const later = ({ day }: Moment, daysLater: number, time: string): When => ({ on: workCalendar.addDays(day, daysLater), time })
/** A few minutes after a message, on the same day. */
const soon = (moment: Moment, minutes: number): When => {
  const [hour = 0, minute = 0] = moment.time.split(':').map(Number)
  const at = Math.min(hour * 60 + minute + minutes, 24 * 60 - 2)
  return { on: moment.day, time: `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}` }
}

/** Comes, or not: for the first seat that is theirs. */
function invited({ notice, said, county, chance }: Asked, moment: Moment): PlanIntent | undefined {
  const plan = county.ledgers.plans().get(notice.plan)
  const meeting = notice.kind === 'meeting-invited' ? plan?.meetings.get(notice.meeting) : undefined
  if (plan === undefined || meeting === undefined) return undefined
  const [seat] = ownSeats(invitedTo(plan, meeting, county.ledgers.directoryOn(moment.day)), { id: said.to })
  return seat === undefined ? undefined : { type: 'answer-invitation', meeting: meeting.id, seat: seat.seat, coming: chance.of(0.7) }
}

/** In whose name somebody answers: of a group, as the member they answer for. */
function voiceOf(county: County, to: PersonId, unit: UnitId, moment: Moment): { unit: UnitId; member?: UnitId } {
  const { units, people } = county.ledgers.directoryOn(moment.day)
  const own = [...(people.get(to)?.contactOf ?? []), ...(people.get(to)?.headOf ?? [])]
  const member = units.get(unit)?.members?.find((each) => own.includes(each))
  return { unit, ...(member === undefined ? {} : { member }) }
}

/** 正常推进 for a task, 已完成 for a duty or milestone. */
function tap(asked: Asked, moment: Moment): PlanIntent | undefined {
  const { notice, said, county } = asked
  if (notice.kind === 'occurrence-due') return { type: 'fulfil', occurrence: notice.occurrence, ...voiceOf(county, said.to, notice.unit, moment), words: '已办' }
  if (notice.kind === 'meeting-invited') return invited(asked, moment)
  if (notice.kind === 'submission-waits') return { type: 'receive', occurrence: notice.occurrence, unit: notice.receiver }
  if (!('unit' in notice) || !('task' in notice)) return undefined
  const of = { task: notice.task, ...voiceOf(county, said.to, notice.unit, moment) }
  if (notice.kind === 'milestone-due' || notice.kind === 'milestone-overdue') {
    const approved = county.ledgers.plans().get(notice.plan)?.milestones.get(`${notice.task}/${notice.year}`)?.approved
    const number = (approved?.milestones.findIndex(({ by }) => by === notice.due) ?? -1) + 1
    return number === 0 ? undefined : { type: 'reach-milestone', ...of, year: notice.year, number }
  }
  return ['due-soon', 'overdue', 'progress-due', 'round-due', 'nudged', 'returned'].includes(notice.kind) ? { type: 'report', ...of, state: 'normal', correction: false } : undefined
}

/** What else one may say to a date: done, in difficulty, later. */
function otherwise(asked: Asked, moment: Moment): PlanIntent | undefined {
  const { notice, said, county, chance } = asked
  if (notice.kind === 'occurrence-due') return chance.of(0.3) ? { type: 'hinder', occurrence: notice.occurrence, ...voiceOf(county, said.to, notice.unit, moment), words: '人手不够' } : tap(asked, moment)
  if (notice.kind === 'submission-waits' && chance.of(0.4)) return { type: 'return-submission', occurrence: notice.occurrence, unit: notice.receiver, words: '缺附表' }
  if (notice.kind === 'recorded-for') return chance.of(0.5) ? { type: 'object', task: notice.task, ...voiceOf(county, said.to, notice.part, moment), about: 'record', against: '代录', words: '我们没有这样说过' } : undefined
  if (notice.kind !== 'due-soon' && notice.kind !== 'overdue' && notice.kind !== 'returned') return tap(asked, moment)
  const of = { task: notice.task, ...voiceOf(county, said.to, notice.unit, moment) }
  if (chance.of(0.35)) return { type: 'claim', ...of, words: '已全部完成' }
  if (chance.of(0.3) && 'due' in notice) return { type: 'ask-extension', ...of, day: workCalendar.addDays(notice.due, 20 + chance.upTo(40)), reason: '等批复' }
  if (chance.of(0.06)) return { type: 'question-part', ...of, about: 'not-ours', words: '职能已划转' }
  if (chance.of(0.06)) return { type: 'object', ...of, about: 'light', against: '滞后', words: '已报县政府' }
  if (chance.of(0.2) && notice.kind === 'due-soon') return { type: 'snooze', task: notice.task, until: workCalendar.addWorkingDays(moment.day, 1 + chance.upTo(3)) }
  return { type: 'report', ...of, state: chance.of(0.5) ? 'difficulty' : 'normal', correction: false, problem: '资金未到位' }
}

/** The secretary decides what waits for them, and asks who is silent. */
function ruled({ notice, county, chance }: Asked): PlanIntent | undefined {
  const voice = (part: UnitId, speaker: UnitId): { unit: UnitId; member?: UnitId } => ({ unit: part, ...(speaker === part ? {} : { member: speaker }) })
  if (notice.kind === 'claim-waiting') {
    const of = { task: notice.task, unit: notice.unit, ...(notice.member === undefined ? {} : { member: notice.member }) }
    return chance.of(0.6) ? { type: 'accept-claim', ...of } : { type: 'return-claim', ...of, reason: '缺验收材料' }
  }
  if (notice.kind === 'petition-waits' && notice.what === 'extension')
    return chance.of(0.6) ? { type: 'grant-extension', task: notice.task, ...voice(notice.part, notice.speaker) } : { type: 'refuse-extension', task: notice.task, ...voice(notice.part, notice.speaker), reason: '不能再延' }
  if (notice.kind === 'petition-waits' && notice.what === 'objection') return { type: 'rule-objection', task: notice.task, ...voice(notice.part, notice.speaker), upheld: chance.of(0.5), reason: '已核实' }
  if (notice.kind === 'petition-waits') {
    const of = { task: notice.task, ...voice(notice.part, notice.speaker) }
    const others = ['县教育局', '县财政局', '县发改局', '县司法局'].map((name) => county.unitOf(name)).filter((unit) => unit !== notice.part)
    return chance.of(0.6) ? { type: 'uphold-question', ...of, ...(notice.speaker === notice.part ? present({ to: others[chance.upTo(others.length - 1)] }) : {}), words: '' } : { type: 'refuse-question', ...of, reason: '按方案分工' }
  }
  if (notice.kind === 'meeting-passed') return { type: 'record-meeting', meeting: notice.meeting, held: chance.of(0.8), reason: '改期' }
  if (notice.kind === 'request-waits') return { type: 'decline-request', request: notice.request, reason: '本次议题已满' }
  if (notice.kind === 'milestones-waiting') return { type: 'approve-milestones', task: notice.task, year: notice.year }
  if (notice.kind === 'leader-note-waits') return chance.of(0.5) ? { type: 'send-leader-note', task: notice.task, due: notice.due, to: county.person('何景川'), words: '请关注' } : { type: 'drop-leader-note', task: notice.task, due: notice.due, reason: '已电话沟通' }
  return undefined
}

const recorded = (asked: Asked, intent: PlanIntent) => async (county: County, at: Instant): Promise<boolean> => county.plan(at, asked.notice.plan, asked.said.to, intent)

export type Temper = 'nobody' | 'one tap' | 'each in their way'

/** @param seed decides who does what when, where everybody is otherwise */
export function story(temper: Temper, seed = 1, steps: readonly Step[] = months2026and2027): Story {
  if (temper === 'nobody') return { steps, answers: () => [] }
  const random = seededRandom(seed)
  const chance: Chance = { of: (share) => random() < share, upTo: (most) => Math.floor(random() * (most + 1)) }
  return {
    steps,
    answers: (said, moment, county) => said.notices.flatMap((notice): Step[] => {
      const asked = { notice, said, county, chance }
      if (temper === 'one tap') {
        const intent = tap(asked, moment)
        return intent === undefined ? [] : [{ ...soon(moment, 5), act: recorded(asked, intent) }]
      }
      // Two who never say a word, whatever comes.
      if (said.to === county.person('关和平') || said.to === county.person('段林峰') || chance.of(0.2)) return []
      const intent = said.to === county.person('沈若兰') ? ruled(asked) : chance.of(0.5) ? tap(asked, moment) : otherwise(asked, moment)
      if (intent === undefined) return []
      const when = chance.of(0.6) ? soon(moment, 1 + chance.upTo(200)) : later(moment, 1 + chance.upTo(9), `${8 + chance.upTo(11)}:${10 + chance.upTo(49)}`.padStart(5, '0'))
      const step = { ...when, act: recorded(asked, intent) }
      // Some see at once that it was the wrong task.
      if (chance.of(0.08)) return [step, { ...soon({ ...moment, day: when.on, time: when.time }, 4), act: recorded(asked, { type: 'undo' }) }]
      if (intent.type !== 'claim' || !chance.of(0.2)) return [step]
      const { task, unit, member } = intent
      return [step, { on: workCalendar.addDays(when.on, 1), time: '11:20', act: recorded(asked, { type: 'withdraw-claim', task, unit, ...(member === undefined ? {} : { member }), reason: '报早了' }) }]
    }),
  }
}
