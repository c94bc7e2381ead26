// 取消代办: what was arranged is taken back, or ends today.
import { z } from 'zod'
import { Day } from '#src/calendar/day.ts'
import { answered, command } from '#src/command.ts'
import { absencesAhead } from '#src/directory/absence.ts'
import { may } from '#src/directory/permissions.ts'
import { unitsHeldBy } from '#src/directory/person.ts'
import { absenceEnded, absencesCard } from '#templates/deputy.ts'
import { absenceFacts } from './absence-facts.ts'
import { findPerson } from './find-person.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'

export const endDeputy = command({
  name: { zh: '取消代办', en: 'end-deputy' },
  also: ['销假', 'back'],
  usage: { zh: '取消代办（督查室：取消代办 @某某）', en: 'end-deputy (a secretary: end-deputy @person)' },
  about: { zh: '取消或提前结束代办', en: 'take a deputy back, or end it early' },
  then: { zh: '马上恢复，由您本人收到提醒。', en: 'You are reminded again at once.' },
  group: 'people',
  may: 'end-absence',
  args: z.object({ person: z.string().trim().max(80).default(''), from: Day.optional() }),
  typed: ([person]) => (person === undefined ? {} : { person }),
  run({ person: asked, from }, desk) {
    const person = asked === '' ? desk.asker : findPerson(desk, asked)
    if (person === undefined) return refused({ code: 'person-unknown', asked }, desk)
    if (!may(desk.asker, 'end-absence', undefined, { person: person.id })) return refused({ code: 'not-permitted', permission: 'end-absence' }, desk)
    const isOfOthers = asked === '' && unitsHeldBy(person).length === 0
    const ahead = absencesAhead(desk.directory, desk.today, isOfOthers ? undefined : person.id).filter((absence) => from === undefined || absence.from === from)
    const [absence, ...more] = ahead
    if (absence === undefined) return refused({ code: 'absence-none', name: person.name }, desk)
    const facts = ahead.map((each) => absenceFacts(each, desk))
    if (more.length > 0 || isOfOthers) return answered(absencesCard(facts, desk.today, desk.lang))
    const [ended] = facts
    return recorded(desk.recordPerson({ type: 'end-absence', person: absence.person, from: absence.from }), desk, () => absenceEnded(ended ?? absenceFacts(absence, desk), desk.lang))
  },
})
