// 异议: the unit's people say what is not so of their light, of an answer recorded for them, or of a line. A secretary rules.
import { z } from 'zod'
import { Instant } from '#src/calendar/day.ts'
import { command, type Answer, type Desk } from '#src/command.ts'
import { withRole } from '#src/directory/directory.ts'
import { recordedClaim } from '#src/ledger/assignment.ts'
import { UnitId, Words } from '#src/ledger/ids.ts'
import { ObjectionAbout } from '#src/ledger/objection.ts'
import { isWaiting } from '#src/ledger/petition.ts'
import type { Card } from '#templates/card.ts'
import { cutTo } from '#templates/cut-to.ts'
import { lightAndWhy } from '#templates/light-words.ts'
import { milestoneRecordedAt } from '#src/queries/recorded-for.ts'
import { objectionForm, objectionMissing, objectionRecorded } from '#templates/objection.ts'
import { reachedWords } from '#templates/milestone-words.ts'
import { claimWords, reportWords } from '#templates/report-words.ts'
import { plain } from '#templates/rich.ts'
import { formSpokenFor } from '#templates/spoken-for.ts'
import { ownTask, speakerFor, type OwnTask } from './own-task.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { shownTask } from './task.ts'
import { TaskArgument } from './task-argument.ts'

/** What the ledger keeps of what was objected to. */
const againstAtMost = 300

export const object = command({
  name: { zh: '异议', en: 'object' },
  also: ['提出异议', '有异议', 'objection'],
  usage: { zh: '异议 12 〔实际情况〕', en: 'object 12 〔what is so〕' },
  about: { zh: '对本单位的灯或代录提出异议，由督查室核定', en: 'say that a light or a record is not so; the secretary rules' },
  then: { zh: '灯旁显示“有异议待核”，督查室裁定后告诉您。', en: 'The light says “contested” until the secretary has ruled; you are told.' },
  group: 'dispute',
  may: 'object',
  /** `against`: the line that is meant, where it is neither the light nor a record. */
  args: z.object({ task: TaskArgument, words: Words.default(''), /** `last`: the record, where their last word was recorded for them; else the light. */ about: ObjectionAbout.or(z.literal('last')).default('light'), against: z.string().max(againstAtMost).optional(), /** A milestone that was recorded, by its instant. */ record: Instant.optional(), unit: UnitId.optional(), form: z.boolean().default(false), /** To be changed before it is said. */ edit: z.boolean().default(false) }),
  typed: ([task, ...words]) => ({ task, words: words.join(' '), about: 'last' as const }),
  run({ task, words, about: asked, against: line, record, unit, form, edit }, desk): Promise<Answer> | Answer {
    const again = runOf('object', { task, words, about: asked, against: line, record, unit })
    const found = ownTask(desk, task, unit, 'last')
    if (!found.ok) return refused(found.refusal, desk, again)
    const { own } = found
    const { objection } = own.voice()
    const about = asked === 'last' ? aboutLast(own) : asked
    if (isWaiting(objection)) return refused({ code: 'petition-waits', what: 'objection', on: objection.on, by: objection.by }, desk)
    const against = cutTo(line ?? shownOf(own, about, record, desk), againstAtMost)
    if (words.trim() === '' || (edit && !form)) {
      if (form) return { kind: 'form-errors', errors: objectionMissing(desk.lang) }
      return { kind: 'form', form: formSpokenFor(objectionForm({ task: own.card(), against, words, run: runOf('object', { about, against: line, record }) }, desk.lang), speakerFor(own)) }
    }
    const recording = desk.record(own.plan.id, { type: 'object', task: own.task, ...own.part, about, against, words: words.trim(), ...(record === undefined ? {} : { record }) })
    return recorded(recording, desk, () => objectedCard(own, desk), again, { about: [{ plan: own.plan.id, task: own.task }] })
  },
})

/** What is not so is their last word, where it was recorded for them. */
function aboutLast({ whole, part, voice }: OwnTask): ObjectionAbout {
  const { claim, report } = voice()
  return recordedClaim(whole(), part.member) !== undefined || (claim === undefined && report?.onBehalf !== undefined) ? 'record' : 'light'
}

/** As the unit was shown it. */
function shownOf(own: OwnTask, about: ObjectionAbout, record: Instant | undefined, { lang, today }: Desk): string {
  const milestone = record === undefined ? undefined : milestoneRecordedAt(own.plan, own.task, record)
  if (milestone?.kind === 'reached') return reachedWords(milestone.what, milestone.said, lang)
  const [report, claim] = [own.lastReport(), recordedClaim(own.whole(), own.part.member)]
  if (about === 'record' && claim !== undefined) return plain(claimWords(claim, lang))
  if (about === 'record' && report !== undefined) return plain(reportWords(report, lang))
  const { light, why } = own.card()
  return plain(lightAndWhy(light, why, lang, today))
}

/** The objection that waits; the task as it stands where it was taken back meanwhile. */
function objectedCard(own: OwnTask, desk: Desk): Card {
  const { objection } = own.voice()
  if (objection === undefined) return shownTask(desk, own.plan, own.task)
  return objectionRecorded({ task: own.card(), objection, secretaries: withRole(desk.directory, 'secretary').map(({ name }) => name) }, desk.lang)
}
