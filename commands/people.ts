// Who takes part; registering somebody, and naming a unit's contact.
import { z } from 'zod'
import { answered, command, type Answer, type Desk } from '#src/command.ts'
import { personOf, unitName } from '#src/directory/directory.ts'
import { may } from '#src/directory/permissions.ts'
import type { Person } from '#src/directory/person.ts'
import { taskList } from '#src/queries/task-list.ts'
import { contactNamed, nameContactForm, peopleListCard, personAdded, type PersonFacts } from '#templates/people-list.ts'
import { allViews } from './plan-argument.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { findUnit, unitRefused } from './unit-argument.ts'

const acts: Readonly<Record<string, 'name' | 'add'>> = { 指定: 'name', name: 'name', 登记: 'add', add: 'add' }

export const people = command({
  name: { zh: '人员', en: 'people' },
  also: ['联络员', '名册', 'person'],
  usage: { zh: '人员（登记 @本人 姓名；指定 @本人 县教育局）', en: 'people (add @person name; name @person 县教育局)' },
  about: { zh: '人员名册；登记人员、指定联络员', en: 'who takes part; register people, name contacts' },
  may: 'see',
  args: z.object({
    act: z.enum(['list', 'name', 'add']).default('list'),
    /** A mention, a name, or an id of the directory. */
    person: z.string().trim().max(80).default(''),
    unit: z.string().trim().max(60).default(''),
    name: z.string().trim().max(40).default(''),
    title: z.string().trim().max(60).default(''),
  }),
  typed([first = '', person, ...rest]) {
    const act = acts[first.toLowerCase()]
    if (act === undefined) return {}
    const who = person === undefined ? {} : { person }
    return act === 'name' ? { act, ...who, unit: rest.join('') } : { act, ...who, name: rest[0] ?? '', title: rest.slice(1).join(' ') }
  },
  run({ act, person, unit, name, title }, desk) {
    switch (act) {
      case 'list':
        return answered(peopleListCard([...desk.directory.people.values()].map((each) => factsOf(each, desk)), may(desk.asker, 'name-contact'), desk.lang))
      case 'name':
        return nameContact(person, unit, desk)
      case 'add':
        return register({ mention: person, name, title }, desk)
    }
  },
})

/** Slack writes a mention as <@U0123> or <@U0123|name>. */
const mentioned = (word: string): string | undefined => /^<@([A-Z0-9]+)(?:\|[^>]*)?>$/i.exec(word)?.[1]

function findPerson(desk: Desk, asked: string): Person | undefined {
  const account = mentioned(asked)
  if (account !== undefined) return personOf(desk.directory, { platform: desk.handle.platform, id: account })
  const named = [...desk.directory.people.values()].filter(({ id, name }) => id === asked || name === asked.replace(/^@/, ''))
  return named.length === 1 ? named[0] : undefined
}

/** Without a person, a form asks who. */
function nameContact(asked: string, unitAsked: string, desk: Desk): Answer | Promise<Answer> {
  const found = findUnit(desk.directory, unitAsked)
  if (!found.ok) return unitRefused(desk, unitAsked, found.nearest, (unit) => ({ command: 'people', args: { act: 'name', person: asked, unit } }))
  const { unit } = found
  if (asked === '') {
    if (!may(desk.asker, 'name-contact', [unit.id])) return refused({ code: 'not-permitted', permission: 'name-contact' }, desk)
    const all = [...desk.directory.people.values()].map(({ id, name, title }) => ({ id, name, ...(title === undefined ? {} : { title }) }))
    return { kind: 'form', form: nameContactForm({ unit: unit.name, people: all }, desk.lang) }
  }
  const person = findPerson(desk, asked)
  if (person === undefined) return refused({ code: 'person-unknown', asked }, desk)
  return recorded(desk.recordPerson({ type: 'name-contact', person: person.id, unit: unit.id }), desk, () =>
    contactNamed({ name: person.name, unit: unit.name, tasks: allViews(desk).reduce((sum, view) => sum + taskList(view, { lead: unit.id }).length, 0) }, desk.lang),
  )
}

function register({ mention, name, title }: { mention: string; name: string; title: string }, desk: Desk): Answer | Promise<Answer> {
  const account = mentioned(mention)
  if (account === undefined || name === '') return refused({ code: 'person-unclear', asked: mention }, desk)
  const handle = { platform: desk.handle.platform, id: account }
  return recorded(desk.recordPerson({ type: 'add-person', name, handle, ...(title === '' ? {} : { title }) }), desk, () => personAdded({ name }, desk.lang))
}

const factsOf = ({ name, title, roles, contactOf, headOf, handle }: Person, { directory }: Desk): PersonFacts => ({
  name, roles, reached: handle !== undefined, ...(title === undefined ? {} : { title }),
  contactOf: contactOf.map((unit) => unitName(directory, unit)), headOf: headOf.map((unit) => unitName(directory, unit)),
})
