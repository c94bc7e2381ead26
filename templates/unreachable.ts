// 收不到提醒的人, as the secretary sees them: who, since when, and the way to mend it.
import type { Day } from '#src/calendar/day.ts'
import type { PersonId } from '#src/ledger/ids.ts'
import type { Lang, Row, Section } from './card.ts'
import { cutTo } from './cut-to.ts'
import { shortDay } from './day-words.ts'
import { rich, strong } from './rich.ts'
import { withRest } from './rest-of-rows.ts'
import { ways } from './ways.ts'

/** `no-account`: registered without an account here. `refused`: the account is closed, or takes no messages. */
export type UnreachablePerson = { id: PersonId; name: string; units: readonly string[]; since: Day; why: 'no-account' | 'refused' }

const rowsShown = 5

const words = {
  zh: {
    head: (count: number) => `收不到提醒 ${count}人`, since: (day: string, why: string) => `${day}起发不到：${why}`, open: '查看',
    why: { 'no-account': '没有账号，请核对登记的账号，或换联络员', refused: '账号停用或不收私聊，请与本人联系，或换联络员' }, more: (left: number) => `还有${left}人`,
  },
  en: {
    head: (count: number) => `Not reached by messages: ${count}`, since: (day: string, why: string) => `since ${day}: ${why}`, open: 'Open',
    why: { 'no-account': 'no account: check the one that is registered, or name another contact', refused: 'the account is closed or takes no messages: ask them, or name another contact' }, more: (left: number) => `${left} more`,
  },
} satisfies Record<Lang, unknown>

/** Nothing where everybody is reached. */
export function unreachableSection(people: readonly UnreachablePerson[], today: Day, lang: Lang): Section[] {
  if (people.length === 0) return []
  const w = words[lang]
  const row = ({ id, name, units, since, why }: UnreachablePerson): Row => ({
    line: rich`${strong(name)}${units.length === 0 ? '' : ` · ${cutTo(units.join(lang === 'zh' ? '、' : ', '), 60)}`} · ${w.since(shortDay(since, lang, today), w.why[why])}`,
    beside: { label: w.open, says: `${w.open} ${cutTo(name, 40)}`, run: ways.person(id) },
  })
  const left = people.length - rowsShown
  return [{ heading: rich`⚠️ ${w.head(people.length)}`, rows: withRest(people.slice(0, rowsShown).map(row), left > 0 ? [{ label: w.more(left), run: ways.people() }] : []) }]
}
