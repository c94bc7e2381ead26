// What the Slack room has to tell people by itself, in the templates' words.
import { answered, type Answer, type Command, type Desk } from '#src/command.ts'
import { isHolidayNotice, noticeAtMost } from '#src/calendar/holiday-notice.ts'
import { may } from '#src/directory/permissions.ts'
import { unitsAnsweredBy, type Person } from '#src/directory/person.ts'
import { refusedAtDoor } from '#src/desk.ts'
import { ReadingStopped, type DocumentReader } from '#src/documents/read-in-worker.ts'
import { helpFacts } from '#commands/help-first.ts'
import { beginsCourteously } from '#commands/noted.ts'
import { commands as everyCommand } from '#commands/index.ts'
import { orderOffered } from '#commands/order-offered.ts'
import { ordered } from '#commands/ordered.ts'
import { homeCard } from '#commands/home.ts'
import { eachMeant } from '#commands/meant-task.ts'
import { namesTask } from '#commands/plan-number.ts'
import { refusedCard } from '#commands/refused.ts'
import { answerTo, nearestQuestions } from '#commands/question.ts'
import { runTogether } from '#commands/run-together.ts'
import { mayTellOfTheirs } from '#commands/spoken-by-name.ts'
import { findTask } from '#commands/task-argument.ts'
import { taskOffered } from '#commands/task-offered.ts'
import type { Callbacks, Reply, SharedBytes } from '#src/slack/callbacks.ts'
import { limits } from '#src/slack/limits.ts'
import { valueOfRun } from '#src/slack/run-value.ts'
import { argumentRefusal, fieldRefusal } from '#templates/argument-refusal.ts'
import { failed, fileGone, formWaits, outdated, type WhyFailed } from '#templates/failed.ts'
import { namesOf } from '#templates/names.ts'
import { refusalCard } from '#templates/refusal.ts'
import { evidenceTooBig, secretRefused } from '#templates/evidence.ts'
import { markInWords, markOnName, secretMark } from '#src/reader/readable.ts'
import { saidDuty } from '#src/reader/said-duty.ts'
import { saidSubmission } from '#src/reader/said-submission.ts'
import { onTrackSaid } from '#src/reader/said-normal.ts'
import { saidReading } from '#src/reader/said-reading.ts'
import { figureBehind, saidReport, tasksSaid } from '#src/reader/said-report.ts'
import type { Notice } from '#src/reminders/notice.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import type { Place } from '#src/post.ts'
import { LogBroken, LogForked, StoreUnavailable } from '#src/store/store-error.ts'
import type { Run } from '#templates/card.ts'
import { nothingNoted } from '#templates/said-echo.ts'
import { unknownWord } from '#templates/unknown-word.ts'
import { wordsBack } from '#templates/words-back.ts'

/** A report has fewer lines than this, where it names no task: more is a plan, for whoever may import it. */
const planLines = 6
const linesOf = (words: string): number => words.split('\n').filter((line) => line.trim() !== '').length

/** How many commands are offered for a word nobody knows. */
const offered = 3

/** A task of a message, and the unit that the message asks. */
export type Near = { task: string; unit: UnitId }

