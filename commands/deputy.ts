// 代办: a contact, or a secretary for somebody, says who is away from day to day, and who is asked in their place.
import { z } from 'zod'
import { answered, command, type Answer, type Desk } from '#src/command.ts'
import { absencesAhead, decideAbsence } from '#src/directory/absence.ts'
import type { Absence } from '#src/directory/directory.ts'
import { may } from '#src/directory/permissions.ts'
import { unitsHeldBy, type Person } from '#src/directory/person.ts'
import { saidAway } from '#src/reader/said-away.ts'
import type { Day } from '#src/calendar/day.ts'
import { absenceSet, absencesCard } from '#templates/deputy.ts'
import { deputyForm, nobody } from '#templates/deputy-form.ts'
import type { Run } from '#templates/card.ts'
import { awayEcho } from '#templates/order-echo.ts'
import { absenceFacts } from './absence-facts.ts'
import { dayIn } from './day-argument.ts'
import { dayRefusal, type DayRefusal } from './day-refused.ts'
import { splitAtDays } from './days-argument.ts'
import { fieldErrors } from './field-errors.ts'
import { findPerson, isParticle } from './find-person.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'

const Args = z.object({
  /** Who is away; left out, the asker. */
  person: z.string().trim().max(80).default(''),
  deputy: z.string().trim().max(80).default(''),
  from: z.string().trim().max(40).default(''),
  until: z.string().trim().max(40).default(''),
  /** The form is wanted, whatever is arranged already. */
  open: z.boolean().default(false),
  form: z.boolean().default(false),
  /** Shown first. */
  preview: z.boolean().default(false),
  /** What was typed without a day in figures: 下周 由唐一鸣代. */
  said: z.string().max(200).default(''),
})
type Asked = z.infer<typeof Args>

export const deputy = command({
  name: { zh: '代办', en: 'deputy' },
  also: ['找人代办', '请假', 'away'],
  usage: { zh: '代办 @某某 7月6日 7月10日（督查室代为安排：代办 @本人 @某某 7月6日 7月10日）', en: 'deputy @person 7/6 7/10 (a secretary for somebody: deputy @them @person 7/6 7/10)' },
  about: { zh: '不在岗的几天找人代办：到期自动恢复', en: 'who stands in while you are away; it ends by itself' },
  then: { zh: '这几天提醒代办人，到期自动恢复；您仍可填报。', en: 'Your deputy is reminded in your place, until it ends by itself; you may still report.' },
  group: 'people',
  may: 'set-absence',
  args: Args,
  typed(words) {
    const { before, from, until } = splitAtDays(words)
    const [first = '', second] = before.filter((word) => !isParticle(word))
    const people = second === undefined ? { deputy: first } : { person: first, deputy: second }
    return { ...people, ...(from === undefined ? { said: words.join(' ').slice(0, 200) } : { from }), ...(until === undefined ? {} : { until }) }
  },
  run(given, desk) {
    const asked = inWords(given, desk)
    const { asker } = desk
    const person = asked.person === '' ? asker : findPerson(desk, asked.person)
    const isForAnother = asked.person !== '' && person?.id !== asker?.id
    if (person === undefined) return refused({ code: 'person-unknown', asked: asked.person }, desk)
    // A secretary without a unit of their own arranges it for others.
    const isOwn = !isForAnother && unitsHeldBy(person.own ?? person).length > 0
    if (!may(asker, 'set-absence', undefined, isForAnother || isOwn ? { person: person.id } : {})) return refused({ code: 'not-permitted', permission: 'set-absence' }, desk)
    const isBare = asked.deputy === '' && asked.from === '' && !asked.open && !asked.form && !isForAnother
    const known = absencesAhead(desk.directory, desk.today, isOwn ? person.id : undefined)
    if (isBare && known.length > 0) return answered(absencesCard(known.map((absence) => absenceFacts(absence, desk)), desk.today, desk.lang))
    if (asked.open || (asked.from === '' && !asked.form)) return openForm(asked, isForAnother || isOwn ? person : undefined, desk)
    if (!isForAnother && !isOwn) return openForm(asked, undefined, desk)
    return set(asked, person, desk)
  },
})

/** 请假 下周 由唐一鸣代: what was read is shown before it is saved. */
function inWords(asked: Asked, { today }: Desk): Asked {
  const { from, until, deputy: by = '' } = (asked.said === '' ? undefined : saidAway(`请假 ${asked.said}`, today)) ?? {}
  return from === undefined || until === undefined ? asked : { ...asked, person: '', deputy: by, from, until, preview: true }
}

/** Who is near comes first: a list of many is cut. */
function openForm({ deputy, from, until }: Asked, person: Person | undefined, desk: Desk): Answer {
  const everybody = [...desk.directory.people.values()]
  const [own, chosen] = [person === undefined ? [] : unitsHeldBy(person), deputy === '' ? undefined : findPerson(desk, deputy)]
  const isNear = (other: Person): boolean => unitsHeldBy(other).some((unit) => own.includes(unit))
  const deputies = everybody.filter(({ id, handle }) => id !== person?.id && handle !== undefined).toSorted((a, b) => Number(isNear(b)) - Number(isNear(a)))
  const form = deputyForm({
    ...(person === undefined ? {} : { person }), people: everybody.filter((each) => unitsHeldBy(each.own ?? each).length > 0), deputies,
    ...(chosen === undefined ? {} : { chosen: chosen.id }), from: dayOr(from, desk) ?? desk.today, until: dayOr(until, desk) ?? desk.today,
  }, desk.lang)
  return { kind: 'form', form }
}

const dayOr = (words: string, { today }: Desk): Day | undefined => ((read) => (read.ok ? read.day : undefined))(dayIn(words, today))

async function set(asked: Asked, person: Person, desk: Desk): Promise<Answer> {
  const no = (field: 'from' | 'until', refusal: DayRefusal): Answer => (asked.form ? { kind: 'form-errors', errors: fieldErrors(field, refusal, desk) } : refused(refusal, desk))
  const from = dayIn(asked.from, desk.today)
  if (!from.ok) return no('from', dayRefusal(from, desk.today))
  const until = dayIn(asked.until, desk.today)
  if (!until.ok) return no('until', dayRefusal(until, desk.today))
  const isNobody = asked.deputy === '' || asked.deputy === nobody
  const found = isNobody ? undefined : findPerson(desk, asked.deputy)
  if (!isNobody && found === undefined) return refused({ code: 'person-unknown', asked: asked.deputy }, desk)
  const absence = { person: person.id, from: from.day, until: until.day, ...(found === undefined ? {} : { deputy: found.id }) }
  const again = runOf('deputy', { person: person.id, deputy: found?.id ?? nobody, from: from.day, until: until.day })
  if (asked.preview) return previewed(absence, again, desk)
  return recorded(desk.recordPerson({ type: 'set-absence', ...absence }), desk, () => absenceSet(absenceFacts(absence, desk), desk.today, desk.lang), again)
}

/** What would be refused is refused before it is offered. */
function previewed(absence: Omit<Absence, 'by'>, again: Run, desk: Desk): Answer {
  const decision = decideAbsence(desk.directory, { type: 'set-absence', ...absence }, desk.today)
  if (!decision.ok) return refused(decision.refusal, desk, again)
  return answered(awayEcho({ absence: absenceFacts(absence, desk), confirm: again, change: runOf('deputy', { ...again.args, open: true }) }, desk.today, desk.lang))
}
