// 逐条核对: the doubts of an import that is not confirmed yet, one after the other. Each answer is kept with the draft.
import { z } from 'zod'
import { command, type Answer, type Desk } from '#src/command.ts'
import { byTeam } from '#src/ledger/answer-words.ts'
import { answerAtMost, DoubtKey, ManyKind, quoteKept, type Correction } from '#src/ledger/correction.ts'
import type { DraftDoubt } from '#src/ledger/corrections.ts'
import { DraftId } from '#src/ledger/draft.ts'
import type { ReadDeadline } from '#src/reader/reading.ts'
import { unitsOfReading } from '#src/queries/units-of-reading.ts'
import { answerSaid, checkCard, checkedSaid, type Checked } from '#templates/import-check.ts'
import { questionForm } from '#templates/question.ts'
import { stepOf } from './check-step.ts'
import { isOpen, openDraft, questionOf, titleOfDraft, walked, withCorrection, type OpenDraft } from './draft-reading.ts'
import { fieldErrors } from './field-errors.ts'
import { latestDraft } from './latest-draft.ts'
import { previewOf, replacing } from './preview-of.ts'
import { refused } from './refused.ts'
import { targetsOf } from './targets.ts'
import { understoodAnswer } from './understood-answer.ts'

const Args = z.object({
  draft: DraftId.optional(),
  doubt: DoubtKey.optional(),
  answer: z.string().max(answerAtMost).optional(),
  /** One answer for all doubts of a kind; of `no-unit` without an answer, that each section's own team serves it. */
  all: ManyKind.optional(),
  /** Takes back the one answer for all of a kind, and asks again. */
  reopen: ManyKind.optional(),
  /** The blank years one by one. */
  each: z.boolean().default(false),
  skip: z.enum(['one', 'kind']).optional(),
  /** Asks again what was answered. */
  ask: z.boolean().default(false),
  split: z.boolean().default(false),
  form: z.boolean().default(false),
})
type Args = z.infer<typeof Args>

export const check = command({
  name: { zh: '逐条核对', en: 'check' },
  usage: { zh: '逐条核对', en: 'check' },
  about: { zh: '逐条核对还没确认的导入稿', en: 'settle the doubts of an import before you confirm it' },
  then: { zh: '一处一处问您，可以隔天接着做。', en: 'You are asked one after the other, on another day if need be.' },
  group: 'import',
  may: 'import',
  args: Args,
  typed: () => ({}),
  async run(args, desk) {
    const id = args.draft ?? (await latestDraft(desk))
    if (id === undefined) return refused({ code: 'draft-none' }, desk)
    const opened = await openDraft(id, desk)
    if (!opened.ok) return refused(opened.refusal, desk)
    const { open } = opened
    const all = walked(open.now)
    const at = all.findIndex(({ key }) => key === args.doubt)
    const asked = all[at]
    if (args.reopen !== undefined) return keptThenNext(open, { type: 'reopen-all', kind: args.reopen }, Math.max(0, at), args, desk)
    // Asked from another screen, or by a card of another reading.
    if (asked === undefined) return args.doubt === undefined ? showFrom(open, 0, args, desk) : outsideWalk(open, args, desk)
    if (args.ask) return show(open, asked, args, desk)
    if (args.skip !== undefined) return showFrom(open, at + 1, args, desk, args.skip === 'kind' ? asked.doubt.kind : undefined)
    if (args.split) return keptThenNext(open, { type: 'split', doubt: asked.key }, at, args, desk)
    return answeredThenNext(open, asked, at, args, desk)
  },
})

/** A target's owner is asked on the targets' screen; what no longer stands in the reading leads to what is next. */
async function outsideWalk(open: OpenDraft, args: Args, desk: Desk): Promise<Answer> {
  const asked = open.now.doubts.find(({ key }) => key === args.doubt)
  if (asked === undefined) return showFrom(open, 0, args, desk)
  const kept = await keptAnswer(open, asked, args, desk)
  return kept.ok ? replacing(targetsOf(kept.open, desk)) : kept.answer
}

async function answeredThenNext(open: OpenDraft, asked: DraftDoubt, at: number, args: Args, desk: Desk): Promise<Answer> {
  const kept = await keptAnswer(open, asked, args, desk)
  if (!kept.ok) return kept.answer
  const many = walked(open.now).filter(isOpen).length - walked(kept.open.now).filter(isOpen).length
  // What was said of many at once is taken back of all of them.
  const before = { key: asked.key, ...(args.all === undefined ? {} : { many, all: args.all }), question: asked.doubt.question, answer: kept.said }
  return showFrom(kept.open, at + 1, args, desk, undefined, before)
}

type Kept = { ok: true; open: OpenDraft; said: string } | { ok: false; answer: Answer }

async function keptAnswer(open: OpenDraft, asked: DraftDoubt, { answer: given, all, form }: Args, desk: Desk): Promise<Kept> {
  const question = questionOf(open, asked, desk)
  const written = given ?? (all === 'no-unit' ? byTeam : undefined)
  if (written === undefined || written.trim() === '') {
    const args = { draft: open.id, doubt: asked.key, ...(all === undefined ? {} : { all }) }
    return { ok: false, answer: { kind: 'form', form: questionForm(question, { command: 'check', args }, desk.lang) } }
  }
  const understood = understoodAnswer(asked.doubt, written, { title: open.now.reading.title, dates: datesAsked(open, asked.doubt), directory: desk.directory, units: unitsOfReading(open.now.reading) })
  if (!understood.ok) return { ok: false, answer: form ? { kind: 'form-errors', errors: fieldErrors('answer', understood.refusal, desk) } : refused(understood.refusal, desk) }
  const { answer } = understood
  const correction: Correction = all === undefined ? { type: 'answer', doubt: asked.key, quote: quoteKept(asked.doubt.quote), answer } : { type: 'answer-all', kind: all, answer }
  const next = await withCorrection(open, correction, desk)
  return next.ok ? { ok: true, open: next.open, said: answerSaid(question, answer, desk.lang) } : { ok: false, answer: refused(next.refusal, desk) }
}

/** The date that a doubt is about, as it is written. */
function datesAsked({ now: { reading } }: OpenDraft, { task, span }: DraftDoubt['doubt']): ReadDeadline[] {
  const deadlines = task === undefined ? [] : (reading.tasks[task]?.deadlines ?? [])
  return deadlines.filter((deadline) => span.from >= deadline.span.from && span.from < deadline.span.to).slice(0, 1)
}

async function keptThenNext(open: OpenDraft, correction: Correction, at: number, args: Args, desk: Desk): Promise<Answer> {
  const next = await withCorrection(open, correction, desk)
  return next.ok ? showFrom(next.open, at, args, desk) : refused(next.refusal, desk)
}

/** The next that is open, at this place of the walk or after it; past the last, the preview again. */
function showFrom(open: OpenDraft, at: number, args: Args, desk: Desk, without?: DraftDoubt['doubt']['kind'], before?: Checked): Answer {
  const next = walked(open.now).slice(at).find((one) => isOpen(one) && one.doubt.kind !== without)
  return next === undefined ? replacing(previewOf(open, desk, before === undefined ? undefined : checkedSaid(before, desk.lang))) : show(open, next, args, desk, before)
}

function show(open: OpenDraft, asked: DraftDoubt, { each }: Pick<Args, 'each'>, desk: Desk, before?: Checked): Answer {
  const left = walked(open.now).filter(isOpen).length
  return replacing(checkCard({ title: titleOfDraft(open), open: left, step: stepOf(open, asked, each, desk), ...(before === undefined ? {} : { before }) }, desk.lang))
}
