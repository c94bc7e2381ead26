// A report (填报): how a unit's part stands, in the unit's own words. Each has its version: what was put right stays readable.
import { z } from 'zod'
import { Day, Instant } from '#src/calendar/day.ts'
import { present, without } from './fields.ts'
import { Percent, Words } from './ids.ts'
import { ofVoice } from './of-voice.ts'
import type { Actor, Stamp } from './stamp.ts'

/** `normal` 正常推进, `difficulty` 有困难, `blocked` 受阻. */
export const ReportState = z.enum(['normal', 'difficulty', 'blocked'])
export type ReportState = z.infer<typeof ReportState>

/** 代录: who said it, when, and how (电话、微信、书面). */
export const OnBehalf = z.strictObject({ who: z.string().max(60), on: Day, how: z.string().max(60) })
export type OnBehalf = z.infer<typeof OnBehalf>

/** `evidence` is reserved: proofs are events of their own. */
export const saidWith = { onBehalf: OnBehalf.optional(), evidence: z.array(z.string()).optional(), next: Words.optional() }

/** What was answered to the question of a round, by the turn's key. */
export const RoundAnswered = z.strictObject({ round: z.string(), words: Words })
export type RoundAnswered = z.infer<typeof RoundAnswered>

/** Without `progress` the last figure stands. `corrects`: the report whose place it takes, by its instant; `reason`: why it is put right. */
export const Reported = z.strictObject({
  type: z.literal('reported'), ...ofVoice,
  state: ReportState, progress: Percent.optional(), done: Words.optional(), problem: Words.optional(), needs: Words.optional(), answer: RoundAnswered.optional(), ...saidWith,
  corrects: Instant.optional(), reason: Words.optional(),
})
export type Reported = z.infer<typeof Reported>

/**
 * `progress`: as it stands after this report; `stated` only where the report itself said it. `on`: the day it was first said, which a
 * correction does not change, and `firstAt` the instant of it; `correctedOn`: when it was put right. `next`: what comes next, and by when, in their words. `answer` stands when
 * the report is put right.
 */
export type Report = {
  state: ReportState; progress: Percent; stated?: Percent; done?: string; problem?: string; needs?: string; next?: string; answer?: RoundAnswered
  at: Instant; on: Day; by: Actor; onBehalf?: OnBehalf; firstAt?: Instant; correctedOn?: Day; reason?: string
}

/** `followed` by a later one, `corrected` by a version in its place, `struck`: the unit never said so. */
export type EarlierReport = Report & { ended: 'followed' | 'corrected' | 'struck' }

/** `takenIn`: said of another part that became one with this, and no answer of this one. */
export type Reports = { report?: Report; earlier?: readonly EarlierReport[]; takenIn?: readonly EarlierReport[] }

/** When the unit spoke: a correction of it later on is no new answer. */
export const saidAt = ({ firstAt, at }: Report): Instant => firstAt ?? at

/** The figure as it stands; undefined where nobody has given one. */
export const figureOf = ({ progress, stated }: Pick<Report, 'progress' | 'stated'>): Percent | undefined => stated ?? (progress > 0 ? progress : undefined)

export function evolveReports({ report: last, earlier = [] }: Reports, event: Reported, { at, on, by }: Stamp): Reports {
  const { state, progress: stated, done, problem, needs, next, onBehalf, corrects, reason } = event
  const isCorrection = last !== undefined && corrects === last.at
  const answer = event.answer ?? (isCorrection ? last.answer : undefined)
  const report = {
    state, progress: stated ?? last?.progress ?? Percent.parse(0), at, on: isCorrection ? last.on : on, by,
    ...present({ stated, done, problem, needs, next, answer, onBehalf, reason }), ...(isCorrection ? { firstAt: saidAt(last), correctedOn: on } : {}),
  }
  return { report, ...(last === undefined ? present({ earlier: earlier.length === 0 ? undefined : earlier }) : { earlier: [...earlier, { ...last, ended: isCorrection ? 'corrected' : 'followed' }] }) }
}

/** Whether there is a report of that instant that was recorded for the unit. */
export const standsRecorded = ({ report, earlier = [], takenIn = [] }: Reports, at: Instant): boolean => [...(report === undefined ? [] : [report]), ...earlier, ...takenIn].some((version) => version.at === at && version.onBehalf !== undefined)

/** What was recorded for the unit at that instant was never said: where it stands, what was said before it stands again. */
export function struck({ report, earlier = [], takenIn }: Reports, at: Instant): Reports {
  const asStruck = (versions: readonly EarlierReport[]): EarlierReport[] => versions.map((version) => (version.at === at ? { ...version, ended: 'struck' } : version))
  const beside = present({ takenIn: takenIn === undefined ? undefined : asStruck(takenIn) })
  if (report?.at !== at) return { ...present({ report }), earlier: asStruck(earlier), ...beside }
  const before = earlier.findLast(({ ended }) => ended === 'followed')
  const rest: EarlierReport[] = [...earlier.filter((version) => version !== before), { ...report, ended: 'struck' }]
  if (before === undefined) return { earlier: rest, ...beside }
  return { report: without(before, 'ended'), earlier: rest, ...beside }
}

/** All that was said and stands, or stood until it was followed, in order. */
export const standingReports = ({ report, earlier = [] }: Reports): Report[] => [...earlier.filter(({ ended }) => ended === 'followed'), ...(report === undefined ? [] : [report])]
