// 分派: a contact hands items of the unit to a handler (承办人), who answers them; who is not registered yet is, as that and nothing else.
import { z } from 'zod'
import { answered, command, type Answer, type Desk, type Outcome, type Recording } from '#src/command.ts'
import { personOf, type Directory } from '#src/directory/directory.ts'
import type { Handle } from '#src/directory/handle.ts'
import { may } from '#src/directory/permissions.ts'
import { unitsHeldBy, type Person } from '#src/directory/person.ts'
import type { PersonId, UnitId } from '#src/ledger/ids.ts'
import { ownPart } from '#src/queries/own-part.ts'
import { assignForm, itemsAssigned } from '#templates/handed.ts'
import { namesOf } from '#templates/names.ts'
import { handEcho } from '#templates/order-echo.ts'
import { refusalWords } from '#templates/refusal.ts'
import { cardOf } from './own-task.ts'
import { findPerson, isParticle, labelOf, mentioned } from './find-person.ts'
import { namesTask } from './plan-number.ts'
import { recordedAll } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { taskName } from './task-argument.ts'
import { findTasks, type TaskMeant } from './tasks-argument.ts'

export const assign = command({
  name: { zh: '分派', en: 'assign' },
  also: ['分办', '转承办人'],
  usage: { zh: '分派 12,15 @某某（没有登记的：分派 12 @某某 姓名）', en: 'assign 12,15 @person (somebody not registered: assign 12 @person name)' },
  about: { zh: '把本单位的任务分给承办人，由承办人填报', en: 'hand items of your unit to a handler, who answers them' },
  then: { zh: '承办人收到提醒、由他填报；您仍看得到全部。', en: 'The handler is reminded and answers; you keep the whole view.' },
  group: 'people',
  may: 'hand-item',
  args: z.object({ tasks: z.string().trim().max(200).default(''), person: z.string().trim().max(80).default(''), name: z.string().trim().max(40).default(''), /** Shown first. */ preview: z.boolean().default(false) }),
  typed: typedAssign,
  run({ tasks: asked, person: to, name, preview }, desk) {
    const again = (words: string) => runOf('assign', { tasks: words, ...(to === '' ? {} : { person: to }), ...(name === '' ? {} : { name }) })
    const found = asked === '' ? undefined : findTasks(desk, asked, again)
    if (found?.ok === false) return found.answer
    const items = (found?.tasks ?? []).map((meant) => ({ ...meant, part: ownPart(desk, meant.plan, meant.card.number) }))
    const [foreign] = items.filter(({ part }) => part === undefined)
    if (foreign !== undefined) return refused({ code: 'unit-not-on-task', task: foreign.card.number, units: [foreign.card.lead, ...foreign.card.others].flatMap((part) => part?.unit ?? []) }, desk)
    if (to === '' || items.length === 0) return { kind: 'form', form: assignForm({ tasks: items.map(({ card }) => card), people: near(desk, items.flatMap(speakerOf)) }, desk.lang) }
    return handOn(items, { asked: to, name, preview }, desk)
  },
})

type Item = TaskMeant & { part: { unit: UnitId; member?: UnitId } | undefined }
const speakerOf = ({ part }: Item): UnitId[] => (part === undefined ? [] : [part.member ?? part.unit])

/** Handlers of those units first, then whoever else is of the unit, then the others. */
function near({ directory }: Desk, units: readonly UnitId[]): Person[] {
  const rank = (person: Person): number => (person.handlerOf.some((unit) => units.includes(unit)) ? 0 : unitsHeldBy(person).some((unit) => units.includes(unit)) ? 1 : 2)
  return [...directory.people.values()].toSorted((a, b) => rank(a) - rank(b))
}

