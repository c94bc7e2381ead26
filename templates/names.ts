// The names behind ids, for sentences that speak of units, people, plans and moments.
import type { Calendar } from '#src/calendar/calendar.ts'
import type { Day, Instant } from '#src/calendar/day.ts'
import { unitName, withRole, type Directory } from '#src/directory/directory.ts'
import type { Person } from '#src/directory/person.ts'
import type { PlanId, UnitId } from '#src/ledger/ids.ts'
import type { Actor } from '#src/ledger/stamp.ts'
import type { Lang } from './card.ts'
import { momentWords } from './day-words.ts'

export type Names = {
  today: Day
  unit: (id: UnitId) => string
  person: (id: Actor, lang: Lang) => string
  plan: (id: PlanId) => string
  moment: (at: Instant, lang: Lang) => string
  /** Who can be turned to, by name. */
  secretaries: readonly string[]
  admins: readonly string[]
  /** The reader is one of the secretaries: nobody else is to be turned to. */
  isSecretary?: boolean
}

/** A desk fits by its shape. */
type Known = { directory: Directory; calendar: Calendar; today: Day; plans?: ReadonlyMap<PlanId, { title: string }>; asker?: Person | undefined }

/** Where no plan says its own. */
const usualZone = 'Asia/Shanghai'

export const namesOf = ({ directory, calendar, today, plans, asker }: Known, zone = usualZone): Names => ({
  today,
  unit: (id) => unitName(directory, id),
  person: (id, lang) => (id === 'system' ? (lang === 'zh' ? '系统' : 'the system') : (directory.people.get(id)?.name ?? id)),
  plan: (id) => plans?.get(id)?.title ?? id,
  moment: (at, lang) => momentWords(calendar.dayAt(at, zone), calendar.timeAt(at, zone), lang, today),
  secretaries: withRole(directory, 'secretary').map(({ name }) => name),
  admins: withRole(directory, 'admin').map(({ name }) => name),
  isSecretary: asker?.roles.includes('secretary') === true,
})
