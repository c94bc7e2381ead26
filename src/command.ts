// What a chat command is, and the desk it works at. Typed, pressed or sent from a form: one door.
import { z } from 'zod'
import type { Calendar } from '#src/calendar/calendar.ts'
import type { Day, Instant } from '#src/calendar/day.ts'
import type { Directory } from '#src/directory/directory.ts'
import type { DirectoryIntent } from '#src/directory/intent.ts'
import type { Person } from '#src/directory/person.ts'
import type { Permission } from '#src/directory/permissions.ts'
import type { PersonId, PlanId } from '#src/ledger/ids.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Look } from '#src/ledger/positions.ts'
import type { Refusal } from '#src/ledger/refusal.ts'
import type { ReadAnswer, ReadOptions } from '#src/reader/read.ts'
import { markInWords } from '#src/reader/readable.ts'
import type { Handle } from '#src/directory/handle.ts'
import type { Correction } from '#src/ledger/correction.ts'
import type { CorrectionKept, Draft, DraftId, NewDraft } from '#src/ledger/draft.ts'
import type { Balance } from '#src/reminders/balance.ts'
import type { Sent } from '#src/reminders/notice.ts'
import type { Delivered } from '#src/reminders/parcels.ts'
import type { About } from '#src/reminders/told-of.ts'
import type { PlanEntry } from '#src/ledger/entry.ts'
import type { Stood } from '#src/queries/stood.ts'
import type { Tally } from '#src/queries/tally.ts'
import type { Card, Form, Lang, Run } from '#templates/card.ts'
import type { FileContent } from '#templates/file-content.ts'
import type { Rich } from '#templates/rich.ts'
import { blankIn, blankLeft } from '#templates/blank.ts'
import { secretRefused } from '#templates/evidence.ts'
import type { CommandGroup } from '#templates/command-groups.ts'

/**
 * What became of an intent: recorded at a position of its log, or refused. `did`: the types of what it changed, now or when the same act
 * came first; none where all stood already.
 */
export type Outcome = { ok: true; position: number; did?: readonly string[] } | { ok: false; refusal: Refusal }

/** The outcome is not known while the log cannot be reached; `settled` answers when it can. */
export type Recording = Outcome | { ok: 'unknown'; settled: Promise<Outcome> }

/** The plan that an import was given, or why it was given none. */
export type Opened = { ok: true; plan: PlanId } | { ok: false; refusal: Refusal }

/** What is made of an outcome once it is known. It may come to nothing when nobody listens any more, as at a stop: that alone must not end the process. */
export function onceSettled<Known, Made>(settled: Promise<Known>, make: (known: Known) => Made | Promise<Made>): Promise<Made> {
  const made = settled.then(make)
  made.catch(() => undefined)
  return made
}

/** An act with a person's words in it, kept a week so that a button too small for them can give them back. */
export type KeptWords = { keep: (run: Run) => Promise<string>; find: (id: string) => Promise<Run | undefined>; /** What somebody wrote in the last week, the latest first: for whoever goes on with their work. */ of: (by: Handle) => Promise<{ at: Instant; run: Run }[]> }

