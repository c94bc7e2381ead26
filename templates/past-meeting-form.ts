// 补记: a sitting that took place and was not on record: when, and what kind it was.
import type { KeptBody } from '#src/ledger/body.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import { CountedAs } from '#src/ledger/meeting.ts'
import type { Field, Form, Lang } from './card.ts'
import { rich, strong } from './rich.ts'

const words = {
  zh: { title: '补记会议', day: '哪天开的', sort: '会议类别', sorts: { any: '不区分', special: '专题会议', general: '综合性会议', uncounted: '不计入频次' }, submit: '补记' },
  en: { title: 'Past meeting', day: 'Held on', sort: 'What kind', sorts: { any: 'Not specified', special: 'Special meeting', general: 'General meeting', uncounted: 'Not counted' }, submit: 'Record' },
} satisfies Record<Lang, unknown>

/** 专题会议: as the choice of its field has it. */
export const sortChoice = (lang: Lang, sort: CountedAs): string => words[lang].sorts[sort]

/** What kind of sitting it is. */
export const sortField = (lang: Lang, now: CountedAs = 'any'): Field => ({ name: 'sort', label: words[lang].sort, kind: 'choice', as: 'select', choices: CountedAs.options.map((value) => ({ value, label: words[lang].sorts[value] })), now })

export function pastMeetingForm({ plan, body, sort, topic }: { plan: PlanId; body: KeptBody; sort?: CountedAs | undefined; topic?: string | undefined }, lang: Lang): Form {
  const w = words[lang]
  return { title: w.title, intro: [rich`${strong(body.name)}${topic === undefined ? '' : ` · ${topic}`}`], fields: [{ name: 'day', label: w.day, kind: 'date' }, sortField(lang, sort)], submit: w.submit, run: { command: 'meeting', args: { plan, body: body.id, past: true, form: true, ...(topic === undefined ? {} : { topic }) } } }
}
