// 领导联络员: whose aide somebody is.
import { answered, type Answer, type Desk } from '#src/command.ts'
import { withRole } from '#src/directory/directory.ts'
import { may } from '#src/directory/permissions.ts'
import { aideChanged } from '#templates/people-changed.ts'
import { aideForm } from '#templates/people-forms.ts'
import { personCard } from '#templates/person-card.ts'
import { findLeader } from './find-leader.ts'
import { findPerson } from './find-person.ts'
import { factsOf, mayChange } from './person-facts.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'

/** Without a leader, a form asks whose. */
export function changeAide(act: 'aide' | 'unaide', asked: string, leaderAsked: string, desk: Desk): Answer | Promise<Answer> {
  const person = findPerson(desk, asked)
  if (person === undefined) return refused(asked === '' ? { code: 'person-unclear', asked } : { code: 'person-unknown', asked }, desk)
  const leaders = withRole(desk.directory, 'leader').filter(({ id }) => id !== person.id)
  if (leaderAsked === '') {
    if (!may(desk.asker, 'name-aide')) return refused({ code: 'not-permitted', permission: 'name-aide' }, desk)
    if (leaders.length === 0) return refused({ code: 'leader-none' }, desk)
    return act === 'aide' ? { kind: 'form', form: aideForm(person, leaders, desk.lang) } : answered(personCard(factsOf(person, desk), mayChange(person, desk), desk.lang))
  }
  const leader = findLeader(desk, leaderAsked)
  if (leader === undefined) return refused(((named) => (named === undefined ? { code: 'person-unknown' as const, asked: leaderAsked } : { code: 'person-no-leader' as const, name: named.name }))(findPerson(desk, leaderAsked)), desk)
  const intent = { type: act === 'aide' ? 'name-aide' : 'remove-aide', person: person.id, leader: leader.id } as const
  return recorded(desk.recordPerson(intent), desk, () => aideChanged({ act, name: person.name, leader: leader.name }, desk.lang), runOf('people', { act, person: person.id, leader: leader.id }))
}
