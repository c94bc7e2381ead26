// A plain reply: kept at once as a remark of the task it is about, read, and made a report once the person confirms it.
import { z } from 'zod'
import { Instant } from '#src/calendar/day.ts'
import { answered, command, type Answer, type Desk } from '#src/command.ts'
import { UnitId, Words, type PlanId } from '#src/ledger/ids.ts'
import { figureOf, ReportState } from '#src/ledger/report.ts'
import type { Remark } from '#src/ledger/remark.ts'
import { saidDuty } from '#src/reader/said-duty.ts'
import { onTrackSaid } from '#src/reader/said-normal.ts'
import { saidReading } from '#src/reader/said-reading.ts'
import { saidReport, type SaidReport } from '#src/reader/said-report.ts'
import type { Card, Run } from '#templates/card.ts'
import { noTaskMeant, saidCorrected, saidEcho, saidNoted, saidOnceDone, saidWhileClaimed, saidWrong, whichTask } from '#templates/said-echo.ts'
import { dutyName } from '#templates/duty-name.ts'
import { besideAction, type Beside } from '#templates/said-offer.ts'
import { allNormal } from './all-normal.ts'
import { eachMeant, likely, meantTask, openOf, type Near } from './meant-task.ts'
import { isOwnTap } from './own-tap.ts'
import { ownTask, type OwnTask } from './own-task.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { recordedReport } from './recorded-report.ts'
import { recordWithLinks } from './links-said.ts'
import { inButton, runOf } from './run-of.ts'
import { correctionOf, lastReportedOf } from './said-correction.ts'
import { saidOfDuty } from './said-duty.ts'
import { figuresOf, isMore } from './said-figures.ts'
import { besideOf, offerOf } from './said-offer.ts'
import { saidApart, saidOfSeveral } from './said-several.ts'
import { spokenByName, type ByName } from './spoken-by-name.ts'
import { TaskArgument, taskName } from './task-argument.ts'

export const said = command({
  name: { zh: '回复', en: 'said' },
  usage: { zh: '12 〔做了什么，到多少，下一步〕', en: '12 〔what was done, how far, what is next〕' },
  about: { zh: '直接回复进展，不用记命令', en: 'just reply how a task stands' },
  group: 'report',
  may: 'report',
  hidden: true,
  args: z.object({
    words: Words.optional(),
    /** Words too long for a button. */
    kept: z.string().max(40).optional(),
    /** The tasks of the message that is replied to. */
    near: z.array(z.object({ task: z.string().max(40), unit: UnitId.optional() })).default([]),
    /** The one that was chosen. */
    task: TaskArgument.optional(),
    unit: UnitId.optional(),
    /** The remark that is to be a report: when it was written. */
    remark: Instant.optional(),
    correction: z.boolean().default(false),
    /** Of words that can be read both ways: which is meant. */
    state: ReportState.optional(),
  }),
  typed: (words) => ({ words: words.join(' ') }),
  async run({ words, kept, near, task, unit, remark, correction, state }, desk) {
    if (task !== undefined && remark !== undefined) return confirmed({ task, unit, remark, correction, state }, desk)
    const written = words ?? textOf((kept === undefined ? undefined : await desk.words.find(kept))?.args['words'])
    if (task === undefined) return about(written, near, desk)
    const found = ownTask(desk, task, unit)
    return found.ok ? keepRemark(written, found.own, desk) : refused(found.refusal, desk)
  },
})

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

async function about(words: string, near: readonly { task: string; unit?: UnitId | undefined }[], desk: Desk): Promise<Answer> {
  const duty = saidDuty(words)
  if (duty !== undefined) return saidOfDuty(duty, desk)
  const last = lastReportedOf(words, near, desk)
  if (last !== undefined) return keepRemark(words, last, desk)
  const messages = near.map(({ task, unit }) => ({ task, ...(unit === undefined ? {} : { unit }) }))
  const all = await allOnTrack(words, messages, desk)
  if (all !== undefined) return all
  const inTurn = messages.length === 1 ? undefined : await saidOfSeveral(words, messages, desk)
  if (inTurn !== undefined) return inTurn
  const meant = meantTask(desk, words, messages)
  const spoken = meant.named || messages.length > 0 ? undefined : spokenByName(words, desk)
  if (spoken?.duty !== undefined) return saidOfDuty({ plan: spoken.duty.plan.id, number: spoken.duty.number, rest: words }, desk)
  if (spoken?.task !== undefined) return keepRemark(words, spoken.task, desk)
  switch (meant.kind) {
    case 'one':
      return keepRemark(words, meant.own, desk)
    case 'none':
      return meant.refusal === undefined ? answered(noTaskMeant(desk.lang)) : refused(meant.refusal, desk, runOf('said', { words }))
    case 'which': {
      const kept = await desk.words.keep(runOf('said', { words }))
      return answered(whichTask(choicesOf(words, kept, spoken, meant, desk), desk.lang))
    }
  }
}