export const sayings: Callbacks['say'] = {
  outdated, formWaits,
  failed: (reference, lang, error) => failed(reference, lang, whyFailed(error)),
  unknownWord(word, nearest, desk) {
    // Whoever is not registered is told how to be, whatever they write.
    if (desk.asker === undefined || hasHandedOver(desk.asker)) return homeCard(desk)
    const missing = namesTask(word) ? findTask(desk, word) : undefined
    // A number of no task, or of a plan that was put away.
    if (missing?.ok === false) return refusedCard(missing.refusal, desk)
    const looksOnly = answersForNothing(desk.asker)
    const own = nearest.filter(({ may: permission, group }) => may(desk.asker, permission) && (!looksOnly || ofLookers.has(group))).slice(0, offered)
    return unknownWord(word, own.map((command) => ({ ...command, explains: !canBePressed(command, desk) })), desk.lang, helpFacts(desk))
  },
  argsRefused: (command, issues, desk) => taskOffered(command, issues, desk) ?? argumentRefusal(issues, command, desk.lang, desk.today),
  fieldRefused: (issue, lang) => fieldRefusal(issue, lang),
  fileRefused: (why, { lang, asker }) => (why.code === 'too-big' && !may(asker, 'import') && may(asker, 'add-evidence') ? evidenceTooBig(why.name, `${Math.floor(why.limit / (1024 * 1024))}MB`, lang) : fileGone(why, lang)),
  async giveBack(card, { texts, run }, lang, desk) {
    const again = run === undefined || card.refused === 'final' ? undefined : await carried(run, 'form', desk)
    if (run !== undefined && again !== undefined && typeof run.args['task'] === 'string') await draftKept(run, desk)
    const actions = await Promise.all((card.actions ?? []).map(async (action) => ({ ...action, run: (await carried(action.run, 'at-once', desk)) ?? action.run })))
    return wordsBack({ ...card, actions }, texts, again, lang)
  },
}

/** Nothing but a contact once, and of no unit any more: whatever is said of a task, somebody else answers for it. */
const hasHandedOver = (asker: Person): boolean => asker.roles.length === 0 && asker.formerOf.length > 0 && unitsAnsweredBy(asker).length === 0 && !may(asker, 'report')

/** A leader, an aide: no unit's, and nobody who runs the plan. */
const answersForNothing = (asker: Person | undefined): boolean => !may(asker, 'report') && !may(asker, 'nudge')
/** What somebody does who looks and orders. */
const ofLookers: ReadonlySet<string> = new Set(['look', 'instruct', 'meeting'])

/** By itself, or because it then offers the tasks that it can be about. */
const canBePressed = (command: Command, desk: Desk): boolean => command.missing.length === 0 || taskOffered(command, command.missing, desk) !== undefined

/** A draft of a task, for whoever goes on with it; without the store the words are on the card all the same. */
async function draftKept(run: Run, desk: Desk | undefined): Promise<void> {
  try {
    await desk?.words.keep(run)
  } catch {
    // Redis is away: whoever wrote them has them before their eyes.
  }
}

/** What of it a person can be told. */
function whyFailed(error: unknown): WhyFailed {
  if (error instanceof LogForked || error instanceof LogBroken) return 'log-stopped'
  if (error instanceof ReadingStopped) return 'reading-stopped'
  return error instanceof StoreUnavailable ? 'store-away' : 'unknown'
}

/** A name from outside: without signs that turn it round or break its line, and no longer than the ledger takes; half of a pair is no sign. */
const fileName = (name: string): string => name.replace(/[\p{Cc}\p{Bidi_C}\u2028\u2029]/gu, '').slice(-255).replace(/^[\uDC00-\uDFFF]/, '') || 'file'

/** Commands whose first word is also how a sentence begins: 已完成招标, 正常推进. */
const sentenceWords: readonly string[] = ['report', 'claim', 'difficulty', 'extend', 'not-ours', 'object']

/** Plain words: what they want arranged is shown to whoever may, and a reply goes to the command that keeps and reads it. @param tasksOf the tasks of a delivered message */
export const replyDoor = (said: Command, tasksOf: (place: Place) => readonly Near[], commands: readonly Command[] = everyCommand): Pick<Callbacks, 'said'> => ({
  async said(reply, desk) {
    const { words: written, to, understood: meant, isDocument, hasFiles } = reply
    const near = to === undefined ? [] : tasksOf(to)
    const isSentence = !isDocument && hasFiles !== true && markInWords(written) === undefined
    const answer = isSentence ? await answerTo({ words: written, isReply: near.length > 0, ...(meant === undefined ? {} : { understood: meant }) }, desk, commands) : undefined
    if (answer !== undefined) return answer
    const taken = await saidOf(reply, near, said, desk)
    return taken ?? (isSentence && meant === undefined && near.length === 0 ? ((await orderOffered(written, desk)) ?? (await runTogether(written, desk, commands)) ?? nearestQuestions(written, desk, commands)) : undefined)
  },
})

