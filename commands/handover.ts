// 交接: a secretary hands all that one person was to another, who need not be registered yet. Shown first, recorded on 确认.
import { z } from 'zod'
import { answered, command, type Answer, type Desk, type Recording } from '#src/command.ts'
import { decideHandover } from '#src/directory/handover.ts'
import { personOf, unitName } from '#src/directory/directory.ts'
import { unitsAnsweredBy, unitsHeldBy, type Person } from '#src/directory/person.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import { handedTo, type Handed } from '#src/queries/handed.ts'
import { answeredFor, mine } from '#src/queries/mine.ts'
import { handedOver, handoverForm, handoverPreview, successorForm } from '#templates/handover.ts'
import { findPerson, isParticle, labelOf, mentioned } from './find-person.ts'
import { factsOf } from './person-facts.ts'
import { allViews } from './plan-argument.ts'
import { inTurn, recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'

const Who = z.string().trim().max(80).default('')

export const handover = command({
  name: { zh: '交接', en: 'handover' },
  also: ['人员交接', '工作交接'],
  usage: { zh: '交接 @旧 @新（新人没有登记的：交接 @旧 @新 姓名）', en: 'handover @old @new (somebody not registered: handover @old @new name)' },
  about: { zh: '换人：原来那位的单位职务和任务一次交给接手的人', en: "somebody's posts and work go to a successor in one act" },
  then: { zh: '先给您看交接内容，确认后接手人收到一张交接单。', en: 'What passes on is shown first; then the successor gets one sheet.' },
  group: 'people',
  may: 'hand-over',
  args: z.object({ from: Who, to: Who, name: z.string().trim().max(40).default(''), confirmed: z.boolean().default(false) }),
  typed: (words) => (([from = '', to = '', ...name]) => ({ from, to, name: name.join('') }))(words.filter((word) => !isParticle(word))),
  run({ from: old, to: next, name: written, confirmed }, desk) {
    const people = [...desk.directory.people.values()]
    const known = old === '' ? undefined : findPerson(desk, old)
    if (old !== '' && next === '' && known === undefined) return refused({ code: 'person-unknown', asked: old }, desk)
    if (old === '' || next === '') return { kind: 'form', form: handoverForm({ ...(known === undefined ? {} : { from: known }), people: people.filter((each) => unitsHeldBy(each.own ?? each).length > 0), others: people.filter(({ id }) => id !== known?.id) }, desk.lang) }
    const from = findPerson(desk, old)
    if (from === undefined) return refused({ code: 'person-unknown', asked: old }, desk)
    const to = successor(next, written, desk)
    if (to === undefined) return refused({ code: 'person-unknown', asked: next }, desk)
    if (to.kind === 'nameless') return { kind: 'form', form: successorForm({ from: from.id, to: next }, desk.lang) }
    const again = runOf('handover', { from: from.id, to: next, name: to.name, confirmed: true })
    return confirmed ? handOver(from, to, desk) : preview(from, to, { ...again }, desk)
  },
})

/** Somebody in the directory, or an account with the name by which it will be registered. */
type Successor = { kind: 'known'; person: Person; name: string } | { kind: 'new'; account: string; name: string } | { kind: 'nameless' }

function successor(asked: string, written: string, desk: Desk): Successor | undefined {
  const person = findPerson(desk, asked)
  if (person !== undefined) return { kind: 'known', person, name: person.name }
  const account = mentioned(asked)
  if (account === undefined) return undefined
  const name = written === '' ? labelOf(asked) : written
  return name === undefined ? { kind: 'nameless' } : { kind: 'new', account, name }
}

function preview(from: Person, to: Exclude<Successor, { kind: 'nameless' }>, confirm: ReturnType<typeof runOf>, desk: Desk): Answer {
  // What would be refused is said now, not after 确认.
  if (to.kind === 'known') {
    const decision = decideHandover(desk.directory, { type: 'hand-over', from: from.id, to: to.person.id }, desk.today)
    if (!decision.ok) return refused(decision.refusal, desk)
  } else if (unitsHeldBy(from.own ?? from).length === 0) return refused({ code: 'nothing-to-hand-over', name: from.name }, desk)
  const own = mine(allViews(desk), { ...from, ...from.own })
  const open = answeredFor(own)
  const claims = open.filter(({ status }) => status === 'claimed').length
  const units = unitsHeldBy(from.own ?? from)
  const theirs = to.kind === 'known' ? unitsHeldBy(to.person.own ?? to.person) : []
  const elsewhere = to.kind === 'known' && theirs.length > 0 && !theirs.some((unit) => units.includes(unit)) ? { elsewhere: factsOf(to.person, desk) } : {}
  return answered(handoverPreview({ from: factsOf(from, desk), to: to.name, isNew: to.kind === 'new', ...elsewhere, units: units.map((unit) => unitName(desk.directory, unit)), open: open.length, claims, helping: own.helping.length, handed: itemsOf(from, desk).length, confirm }, desk.lang))
}

/** Asked before the posts go over. */
const itemsOf = (from: Person, { plans }: Desk): (Handed & { plan: PlanId })[] =>
  [...plans.values()].flatMap((plan) => handedTo(plan, { ...from, ...from.own, standsFor: [] }).map((item) => ({ plan: plan.id, ...item })))

async function handOver(from: Person, to: Exclude<Successor, { kind: 'nameless' }>, desk: Desk): Promise<Answer> {
  const units = unitsAnsweredBy(from.own ?? from).map((unit) => unitName(desk.directory, unit))
  const handle = to.kind === 'new' ? { platform: desk.handle.platform, id: to.account } : undefined
  const idOf = (): Person['id'] | undefined => (to.kind === 'known' ? to.person.id : handle === undefined ? undefined : personOf(desk.directory, handle)?.id)
  const acts: (() => Promise<Recording>)[] = [
    ...(handle === undefined || idOf() !== undefined ? [] : [async () => desk.recordPerson({ type: 'add-person', name: to.name, handle })]),
    async () => {
      const next = idOf()
      if (next === undefined) throw new Error('the directory lost who was registered')
      return desk.recordPerson({ type: 'hand-over', from: from.id, to: next })
    },
  ]
  // The items that were handed to the first go on to the other, each in its plan.
  const items = itemsOf(from, desk).map(({ plan, ...item }) => async (): Promise<Recording> => desk.record(plan, { type: 'hand-item', ...item, ...((next) => (next === undefined ? {} : { to: next }))(idOf()) }))
  return recorded(inTurn([...acts, ...items]), desk, () => handedOver({ from: from.name, to: to.name, units }, desk.lang))
}