/** Whose words they may be; where they only stand in somebody's sentence, what is asked now as well. */
function choicesOf(words: string, kept: string, spoken: ByName | undefined, { named, among }: Extract<ReturnType<typeof meantTask>, { kind: 'which' }>, desk: Desk): Parameters<typeof whichTask>[0] {
  const others = (): OwnTask[] => (named ? among : likely(among, desk))
  const tasks = [...(spoken?.among ?? []).flatMap(({ own }) => own ?? []), ...(spoken === undefined || spoken.inPassing === true ? others() : [])]
  const once = [...new Map(tasks.map((own) => [taskName(own.plan.id, own.task), own])).entries()]
  return [
    ...(spoken?.among ?? []).flatMap(({ duty }) => (duty === undefined ? [] : dutyPicked(duty, words, desk))),
    ...once.map(([task, own]) => ({ task: own.card(), run: runOf('said', { kept, task, unit: own.part.unit }) })),
  ]
}

/** The words with the name of the duty before them, as who means it would have typed them. */
function dutyPicked({ plan, number, text }: NonNullable<ByName['duty']>, words: string, { lang }: Desk): { duty: string; run: Run }[] {
  const name = (of?: PlanId): string => dutyName({ ...(of === undefined ? {} : { plan: of }), id: `c${number}` }, lang)
  return words.length > inButton ? [] : [{ duty: `${name()} ${text}`, run: runOf('said', { words: `${name(plan.id)} ${words}` }) }]
}

/** 都正常, or 4、18、22 都正常推进: as the bulk does it, shown first. Of the one task of a message, or their only one, it is that one's report. */
async function allOnTrack(words: string, near: readonly Near[], desk: Desk): Promise<Answer | undefined> {
  const said = onTrackSaid(words)
  if (said === undefined) return undefined
  const isOne = said.except.length === 0 && said.apart.length === 0 && (said.tasks.length === 1 || (said.tasks.length === 0 && (near.length === 1 || openOf(desk).length <= 1)))
  if (isOne) return undefined
  const [tasks, except] = [eachMeant(desk, said.tasks, near), eachMeant(desk, said.except, near)]
  for (const meant of [tasks, except]) if (!meant.ok) return refused(meant.refusal, desk, runOf('said', { words }))
  const names = (meant: typeof tasks): string[] => (meant.ok ? meant.own.map((own) => taskName(own.plan.id, own.task)) : [])
  if (said.apart.length > 0) return saidApart(words, said.apart, { except: names(except), near }, desk)
  const answer = await allNormal.handle({ tasks: names(tasks), except: names(except), preview: true }, desk)
  return answer.kind === 'args-refused' ? undefined : answer
}

/** Kept before anything else is said of it. */
function keepRemark(words: string, own: OwnTask, desk: Desk): Promise<Answer> {
  const recording = desk.record(own.plan.id, { type: 'remark', task: own.task, ...own.part, words })
  return recorded(recording, desk, () => echoOf(own, words, desk), runOf('said', { words, task: taskName(own.plan.id, own.task), unit: own.part.unit }))
}

