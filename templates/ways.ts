// Where buttons lead: the commands behind them and the arguments they carry, said once for all cards.
import type { Day, Instant } from '#src/calendar/day.ts'
import type { PersonId, PlanId, TaskNo, UnitId } from '#src/ledger/ids.ts'
import type { Run } from './card.ts'
import type { CommandGroup } from './command-groups.ts'

/** A task's name among all plans, as a button carries it. */
export const taskRef = ({ plan, number }: { plan: PlanId; number: TaskNo }): string => `${plan}-${number}`

type Named = { plan: PlanId; number: TaskNo }

/** The claim that was shown is the one decided on. */
type Claimed = Named & { claim?: { at: Instant } }
const claimArgs = (task: Claimed): Run['args'] => ({ task: taskRef(task), ...(task.claim === undefined ? {} : { claimedAt: task.claim.at }) })

/** Withdraw or keep a task the text has no more; take the text's date or units, or leave what stands. */
export type AmendedAct = 'withdraw' | 'keep' | 'take-due' | 'leave-due' | 'take-units' | 'leave-units'

/** A page of 单位核对: a plan and a unit at a time. */
export type LinesShown = { plan: PlanId; unit: UnitId; all?: boolean; page?: number }
const sheetArgs = ({ plan, unit, all, page }: LinesShown): Run['args'] => ({ plan, unit, ...(all === true ? { all } : {}), ...(page === undefined || page === 1 ? {} : { page }) })
type Line = Named & { unit: UnitId }
/** What is done with a round that was opened. */
export type RoundAct = 'show' | 'chase' | 'close' | 'resume' | 'end' | 'reopen' | 'publish'

