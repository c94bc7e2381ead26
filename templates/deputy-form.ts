// The form of 代办: who stands in, from day to day; a secretary says for whom besides.
import type { Day } from '#src/calendar/day.ts'
import type { Person } from '#src/directory/person.ts'
import type { PersonId } from '#src/ledger/ids.ts'
import type { Choice, Form, Lang } from './card.ts'
import { rich, strong } from './rich.ts'

/** The choice of naming no deputy: the unit's other contacts are asked, or its B岗. */
export const nobody = 'nobody'

const words = {
  zh: {
    title: '找人代办', person: '谁不在岗', deputy: '由谁代办', from: '从', until: '到（含当天）', submit: '安排',
    intro: '这几天的提醒发给代办人，代办人可以填报；本人仍可填报、能看到全部。到期自动恢复。', nobody: '不指定（发给本单位别的联络员、B岗或负责人）', hint: '不在名单里的，先请督查室登记',
  },
  en: {
    title: 'A deputy', person: 'Who is away', deputy: 'Who stands in', from: 'From', until: 'Until (included)', submit: 'Arrange',
    intro: 'In these days the deputy is reminded and may report; whoever is away still may, and still sees all. It ends by itself.', nobody: 'Nobody (the other contacts, the backup or the head are reminded)', hint: 'Somebody who is not listed is registered by the secretary first',
  },
} satisfies Record<Lang, unknown>

type Named = Pick<Person, 'id' | 'name' | 'title'>
type DeputyFormFacts = { /** Left out: it is asked. */ person?: Named; people: readonly Named[]; deputies: readonly Named[]; chosen?: PersonId; from: Day; until: Day }

const choice = ({ id, name, title }: Named): Choice => ({ value: id, label: title === undefined ? name : `${name} ${title}` })

export function deputyForm({ person, people, deputies, chosen, from, until }: DeputyFormFacts, lang: Lang): Form {
  const w = words[lang]
  return {
    title: w.title,
    intro: [...(person === undefined ? [] : [rich`${strong(person.name)}`]), rich`${w.intro}`],
    fields: [
      ...(person === undefined ? [{ name: 'person', label: w.person, kind: 'choice' as const, as: 'select' as const, choices: people.map(choice) }] : []),
      { name: 'deputy', label: w.deputy, hint: w.hint, kind: 'choice', as: 'select', choices: [{ value: nobody, label: w.nobody }, ...deputies.map(choice)], ...(chosen === undefined ? {} : { now: chosen }) },
      { name: 'from', label: w.from, kind: 'date', now: from },
      { name: 'until', label: w.until, kind: 'date', now: until },
    ],
    submit: w.submit,
    run: { command: 'deputy', args: { form: true, ...(person === undefined ? {} : { person: person.id }) } },
  }
}
