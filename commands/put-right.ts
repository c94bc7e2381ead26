// What a correction changed in a draft, from what to what.
import type { Desk } from '#src/command.ts'
import { contactsOf, unitNamed } from '#src/directory/directory.ts'
import { plainName } from '#src/directory/unit.ts'
import type { Correction } from '#src/ledger/correction.ts'
import type { ReadTask } from '#src/reader/reading.ts'
import { unitsOfReading } from '#src/queries/units-of-reading.ts'
import type { PutRight } from '#templates/corrected.ts'
import { isOpen, walked, type OpenDraft } from './draft-reading.ts'

const names = ({ units }: ReadTask, name: string): boolean => units.some((unit) => plainName(unit.name) === plainName(name))

/** Undefined for what has a receipt of its own: the answer to a doubt, a proposal. */
export function putRightBy(correction: Correction, before: OpenDraft, after: OpenDraft, desk: Desk): PutRight | undefined {
  const { tasks } = before.now.reading
  const left = after.now.reading.tasks.length
  const indexOf = (place: number): number => tasks.findIndex(({ span }) => span.from === place)
  const isKnown = (unit: string): boolean => unitNamed(desk.directory, unit) !== undefined || unitsOfReading(before.now.reading).some((name) => plainName(name) === plainName(unit))
  const fresh = (unit: string): { fresh?: string } => (isKnown(unit) ? {} : { fresh: unit })
  switch (correction.type) {
    case 'merge-units':
      return { act: 'merge', ...fresh(correction.keep), keep: correction.keep, other: correction.other, tasks: tasks.filter((task) => names(task, correction.other)).length }
    case 'set-lead': {
      const at = indexOf(correction.task)
      const { title = '', units = [] } = tasks[at] ?? {}
      const led = units.find(({ role, inferred }) => role === 'lead' || inferred === 'lead')
      return { act: 'lead', ...fresh(correction.unit), task: at + 1, title, to: correction.unit, ...(led === undefined ? {} : { from: led.name }) }
    }
    case 'answer-all': {
      const settled = walked(before.now).filter(isOpen).length - walked(after.now).filter(isOpen).length
      return correction.kind === 'year-blank' ? { act: 'year', year: correction.answer, years: settled } : undefined
    }
    case 'name-contact': {
      const known = unitNamed(desk.directory, correction.unit)?.id
      const from = known === undefined ? [] : contactsOf(desk.directory, known).map(({ name }) => name)
      return { act: 'contact', ...fresh(correction.unit), unit: correction.unit, from, to: desk.directory.people.get(correction.person)?.name ?? correction.person }
    }
    case 'drop-task': {
      const at = indexOf(correction.task)
      return { act: 'drop', task: at + 1, title: tasks[at]?.title ?? '', left }
    }
    case 'restore-tasks':
      return { act: 'restore', tasks: left - tasks.length, left }
    case 'answer': case 'reopen-all': case 'split': case 'take-proposal':
      return undefined
  }
}
