// Plain words that want something arranged: shown as they were read, with one button, and nothing recorded before it is pressed.
import { answered, type Answer, type Command, type Desk } from '#src/command.ts'
import { contactsOf } from '#src/directory/directory.ts'
import { may } from '#src/directory/permissions.ts'
import { unitsHeldBy } from '#src/directory/person.ts'
import type { Unit } from '#src/directory/unit.ts'
import { partsOf } from '#src/queries/answering.ts'
import { isOpen } from '#src/queries/round.ts'
import { plainlySpokenOf, spokenOf } from '#src/queries/spoken-of.ts'
import { taskList } from '#src/queries/task-list.ts'
import { saidAway } from '#src/reader/said-away.ts'
import { besidesThing, saidOrder, type SaidOrder } from '#src/reader/said-order.ts'
import { saidReport, tasksSaid } from '#src/reader/said-report.ts'
import type { Run } from '#templates/card.ts'
import { contactEcho, relayedEcho, relayedHow, relayedWhich } from '#templates/order-echo.ts'
import { assign } from './assign.ts'
import { deputy } from './deputy.ts'
import { findPerson, mentioned } from './find-person.ts'
import { openWithHelping } from './meant-task.ts'
import { mine } from './mine.ts'
import { nudge } from './nudge.ts'
import { refused } from './refused.ts'
import { round } from './round.ts'
import { roundsFor } from './round-argument.ts'
import { runOf } from './run-of.ts'
import { task } from './task.ts'
import { findTask, taskName } from './task-argument.ts'
import { findTasks, type TaskMeant } from './tasks-argument.ts'
import { findUnit, unitRefused } from './unit-argument.ts'
import { units } from './units.ts'
import { viewOf } from './view-of.ts'

type Order<Kind extends SaidOrder['kind']> = Extract<SaidOrder, { kind: Kind }>

/** Undefined where the words arrange nothing, or the asker is nobody who does: they are read as any others. */
export async function ordered(words: string, desk: Desk): Promise<Answer | undefined> {
  const leave = onLeave(words, desk)
  if (leave !== undefined) return leave
  const order = saidOrder(words)
  switch (order?.kind) {
    case undefined:
      return undefined
    case 'waits':
      return may(desk.asker, mine.may) ? ran(mine, {}, desk) : undefined
    case 'silent':
      return may(desk.asker, task.may) ? silent(desk) : undefined
    case 'chase':
      // 催了两次教育局 tells, and orders nothing.
      return may(desk.asker, nudge.may) && findTasks(desk, order.whom, runOfChase).ok ? ran(nudge, { task: order.whom }, desk) : undefined
    case 'look':
      // 18 没什么问题 asks nothing.
      return may(desk.asker, task.may) && findTask(desk, order.task).ok && saidReport(words, desk.today) === undefined ? ran(task, { which: order.task }, desk) : undefined
    case 'relayed':
      return may(desk.asker, 'report-on-behalf') ? relayed(order, desk) : undefined
    case 'who':
      return may(desk.asker, units.may) ? ran(units, { unit: order.unit }, desk) : undefined
    case 'contact':
      return may(desk.asker, 'see') ? contact(order, desk) : undefined
    case 'hand':
      return may(desk.asker, assign.may) ? handed(order, desk) : undefined
  }
}

const runOfChase = (whom: string): Run => runOf('nudge', { task: whom })

/** Of a round that is held those it asked; else the tasks that nobody reported on. */
const silent = (desk: Desk): Promise<Answer | undefined> => (roundsFor('chase', desk).some(({ turn }) => isOpen(turn, desk.today)) ? ran(round, { act: 'show' }, desk) : ran(task, { which: '未报' }, desk))

async function ran(command: Command, args: Record<string, unknown>, desk: Desk): Promise<Answer | undefined> {
  const answer = await command.handle(args, desk)
  return answer.kind === 'args-refused' ? undefined : answer
}

/** 下周我休假，17号回来，唐老师帮我盯; whose words say how far a task is report. Without days a form asks for them. */
function onLeave(words: string, desk: Desk): Promise<Answer | undefined> | undefined {
  const { asker, today } = desk
  const away = asker === undefined || unitsHeldBy(asker.own ?? asker).length === 0 ? undefined : saidAway(words, today)
  const report = away === undefined ? undefined : saidReport(words, today)
  if (away === undefined || report?.progress !== undefined || report?.finished === true) return undefined
  const { deputy: by = '', from, until } = away
  return ran(deputy, from === undefined || until === undefined ? { deputy: by, open: true } : { deputy: by, from, until, preview: true }, desk)
}

/** 交通局王科长: the longest name of a unit at the head, and who of it. */
function unitAtHead(by: string, desk: Desk): { unit: Unit; who: string } | undefined {
  for (let length = by.length; length >= 2; length -= 1) {
    const found = findUnit(desk.directory, by.slice(0, length))
    if (found.ok) return { unit: found.unit, who: by.slice(length).replace(/^的|(?:同志|那边|那里|这边|的人|有人)$/g, '') }
  }
  return undefined
}

