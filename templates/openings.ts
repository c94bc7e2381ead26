// What a message opens with: a plan was handed out, somebody stands in, somebody took over. Each is one, of however many plans.
import { headsOf, unitName, type Directory } from '#src/directory/directory.ts'
import { unitsAnsweredBy, type Person } from '#src/directory/person.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import { askedFor } from '#src/queries/answering.ts'
import { askedInstead, askedMeanwhile } from '#src/queries/asked-meanwhile.ts'
import { handedTo } from '#src/queries/handed.ts'
import { handoverSheet } from '#src/queries/handover-sheet.ts'
import { answeredFor, mine } from '#src/queries/mine.ts'
import { taskCard } from '#src/queries/task-card.ts'
import type { View } from '#src/queries/view.ts'
import type { Notice } from '#src/reminders/notice.ts'
import type { Lang } from './card.ts'
import { standingIn } from './deputy.ts'
import { firstMessage, type FirstMessage } from './first-message.ts'
import { itemsHandedMessage } from './handed.ts'
import { goneOver, takenOver } from './handover.ts'
import { unitTakenOver } from './unit-changes.ts'

export type OpeningNotice = Extract<Notice, { kind: 'handed-out' | 'standing-in' | 'taken-over' | 'gone-over' | 'unit-taken-over' | 'item-handed' }>
const opening: ReadonlySet<Notice['kind']> = new Set(['handed-out', 'standing-in', 'taken-over', 'gone-over', 'unit-taken-over', 'item-handed'] satisfies OpeningNotice['kind'][])
export const isOpening = (notice: Notice): notice is OpeningNotice => opening.has(notice.kind)

type Facts = { notices: readonly Notice[]; view: (plan: PlanId) => View; person: Person; directory: Directory; lang: Lang }

/** In the order of the notices; what does not stand any more is left out. */
export function openingsOf({ notices, view, person, directory, lang }: Facts): FirstMessage[] {
  const byAbout = new Map<string, OpeningNotice[]>()
  for (const notice of notices.filter(isOpening)) byAbout.set(aboutOf(notice), [...(byAbout.get(aboutOf(notice)) ?? []), notice])
  return [...byAbout.values()].flatMap((same): FirstMessage[] => {
    const [first] = same
    if (first === undefined) return []
    const views = [...new Set(same.map(({ plan }) => plan))].map(view)
    if (first.kind === 'handed-out') return [firstMessage(views, person, directory, lang)]
    if (first.kind === 'unit-taken-over') return carriedOn(first, views, directory, lang)
    if (first.kind === 'item-handed') return itemsHanded(same, view, person, directory, lang)
    return first.kind === 'taken-over' || first.kind === 'gone-over' ? handedOver(first, views, directory, lang) : stoodInFor(first, views, person, directory, lang)
  })
}

const aboutOf = (notice: OpeningNotice): string => (notice.kind === 'standing-in' ? `${notice.kind}/${notice.person}/${notice.from}` : notice.kind === 'taken-over' || notice.kind === 'gone-over' ? `${notice.kind}/${notice.handover}` : notice.kind === 'unit-taken-over' ? `${notice.kind}/${notice.unit}` : notice.kind)

function handedOver({ kind, handover: id }: Extract<OpeningNotice, { kind: 'taken-over' | 'gone-over' }>, views: readonly View[], directory: Directory, lang: Lang): FirstMessage[] {
  const handover = directory.handovers.find((known) => known.id === id)
  const sheet = handover === undefined ? undefined : handoverSheet(views, handover, directory)
  const [view] = views
  if (sheet === undefined || view === undefined) return []
  const facts = { ...sheet, names: sheet.units.map((unit) => unitName(directory, unit)), today: view.today }
  return [kind === 'taken-over' ? takenOver(facts, lang) : goneOver(facts, lang)]
}

function carriedOn({ unit }: Extract<OpeningNotice, { kind: 'unit-taken-over' }>, views: readonly View[], directory: Directory, lang: Lang): FirstMessage[] {
  const [passed] = views.flatMap(({ plan }) => plan.successions.get(unit) ?? [])
  const [view] = views
  if (passed === undefined || view === undefined) return []
  const open = views.flatMap((each) => (each.plan.successions.get(unit)?.tasks ?? []).flatMap((task) => taskCard(each, task) ?? [])).filter(({ status, lead }) => status !== 'accepted' && lead?.unit === passed.to)
  return [unitTakenOver({ from: unitName(directory, unit), to: unitName(directory, passed.to), on: directory.succeeded.get(unit)?.on ?? passed.on, today: view.today, open }, lang)]
}

/** Those still theirs: what was taken back meanwhile is not asked. */
function itemsHanded(notices: readonly OpeningNotice[], view: Facts['view'], person: Person, directory: Directory, lang: Lang): FirstMessage[] {
  const items = notices.filter((notice) => notice.kind === 'item-handed')
  const tasks = items.flatMap(({ plan, task, unit }) => (handedTo(view(plan).plan, person).some((item) => item.task === task && item.unit === unit) ? (taskCard(view(plan), task) ?? []) : []))
  const units = [...new Set(items.map(({ member, unit }) => member ?? unit))]
  const [first] = items
  const others = (people: readonly Person[]): string[] => people.filter(({ id }) => id !== person.id).map(({ name }) => name)
  // A contact whose head handed it to them is not sent to themselves.
  const contacts = others(askedFor(directory, ...units))
  return first === undefined ? [] : [itemsHandedMessage({ tasks, units: units.map((unit) => unitName(directory, unit)), contacts: contacts.length > 0 ? contacts : others(units.flatMap((unit) => headsOf(directory, unit))), today: view(first.plan).today }, lang)]
}

function stoodInFor({ person: id, from, until }: Extract<OpeningNotice, { kind: 'standing-in' }>, views: readonly View[], reader: Person, directory: Directory, lang: Lang): FirstMessage[] {
  const person = directory.people.get(id)
  const [view] = views
  const absence = directory.absences.find((known) => known.person === id && known.from === from && known.until === until)
  if (person === undefined || view === undefined) return []
  const own = { ...person, ...person.own }
  const deputy = absence?.deputy === undefined ? undefined : directory.people.get(absence.deputy)?.name
  const isAsker = reader.id === id
  const isNamed = isAsker || absence?.deputy === reader.id
  const instead = absence === undefined || isNamed ? undefined : askedInstead(directory, absence, view.today).get(reader.id)
  const covered = instead === undefined ? own : { ...own, contactOf: instead, backupOf: [], headOf: [], handlerOf: [] }
  const open = answeredFor(mine(views, covered))
  const facts = { id, name: person.name, from, until, units: unitsAnsweredBy(covered).map((unit) => unitName(directory, unit)), isAsker, ...(deputy === undefined ? { meanwhile: askedMeanwhile(directory, { person: id, from, until }, view.today) } : { deputy, isDeputy: absence?.deputy === reader.id }) }
  return [standingIn({ facts, open, isArranged: absence !== undefined && (isNamed || instead !== undefined), today: view.today }, lang)]
}
