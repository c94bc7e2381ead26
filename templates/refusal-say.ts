// What a refusal's sentence may name, as this reader is to see it: ids, days, people, whom to ask.
import type { Day, Instant } from '#src/calendar/day.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import type { Refusal } from '#src/ledger/refusal.ts'
import type { Actor } from '#src/ledger/stamp.ts'
import type { ImportRefusal } from '#src/reader/document-refusal.ts'
import type { Lang } from './card.ts'
import { exampleDay } from './day-examples.ts'
import { dayWords } from './day-words.ts'
import type { Names } from './names.ts'
import { whoCan } from './permission-words.ts'
import type { Rich } from './rich.ts'

export type AnyRefusal = Refusal | ImportRefusal

/** Ids and days as this reader is to see them. */
export type Say = {
  day: (day: Day) => string
  today: Day | undefined
  /** A day as one may be typed. */
  example: (meant?: 'past') => ReturnType<typeof exampleDay>
  units: (ids: readonly UnitId[]) => string
  person: (by: Actor) => string
  moment: (at: Instant) => string
  plan: (id: Parameters<Names['plan']>[0]) => string
  secretary: string
  /** Asks the secretary to do it; one who is the secretary can do it herself. English, before a verb. */
  ask: string
  /** The asker is a secretary. */
  isSelf: boolean
  who: (permission: Parameters<typeof whoCan>[0]) => string
}
/** A sentence for every code. */
export type Words = { [Code in AnyRefusal['code']]: (why: Extract<AnyRefusal, { code: Code }>, say: Say) => Rich }

/** Without `names`, ids stand for themselves. */
export function sayIn(lang: Lang, names: Names | undefined): Say {
  const named = names === undefined ? {} : { secretary: names.secretaries, admin: names.admins }
  const secretaries = (names?.secretaries ?? []).join('、')
  const office = lang === 'zh' ? '督查室' : 'the secretary'
  const whole = secretaries === '' ? office : `${office}(${secretaries})`
  const isSelf = names?.isSecretary === true
  return {
    day: (day) => dayWords(day, lang, names?.today),
    today: names?.today,
    example: (meant) => exampleDay(names?.today, lang, meant),
    units: (ids) => ids.map((id) => names?.unit(id) ?? id).join('、'),
    person: (by) => names?.person(by, lang) ?? by,
    moment: (at) => names?.moment(at, lang) ?? at.slice(0, 10),
    plan: (id) => names?.plan(id) ?? id,
    secretary: isSelf ? (lang === 'zh' ? '您' : 'you') : whole,
    ask: isSelf ? 'You can' : `Ask ${whole} to`,
    isSelf,
    who: (permission) => whoCan(permission, lang, named),
  }
}