/** A reply or a sentence that is no question. */
async function saidOf({ words: written, understood: meant, isDocument, hasFiles }: Reply, near: readonly Near[], said: Command, desk: Desk): Promise<Answer | undefined> {
  if ((meant === undefined || isOfSubmission(meant, written)) && !isDocument && hasFiles !== true) {
    const mark = markInWords(written)
    const arranged = mark === undefined ? await ordered(written, desk, near.length > 0) : undefined
    if (arranged !== undefined) return arranged
  }
  if (!may(desk.asker, said.may)) return undefined
  // 撤销 应该是70%: the word takes nothing behind it, and what stands there is a report.
  const behind = meant?.behind !== undefined && saysHowFar(meant.behind, desk) ? meant.behind : undefined
  const [words, understood] = behind === undefined ? [written, meant] : [behind, undefined]
  if (understood !== undefined && !beginsReply(understood, near.length > 0) && !putsRight(understood, words, desk) && !tellsMore(understood, words, desk)) return undefined
  const mark = markInWords(words)
  if (mark !== undefined && !(isDocument && may(desk.asker, 'import'))) return answered(secretRefused(mark, desk.lang))
  const { first, report: read } = saidReading(words, desk.today)
  // Who may import pastes plans; anybody else's long text is a long reply, unless it is as long as a plan and names no one task.
  if (isDocument && near.length === 0 && (may(desk.asker, 'import') || (read?.tasks.length !== 1 && linesOf(words) >= planLines))) return undefined
  if ((near.length === 0 || hasFiles === true) && read === undefined && first === 'remark' && saidDuty(words) === undefined && !(understood === undefined && (isOfOwnTask(words, desk) || (hasFiles !== true && mayTellOfTheirs(words, desk)))))
    return understood === undefined && hasFiles !== true && beginsCourteously(words) ? answered(nothingNoted(true, desk.lang)) : undefined
  const answer = await said.handle({ words, near }, desk)
  return answer.kind === 'args-refused' ? answered(argumentRefusal(answer.issues, said, desk.lang, desk.today)) : answer
}

/** 退回 is of a completion, and of what was handed in where it names that: 退回 周期5 缺附表. */
const isOfSubmission = ({ command }: NonNullable<Reply['understood']>, words: string): boolean => command === 'return' && saidSubmission(words) !== undefined

/** A command stays one, but for a word of it that begins a sentence and names no task: 延期到下周五 by itself, the others to a message. */
function beginsReply({ command, args }: NonNullable<Reply['understood']>, isReply: boolean): boolean {
  const { task } = args
  const isAlone = Object.values(args).every((value) => value === undefined || value === '')
  return sentenceWords.includes(command) && (isReply || (command === 'extend' && !isAlone)) && (typeof task !== 'string' || !namesTask(task))
}

/** 22 选题定了: words behind the number of a task of theirs are kept with it, whatever is read in them. */
function isOfOwnTask(words: string, desk: Desk): boolean {
  // 天报 12: a number at the end may count, and is of a task only where more is read.
  const named = tasksSaid(words).filter(({ unsure, span }) => unsure !== true || span.from === 0)
  return named.length > 0 && eachMeant(desk, figureBehind(words) === undefined ? named : named.slice(0, 1), []).ok
}

/** A figure, or a task by its number with how it stands. */
function saysHowFar(words: string, { today }: Desk): boolean {
  const { first, report } = saidReading(words, today)
  return first === 'correction' || (first === 'report' && report !== undefined && (report.progress !== undefined || report.tasks.length > 0))
}

/** 更正 3 改成80% is no line of arguments: it is read, and shown before anything is recorded. */
const putsRight = ({ command, args }: NonNullable<Reply['understood']>, words: string, { today }: Desk): boolean => command === 'correct-report' && args['progress'] === undefined && saidReading(words, today).first === 'correction'