function relayed({ by, how, words }: Order<'relayed'>, desk: Desk): Answer | undefined {
  const said = { words, how: relayedHow(how, desk.lang) }
  const spoken = unitAtHead(by, desk)
  if (spoken === undefined) {
    const { ok, ...found } = findUnit(desk.directory, by)
    // 方案来函说…: no unit is meant where none is near.
    return ok || !('nearest' in found) || found.nearest.length === 0 ? undefined : unitRefused(desk, by, found.nearest, (unit) => runOf('on-behalf', { unit, ...said }))
  }
  const { unit, who } = spoken
  const read = saidReport(besidesThing(words), desk.today)
  const progress = read?.progress
  const state = read === undefined ? 'normal' : read.finished ? 'done' : read.state
  const runFor = ({ plan, card }: TaskMeant, by: string) => runOf('on-behalf', { unit: unit.name, task: taskName(plan.id, card.number), state: state ?? 'difficulty', ...(progress === undefined || state === 'done' ? {} : { progress }), ...said, ...(by === '' ? {} : { who: by }) })
  const meant = meantOf(words, unit, desk)
  if ('answer' in meant) return meant.answer
  const [only, ...more] = meant.tasks
  if (only === undefined) return undefined
  // Without who said it the form opens, filled in.
  if (more.length > 0) return answered(relayedWhich(unit.name, meant.tasks.map((one) => ({ task: one.card, run: runFor(one, '') })), desk.lang))
  return answered(relayedEcho({ task: only.card, unit: unit.name, state, ...(progress === undefined || state === 'done' ? {} : { progress, about: read?.about === true }), said: words, who, how, confirm: runFor(only, who), change: runFor(only, '') }, desk.lang))
}

/** By its number, by words of its sentence, or because the unit has no other. */
function meantOf(words: string, unit: Unit, desk: Desk): { answer: Answer } | { tasks: TaskMeant[] } {
  const groups = [...desk.directory.units.values()].filter(({ members }) => members?.includes(unit.id) === true)
  const ofUnit = [unit, ...groups].map(({ id }) => id)
  const all = [...desk.plans.values()].flatMap((plan) => taskList(viewOf(desk, plan), {}).filter((card) => partsOf({ plan, directory: desk.directory }, card.number).some((part) => ofUnit.includes(part.unit))).map((card): TaskMeant => ({ plan, card })))
  for (const { plan, number } of tasksSaid(words)) {
    const own = all.filter((one) => one.card.number === number && (plan === undefined || one.plan.id === plan))
    if (own.length > 0) return { tasks: own }
    const found = findTask(desk, plan === undefined ? String(number) : `${plan}-${number}`)
    return found.ok ? { answer: refused({ code: 'unit-not-on-task', task: found.task, units: partsOf({ plan: found.plan, directory: desk.directory }, found.task).map((part) => part.unit) }, desk) } : { answer: refused(found.refusal, desk) }
  }
  const open = all.filter(({ card }) => card.light !== 'done')
  const spoken = spokenOf(words, open, ({ card }) => card.title)
  const plainly = plainlySpokenOf(spoken)
  const [first, second] = spoken
  // 校车那项弄了一半: the one title that has the word is meant, and it is shown before anything is recorded.
  const only = plainly ?? (first !== undefined && first.score > (second?.score ?? 0) ? first.thing : undefined)
  return { tasks: only !== undefined ? [only] : spoken.length > 0 ? spoken.map(({ thing }) => thing) : open }
}

function contact({ unit: asked, person: name }: Order<'contact'>, desk: Desk): Answer | undefined {
  const found = findUnit(desk.directory, asked)
  const person = findPerson(desk, name)
  // The sentence may be of something else: 这项的联系人是家长.
  if (!found.ok && person === undefined) return undefined
  if (!may(desk.asker, 'name-contact', found.ok ? [found.unit.id] : undefined)) return refused({ code: 'not-permitted', permission: 'name-contact' }, desk)
  if (!found.ok) return unitRefused(desk, asked, found.nearest, (unit) => runOf('people', { act: 'name', person: person?.id ?? name, unit }))
  if (person === undefined) return refused({ code: 'person-unknown', asked: name }, desk)
  const { unit } = found
  const now = contactsOf(desk.directory, unit.id)
  const others = now.filter(({ id }) => id !== person.id).map((other) => ({ name: other.name, end: runOf('people', { act: 'remove', person: other.id, unit: unit.name }) }))
  const isAlready = now.some(({ id }) => id === person.id)
  return answered(contactEcho({ name: person.name, unit: unit.name, others, isAlready, confirm: runOf('people', { act: 'name', person: person.id, unit: unit.name }), show: runOf('units', { unit: unit.name }) }, desk.lang))
}

function handed({ tasks, thing, person, isPlain }: Order<'hand'>, desk: Desk): Promise<Answer | undefined> | undefined {
  const isKnown = findPerson(desk, person) !== undefined || mentioned(person) !== undefined
  if (!isKnown && (isPlain || findUnit(desk.directory, person).ok || !mayBeName.test(person))) return undefined
  const spoken = tasks.length > 0 ? undefined : plainlySpokenOf(spokenOf(thing, openWithHelping(desk), (own) => own.card().title))
  const asked = spoken === undefined ? tasks : [taskName(spoken.plan.id, spoken.task)]
  return asked.length === 0 ? undefined : ran(assign, { tasks: asked.join(','), person, preview: true }, desk)
}

/** 唐一鸣, 唐老师: of nobody who is registered, and no office or others (财政, 企业) either. */
const mayBeName = /^\p{Script=Han}{2,3}(?<![局委办部厅院校镇乡村站所队司方业户政商家长们])$|(?:老师|主任|科长|股长|处长|局长|部长|镇长|乡长|校长|院长|书记|主席)$/u
