// What is understood of a question in words.

/** Names by which units, people and bodies that meet are known here. */
export type KnownNames = { units: readonly string[]; people: readonly string[]; bodies: readonly string[] }

/** What changes are asked for since, where it is no day. */
export const sinceLastMeeting = '上次会议'

/** Which tasks of a list, as the words of it: `only` 未报, 未办结; `due` as it was said; `done` likewise, of when it was accepted; `during`: of what was not reported, in the rounds of which time; `finishes`: of what falls due, no report; `overBy`: so many days overdue, or more. `or`: other units, of any of which it is asked. */
export type AskedList = { unit?: string; leads?: boolean; light?: 'red' | 'yellow' | 'green' | 'done' | 'pending'; only?: 'unreported' | 'open' | 'overdue' | 'claimed' | 'no-unit' | 'no-contact' | 'week' | 'coordination' | 'blocked' | 'difficulty' | 'extended'; due?: string; done?: string; inCharge?: string; during?: string; finishes?: true; overBy?: number; or?: string }

/** `who`: whose it is. `decisions`: what came of the last meeting, of a body where one is named, as `changes` are since its last meeting. `in-charge`: how the fields of a leader stand. `instructions`: how what was ordered stands. `to-decide`: what waits for a leader's own word. `plan-end`: until when the plans run. `topic`: how something stands that is named in words, and may be the title of a task. */
export type Asked =
  | ({ kind: 'tasks' } & AskedList)
  | { kind: 'unit'; unit: string }
  | { kind: 'contact'; unit: string }
  | { kind: 'in-charge'; person: string }
  | { kind: 'topic'; words: string; unit?: string }
  | { kind: 'overall' }
  | { kind: 'plan-end' }
  | { kind: 'by-unit' }
  | { kind: 'task'; task: string; about: 'standing' | 'why' | 'who' | 'history' }
  | { kind: 'silent' }
  | { kind: 'changes'; since?: string; body?: string }
  | { kind: 'next-meeting' }
  | { kind: 'decisions'; body?: string }
  | { kind: 'instructions' }
  | { kind: 'to-decide' }
  | { kind: 'unmanned' }
  | { kind: 'unchecked' }
  | { kind: 'waits' }
  | { kind: 'queue' }