/** 都正常 就18编制没批, 任务22已完成招标: the command's word leads to what is said of tasks of theirs. */
function tellsMore({ command }: NonNullable<Reply['understood']>, words: string, desk: Desk): boolean {
  if (command === 'all-normal') return (onTrackSaid(words)?.apart.length ?? 0) > 0
  const read = command === 'task' ? saidReport(words, desk.today) : undefined
  return read !== undefined && read.tasks.length > 0 && eachMeant(desk, read.tasks, []).ok
}

/** The tasks that a message's notices are about, each once with the unit it asks. */
export const tasksOfNotices = (notices: readonly Notice[]): Near[] =>
  [...new Map(notices.flatMap((notice) => {
    const unit = 'speaker' in notice ? notice.part : 'unit' in notice ? notice.unit : undefined
    return 'task' in notice && unit !== undefined ? [[`${notice.plan}-${notice.task}/${unit}`, { task: `${notice.plan}-${notice.task}`, unit }]] : []
  })).values()]

/** An act as a button carries it: as a form with its words, or once more as it was, which only words too long for a button change. */
async function carried(run: Run, how: 'form' | 'at-once', desk: Desk | undefined): Promise<Run | undefined> {
  const inButton: Run = how === 'form' ? { command: 'again', args: { act: JSON.stringify(run) } } : run
  if (valueOfRun(inButton).length <= limits.buttonValue) return inButton
  try {
    return desk === undefined ? undefined : { command: 'again', args: { id: await desk.words.keep(run), how } }
  } catch {
    // Redis is away: the words themselves are on the card.
    return undefined
  }
}

/** A document that was pasted or shared goes to the import command, through the same door as when it is typed; a year's 放假安排, from whoever may enter it, to its own. */
export function documentDoors({ importPlan, addEvidence, daysOff }: { importPlan: Command; addEvidence: Command; daysOff: Command }, readDocument: DocumentReader['readDocument'], tasksOf: (place: Place) => readonly Near[]): Pick<Callbacks, 'pasted' | 'file'> {
  const importText = async (args: { text: string; source?: string }, desk: Desk): Promise<Answer> => {
    const [to, given] = isHolidayNotice(args.text) && may(desk.asker, 'announce-days-off') ? [daysOff, { text: args.text.slice(0, noticeAtMost) }] : [importPlan, args]
    const answer = await to.handle(given, desk)
    return answer.kind === 'args-refused' ? answered(argumentRefusal(answer.issues, to, desk.lang, desk.today)) : answer
  }
  return {
    pasted: async (text, desk) => importText({ text }, desk),
    async file({ name, bytes }: SharedBytes, desk, { words, to }) {
      const near = to === undefined ? [] : tasksOf(to)
      const named = markOnName(name.replace(/\.[A-Za-z0-9]{1,5}$/, '')) ?? markOnName(words)
      if (named !== undefined) return answered(secretRefused(named, desk.lang))
      // Who imports sends plans, unless it is said what the file is of.
      if (may(desk.asker, addEvidence.may) && (!may(desk.asker, importPlan.may) || near.length > 0 || tasksSaid(words).length > 0)) {
        const content = await readDocument(name, bytes)
        const mark = content.ok ? secretMark(content.text) : undefined
        if (mark !== undefined) return answered(secretRefused(mark, desk.lang))
        const file = { name: fileName(name), hash: await desk.evidence.keep(bytes), size: bytes.length }
        const answer = await addEvidence.handle({ file, words: words.slice(0, 3_000), near }, desk)
        return answer.kind === 'args-refused' ? answered(argumentRefusal(answer.issues, addEvidence, desk.lang, desk.today)) : answer
      }
      // Before a byte of it is read.
      const refused = refusedAtDoor(importPlan, desk)
      if (refused !== undefined) return refused
      const read = await readDocument(name, bytes)
      return read.ok ? importText({ text: read.text, source: fileName(name) }, desk) : answered(refusalCard(read.refusal, desk.lang, namesOf(desk, desk.zone)))
    },
  }
}