/** All a command gets: who asks, the plans as they stand, the day, and the only ways to change anything. */
export type Desk = {
  lang: Lang
  now: Instant
  today: Day
  /** Where days and wall times are counted that belong to no plan yet: `Asia/Shanghai`. */
  zone: string
  calendar: Calendar
  /** Undefined for somebody the directory does not know. */
  asker: Person | undefined
  handle: Handle
  directory: Directory
  /** As it will stand on a day: who is away then, who stands in. */
  directoryOn: (day: Day) => Directory
  plans: ReadonlyMap<PlanId, PlanState>
  /** 归档: those that were put away, which are not among the plans. */
  archived: ReadonlyMap<PlanId, PlanState>
  /** The numbers of a plan on the day: to read at once. */
  tally: (plan: PlanId) => Tally
  /** All that was recorded of a plan, in order. */
  entries: (plan: PlanId) => readonly PlanEntry[]
  /** The same person's desk as it was at an instant, by what was recorded until then: at it nothing is recorded. */
  asOf: (at: Instant) => Promise<Desk>
  /** How plans stood at a moment, by what was recorded until then; answers of one plan, or undefined where it was not there. */
  stoodAt: (moment: Look) => Promise<(plan: PlanId) => Stood | undefined>
  /** When the asker had looked at the whole before, undefined where they never did, or nobody can tell. */
  lookedBefore: () => Promise<Look | undefined>
  /** Their look that began then: of one that is long past no more is known than when. */
  lookBegun: (at: Instant) => Promise<Look>
  /** They have looked at the whole as it stands: said once it is there to be seen, before anything else is waited for. A part is no look at the whole. */
  looked: () => Promise<void>
  record: (plan: PlanId, intent: PlanIntent) => Promise<Recording>
  recordPerson: (intent: DirectoryIntent) => Promise<Recording>
  /** Imports that wait for 确认: kept outside the ledger, forgotten after 30 days. */
  drafts: {
    keep: (draft: NewDraft) => Promise<DraftId>
    find: (id: DraftId) => Promise<Draft | undefined>
    /** The asker's own, the latest first. */
    mine: () => Promise<{ id: DraftId; draft: Draft }[]>
    /** Kept once, however often the act that asks for it is delivered. */
    correct: (id: DraftId, correction: Correction) => Promise<CorrectionKept>
    drop: (id: DraftId) => Promise<void>
  }
  /** Files that show what was said: kept by their hash, and given back as they were. */
  evidence: {
    keep: (bytes: Uint8Array) => Promise<string>
    find: (hash: string) => Promise<{ ok: true; bytes: Uint8Array } | { ok: false; why: 'gone' | 'altered' }>
    /** For whoever looks after the server. */
    whereIs: (hash: string) => string
  }
  /** The asker's own words that could not be recorded. */
  words: KeptWords
  /** A plan from a draft and the hash of its words: the next free id, its log opened. `plan-exists` names the plan that these words have already. */
  openPlan: (draft: DraftId, hash: string) => Promise<Opened | { ok: 'unknown'; settled: Promise<Opened> }>
  /** Sandbox only: moves the clock and lets what falls due arrive; undefined elsewhere. */
  moveClock: ((to: Instant) => Promise<void>) | undefined
  /** Sandbox only: when the next message goes out, if any is owed. */
  nextReminderAt?: (() => Instant | undefined) | undefined
  /** What is shown is passed on as text, which names more than a screen. */
  passesOn?: true
  /** Lets what else waits be done, in the middle of what takes long. */
  breathe: () => Promise<void>
  /** What was told until now, for what would be told next. */
  told: Delivered
  /** Messages that were delivered to people since an instant, with what was in them. */
  sentSince: (since: Instant) => readonly Sent[]
  /** Whom no message reaches, since which day, and the platform's word for why. */
  unreachable: () => ReadonlyMap<PersonId, { on: Day; why: string }>
  /** Messages that are owed and have not left for longer than their bound. */
  late: () => readonly LateMessage[]
  /** 对账: those that were kept, the latest first; and that of a working day as it is worked out now, undefined of other days. */
  balances: () => readonly Balance[]
  balanceOf: (day: Day) => Promise<Balance | undefined>
  /** A document's text as a draft plan: away from this thread, and stopped when it takes too much. */
  read: (text: string, options?: ReadOptions) => Promise<ReadAnswer>
  /** A picture as PNG, a paper as Word, an appointment as a calendar's file, written away from this thread; undefined where it could not be. `fileOf` makes the answer of it. */
  write: (content: FileContent) => Promise<Uint8Array | undefined>
  /** SHA-256 of a text in hexadecimal: how the ledger recognises a document. */
  hashOf: (text: string) => string
}

/** `refused`: the platform does not take it for now. `in-doubt`: it may have arrived, and is looked for. `waiting`: it has not left. */
export type LateMessage = { to: PersonId; minutes: number; why: 'refused' | 'in-doubt' | 'waiting' }

/** `card`: shown to the asker alone, where they asked; with `replaces`, in the place of the message that was pressed; with `inMessage`, not at all where that message says it itself once it is drawn again. `form`: opened in front of them. `settling`: shown now, redrawn when it is known. `file`: sent to the asker alone; `otherwise` where it cannot be, `caption` above it, `alt` for whoever cannot see it. `about`: what it may have changed, so that messages that told of it are drawn again. */
export type Answer =
  | { kind: 'card'; card: Card; public?: boolean; replaces?: boolean; inMessage?: true; about?: readonly About[] }
  | { kind: 'form'; form: Form }
  | { kind: 'file'; name: string; bytes: Uint8Array; otherwise: Card; caption?: Rich; alt?: string }
  | { kind: 'form-errors'; errors: Readonly<Record<string, string>> }
  | { kind: 'settling'; card: Card; settled: Promise<Card>; about?: readonly About[] }

