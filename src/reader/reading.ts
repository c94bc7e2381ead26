// What the reader finds in one plan. Plain data; every value keeps the span of text it was read from.

/** Half-open range of UTF-16 offsets into `Reading.text`: `text.slice(from, to)` is what is shown. */
export type Span = { from: number; to: number }

/** `responsible` where the text only says 责任单位; a lead the reader presumes keeps `responsible` and says so in `inferred`. */
export type Part = 'lead' | 'support' | 'responsible'
/** Of two parts that one unit has in a task, the higher stays. */
export const partStrength: Readonly<Record<Part, number>> = { lead: 2, responsible: 1, support: 0 }

/** `inferred: 'lead'`: first of a list of responsible units; `'standing'`: bound by a standing clause (以下均需各乡镇落实), not by its own bracket. */
export type ReadUnit = { name: string; role: Part; inferred?: 'lead' | 'standing'; span: Span }

/** A date the text gives a task. `year`/`month` are undefined where the text leaves them blank (20__年) or gives none. */
export type ReadDeadline = {
  text: string
  year?: number
  month?: number
  day?: number
  yearly: boolean
  ongoing?: boolean
  /** The year stands as a blank in the text: a doubt, never a date. */
  unbound?: boolean
  span: Span
}

export type ReadTask = {
  /** The numbers of the headings above it, outermost first: ['二', '一']. */
  path: string[]
  /** Its own number as written, without punctuation: '1', '三'. */
  number: string
  title: string
  /** The heading of the section it stands in. */
  section: string
  text: string
  span: Span
  units: ReadUnit[]
  /** Persons whom the text names where a unit could stand (牵头领导:张三): never taken for units. */
  people: ReadPerson[]
  deadlines: ReadDeadline[]
}

/** `duty` as the text says it: 牵头领导, 责任人. */
export type ReadPerson = { name: string; duty: string; span: Span }

/**
 * A number that the plan promises: 普惠率达到90%以上. `task`: index into `tasks`; without it the target stands outside every task
 * and somebody has to be asked who answers for it. `value` in `unit` ('%', '个百分点', '所', '万元'); `by` is when.
 */
export type ReadTarget = {
  task?: number
  /** What is measured, in the words of the text: 普惠性幼儿园覆盖率. */
  measure: string
  direction: 'at-least' | 'at-most' | 'rise-by' | 'fall-by' | 'reach'
  value: number
  unit: string
  /** What it is compared with: 在2024年的基础上. */
  baseline?: string
  /** Owed each year anew: 每年降低0.5个百分点. */
  yearly: boolean
  by?: { year?: number; month?: number; unbound?: boolean }
  /** Where the blank years of `by` and of `baseline` stand, which need not be in its span. */
  blanks?: { by?: Span; baseline?: Span }
  text: string
  span: Span
}

/** What a sentence outside the tasks asks of one unit (编制部门要做好…): offered as a task, never made one unasked. */
export type ReadProposal = { unit: string; does: string; section: string; text: string; span: Span }

export type Every = 'week' | 'month' | '2 months' | 'quarter' | 'half-year' | 'year' | `${number} years`

/** A duty that comes back. `debtor` owes it (`debtors`: each of several, the first among them), `receiver` gets it, as the text names them. `school`: its year and its half are 学年 and 学期. `has`: the words that say what is owed. */
export type ReadRecurrence = {
  taskTitle?: string
  every: Every
  school?: true
  times?: number
  month?: number
  day?: number
  debtor?: string
  debtors?: string[]
  receiver?: string
  has: string
  text: string
  span: Span
}

/** How often a body must meet. `convened`: we call it (领导小组, 专班); otherwise we petition it (常委会, 常务会议). */
export type ReadMeeting = { body: string; every: Every; school?: true; times?: number; of?: 'special' | 'general'; convened: boolean; text: string; span: Span }

/** `serves`: the `section` of the tasks that a task team carries, where its name says so (提升教育教学质量工作专班 → 实施教育教学质量提升工程). */
export type ReadBody = { name: string; kind: 'group' | 'team'; leader?: string; deputies: string[]; members: string[]; office?: string; serves?: string; span: Span }

/** A place where the reader is not sure: a question with choices, and the line it is about (counted from 1). */
export type ReadDoubt = {
  kind: 'year-blank' | 'no-unit' | 'unit-unclear' | 'date-unclear' | 'duty-unclear' | 'alias' | 'no-period' | 'target-owner' | 'table-unclear'
  line: number
  quote: string
  /** The words that are in doubt. */
  span: Span
  /** Index into `tasks`, where it is about one. */
  task?: number
  /** Of a `no-unit` doubt about all tasks of a section: their `section`. `body`: index into `bodies`, of the team that serves it. */
  section?: string
  body?: number
  /** Of a `target-owner` doubt: index into `targets`. */
  target?: number
  /** Of an `alias` doubt: the two names that may be one unit. */
  names?: [string, string]
  question: string
  choices: string[]
}

export type Reading = {
  title: string
  /** The text the spans point into: what was given, with line ends and spaces put right. */
  text: string
  /** The years the plan runs, where the text says (2025—2027年). */
  period?: { from: number; to: number }
  tasks: ReadTask[]
  recurrences: ReadRecurrence[]
  meetings: ReadMeeting[]
  bodies: ReadBody[]
  targets: ReadTarget[]
  proposals: ReadProposal[]
  doubts: ReadDoubt[]
  /** Paragraphs that are no task (principles, goals, safeguards), so that a secretary sees they were read. */
  unlisted: { heading: string; span: Span }[]
  /** The heading lines of the sections that hold tasks: with `tasks` and `unlisted`, every line of the text. */
  headings?: { heading: string; span: Span }[]
}

/** What a text may hold only so many of. */
export type Counted = 'plans' | 'tasks' | 'parts' | 'units' | 'dates' | 'duties' | 'targets' | 'members' | 'people' | 'proposals' | 'doubts' | 'paragraphs'

/** What reading was stopped for: `limit` is in seconds, or in megabytes. */
export type TooHeavy = { over: 'time' | 'memory'; limit: number }

/** Why a text is not read: each is shown as a sentence that says what to do. */
export type ReadRefusal =
  | { code: 'text-empty' }
  | { code: 'text-too-long'; characters: number; limit: number }
  | { code: 'text-binary' }
  | { code: 'text-secret'; mark: string }
  | { code: 'text-several-plans'; plans: { title: string; line: number; tasks: number }[] }
  | { code: 'text-no-tasks'; lines: number }
  | { code: 'text-too-many'; what: Counted; found: number; limit: number }
  /** Never of `read` itself: of whoever runs it and had to stop it. */
  | ({ code: 'text-too-heavy' } & TooHeavy)
