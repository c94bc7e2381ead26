// The agenda of a sitting, made from the ledger: what was decided last and where it stands, what is stuck, what is behind, what was ordered, and the secretary's own items; in the order in which she arranged it.
import { plainName } from '#src/directory/unit.ts'
import { decisionNumber } from '#src/ledger/decision-number.ts'
import { handedUpWaiting } from '#src/ledger/handed-up.ts'
import type { Meeting } from '#src/ledger/meeting.ts'
import { TaskNo } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { taskList, urgency } from '#src/queries/task-list.ts'
import { taskCard, type TaskCard } from '#src/queries/task-card.ts'
import type { View } from '#src/queries/view.ts'
import { heldBefore } from './meeting-order.ts'

/** `other`: one that was arranged, and stands otherwise since the sitting; or that the secretary put there. */
export const agendaKinds = ['decided', 'coordination', 'red', 'yellow', 'instruction', 'other', 'own'] as const
export type AgendaKind = (typeof agendaKinds)[number]
/** `key`: the same for a task whatever it is on the agenda for. `decided`: at which sitting, and as which of its items. */
export type AgendaItem = { key: string } & ({ kind: Exclude<AgendaKind, 'own'>; task: TaskCard; decided?: { at: Meeting; item: number } } | { kind: 'own'; text: string })
/** `last`: the sitting of the body before this one. `struck`: left out by hand. */
export type Agenda = { items: AgendaItem[]; struck: AgendaItem[]; last?: Meeting }

export const taskKey = (task: TaskNo): string => `task/${task}`
/** 专题: what it is called for is its first item. */
export const topicKey = 'topic'
export const ownKey = (number: number): string => `own/${number}`

/** Of one that is over, what had been arranged for it, and nothing where nobody had: how the plan stands now was not on its agenda. */
export function agendaOf(view: View, meeting: Meeting): Agenda {
  const { order = [], struck = [], own = [] } = meeting.agenda ?? {}
  const before = heldBefore(view.plan, meeting)
  // What others call is theirs: of their agenda we know what we asked for, and what they decided.
  const isOurs = view.plan.bodies.get(meeting.body)?.convened !== false
  const made = isOver(meeting) ? asArranged(view, before, order) : isOurs ? itemsNow(view, before, meeting) : decidedBefore(view, before)
  const topic: AgendaItem[] = meeting.topic === undefined ? [] : [{ key: topicKey, kind: 'own', text: meeting.topic }]
  const all: AgendaItem[] = [...topic, ...made, ...own.flatMap(({ key, text }) => ownItem(view, made, key, text))]
  const place = (key: string): number => ((at) => (at < 0 ? order.length : at))(order.indexOf(key))
  const arranged = all.map((item, at) => ({ item, at })).toSorted((a, b) => place(a.item.key) - place(b.item.key) || a.at - b.at).map(({ item }) => item)
  const [last] = before
  return { items: arranged.filter(({ key }) => !struck.includes(key)), struck: arranged.filter(({ key }) => struck.includes(key)), ...(last === undefined ? {} : { last }) }
}

/** One that is a task's number, p1-9, is that task, and stands there once. */
function ownItem(view: View, made: readonly AgendaItem[], key: string, text: string): AgendaItem[] {
  const no = taskAdded(view.plan, text)
  if (no === undefined) return [{ key, kind: 'own', text }]
  const task = made.some((item) => item.key === taskKey(no)) ? undefined : taskCard(view, no)
  return task === undefined ? [] : [{ key, kind: 'other', task }]
}

/** The task of the plan whose number, p1-9, is all that the words are. */
export function taskAdded({ id, tasks }: Pick<PlanState, 'id' | 'tasks'>, text: string): TaskNo | undefined {
  const [, plan, number] = /^(p\d{1,6})-(\d{1,4})$/.exec(text) ?? []
  const no = TaskNo.safeParse(Number(number))
  return plan === id && no.success && tasks.has(no.data) ? no.data : undefined
}

const isOver = ({ status }: Meeting): boolean => status !== 'scheduled'

/** A task stands there once, for the weightiest reason. What this sitting decided itself is none of its agenda. */
function itemsNow(view: View, before: readonly Meeting[], meeting: Meeting): AgendaItem[] {
  const { plan } = view
  const section = plan.bodies.get(meeting.body)?.section
  const cards = taskList(view).filter((card) => (section === undefined || isOfSection(plan, card, section)) && !isDecidedAt(plan, card.number, meeting.id)).toSorted((a, b) => urgency(view, b) - urgency(view, a))
  const decided = decidedBefore(view, before)
  const taken = new Set(decided.map(({ key }) => key))
  const others = (['coordination', 'red', 'yellow', 'instruction'] as const).flatMap((kind) => cards.filter((card) => isOf[kind](card) && !taken.has(taskKey(card.number))).map((task): AgendaItem => {
    taken.add(taskKey(task.number))
    return { key: taskKey(task.number), kind, task }
  }))
  return [...decided, ...others]
}

