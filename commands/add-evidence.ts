// A file sent to the bot, or a link in a report: evidence of the task it is for. Whose it is, is said, or asked; nothing is dropped.
import { z } from 'zod'
import { answered, command, type Answer, type Desk } from '#src/command.ts'
import { UnitId, Words } from '#src/ledger/ids.ts'
import { isSame, type Proof } from '#src/ledger/evidence.ts'
import { justSaid } from '#src/queries/just-said.ts'
import { saidReport } from '#src/reader/said-report.ts'
import { evidenceAdded, evidenceExpired, evidenceForNone, evidenceStays, stillThere } from '#templates/evidence.ts'
import { whichTask } from '#templates/said-echo.ts'
import { rich } from '#templates/rich.ts'
import { meantTask, openOf, openWithHelping, type Near } from './meant-task.ts'
import { ownTask, type OwnTask } from './own-task.ts'
import { inTurn, recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { TaskArgument, taskName } from './task-argument.ts'

const File = z.object({ name: z.string().min(1).max(255), hash: z.string().length(64), size: z.number().int().min(0) })
type File = z.infer<typeof File>

const Args = z.object({
  file: File.optional(),
  /** What was written with it. */
  words: Words.default(''),
  near: z.array(z.object({ task: z.string().max(40), unit: UnitId.optional() })).default([]),
  /** A file that waits for its task, and the one that was chosen. */
  kept: z.string().max(40).optional(),
  task: TaskArgument.optional(),
  unit: UnitId.optional(),
  /** It was put to this one, and is of another. */
  from: z.string().max(40).optional(),
})

export const addEvidence = command({
  name: { zh: '添加佐证', en: 'add-evidence' },
  usage: { zh: '把文件发给我，写上任务号', en: 'send me the file with the task’s number' },
  about: { zh: '添加佐证', en: 'add evidence' },
  group: 'report',
  may: 'add-evidence',
  hidden: true,
  args: Args,
  typed: () => ({}),
  async run({ file: sent, words, near, kept, task, unit, from }, desk) {
    const file = sent ?? File.safeParse((kept === undefined ? undefined : await desk.words.find(kept))?.args).data
    if (file === undefined) return answered(evidenceExpired(desk.lang))
    if (from !== undefined) return elsewhere(file, { from, ...(unit === undefined ? {} : { unit }) }, desk)
    if (task === undefined) return about(file, words, near.map(({ task: of, unit: asked }) => ({ task: of, ...(asked === undefined ? {} : { unit: asked }) })), desk)
    const found = ownTask(desk, task, unit, 'last')
    return found.ok ? add(file, '', found.own, desk) : refused(found.refusal, desk)
  },
})

/** Named, or in the thread of a message about it; else what was just reported on; else asked. */
async function about(file: File, words: string, near: readonly Near[], desk: Desk): Promise<Answer> {
  const meant = meantTask(desk, words, near)
  if (meant.named) {
    if (meant.kind === 'one') return add(file, words, meant.own, desk)
    if (meant.kind === 'which') return which(file, meant.among, desk)
    return meant.refusal === undefined ? which(file, openOf(desk), desk) : refused(meant.refusal, desk)
  }
  const said = desk.asker === undefined ? undefined : justSaid(desk.plans.values(), desk.asker.id, desk.now)
  const just = said === undefined ? undefined : ownTask(desk, taskName(said.plan, said.task), said.unit)
  if (just?.ok === true) return add(file, words, just.own, desk, 'just-said')
  const open = openOf(desk)
  const [only, ...more] = open
  return only !== undefined && more.length === 0 ? add(file, words, only, desk, 'only-open') : which(file, open, desk)
}

const keptFile = async (file: File, desk: Desk): Promise<string> => desk.words.keep({ command: 'add-evidence', args: { ...file } })

async function which(file: File, among: readonly OwnTask[], desk: Desk): Promise<Answer> {
  if (among.length === 0) return answered(evidenceForNone(desk.lang))
  const kept = await keptFile(file, desk)
  return answered(whichTask(among.map((own) => ({ task: own.card(), run: runOf('add-evidence', { kept, task: taskName(own.plan.id, own.task), unit: own.part.unit }) })), desk.lang, file.name))
}

async function add(file: File, words: string, own: OwnTask, desk: Desk, guess?: 'just-said' | 'only-open'): Promise<Answer> {
  const of = { task: own.task, ...own.part }
  const proof: Proof = { kind: 'file', ...file }
  // What was there before this act is not put elsewhere by it.
  const isNew = own.voice().evidence?.some((known) => isSame(known, proof)) !== true
  const kept = guess === undefined || !isNew ? undefined : await keptFile(file, desk)
  // A report among the words is read by itself; anything else that was written is a remark, before the file, so that the file can be taken back.
  const isRemark = words.trim() !== '' && saidReport(words, desk.today) === undefined
  const remark = async () => desk.record(own.plan.id, { type: 'remark', ...of, words: words.trim() })
  const recording = inTurn([...(isRemark ? [remark] : []), async () => desk.record(own.plan.id, { type: 'add-evidence', ...of, evidence: proof })])
  const task = taskName(own.plan.id, own.task)
  const elsewhereRun = kept === undefined ? {} : { elsewhere: runOf('add-evidence', { kept, from: task, unit: own.part.unit }) }
  return recorded(recording, desk, () => evidenceAdded({ task: own.card(), proof, ...(guess === undefined ? {} : { guess }), ...elsewhereRun }, desk.lang))
}

/** Taken off the part that it was put to, and asked for its own task. */
async function elsewhere(file: File, { from, unit }: { from: string; unit?: UnitId }, desk: Desk): Promise<Answer> {
  const found = ownTask(desk, from, unit)
  const others = openWithHelping(desk).filter((own) => taskName(own.plan.id, own.task) !== from)
  // Where there is no other place it stays where it is.
  if (others.length === 0) return answered(evidenceStays(desk.lang))
  // Kept, and the choice drawn, while it still is where it was.
  const answer = await which(file, others, desk)
  if (found.ok) await desk.record(found.own.plan.id, { type: 'withdraw-evidence', task: found.own.task, ...found.own.part, hash: file.hash, name: file.name })
  const isThere = !found.ok || found.own.voice().evidence?.some((known) => isSame(known, { kind: 'file', ...file })) === true
  return !isThere || answer.kind !== 'card' ? answer : answered({ ...answer.card, lines: [...(answer.card.lines ?? []), rich`${stillThere(desk.lang)}`] })
}
