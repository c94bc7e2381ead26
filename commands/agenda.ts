// 议程: what a sitting is to look at, made from the ledger; the secretary puts it in order, leaves out and adds.
import { z } from 'zod'
import { command, type Answer, type Desk } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import { present } from '#src/ledger/fields.ts'
import type { Refusal } from '#src/ledger/refusal.ts'
import { agendaKinds, agendaOf, arranged, taskAdded, type Agenda, type AgendaItem, type Arranging } from '#src/meetings/agenda-items.ts'
import { meetingsAhead } from '#src/meetings/meeting-order.ts'
import { agendaCard, arrangeCard, arrangedWords, ownItemForm, ownItemMissing, type AgendaShown } from '#templates/agenda.ts'
import { changesCounted } from '#templates/changes.ts'
import { namedSitting } from '#templates/meeting-names.ts'
import type { Card } from '#templates/card.ts'
import { own } from './own-word.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { changesSince, thenAt } from './since-look.ts'
import { beganAt } from './since-meeting.ts'
import { findTask, taskName } from './task-argument.ts'
import { isMeetingName, meetingBefore, likelyMeeting, meetingNow, meetingRun, type MeetingOfPlan } from './meeting-argument.ts'
import { viewOf } from './view-of.ts'

/** `words`: of an item of the secretary's own. `arrange`: every item with its buttons. `open`: a group of which all is shown. `which`: an item by its number there, or by a word of its name. `unread`: what was typed besides. */
const Args = z.object({
  body: z.string().max(100).optional(),
  plan: z.string().max(199).optional(), meeting: z.string().trim().toLowerCase().max(20).optional(),
  act: z.enum(['up', 'down', 'top', 'strike', 'restore', 'add']).optional(), key: z.string().max(60).optional(), which: z.string().max(199).optional(), unread: z.string().max(9000).optional(), words: z.string().trim().max(300).default(''),
  open: z.enum(agendaKinds).optional(), arrange: z.boolean().default(false), page: z.coerce.number().int().min(0).max(99).default(0), form: z.boolean().default(false),
})
type Args = z.infer<typeof Args>

const arrangeWords: readonly string[] = ['编排', 'arrange']
/** 删 2, 置顶 3. */
const moves: Readonly<Record<string, Arranging['act']>> = { 删: 'strike', 删去: 'strike', 删除: 'strike', 去掉: 'strike', 拿掉: 'strike', strike: 'strike', remove: 'strike', 置顶: 'top', 提前: 'top', top: 'top', 上移: 'up', up: 'up', 下移: 'down', down: 'down' }
const moved = /^(删(?:去|除|掉)?|去掉|拿掉|置顶|上移|下移)第?(\d{1,3})项?$/u

const isArrange = (word = ''): boolean => arrangeWords.includes(word.toLowerCase())

export const agenda = command({
  name: { zh: '议程', en: 'agenda' },
  also: ['会议议程'],
  verbs: arrangeWords,
  alone: arrangeWords,
  before: { words: arrangeWords, named: isMeetingName, isSaid: true },
  usage: { zh: '议程 m1（加议题：议程 m1 加 〔一句话，或任务号〕；删去：议程 m1 删 2）', en: 'agenda m1 (add one: agenda m1 add 〔one line, or a task’s number〕; leave one out: agenda m1 remove 2)' },
  about: { zh: '看下次会议的议程：上次议定的办得怎样、红黄灯、协调和批示', en: 'what the next meeting looks at: decisions of the last, reds and yellows, what is stuck, instructions' },
  then: { zh: '按台账自动列出；督查室可以排序、删去、加议题，写进会议通知和纪要。', en: 'It is made from the ledger; a secretary puts it in order, leaves out and adds, and it stands in the notice and the minutes.' },
  group: 'meeting',
  may: 'see',
  looks: true,
  args: Args,
  typed(words) {
    const isArranging = isArrange(words[0]) || isArrange(meetingBefore(words).rest[0])
    const { named, rest } = meetingBefore(isArranging ? words.filter((word) => !isArrange(word)) : words)
    if (isArranging) return { ...named, arrange: true, ...(rest.length === 0 ? {} : { body: rest.join('') }) }
    const [first, ...more] = rest
    const isAdding = first === '加' || first === '加议题' || first === '增加' || first?.toLowerCase() === 'add'
    if (isAdding || first === undefined) return { ...named, ...(isAdding ? { act: 'add', words: more.join(' ') } : {}) }
    const [, act = first, which = more.join(' ')] = moved.exec(rest.join('')) ?? []
    const move = own(moves, act.toLowerCase().replace(/^删掉$/u, '删'))
    if (move !== undefined && which !== '') return { ...named, act: move, which: which.slice(0, 199) }
    return { ...named, ...(named.meeting === undefined ? { body: rest.join('') } : { unread: rest.join(' ') }) }
  },
  async run(args, desk) {
    const meant = await likelyMeeting({ ...args, among: meetingsAhead, first: true, run: (of) => runOf('agenda', { ...of, arrange: args.arrange ? true : undefined, act: args.act, key: args.key, which: args.which, words: args.words === '' ? undefined : args.words }), none: 'ahead' }, desk)
    if (!meant.ok) return meant.answer
    return args.act === undefined ? shown(args, meant, desk) : arranging(args.act, args, meant, desk)
  },
})

async function shown(args: Args, sitting: MeetingOfPlan, desk: Desk): Promise<Answer> {
  return { kind: 'card', card: cardOf(args, sitting, desk, await changesOf(sitting, desk)), replaces: args.arrange || args.open !== undefined }
}