export const ways = {
  body: (plan: PlanId, body: string): Run => ({ command: 'body', args: { plan, body } }),
  editBody: (plan: PlanId, body: string): Run => ({ command: 'body', args: { act: 'edit', plan, body } }),
  foundBody: (): Run => ({ command: 'body', args: { act: 'found' } }),
  help: (): Run => ({ command: 'help', args: {} }),
  /** The rest of help: its groups; one of them; one command. */
  helpGroups: (): Run => ({ command: 'help', args: { all: true } }),
  helpGroup: (group: CommandGroup, page?: number): Run => ({ command: 'help', args: { group, ...(page === undefined ? {} : { page }) } }),
  helpOn: (command: string): Run => ({ command: 'help', args: { on: command } }),
  /** All lines of a message that was sent. */
  wholeMessage: (message: string, page?: number): Run => ({ command: 'whole-message', args: { message, ...(page === undefined ? {} : { page }) } }),
  mine: ({ page = 1, aside = false }: { page?: number; aside?: boolean } = {}): Run => ({ command: 'mine', args: { ...(page === 1 ? {} : { page }), ...(aside ? { aside } : {}) } }),
  summary: (plan?: PlanId): Run => ({ command: 'summary', args: plan === undefined ? {} : { plan } }),
  /** Of what words name: a unit, a section, a leader. */
  summaryOf: (words: string): Run => ({ command: 'summary', args: { plan: words } }),
  /** 周一简报 now; whether it is sent to whoever presses. */
  brief: (): Run => ({ command: 'brief', args: {} }),
  wantBrief: (wanted: boolean): Run => ({ command: 'want-brief', args: { wanted } }),
  /** @param plan or the words of a part */
  chart: (plan?: string, by?: 'units'): Run => ({ command: 'chart', args: { ...(plan === undefined ? {} : { plan }), ...(by === undefined ? {} : { by }) } }),
  changes: (plan?: PlanId): Run => ({ command: 'changes', args: plan === undefined ? {} : { plan } }),
  changesSince: (plan: PlanId, meeting: string): Run => ({ command: 'changes', args: { plan, meeting } }),
  /** A task's card. */
  task: (task: Named): Run => ({ command: 'task', args: { which: taskRef(task) } }),
  why: (task: Named): Run => ({ command: 'why', args: { task: taskRef(task) } }),
  history: (task: Named, page?: number): Run => ({ command: 'history', args: { task: taskRef(task), ...(page === undefined ? {} : { page }) } }),
  wordsSaid: (task: Named, page?: number): Run => ({ command: 'task', args: { which: taskRef(task), words: true, ...(page === undefined ? {} : { page }) } }),
  /** A list of tasks: `which` as it would be typed (红灯, 未报, a unit's name, words). */
  tasks: (which: string, plan?: PlanId, page?: number): Run => ({ command: 'task', args: { which, ...(plan === undefined ? {} : { plan }), ...(page === undefined ? {} : { page }) } }),
  /** Asks for the days of a plan’s own; takes some back. */
  planDaysOff: (): Run => ({ command: 'plan-days-off', args: { open: true } }),
  planDaysOffKnown: (page: number): Run => ({ command: 'plan-days-off', args: { page } }),
  cancelDaysOff: (plan: PlanId, from: string, until: string): Run => ({ command: 'cancel-days-off', args: { plan, from, ...(until === '' ? {} : { until }) } }),
  plans: (): Run => ({ command: 'plan', args: {} }),
  plan: (plan: PlanId): Run => ({ command: 'plan', args: { plan } }),
  /** 按单位: the units of a plan, or of all, by lights. */
  units: (plan?: PlanId, page?: number): Run => ({ command: 'units', args: { by: 'lights', ...(plan === undefined ? {} : { plan }), ...(page === undefined ? {} : { page }) } }),
  /** 按领域: the sections of a plan, or of all, by lights. */
  sections: (plan?: PlanId, page?: number): Run => ({ command: 'sections', args: { ...(plan === undefined ? {} : { plan }), ...(page === undefined ? {} : { page }) } }),
  /** 查: whatever these words find. */
  find: (words: string): Run => ({ command: 'find', args: { words } }),
  unitNames: (page?: number): Run => ({ command: 'units', args: page === undefined ? {} : { page } }),
  /** Units that owe something and have nobody to be asked, each with the way to name somebody. */
  silentUnits: (plan?: string, page?: number): Run => ({ command: 'units', args: { by: 'silent', ...(plan === undefined ? {} : { plan }), ...(page === undefined ? {} : { page }) } }),
  unit: (name: string): Run => ({ command: 'units', args: { unit: name } }),
  /** A form that asks who. */
  nameContact: (unit: string): Run => ({ command: 'people', args: { act: 'name', unit } }),
  people: (page?: number): Run => ({ command: 'people', args: page === undefined ? {} : { page } }),
  person: (id: PersonId): Run => ({ command: 'people', args: { act: 'show', person: id } }),
  /** One tap where `state` is normal; the others open a form for the words that are missing. */
  report: (task: Named, state: 'normal' | 'difficulty', asked?: Instant): Run => ({ command: 'report', args: { task: taskRef(task), state, ...(asked === undefined ? {} : { asked }) } }),
  reportForm: (task: Named): Run => ({ command: 'report-form', args: { task: taskRef(task) } }),
  /** A form that asks to whom. */
  assign: (task: Named): Run => ({ command: 'assign', args: { tasks: taskRef(task) } }),
  /** What was said last, with words added to it; or put right, which keeps both versions. */
  supplement: (task: Named): Run => ({ command: 'supplement', args: { task: taskRef(task) } }),
  /** The one question that a round asks besides. */
  answerRound: (task: Named, round: string): Run => ({ command: 'supplement', args: { task: taskRef(task), round } }),
  /** @param at the version that was seen */
  correctReport: (task: Named, at?: Instant): Run => ({ command: 'correct-report', args: { task: taskRef(task), ...(at === undefined ? {} : { corrects: at }) } }),
  /** The act of that instant, which touched these tasks. */
  undo: (at: Instant, tasks: readonly Named[]): Run => ({ command: 'undo', args: { at, tasks: tasks.map(taskRef).join(' ') } }),
  snooze: (task: Named, day?: Day): Run => ({ command: 'snooze', args: { task: taskRef(task), ...(day === undefined ? {} : { day }) } }),
  extend: (task: Named): Run => ({ command: 'extend', args: { task: taskRef(task) } }),
  /** `record`: of what was recorded for the unit, a milestone, by its instant. */
  object: (task: Named, about: 'light' | 'record' = 'light', record?: Instant): Run => ({ command: 'object', args: { task: taskRef(task), ...(about === 'light' ? {} : { about }), ...(record === undefined ? {} : { record }) } }),
  withdrawClaim: (task: Named): Run => ({ command: 'withdraw-claim', args: { task: taskRef(task) } }),
  claim: (task: Named): Run => ({ command: 'claim', args: { task: taskRef(task) } }),
  acceptClaim: (task: Claimed): Run => ({ command: 'accept', args: claimArgs(task) }),
  returnClaim: (task: Claimed): Run => ({ command: 'return', args: claimArgs(task) }),
  evidence: (task: Named, page?: number): Run => ({ command: 'evidence', args: { task: taskRef(task), ...(page === undefined ? {} : { page }) } }),
  /** All that a word stands for, as it would be typed: shown first. */
  nudgeAll: (which: string): Run => ({ command: 'nudge', args: { task: which } }),
  nudge: (task: Named): Run => ({ command: 'nudge', args: { task: taskRef(task) } }),
  setDue: (task: Named): Run => ({ command: 'set-due', args: { task: taskRef(task) } }),
  onBehalf: (task: Named): Run => ({ command: 'on-behalf', args: { task: taskRef(task) } }),
  /** Each shows what it would change before it is done. */
  course: (task: Named, act: 'pause' | 'resume' | 'strike-off' | 'reopen'): Run => ({ command: act, args: { task: taskRef(task) } }),
  setLead: (task: Named): Run => ({ command: 'set-lead', args: { task: taskRef(task) } }),
  /** What an amendment left for a secretary: all of a plan's, or an answer about one task. */
  amended: (plan: PlanId): Run => ({ command: 'amended', args: { plan } }),
  /** The forms that ask why a plan is put away, or comes back; those that were put away. */
  archive: (plan: PlanId): Run => ({ command: 'archive', args: { plan } }),
  restorePlan: (plan: PlanId): Run => ({ command: 'restore-plan', args: { plan } }),
  archived: (page?: number): Run => ({ command: 'archive', args: page === undefined ? {} : { page } }),
  /** The answers to a plan's doubts that can be put right. */
  answers: (plan: PlanId, page?: number): Run => ({ command: 'resettle', args: { plan, ...(page === undefined ? {} : { page }) } }),
  /** The form that puts one right. */
  resettle: (plan: PlanId, doubt: number): Run => ({ command: 'resettle', args: { plan, doubt } }),
  settleAmended: (task: Named, act: AmendedAct): Run => ({ command: 'amended', args: { task: taskRef(task), act } }),
  /** 单位核对, whichever there are. */
  checkLines: (plan?: PlanId): Run => ({ command: 'verify-lines', args: plan === undefined ? {} : { plan } }),
  /** One sheet, drawn in the place of the one that was pressed. */
  unitLines: (shown: LinesShown): Run => ({ command: 'verify-lines', args: { ...sheetArgs(shown), here: true } }),
  agreeLines: ({ plan, unit }: LinesShown, seen: string): Run => ({ command: 'verify-lines', args: { act: 'agree', plan, unit, seen, here: true } }),
  /** All sheets that were shown. */
  agreeSheets: (seen: string): Run => ({ command: 'verify-lines', args: { act: 'agree', every: true, seen, here: true } }),
  agreeLine: (line: Line, shown: LinesShown): Run => ({ command: 'verify-lines', args: { act: 'agree', ...sheetArgs(shown), task: taskRef(line), of: line.unit, here: true } }),
  questionLine: (line: Line, shown: LinesShown): Run => ({ command: 'verify-lines', args: { act: 'question', ...sheetArgs(shown), task: taskRef(line), of: line.unit, here: true } }),
  /** Opens a form that asks whose it is. */
  notOurs: (task: Named, unit?: UnitId): Run => ({ command: 'not-ours', args: { task: taskRef(task), ...(unit === undefined ? {} : { unit }) } }),
  handOut: (plan: PlanId): Run => ({ command: 'hand-out', args: { plan } }),
  doubts: (plan: PlanId): Run => ({ command: 'doubts', args: { plan } }),
  importing: (): Run => ({ command: 'import', args: {} }),
  /** `group`: all of those that are past due, due soon, due later, done. */
  duties: (group?: string, page?: number): Run => ({ command: 'duties', args: { ...(group === undefined ? {} : { group }), ...(page === undefined ? {} : { page }) } }),
  /** 年度分解: the asker's tasks without a date, or one of them as a form. */
  milestones: (page?: number): Run => ({ command: 'milestones', args: page === undefined ? {} : { page } }),
  ownMilestones: (task: Named, year: number): Run => ({ command: 'milestones', args: { task: taskRef(task), year } }),
  /** As they are filled in: of one task, or of all that nothing was said of. */
  proposeAsDrafted: (task: Named, year: number): Run => ({ command: 'propose-all', args: { task: taskRef(task), year } }),
  proposeAll: (year: number): Run => ({ command: 'propose-all', args: { year } }),
  reachMilestone: (task: Named, { year, number, proposedAt }: { year: number; number: number; proposedAt: Instant }): Run => ({ command: 'reach', args: { task: taskRef(task), year, number, proposedAt, ask: true } }),
  reviewMilestones: (page?: number): Run => ({ command: 'review-milestones', args: page === undefined ? {} : { page } }),
  meetings: (): Run => ({ command: 'meeting', args: {} }),
  /** One sitting, m1. */
  meeting: (plan: PlanId, meeting: string): Run => ({ command: 'meeting', args: { plan, meeting } }),
  /** 参加 at once; 请假, a note or a member's answer in a form; left out, the invitation as it stands. */
  answerMeeting: (plan: PlanId, { id: meeting, changes: over }: { id: string; changes: number }, how?: 'coming' | 'away' | 'note' | 'behalf'): Run => ({ command: 'attend', args: { plan, meeting, ...(how === undefined ? {} : { how, over }) } }),
  calendarFile: (plan: PlanId, meeting: string): Run => ({ command: 'calendar-file', args: { plan, meeting } }),
  changeMeeting: (plan: PlanId, meeting: string): Run => ({ command: 'change-meeting', args: { plan, meeting } }),
  cancelMeeting: (plan: PlanId, meeting: string): Run => ({ command: 'cancel-meeting', args: { plan, meeting } }),
  agenda: (plan: PlanId, meeting: string): Run => ({ command: 'agenda', args: { plan, meeting } }),
  meetingNotice: (plan: PlanId, meeting: string): Run => ({ command: 'meeting-notice', args: { plan, meeting } }),
  attendance: (plan: PlanId, meeting: string): Run => ({ command: 'attendance', args: { plan, meeting } }),
  resolve: (plan: PlanId, meeting: string): Run => ({ command: 'resolve', args: { plan, meeting } }),
  minutes: (plan: PlanId, meeting: string): Run => ({ command: 'minutes', args: { plan, meeting } }),
  /** 待审: the first, or the one after a place. */
  queue: (after?: string): Run => ({ command: 'queue', args: after === undefined ? {} : { after } }),
  /** Beginning with that one. */
  queueAt: (at: string): Run => ({ command: 'queue', args: { at } }),
  /** A decision from 待审: the act of another command, and on to what comes after that place. */
  decide: (after: string, decide: string, args: Run['args']): Run => ({ command: 'queue', args: { ...args, decide, after } }),
  rounds: (page?: number): Run => ({ command: 'round', args: page === undefined ? {} : { page } }),
  openRound: (): Run => ({ command: 'round', args: { act: 'open' } }),
  /** `round`: n1, or n1/2026-07 of one that repeats. */
  round: (plan: PlanId, round: string, act: RoundAct, page?: number): Run => ({ command: 'round', args: { act, plan, round, ...(page === undefined ? {} : { page }) } }),
  /** 提醒设置: as they stand; the form of those used often, or of the others; all back to the defaults. */
  settings: (plan: PlanId): Run => ({ command: 'reminder-settings', args: { plan } }),
  settingsForm: (plan: PlanId, edit: 'often' | 'rest'): Run => ({ command: 'reminder-settings', args: { plan, edit } }),
  defaultSettings: (plan: PlanId): Run => ({ command: 'reminder-settings', args: { plan, defaults: true, confirmed: true } }),
  /** What would be sent in the next days; on one of them; to somebody alone. */
  remindersAhead: (on?: Day, page?: number, asked = ''): Run => ({ command: 'reminders-ahead', args: { ...(on === undefined ? {} : { on }), ...(page === undefined ? {} : { page }), ...(asked === '' ? {} : { asked }) } }),
  /** 对账: the last day that is over, or another. */
  balance: (on?: Day): Run => ({ command: 'balance', args: on === undefined ? {} : { on } }),
  /** 报领导: all that wait; one of them as it is drafted, or as a form; not at all, with a reason. */
  leaderNotes: (): Run => ({ command: 'leader-notes', args: {} }),
  sendLeaderNote: (task: Named): Run => ({ command: 'leader-notes', args: { task: taskRef(task), send: true } }),
  editLeaderNote: (task: Named): Run => ({ command: 'leader-notes', args: { task: taskRef(task) } }),
  dropLeaderNote: (task: Named): Run => ({ command: 'leader-notes', args: { task: taskRef(task), drop: true } }),
  remindersTomorrow: (asked = ''): Run => ({ command: 'reminders-ahead', args: { next: true, ...(asked === '' ? {} : { asked }) } }),
  /** 批示: a form, about a task where one is named; `answers`: what of a leader's it answers. */
  instruct: (about?: Named, answers = ''): Run => ({ command: 'instruct', args: { ...(about === undefined ? {} : { about: taskRef(about) }), ...(answers === '' ? {} : { answers }) } }),
  instructOnBehalf: (): Run => ({ command: 'spoken', args: {} }),
  instructions: (): Run => ({ command: 'instructions', args: {} }),
  confirmInstruction: (task: Named): Run => ({ command: 'confirm-instruction', args: { task: taskRef(task) } }),
  /** Asks why. */
  withdrawInstruction: (task: Named): Run => ({ command: 'withdraw-instruction', args: { task: taskRef(task) } }),
  handUp: (task: Named, units: readonly UnitId[]): Run => ({ command: 'hand-up', args: { task: taskRef(task), units: units.join('|') } }),
  /** 协调会. */
  decideCoordination: (task: Named, units: readonly UnitId[]): Run => ({ command: 'coordination-meeting', args: { task: taskRef(task), units: units.join('|') } }),
  answerLeaderNote: (task: Named, due: Day): Run => ({ command: 'note-read', args: { task: taskRef(task), due } }),
  reviews: (): Run => ({ command: 'review', args: {} }),
} as const
