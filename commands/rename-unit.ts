// 更名: a unit is called otherwise from a day on. Shown first; the name before stays another name of it.
import { z } from 'zod'
import type { Day } from '#src/calendar/day.ts'
import { answered, command, type Answer, type Desk } from '#src/command.ts'
import { decideDirectory } from '#src/directory/directory.ts'
import type { Unit } from '#src/directory/unit.ts'
import { renameForm, unitRenamed, unitToRename } from '#templates/unit-changes.ts'
import { dayIn } from './day-argument.ts'
import { dayRefusal } from './day-refused.ts'
import { splitAtDays } from './days-argument.ts'
import { fieldErrors } from './field-errors.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { findUnit, unitRefused } from './unit-argument.ts'

const Args = z.object({ unit: z.string().trim().max(60).default(''), name: z.string().trim().max(60).default(''), from: z.string().trim().max(40).default(''), confirmed: z.boolean().default(false), form: z.boolean().default(false) })

export const renameUnit = command({
  name: { zh: '更名', en: 'rename-unit' },
  also: ['单位更名'],
  usage: { zh: '更名 县文广局 县文旅局 8月1日', en: 'rename-unit 县文广局 县文旅局 8/1' },
  about: { zh: '单位从某天起改名，原名保留为别名', en: 'a unit has another name from a day on; the old one stays known' },
  then: { zh: '先给您看影响哪些任务和人员，确认后到那天自动生效。', en: 'What it touches is shown first; once confirmed it takes effect on its day.' },
  group: 'units',
  may: 'rename-unit',
  args: Args,
  typed(words) {
    const { before: [unit = '', ...name], from } = splitAtDays(words)
    return { unit, name: name.join(''), ...(from === undefined ? {} : { from }) }
  },
  run({ unit: asked, name, from, confirmed, form }, desk) {
    if (asked === '') return { kind: 'form', form: renameForm({ units: [...desk.directory.units.values()].map((unit) => unit.name), today: desk.today }, desk.lang) }
    const found = findUnit(desk.directory, asked)
    if (!found.ok) return unitRefused(desk, asked, found.nearest, (unit) => runOf('rename-unit', { unit, name, from }))
    const { unit } = found
    if (name === '') return { kind: 'form', form: renameForm({ unit: unit.name, units: [], today: desk.today }, desk.lang) }
    const day = from === '' ? { ok: true as const, day: desk.today } : dayIn(from, desk.today)
    if (!day.ok) return form ? { kind: 'form-errors', errors: fieldErrors('from', dayRefusal(day, desk.today), desk) } : refused(dayRefusal(day, desk.today), desk)
    return rename({ unit, name, from: day.day }, confirmed, desk)
  },
})

type Renaming = { unit: Unit; name: string; from: Day }

function rename({ unit, name, from }: Renaming, isConfirmed: boolean, desk: Desk): Answer | Promise<Answer> {
  const intent = { type: 'rename-unit', unit: unit.id, name, from } as const
  const facts = { unit: unit.name, name, from, today: desk.today }
  if (isConfirmed) return recorded(desk.recordPerson(intent), desk, () => unitRenamed(facts, desk.lang))
  // What would be refused is said now.
  const decision = decideDirectory(desk.directory, intent, desk.today)
  return decision.ok ? answered(unitToRename({ ...facts, confirm: runOf('rename-unit', { unit: unit.id, name, from, confirmed: true }) }, desk.lang)) : refused(decision.refusal, desk)
}