/** What was read out of a remark, for its 确认: nothing of it is recorded before. */
export function echoOf(own: OwnTask, words: string, desk: Desk): Card {
  const remark = own.remarks().findLast((one) => one.by === desk.asker?.id && one.words === words)
  if (remark === undefined) throw new Error(`a remark on ${own.plan.id}-${own.task} was recorded and is not there`)
  const { claim } = own.voice()
  // While its completion waits nothing is reported: the words are kept, and the reviewer reads them.
  if (claim !== undefined) return saidWhileClaimed({ task: own.card(), on: claim.on, today: desk.today, withdraw: runOf('withdraw-claim', { task: taskName(own.plan.id, own.task), unit: own.part.unit }) }, desk.lang)
  const taken = own.taken()
  if (taken?.code === 'assignment-closed') return saidOnceDone({ task: own.card(), on: taken.closedOn, today: desk.today }, desk.lang)
  const reading = saidReading(words, remark.on, own.task)
  const [task, correction] = [own.card(), correctionOf(own, remark)]
  const { aim } = reading
  const isFirst = aim?.kind === reading.first
  if (isFirst) return offerOf(own, remark, aim, desk)
  const beside = besideIn(own, remark)
  if (correction !== undefined) return saidCorrected({ task, ...correction, beside, today: desk.today }, desk.lang)
  const at = { task: taskName(own.plan.id, own.task), unit: own.part.unit, remark: remark.at }
  if (reading.first === 'wrong' && own.lastReport() !== undefined) return saidWrong({ task, edit: runOf('correct-report', { task: at.task, unit: at.unit }), report: runOf('report-form', at) }, desk.lang)
  const read = reading.report
  if (read === undefined || reading.first === 'remark' || reading.first === 'wrong') return saidNoted({ task, report: runOf('report-form', at), beside }, desk.lang)
  const change = runOf('report-form', { ...at, ...(read.state === undefined ? {} : { state: read.state }) })
  const falls = fallsFrom(own, read)
  const confirm = needsWord(read) ? change : runOf('said', falls === undefined ? at : { ...at, correction: true })
  const chosen = (state: ReportState): Run => (needsWord(saidReport(words, remark.on, state, own.task)) ? runOf('report-form', { ...at, state }) : runOf('said', { ...at, state }))
  const runs = { confirm, asNormal: chosen('normal'), asDifficulty: chosen('difficulty'), still: runOf('report-form', { ...at, state: 'difficulty' }), change, claim: words.length > inButton ? runOf('claim-form', { task: at.task, unit: at.unit }) : runOf('claim', { task: at.task, words }) }
  const last = own.lastReport()
  const stays = read.progress !== undefined || last === undefined ? undefined : figureOf(last)
  const lifts = read.state === 'normal' && last !== undefined && last.state !== 'normal' ? last : undefined
  return saidEcho({ task, said: read, falls, stays, lifts, runs, beside, today: desk.today }, desk.lang)
}

/** A difficulty without a word of it is asked for that word. */
const needsWord = (read: SaidReport | undefined): boolean => read?.state !== undefined && read.state !== 'normal' && read.problem === undefined

/** The figure of last time, where this one is lower: who sees that and confirms means it. */
function fallsFrom(own: OwnTask, { progress }: SaidReport): number | undefined {
  const last = own.lastReport()?.progress
  return progress !== undefined && last !== undefined && progress < last ? last : undefined
}

/** What was answered since the words were written stands. */
function confirmed({ task, unit, remark: at, correction, state }: { task: string; unit: UnitId | undefined; remark: Instant; correction: boolean; state: ReportState | undefined }, desk: Desk): Promise<Answer> | Answer {
  const found = ownTask(desk, task, unit)
  if (!found.ok) return refused(found.refusal, desk)
  const { own } = found
  const remark = own.remarks().find((one) => one.at === at)
  const read = remark === undefined ? undefined : saidReport(remark.words, remark.on, state, own.task)
  if (remark === undefined || read === undefined) return refused({ code: 'nothing-to-correct', task: own.task }, desk)
  // Nobody said which of the two is meant, or there is a difficulty without a word of it.
  if (read.state === undefined || needsWord(read)) return answered(echoOf(own, remark.words, desk))
  const last = own.lastReport()
  const figures = figuresOf(read)
  // Who wrote 50% and then tapped 全部正常推进 said the same twice, once in full; a second 确认 finds the full one.
  const isFuller = last !== undefined && isOwnTap(last, desk) && isMore(figures)
  const recording = recordWithLinks({ type: 'report', task: own.task, ...own.part, ...figures, ...(isFuller ? {} : { asked: remark.at }), correction }, [remark.words], own, desk)
  return recorded(recording, desk, () => withBeside(recordedReport(own, desk), own, besideIn(own, remark), desk), runOf('said', { task, unit, remark: at, state }), { about: [{ plan: own.plan.id, task: own.task }] })
}

function besideIn(own: OwnTask, remark: Remark): Beside | undefined {
  const { aim } = saidReading(remark.words, remark.on, own.task)
  return aim === undefined ? undefined : besideOf(own, remark, aim)
}

/** What was asked for besides is not lost by 确认. */
const withBeside = (card: Card, own: OwnTask, beside: Beside | undefined, { lang }: Desk): Card =>
  beside === undefined ? card : { ...card, actions: [...(card.actions ?? []), besideAction(own.card(), beside, lang)] }
