// 全部正常: all that is asked is on track, in one tap, but for the exceptions. Each is recorded only while it is unanswered.
import { z } from 'zod'
import { Instant } from '#src/calendar/day.ts'
import { command, type Answer, type Desk, type Outcome } from '#src/command.ts'
import { unitNow } from '#src/directory/directory.ts'
import { UnitId } from '#src/ledger/ids.ts'
import { concreteQuestion } from '#src/queries/concrete-question.ts'
import { apart, together, whyAlone } from '#src/queries/together.ts'
import { allNormalPreview, allNormalRecorded, exceptionsForm, type NotRecorded } from '#templates/all-normal.ts'
import { namesOf } from '#templates/names.ts'
import { refusalWords } from '#templates/refusal.ts'
import { plain } from '#templates/rich.ts'
import { taskRef } from '#templates/ways.ts'
import { answeredAlready } from './answered-already.ts'
import { ownTask, speakerFor, type OwnTask } from './own-task.ts'
import { allViews } from './plan-argument.ts'
import { recordedAll } from './recorded.ts'
import { runOf } from './run-of.ts'
import { taskName } from './task-argument.ts'
import { viewOf } from './view-of.ts'

const Refs = z.union([z.string().max(2000).transform((text) => text.split(/[\s,，、;；]+/).filter((word) => word !== '')), z.array(z.string().max(40)).max(1000)])

export const allNormal = command({
  name: { zh: '全部正常', en: 'all-normal' },
  also: ['全部正常推进', '都正常'],
  usage: { zh: '全部正常（有例外：全部正常 除 12 15）', en: 'all-normal (with exceptions: all-normal but 12 15)' },
  about: { zh: '本轮要报的一次全报“正常推进”，可写例外', en: 'all that is asked is on track, but for exceptions' },
  then: { zh: '先列出要报的让您确认；10分钟内可以撤销。', en: 'What is asked is shown first for you to confirm; take it back within 10 minutes.' },
  group: 'report',
  may: 'report',
  /** `pick`: the exceptions are to be ticked first. `preview`: what it would record is shown before, as a button's question is. */
  args: z.object({ tasks: Refs.default([]), /** The units for which it was shown. */ units: z.string().max(1_800).transform((text) => text.split(' ').filter((word) => word !== '')).pipe(z.array(UnitId)).default([]), except: Refs.default([]), asked: Instant.optional(), pick: z.boolean().default(false), preview: z.boolean().default(false), form: z.boolean().default(false) }),
  // 都正常 就18编制没批: whatever number is named behind it is not among them, however it is said.
  typed: (words) => ({ preview: true, except: words.flatMap((word) => word.match(/(?:p\d{1,6}[-#])?\d{1,4}/gi) ?? []).join(' ') }),
  async run({ tasks, units, except, asked, pick, preview, form }, desk): Promise<Answer> {
    const meant = meantBy(tasks, desk).filter(({ own, ref }) => units.length === 0 || units.some((unit) => unitNow(desk.directory, unit) === speakerFor(own).of(ref)))
    if (pick && !form && meant.length > 0) {
      return { kind: 'form', form: exceptionsForm(meant.map(({ own }) => own.card()), runOf('all-normal', { tasks: meant.map(({ ref }) => ref).join(' '), asked, ...(units.length === 0 ? {} : { units: units.join(' ') }), form: true }), desk.lang) }
    }
    const excepted = new Set(except.flatMap((word) => ((found) => (found.ok ? [taskName(found.own.plan.id, found.own.task)] : []))(ownTask(desk, word))))
    const answers = meant.filter(({ ref, own }) => !excepted.has(ref) && own.taken() === undefined && aloneOf(own, desk) === undefined)
    if (preview) {
      const left = meant.filter((each) => !answers.includes(each)).map((each): NotRecorded => ({ task: each.own.card(), why: whyLeft(each, undefined, excepted, desk, asked) }))
      const alone = tasks.length > 0 || desk.asker === undefined ? [] : apart(allViews(desk), desk.asker)
      return { kind: 'card', card: allNormalPreview({ tasks: answers.map(({ own }) => own.card()), left: [...left, ...alone], asked: desk.now }, desk.lang) }
    }
    const recordings = answers.map(({ own }) => async () =>
      desk.record(own.plan.id, { type: 'report', task: own.task, ...own.part, state: 'normal', correction: false, ...(asked === undefined ? {} : { asked }) }))
    const answer = await recordedAll(recordings, desk, (outcomes) => cardFor(meant, answers, excepted, outcomes, desk, asked), { about: answers.map(({ own }) => ({ plan: own.plan.id, task: own.task })) })
    // The list that it was pressed on asks for what is answered now.
    return answer.kind === 'card' && answers.length > 0 ? { ...answer, replaces: true } : answer
  },
})

type Meant = { ref: string; own: OwnTask }

/** Those listed, else all that is asked of the asker now. */
function meantBy(tasks: readonly string[], desk: Desk): Meant[] {
  const refs = tasks.length > 0 ? tasks : desk.asker === undefined ? [] : together(allViews(desk), desk.asker).map(taskRef)
  return [...new Set(refs)].flatMap((ref) => {
    const found = ownTask(desk, ref)
    return found.ok ? [{ ref: taskName(found.own.plan.id, found.own.task), own: found.own }] : []
  })
}

const aloneOf = (own: OwnTask, desk: Desk): ReturnType<typeof whyAlone> => whyAlone(viewOf(desk, own.plan), own.task, own.whole(), own.part.member)

function cardFor(meant: readonly Meant[], answers: readonly Meant[], excepted: ReadonlySet<string>, outcomes: readonly Outcome[], desk: Desk, asked: Instant | undefined): ReturnType<typeof allNormalRecorded> {
  const isRecorded = (each: Meant): boolean => outcomes[answers.indexOf(each)]?.ok === true
  const recorded = meant.filter(isRecorded)
  const left = meant.filter((each) => !isRecorded(each)).map((each): NotRecorded => ({ task: each.own.card(), why: whyLeft(each, outcomes[answers.indexOf(each)], excepted, desk, asked) }))
  const silent = recorded.filter(({ own }) => concreteQuestion(viewOf(desk, own.plan), own.task, own.voice()) !== undefined)
  const at = recorded[0]?.own.lastReport()?.at
  return allNormalRecorded({ recorded: recorded.map(({ own }) => own.card()), left, silent: silent.map(({ own }) => own.card()), at, time: desk.calendar.timeAt(at ?? desk.now, desk.zone) }, desk.lang)
}

function whyLeft({ ref, own }: Meant, outcome: Outcome | undefined, excepted: ReadonlySet<string>, desk: Desk, asked: Instant | undefined): NotRecorded['why'] {
  if (excepted.has(ref)) return 'excepted'
  const refusal = outcome?.ok === false ? outcome.refusal : own.taken()
  if (refusal === undefined) return aloneOf(own, desk) ?? 'excepted'
  const [line = ''] = answeredAlready(own, refusal, desk, asked)?.lines?.map(plain) ?? []
  return { line: line === '' ? plain(refusalWords(refusal, desk.lang, namesOf(desk, desk.zone))) : line.split(' · ').slice(1).join(' · ') }
}