export type Command = {
  name: { zh: string; en: string }
  /** Other words people type for it. */
  also?: readonly string[]
  /** Words that mean this command with themselves as what was asked: 待补实 is 任务 待补实. */
  alone?: readonly string[]
  /** Those of them that do so behind a task's number too: 12 无异议. */
  ofTask?: readonly string[]
  /** Words that mean it only before what it is done to: 取消 m2 is 取消会议 m2. `isSaid`: the word is a part of what is said: 请假 m2 is 参会 m2 请假. */
  before?: { words: readonly string[]; named: (word: string) => boolean; isSaid?: true }
  /** What it shows one of by its number, behind which another command may stand: 会议 m1 改期 is 会议改期 m1. */
  numbered?: (word: string) => boolean
  /** Words that may stand before its name, and are read as if they stood behind it: 安排 会议 is 会议 安排. */
  verbs?: readonly string[]
  /** Of its words those behind which a colon may open the sentence: 议定：教育局牵头…. */
  opens?: readonly string[]
  /** Of its words those that mean it only where nothing is written behind them: 好的，已完成招标 is no 好的. */
  unfollowed?: readonly string[]
  usage: { zh: string; en: string }
  /** Which of the reader's tasks its example is of: one their unit answers for, such a one with a date. */
  example?: 'answers' | 'dated'
  /** One line for help. */
  about: { zh: string; en: string }
  /** What happens once it is sent, where that is not plain from what it shows. */
  then?: { zh: string; en: string }
  /** A message in any conversation can be brought to it, from the message's own menu: its words become `words`, its address `permalink`. `name`: as the menu calls it, 24 signs at most. */
  shortcut?: { name: string; about: string }
  /** Where help has it. */
  group: CommandGroup
  may: Permission
  /** Its arguments that a person writes in words of their own: what is refused or breaks gives them back. */
  written: readonly string[]
  /** What is wrong with it where nothing is given; empty: it can be pressed as it is. */
  missing: readonly z.core.$ZodIssue[]
  /** Asked with words alone it shows something and changes nothing: it can be asked of a past day, and passed on as text. */
  looks?: boolean
  /** Left out of help: only buttons send it. */
  hidden?: boolean
  /** Understood where it is typed, and offered nowhere. */
  unoffered?: boolean
  /** Only where the clock can be moved. */
  sandboxOnly?: boolean
  /** Parses `args` and runs: a refusal of the arguments is a value too. */
  handle: (args: unknown, desk: Desk) => Promise<Answer | { kind: 'args-refused'; issues: z.core.$ZodIssue[] }>
  /** What was typed after the command's word, already normalised, as arguments. */
  typed: (words: readonly string[]) => Record<string, unknown>
}

/** The only maker of a `Command`: ties `run` to what `args` parses. */
export function command<Args extends z.ZodType>(made: Omit<Command, 'handle' | 'written' | 'missing'> & { args: Args; run: (args: z.infer<Args>, desk: Desk) => Promise<Answer> | Answer }): Command {
  const { args: schema, run, ...rest } = made
  const written = writtenIn(schema)
  return {
    ...rest,
    written,
    missing: schema.safeParse({}, { reportInput: true }).error?.issues ?? [],
    async handle(given, desk) {
      const mark = markAmong(written, given)
      if (mark !== undefined) return answered(secretRefused(mark, desk.lang))
      const blank = blankAmong(rest.group, given)
      if (blank !== undefined) return answered(blankLeft(blank, desk.lang))
      // With the value that was refused: the answer names it.
      const parsed = schema.safeParse(given, { reportInput: true })
      return parsed.success ? await run(parsed.data, desk) : { kind: 'args-refused', issues: parsed.error.issues }
    },
  }
}

const Given = z.record(z.string(), z.unknown())

/** An example that was sent as it stands says nothing yet. A document may have such brackets of its own. */
function blankAmong(group: CommandGroup, given: unknown): string | undefined {
  const args = group === 'import' ? {} : (Given.safeParse(given).data ?? {})
  return Object.values(args).flatMap((value) => (typeof value === 'string' && value.length <= sentence.to ? (blankIn(value) ?? []) : []))[0]
}

/** Nothing that is marked 机密★ is taken, whichever way it was written. */
function markAmong(written: readonly string[], given: unknown): string | undefined {
  const args = Given.safeParse(given).data ?? {}
  return written.map((name) => args[name]).flatMap((value) => (typeof value === 'string' ? (markInWords(value) ?? []) : []))[0]
}

/** A sentence needs this much room, and no sentence needs more: a longer text is a document. */
const sentence = { from: 200, to: 3_000 }
/** As long, and still a name, or what a button carries for itself. */
const names: readonly string[] = ['plan', 'task', 'tasks', 'units', 'which', 'person', 'source', 'message', 'after', 'seen', 'against', 'instead']

function writtenIn(schema: z.ZodType): string[] {
  if (!(schema instanceof z.ZodObject)) return []
  const shape: Readonly<Record<string, z.core.$ZodType>> = schema.shape
  return Object.entries(shape).flatMap(([name, field]) => {
    const most = mostIn(field)
    return most === undefined || most < sentence.from || most > sentence.to || names.includes(name) ? [] : [name]
  })
}

/** How many characters a field of text takes, behind what makes it optional or parses it further. */
function mostIn(field: z.core.$ZodType): number | undefined {
  if (field instanceof z.ZodOptional || field instanceof z.ZodDefault) return mostIn(field.unwrap())
  if (field instanceof z.ZodPipe) return mostIn(field.in)
  return field instanceof z.ZodString ? (field.maxLength ?? undefined) : undefined
}

/** What a message or a click was about, for the router to draw again what it stands in. */
export const answered = (card: Card): Extract<Answer, { kind: 'card' }> => ({ kind: 'card', card })
