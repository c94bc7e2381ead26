// What an entry leaves standing: tasks with their parts and voices, duties, rounds, milestones, meetings.
export type When = { at: string; on: string; by: string }
/** What a unit asks, until a secretary rules. */
export type Asked = When & { ruled?: (When & { granted: boolean }) | undefined }
export const asks = ['extension', 'objection', 'part-question'] as const
export type Ask = (typeof asks)[number]
/** `before`: what was sent back until it was said to be done. */
type Word = When & { onBehalf: boolean; before?: When | undefined }
export type Voice = {
  words: Word[]; claims: Word[]; claim?: Word | undefined; accepted?: { on: string; claim: Word } | undefined; returned?: When | undefined; handler?: { person: string; at: string } | undefined
  extension?: Asked & { day: string }; objection?: Asked & { record: string | undefined }; 'part-question'?: (Asked & { about: string }) | undefined
}
export type Part = { unit: string; part: 'lead' | 'responsible' | 'support'; presumed: boolean; standing: boolean; own: Voice; members: Map<string, Voice>; nudge?: When & { urgent: boolean } }
/** Whose part is another's now, or nobody's, and what was said of it until then. */
export type Former = { part: Part; to?: string | undefined; on: string; at: string }
export type Task = {
  no: number; due: { kind: string; day?: string }; parts: Part[]; former: Former[]
  paused?: { on: string; until?: string | undefined } | undefined; resumed?: { on: string; pausedOn: string } | undefined
  snoozed: Map<string, string>; dueSet?: When & { day: string }; /** Besides the text. */ givenOut?: { on: string; by: string }; leadNamed?: When & { from: string | undefined; to: string }; notes: { due: string; on: string; at: string; to?: string }[]
}
/** A part as a text gives it. */
export type GivenPart = { unit: string; part: Part['part']; inferred?: string | undefined }
export type Duty = { id: string; task?: number; every: string; times: number; month?: number; day?: number; debtor?: string; receiver?: string }
export type Given = When & { unit: string; member: string | undefined; status: 'submitted' | 'done' }
type Repeats = { every: 'month' | 'quarter'; nth: number; workingDays: number }
/** As it was opened: once until a day, or on the nth working day of each month or quarter. What became of each time, by its key. */
export type Opened = { id: string; tasks: readonly number[]; since: string; openedOn: string; until?: string | undefined; repeats?: Repeats | undefined; endedOn?: string; closed: Map<string, string>; reopened: Map<string, Map<string, { until: string; on: string }>> }
type Proposal = When & { unit: string; onBehalf: boolean; list: { what: string; by: string; reached: (Word & { unit: string; voice: string })[] }[] }
export type Year = { task: number; year: number; proposed?: Proposal | undefined; approved?: Proposal & { approvedOn: string }; returned?: (Proposal & { returnedOn: string }) | undefined }
export type Ended = { task: number; part: string; speaker: string; what: Ask | 'claim' | 'milestones'; asked: When; handler: string | undefined; by: string; on: string }
/** `toldOn`: when it was called or last changed. `kind`: what it counts as; 'none' where it counts for no clause. */
export type Meeting = { id: string; body: string; day: string; time: string; place: string; status: string; toldOn: string; changes: number; series: string | undefined; answers: Map<string, boolean>; kind: string | undefined; minutes?: { on: string; by: string } }
export type Body = { id: string; convened: boolean; leader?: string | undefined; deputies: readonly string[]; members: readonly string[]; cadences: readonly { id: string; every: string; times: number; asks?: string | undefined; of?: string | undefined }[]; /** Seats that it had before it was edited. */ former?: readonly string[] | undefined }
export const namesOf = ({ leader, deputies, members }: Pick<Body, 'leader' | 'deputies' | 'members'>): string[] => [...new Set([...(leader === undefined ? [] : [leader]), ...deputies, ...members])]

export const silent = (): Voice => ({ words: [], claims: [] })

/** The lead, else who is presumed to be, else the first of those responsible that is not done. */
export function answerer({ parts }: Task): Part | undefined {
  const responsible = parts.filter(({ part, standing }) => part === 'responsible' && !standing)
  return parts.find(({ part }) => part === 'lead') ?? parts.find(({ presumed }) => presumed) ?? responsible.find(({ own }) => own.accepted === undefined) ?? responsible[0]
}