function cardOf(args: Pick<Args, 'open' | 'arrange' | 'page' | 'unread'>, sitting: MeetingOfPlan, desk: Desk, changes?: string, said?: string): Card {
  const { plan, meeting } = sitting
  const isSecretary = may(desk.asker, 'arrange-agenda')
  const facts: AgendaShown = {
    ...namedSitting(plan, meeting), ...agendaOf(viewOf(desk, plan), meeting), today: desk.today, page: args.page, ...(args.open === undefined ? {} : { open: args.open }), ...(changes === undefined ? {} : { changes }), ...(args.unread === undefined ? {} : { unread: args.unread }), ...(said === undefined ? {} : { said }),
    ...present({ section: plan.bodies.get(meeting.body)?.section }), mayArrange: isSecretary && meeting.status === 'scheduled', mayCall: isSecretary && meeting.status === 'scheduled',
    mayRecord: isSecretary && (meeting.status === 'held' || (meeting.status === 'scheduled' && meeting.day <= desk.today)) && meeting.minutes === undefined,
  }
  return args.arrange && facts.mayArrange ? arrangeCard(facts, desk.lang) : agendaCard(facts, desk.lang)
}

/** Counted, since the sitting before it began. */
async function changesOf({ plan, meeting }: MeetingOfPlan, desk: Desk): Promise<string | undefined> {
  const { last } = agendaOf(viewOf(desk, plan), meeting)
  if (last === undefined || meeting.status !== 'scheduled') return undefined
  const then = await thenAt(desk, { at: beganAt({ plan, meeting: last }, desk) })
  const now = desk.plans.get(plan.id)
  return now === undefined ? undefined : changesCounted(changesSince(desk, then, [viewOf(desk, now)]).counts, desk.lang)
}

async function arranging(act: Arranging['act'], typed: Args, found: MeetingOfPlan, desk: Desk): Promise<Answer> {
  if (!may(desk.asker, 'arrange-agenda')) return refused({ code: 'not-permitted', permission: 'arrange-agenda' }, desk)
  const added = act === 'add' ? topicAdded(typed.words, found, desk) : { ok: true as const, words: typed.words }
  if (!added.ok) return refused(added.refusal, desk)
  const asked = act === 'add' ? undefined : itemNamed(typed.which, found, desk)
  if (typed.which !== undefined && asked === undefined) return shown({ ...typed, unread: typed.which }, found, desk)
  const args: Args = { ...typed, words: added.words, ...(asked === undefined ? {} : { key: asked }) }
  if (act === 'add' && args.words === '' && found.meeting.status === 'scheduled') return args.form ? { kind: 'form-errors', errors: ownItemMissing(desk.lang) } : { kind: 'form', form: ownItemForm(namedSitting(found.plan, found.meeting), { arrange: args.arrange, page: args.page }, desk.lang) }
  // Waited for first: between the look and what is recorded of it nobody comes in.
  const changes = await changesOf(found, desk)
  const sitting = meetingNow(found, desk)
  const { plan, meeting } = sitting
  const before = agendaOf(viewOf(desk, plan), meeting)
  const same = act === 'add' ? before.items.find((item) => (item.kind === 'own' ? item.text === args.words : item.task.number === taskAdded(plan, args.words))) : undefined
  if (same !== undefined) return { kind: 'card', card: cardOf(args, sitting, desk, changes, arrangedWords('twice', same, desk.lang)), replaces: args.arrange }
  const next = arranged(before, meeting.agenda, act === 'add' ? { act, text: args.words } : { act, key: args.key ?? '' })
  // Pressed twice, or moved by another meanwhile: what stands is shown.
  if (next === undefined) return shown(args, sitting, desk)
  const { order, struck, own: topics } = next
  const answer = await recorded(desk.record(plan.id, { type: 'arrange-agenda', meeting: meeting.id, order, struck, own: topics, over: meeting.agenda?.times ?? 0 }), desk, () => {
    const now = meetingNow(sitting, desk)
    const item = act === 'add' ? lastOwn(agendaOf(viewOf(desk, now.plan), now.meeting)) : [...before.items, ...before.struck].find(({ key }) => key === args.key)
    return cardOf(args, now, desk, changes, arrangedWords(act, item, desk.lang))
  }, meetingRun('agenda', sitting, { act, key: args.key, words: args.words }))
  return answer.kind === 'card' && answer.card.refused === undefined && args.arrange ? { ...answer, replaces: true } : answer
}

const lastOwn = ({ items }: Agenda): AgendaItem | undefined => items.findLast(({ key }) => key.startsWith('own/'))

/** p1-9 and 9 are that task, and not two signs of a topic; one of another plan is named. */
function topicAdded(said: string, { plan }: MeetingOfPlan, desk: Desk): { ok: true; words: string } | { ok: false; refusal: Refusal } {
  const words = said.trim()
  if (!/^(?:p\d{1,6}[-#/])?\d{1,4}$/iu.test(words)) return { ok: true, words }
  const found = findTask(desk, /^\d+$/u.test(words) ? `${plan.id}-${words}` : words)
  if (!found.ok) return found
  const name = taskName(found.plan.id, found.task)
  return { ok: true, words: found.plan.id === plan.id ? name : `${found.plan.tasks.get(found.task)?.title ?? ''}（${name}）`.slice(0, 300) }
}

/** @returns its key, of the one that is meant */
function itemNamed(which: string | undefined, { plan, meeting }: MeetingOfPlan, desk: Desk): string | undefined {
  if (which === undefined) return undefined
  const { items } = agendaOf(viewOf(desk, plan), meeting)
  const [, number] = /^第?(\d{1,3})项?$/u.exec(which) ?? []
  const like = items.filter((item) => (item.kind === 'own' ? item.text : `${taskName(plan.id, item.task.number)} ${item.task.title}`).includes(which))
  return (number === undefined ? (like.length === 1 ? like[0] : undefined) : items[Number(number) - 1])?.key
}
