// What a plain reply asks for besides a report, offered with one tap: 延期, 不是我负责, 异议.
import type { Day } from '#src/calendar/day.ts'
import type { Desk } from '#src/command.ts'
import { unitName } from '#src/directory/directory.ts'
import type { Remark } from '#src/ledger/remark.ts'
import type { SaidAim } from '#src/reader/said-aim.ts'
import { besidesTasks } from '#src/reader/said-report.ts'
import type { Card } from '#templates/card.ts'
import { extensionOffer, notOursOffer, objectionOffer, orTakenBack, type Beside } from '#templates/said-offer.ts'
import { ways } from '#templates/ways.ts'
import { dayIn } from './day-argument.ts'
import { whyNotExtended } from './extend.ts'
import { lastActOf } from './last-act-of.ts'
import type { OwnTask } from './own-task.ts'
import { refusedCard } from './refused.ts'
import { inButton, runOf } from './run-of.ts'
import { taskName } from './task-argument.ts'

/** What the words ask for, to be made with one tap. */
export function offerOf(own: OwnTask, { words, at, on }: Remark, aim: SaidAim, desk: Desk): Card {
  const besides = besidesTasks(words, own.task)
  const [task, lang] = [own.card(), desk.lang]
  const of = { task: taskName(own.plan.id, own.task), unit: own.part.unit }
  const report = runOf('report-form', { ...of, remark: at })
  const short = shortOf(besides)
  switch (aim.kind) {
    case 'extension': {
      const refusal = whyNotExtended(own)
      if (refusal !== undefined) return withTakenBack(refusedCard(refusal, desk), own, desk)
      const { day, reason } = askedFor(aim, on)
      const args = { ...of, day, reason: reason === '' ? undefined : reason }
      const unreal = aim.day === undefined || day !== undefined ? {} : { unreal: aim.day }
      return extensionOffer({ task, ...(day === undefined ? {} : { day }), ...unreal, reason, today: desk.today, run: runOf('extend', args), change: runOf('extend', { ...args, edit: true }), report }, lang)
    }
    case 'not-ours': {
      const should = unitMeant(own, besides, desk)
      return notOursOffer({ task, ...(should === undefined ? {} : { should }), run: runOf('not-ours', { ...of, should, words: short, form: true }), whose: runOf('not-ours', { ...of, words: short }), report }, lang)
    }
    case 'objection':
      return objectionOffer({ task, run: runOf('object', { ...of, words: short }), report }, lang)
  }
}

function withTakenBack(card: Card, own: OwnTask, desk: Desk): Card {
  const asked = desk.asker === undefined ? undefined : lastActOf(desk, desk.asker.id, 'extension-asked')
  return asked?.plan !== own.plan.id || !asked.tasks.includes(own.task) ? card : orTakenBack(card, ways.undo(asked.at, [{ plan: asked.plan, number: own.task }]), desk.lang)
}

/** The same as a form behind a button, where the words are something else first; none where it cannot be asked for. */
export function besideOf(own: OwnTask, { words, on }: Remark, aim: SaidAim): Beside | undefined {
  const of = { task: taskName(own.plan.id, own.task), unit: own.part.unit }
  const short = shortOf(besidesTasks(words, own.task))
  switch (aim.kind) {
    case 'extension': {
      const { day, reason } = askedFor(aim, on)
      return whyNotExtended(own) === undefined ? { kind: aim.kind, run: runOf('extend', { ...of, day, reason: reason === '' ? undefined : reason, edit: true }) } : undefined
    }
    case 'not-ours':
      return { kind: aim.kind, run: runOf('not-ours', { ...of, words: short }) }
    case 'objection':
      return { kind: aim.kind, run: runOf('object', { ...of, words: short, edit: true }) }
  }
}

const shortOf = (words: string): string | undefined => (words.trim().length > inButton ? undefined : words.trim())

/** The day, where the calendar has it, and the reason, where a button carries it. */
function askedFor(aim: { day?: string; reason: string }, on: Day): { day: Day | undefined; reason: string } {
  const read = aim.day === undefined ? undefined : dayIn(aim.day, on)
  return { day: read?.ok === true ? read.day : undefined, reason: aim.reason.length > inButton ? '' : aim.reason }
}

/** The one unit that the words name and that is not their own. */
function unitMeant(own: OwnTask, words: string, { directory }: Desk): string | undefined {
  const mine = unitName(directory, own.part.member ?? own.part.unit)
  const named = [...directory.units.values()].filter(({ name, aliases }) => name !== mine && [name, ...aliases].some((one) => one.length > 2 && words.includes(one)))
  const [only, ...more] = named
  return more.length === 0 ? only?.name : undefined
}
