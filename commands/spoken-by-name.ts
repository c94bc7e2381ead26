// Which of somebody's tasks and duties their words speak of, where no number names one.
import type { Desk } from '#src/command.ts'
import { plainlySpokenOf, spokenOf, type Spoken } from '#src/queries/spoken-of.ts'
import { saidReport } from '#src/reader/said-report.ts'
import { tellsOfWork } from '#src/reader/said-telling.ts'
import { openOf, openWithHelping } from './meant-task.ts'
import type { OwnTask } from './own-task.ts'
import { openDuties } from './said-duty.ts'

type Duty = ReturnType<typeof openDuties>[number]
type Thing = { duty: Duty; own?: never } | { own: OwnTask; duty?: never }
/** `inPassing`: the words are in their sentences alone, and may as well be of others. */
export type ByName = { duty?: Duty; task?: OwnTask; among?: readonly Thing[]; inPassing?: true }

/** As many pairs of signs in common as a part of a title has that names it. */
const asATitle = 3
/** So many that share a word are offered. */
const offeredAtMost = 3

/** 食堂那个检查做完了: the duty, or the task, whose words these are; else those that share one, by their titles before their sentences. */
export function spokenByName(words: string, desk: Desk): ByName | undefined {
  // How far it is can only be said of a task.
  const duties = saidReport(words, desk.today)?.progress === undefined ? openDuties(desk) : []
  const things: Thing[] = [...duties.map((duty) => ({ duty })), ...openWithHelping(desk).map((own) => ({ own }))]
  const spoken = spokenOf(words, things, ({ duty, own }) => duty?.text ?? own?.card().title ?? '')
  const only = plainlySpokenOf(spoken)
  if (only?.duty !== undefined) return { duty: only.duty }
  if (only?.own !== undefined && (spoken[0]?.score ?? 0) >= asATitle) return { task: only.own }
  const among = offeredOf(spoken)
  if (among.some(({ own }) => own !== undefined)) return { among }
  const inSentences = offeredOf(spokenOf(words, things, ({ duty, own }) => duty?.text ?? own?.card().text ?? '').filter(({ isMostly }) => isMostly))
  const both = [...new Set([...among, ...inSentences])].slice(0, offeredAtMost)
  return both.length === 0 ? undefined : { among: both, inPassing: true }
}

/** Duties only where they share as much as the first: of a word in passing a task is meant. */
const offeredOf = (spoken: readonly Spoken<Thing>[]): Thing[] =>
  spoken.filter(({ thing: { duty }, score }) => duty === undefined || score === spoken[0]?.score).map(({ thing }) => thing).slice(0, offeredAtMost)

/** 老师到岗了: words that name nothing, and tell of something that may be of theirs. */
export function mayTellOfTheirs(words: string, desk: Desk): boolean {
  const telling = tellsOfWork(words)
  return telling !== undefined && (spokenByName(words, desk) !== undefined || (telling === 'plainly' && openOf(desk).length > 0))
}
