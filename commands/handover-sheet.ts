// 交接单: what the asker took over, as it stands now; a secretary can look at somebody else's.
import { z } from 'zod'
import { answered, command } from '#src/command.ts'
import { unitName } from '#src/directory/directory.ts'
import { handoverSheet as sheetOf, handoverTo } from '#src/queries/handover-sheet.ts'
import { handoverSheetCard, noSheet } from '#templates/handover.ts'
import { findPerson } from './find-person.ts'
import { allViews } from './plan-argument.ts'
import { refused } from './refused.ts'

export const handoverSheet = command({
  name: { zh: '交接单', en: 'handover-sheet' },
  usage: { zh: '交接单（或：交接单 @接手人）', en: 'handover-sheet (or: handover-sheet @successor)' },
  about: { zh: '接手的事项：上次报了什么、还有什么在等', en: 'what was handed over: the last reports, and what waits' },
  group: 'people',
  may: 'see',
  args: z.object({ person: z.string().trim().max(80).default(''), page: z.coerce.number().int().min(1).max(999).default(1) }),
  typed: ([person]) => (person === undefined ? {} : { person }),
  run({ person: asked, page }, desk) {
    const person = asked === '' ? desk.asker : findPerson(desk, asked)
    if (person === undefined) return refused({ code: 'person-unknown', asked }, desk)
    const handover = handoverTo(desk.directory, person.id)
    const sheet = handover === undefined ? undefined : sheetOf(allViews(desk), handover, desk.directory)
    if (sheet === undefined) return answered(noSheet(desk.lang))
    return answered(handoverSheetCard({ ...sheet, names: sheet.units.map((unit) => unitName(desk.directory, unit)), today: desk.today }, page, desk.lang))
  },
})