async function handOn(items: readonly Item[], { asked, name: written, preview }: { asked: string; name: string; preview: boolean }, desk: Desk): Promise<Answer> {
  const known = findPerson(desk, asked)
  const account = mentioned(asked)
  const handle = account === undefined ? undefined : { platform: desk.handle.platform, id: account }
  const name = known?.name ?? (written === '' ? labelOf(asked) : written)
  if (known === undefined && handle === undefined) return refused({ code: 'person-unknown', asked }, desk)
  if (name === undefined) return refused({ code: 'handler-nameless' }, desk)
  const idOf = (): PersonId | undefined => known?.id ?? (handle === undefined ? undefined : personOf(desk.directory, handle)?.id)
  const units = [...new Set(items.flatMap(speakerOf))]
  const posts = known === undefined ? [] : unitsHeldBy(known.own ?? known)
  if (known !== undefined && posts.length > 0 && !posts.some((unit) => units.includes(unit))) return refused({ code: 'handler-elsewhere', name: known.name, units: posts }, desk)
  const barred = units.find((unit) => !may(desk.asker, 'name-handler', [unit]))
  if (barred !== undefined) return refused({ code: 'not-permitted', permission: 'name-handler' }, desk)
  if (preview) return answered(handEcho({ name, tasks: items.map(({ card }) => card), confirm: runOf('assign', { tasks: items.map(({ plan, card }) => taskName(plan.id, card.number)).join(','), person: known?.id ?? asked, ...(written === '' ? {} : { name: written }) }) }, desk.lang))
  const namings = units.map((unit) => async (): Promise<Recording> => named(desk, unit, name, idOf(), handle))
  const handings = items.flatMap(({ plan, card, part }) => (part === undefined ? [] : [async (): Promise<Recording> => ((to) => (to === undefined ? lost() : desk.record(plan.id, { type: 'hand-item', task: card.number, ...part, to })))(idOf())]))
  return recordedAll([...namings, ...handings], desk, (outcomes) => {
    const [naming, handing] = [outcomes.slice(0, namings.length), outcomes.slice(namings.length)]
    const failed = naming.find((outcome) => !outcome.ok)
    const done = items.filter((_, at) => handing[at]?.ok === true)
    return itemsAssigned({ name, tasks: done.map(({ plan, card }) => cardOf(desk, plan, card.number)), refused: whyNot(items, failed === undefined ? handing : items.map(() => failed), desk), today: desk.today }, desk.lang)
  })
}

const lost = (): Promise<Recording> => Promise.resolve({ ok: false, refusal: { code: 'cannot-record' } })

/** A handler of the unit already, named one now, or registered as one. */
function named(desk: Desk, unit: UnitId, name: string, person: PersonId | undefined, handle: Handle | undefined): Promise<Recording> {
  if (person === undefined) return handle === undefined ? lost() : desk.recordPerson({ type: 'add-handler', unit, name, handle })
  return isHandler(desk.directory, person, unit) ? Promise.resolve({ ok: true, position: 0 }) : desk.recordPerson({ type: 'name-handler', person, unit })
}

const isHandler = ({ people }: Directory, id: PersonId, unit: UnitId): boolean => ((person) => (person?.own ?? person)?.handlerOf.includes(unit) === true)(people.get(id))

export function whyNot(items: readonly TaskMeant[], outcomes: readonly Outcome[], desk: Desk): { task: string; why: ReturnType<typeof refusalWords> }[] {
  return items.flatMap(({ plan, card }, at) => {
    const outcome = outcomes[at]
    return outcome === undefined || outcome.ok ? [] : [{ task: taskName(plan.id, card.number), why: refusalWords(outcome.refusal, desk.lang, namesOf(desk, desk.zone)) }]
  })
}

/** 12,15 @某某 姓名, 12 给 唐一鸣: the numbers come first, then who, then the name of somebody new. */
function typedAssign(words: readonly string[]): Record<string, unknown> {
  const at = words.findIndex((word) => !isTasks(word))
  if (at < 0) return { tasks: words.join(' ') }
  const [person = '', ...name] = words.slice(at).filter((word) => !isParticle(word))
  return { tasks: words.slice(0, at).join(' '), person, name: name.join('') }
}

/** 唐一鸣 has a numeral in it, and is no number. */
const isTasks = (word: string): boolean => word.split(/[,，、;；]/).every((piece) => piece === '' || /^n\d/i.test(piece) || namesTask(piece))
