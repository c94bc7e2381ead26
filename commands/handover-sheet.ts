// 交接单: what the asker took over, as it stands now; a secretary can look at somebody else's.
import { z } from 'zod'
import { answered, command, type Command, type Desk } from '#src/command.ts'
import { unitName } from '#src/directory/directory.ts'
import { may } from '#src/directory/permissions.ts'
import type { Person } from '#src/directory/person.ts'
import { draftsLeft } from '#src/queries/drafts-left.ts'
import { handoverSheet as sheetOf, handoverTo, type HandoverSheet } from '#src/queries/handover-sheet.ts'
import { handoverSheetCard, noSheet, type SheetFacts } from '#templates/handover.ts'
import { findPerson } from './find-person.ts'
import { allViews } from './plan-argument.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'

/** So many are listed. */
const draftsShown = 5

/** Its list is given, because it stands in the list itself. */
export const handoverSheetOf = (commands: () => readonly Command[]): Command => command({
  name: { zh: '交接单', en: 'handover-sheet' },
  usage: { zh: '交接单（或：交接单 @接手人）', en: 'handover-sheet (or: handover-sheet @successor)' },
  about: { zh: '接手的事项：上次报了什么、还有什么在等', en: 'what was handed over: the last reports, and what waits' },
  group: 'people',
  may: 'see',
  args: z.object({ person: z.string().trim().max(80).default(''), page: z.coerce.number().int().min(1).max(999).default(1) }),
  typed: ([person]) => (person === undefined ? {} : { person }),
  async run({ person: asked, page }, desk) {
    const person = asked === '' ? desk.asker : findPerson(desk, asked)
    if (person === undefined) return refused({ code: 'person-unknown', asked }, desk)
    // It has what the one before wrote and never sent: whoever hands work over may read it, and whoever took it.
    if (person.id !== desk.asker?.id && !may(desk.asker, 'hand-over')) return refused({ code: 'not-permitted', permission: 'hand-over' }, desk)
    const handover = handoverTo(desk.directory, person.id)
    const sheet = handover === undefined ? undefined : sheetOf(allViews(desk), handover, desk.directory)
    if (sheet === undefined) return answered(noSheet(desk.lang))
    const drafts = await draftsOf(sheet, person, commands(), desk)
    return answered(handoverSheetCard({ ...sheet, drafts, names: sheet.units.map((unit) => unitName(desk.directory, unit)), today: desk.today }, page, desk.lang))
  },
})

/** What the one before wrote and could not send; only the successor goes on with it. */
async function draftsOf({ open, handedBy }: HandoverSheet, successor: Person, commands: readonly Command[], desk: Desk): Promise<NonNullable<SheetFacts['drafts']>> {
  const handle = desk.directory.people.get(handedBy)?.handle
  const commandOf = (name: string): Command | undefined => commands.find((each) => each.name.en === name)
  const left = handle === undefined ? [] : draftsLeft(open, await desk.words.of(handle), (name) => commandOf(name)?.written ?? [])
  return Promise.all(left.slice(0, draftsShown).map(async ({ task, at, run, words }) => ({
    task, on: desk.calendar.dayAt(at, desk.zone), name: commandOf(run.command)?.name[desk.lang] ?? run.command, words,
    ...(desk.asker?.id === successor.id ? { run: runOf('again', { id: await desk.words.keep(run), how: 'form' }) } : {}),
  })))
}