/** Its own, or what was ordered about one of its own. */
function isOfSection({ tasks }: PlanState, { section, instruction }: TaskCard, asked: string): boolean {
  const about = instruction?.about === undefined ? undefined : tasks.get(TaskNo.parse(instruction.about.number))?.section
  return [section, ...(about === undefined ? [] : [about])].some((each) => plainName(each) === plainName(asked))
}

const isOf: Record<Exclude<AgendaKind, 'own' | 'decided' | 'other'>, (card: TaskCard) => boolean> = {
  coordination: ({ coordinations, course }) => coordinations.length > 0 || handedUpWaiting(course).length > 0,
  red: ({ light }) => light === 'red',
  yellow: ({ light }) => light === 'yellow',
  instruction: ({ instruction, status }) => (instruction?.rank === 'leader' || instruction?.rank === 'office') && status !== 'accepted',
}

const isDecidedAt = ({ tasks }: PlanState, no: TaskNo, meeting: string): boolean => ((origin) => origin?.kind === 'meeting' && origin.meeting === meeting)(tasks.get(no)?.origin)

/** All of the last sitting, and what is not done yet of those before: nothing that was decided is forgotten. */
function decidedBefore(view: View, before: readonly Meeting[]): AgendaItem[] {
  return before.flatMap((at, nth) => at.items.flatMap((each) => {
    const task = 'task' in each ? taskCard(view, each.task) : undefined
    return task === undefined || (nth > 0 && task.status === 'accepted') ? [] : [{ key: taskKey(task.number), kind: 'decided' as const, task, decided: { at, item: decisionNumber(view.plan, at, task.number) } }]
  }))
}

function asArranged(view: View, before: readonly Meeting[], order: readonly string[]): AgendaItem[] {
  const decided = new Map(decidedBefore(view, before).map((item) => [item.key, item]))
  return [...view.plan.tasks.keys()].filter((no) => order.includes(taskKey(no))).flatMap((no): AgendaItem[] => {
    const known = decided.get(taskKey(no))
    const task = taskCard(view, no)
    if (known !== undefined || task === undefined) return known === undefined ? [] : [known]
    const kind = (['coordination', 'red', 'yellow', 'instruction'] as const).find((each) => isOf[each](task)) ?? 'other'
    return [{ key: taskKey(no), kind, task }]
  })
}

export type Arranged = Pick<NonNullable<Meeting['agenda']>, 'order' | 'struck' | 'own'>
export type Arranging = { act: 'up' | 'down' | 'top' | 'strike' | 'restore'; key: string } | { act: 'add'; text: string }

/** What the agenda is once that is done: every item that stands there has its place from then on. Undefined where nothing would change. */
export function arranged({ items, struck }: Agenda, now: Arranged | undefined, arranging: Arranging): Arranged | undefined {
  const own = now?.own ?? []
  // What does not stand there today keeps its place, for it may come back.
  const gone = (now?.order ?? []).filter((key) => ![...items, ...struck].some((item) => item.key === key))
  const shown = items.map(({ key }) => key)
  const left = struck.map(({ key }) => key)
  const goneStruck = (now?.struck ?? []).filter((key) => gone.includes(key) && !left.includes(key))
  const as = (order: readonly string[], out: readonly string[], owns: typeof own = own): Arranged => ({ order: [...order, ...out, ...gone.filter((key) => !order.includes(key) && !out.includes(key))], struck: [...out, ...goneStruck], own: owns })
  if (arranging.act === 'add') {
    if (items.some((item) => item.kind === 'own' && item.text === arranging.text) || own.some((each) => each.text === arranging.text && items.some(({ key }) => key === each.key))) return undefined
    const key = ownKey(Math.max(0, ...own.map((each) => Number(each.key.replace('own/', '')) || 0)) + 1)
    return as([...shown, key], left, [...own, { key, text: arranging.text }])
  }
  const { act, key } = arranging
  const at = shown.indexOf(key)
  if (act === 'restore') return left.includes(key) ? as([...shown, key], left.filter((each) => each !== key)) : undefined
  if (at < 0) return undefined
  if (act === 'strike') return as(shown.filter((each) => each !== key), [...left, key])
  const to = { up: at - 1, down: at + 1, top: at === 0 ? -1 : 0 }[act]
  if (to < 0 || to >= shown.length) return undefined
  return as(shown.filter((each) => each !== key).toSpliced(to, 0, key), left)
}
