// 议定: what a sitting decides becomes a task as it is said: read, shown, recorded when that is pressed; several said in one breath come one after another.
import { z } from 'zod'
import { answered, command, type Answer, type Desk } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import { present } from '#src/ledger/fields.ts'
import { TaskNo, Words } from '#src/ledger/ids.ts'
import type { MeetingIntent } from '#src/ledger/decide-meeting.ts'
import { outsideYears } from '#src/ledger/years-of-plan.ts'
import { itemsOf } from '#src/meetings/decided-at.ts'
import { decisionTitle } from '#src/meetings/decision-title.ts'
import { asOne, decisionRead, decisionsApart, decisionsSaid, eachApart, maybeApart, type DecisionRead } from '#src/meetings/decision-words.ts'
import { meetingsMeant } from '#src/meetings/meeting-order.ts'
import { offeredDays } from '#src/queries/instructed-day.ts'
import { instructedPeople } from '#src/queries/instructing.ts'
import type { Card, Run } from '#templates/card.ts'
import { givenSection } from '#templates/instruction-words.ts'
import { namedSitting } from '#templates/meeting-names.ts'
import { decisionCard, decisionForm, decisionMissing, orderInstead, recordedWords, resolvedCard, type DecisionDraft, type DecisionRuns, type DecisionsLeft } from '#templates/resolved.ts'
import { taskRef } from '#templates/ways.ts'
import { keepAgenda } from './agenda-kept.ts'
import { askedEarly, isEarly } from './begins-early.ts'
import { carried } from './carried.ts'
import { dayIn } from './day-argument.ts'
import { fieldErrors } from './field-errors.ts'
import { mayNameAll, readWords } from './instructing.ts'
import { recorded } from './recorded.ts'
import { refused, refusedCard } from './refused.ts'
import { inButton, runOf } from './run-of.ts'
import { decisionsLeft, keepSaid, passOver, saidAt } from './decisions-left.ts'
import { closedWhy, meetingBefore, likelyMeeting, meetingNow, meetingRun, type MeetingOfPlan } from './meeting-argument.ts'
import { titleOfWords } from './title-of-words.ts'
import { viewOf } from './view-of.ts'

/** `lead`, `support`, `due`: where they are not as the words say. `rest`: what was said besides, a line each, or where it is kept; `at`: which of all of it this is. `as`: it was looked at. `edit`: the form; `here`: what it leads to stands in the place of the message it was opened from. `sure`: though its hour is ahead. `was`: the hashes of what they were before they were changed, put together or taken apart. `asIs`: the words are one, whatever is read in them. */
const Args = z.object({
  plan: z.string().max(199).optional(), meeting: z.string().trim().toLowerCase().max(20).optional(),
  words: Words.default(''), lead: z.string().max(60).optional(), support: z.string().max(4000).optional(), due: z.string().max(40).default(''), about: TaskNo.optional(),
  rest: z.string().max(4000).default(''), at: z.coerce.number().int().min(1).max(999).default(1),
  as: z.enum(['decision', 'note', 'skip']).optional(), edit: z.boolean().default(false), here: z.boolean().default(false), form: z.boolean().default(false), sure: z.boolean().default(false), was: z.string().max(4000).default(''), asIs: z.boolean().default(false),
})
type Args = z.infer<typeof Args>

export const resolve = command({
  name: { zh: '议定', en: 'resolve' },
  also: ['会议议定', '会议决定', '议定事项', 'decided', 'decide'],
  opens: ['议定', '会议议定', '会议决定', 'decided'],
  usage: { zh: '议定 m1 〔教育局牵头下月底前完成园舍改造〕', en: 'resolve m1 〔who does what by when〕' },
  about: { zh: '记会上议定的事：自动读出单位和日期，核对后成为任务', en: 'record what a meeting decides: units and day are read, shown, and it becomes a task' },
  then: { zh: '先给您核对；点“记为议定事项”单位才收到。几件一起写（一是…二是…）就一件一件核对。', en: 'You see it first; its units are told when you press. Several in one go are shown one after another.' },
  group: 'meeting',
  may: 'decide-item',
  args: Args,
  typed(words) {
    const { named, rest } = meetingBefore(words)
    return { ...named, words: rest.join(' ') }
  },
  async run(args, desk) {
    const again = async (of: { plan?: string | undefined; meeting?: string | undefined }): Promise<Run> => carried(runOf('resolve', { ...kept(args), ...of }), desk)
    const meant = await likelyMeeting({ ...args, among: meetingsMeant, run: again, none: 'open' }, desk)
    if (!meant.ok) return meant.answer
    if (args.words.trim() === '' && !args.edit && !args.form) return { kind: 'card', card: resolvedNow(meant, desk, { left: await leftHere(meant, desk) }) }
    const closed = closedWhy(meant, desk.today)
    if (closed?.code === 'minutes-issued') return answered(orderInstead(refusedCard(closed, desk), await carried(asOrder(args, meant), desk), desk.lang))
    if (closed !== undefined) return refused(closed, desk, await again({ plan: meant.plan.id, meeting: meant.meeting.id }))
    return resolving(args, meant, desk)
  },
})

const kept = ({ words, lead, support, due, about, rest, at, asIs }: Args): Parameters<typeof runOf>[1] => ({ words, asIs: asIs ? true : undefined, lead, support, due: due === '' ? undefined : due, about, rest: rest === '' ? undefined : rest, at: at === 1 ? undefined : at })

const asOrder = ({ words, lead, support, due, about }: Args, { plan: { id: plan } }: MeetingOfPlan): Run => runOf('instruct', { plan, words, lead, support, due: due === '' ? undefined : due, about: about === undefined ? undefined : taskRef({ plan, number: about }) })

function resolvedNow(sitting: MeetingOfPlan, desk: Desk, { said, left }: { said?: string | undefined; left: DecisionsLeft | undefined }): Card {
  const { plan, meeting } = sitting
  const mayRecord = closedWhy(sitting, desk.today) === undefined && may(desk.asker, 'decide-item')
  return resolvedCard({ ...namedSitting(plan, meeting), items: itemsOf(viewOf(desk, plan), meeting), today: desk.today, mayRecord, ...present({ said, left: mayRecord ? left : undefined }) }, desk.lang)
}

/** What waits to be looked at, and the way on with it. @param but what is being recorded now */
export async function leftHere(sitting: MeetingOfPlan, desk: Desk, but?: string): Promise<DecisionsLeft | undefined> {
  const lines = (await decisionsLeft(sitting, desk)).filter((line) => line !== but)
  const [words, ...more] = lines
  if (words === undefined) return undefined
  const rest = await asRest(more, desk)
  return { lines, run: await carried(meetingRun('resolve', sitting, { words, asIs: true, rest: rest === '' ? undefined : rest }), desk) }
}

/** What was said besides, a line each. */
const keptRest = /^kept:(w\w+)$/
async function restOf({ rest }: Pick<Args, 'rest'>, desk: Desk): Promise<string[]> {
  const [, id] = keptRest.exec(rest) ?? []
  const words = id === undefined ? rest : (await desk.words.find(id))?.args['words']
  return typeof words === 'string' ? words.split('\n').filter((line) => line !== '') : []
}

/** What is too long for a button is kept beside it. */
async function asRest(lines: readonly string[], desk: Desk): Promise<string> {
  const rest = lines.join('\n')
  return rest.length <= inButton ? rest : `kept:${await desk.words.keep({ command: 'resolve', args: { words: rest } })}`
}

type Reading = DecisionRead & { unknown: string[] }

function readDecision(args: Pick<Args, 'words' | 'lead' | 'support' | 'due'>, { plan, meeting }: MeetingOfPlan, desk: Desk): Reading {
  const view = viewOf(desk, plan)
  const { units, unclear, unknown, strangers, due } = readWords(args, view)
  const said = decisionRead(args.words, view, meeting.day)
  const whose = args.lead === undefined && args.support === undefined ? { units: said.units, unclear: said.unclear, strangers: said.strangers } : { units, unclear, strangers }
  return args.due === '' ? { ...said, ...whose, unknown } : { words: args.words, ...whose, unknown, ...present({ due }) }
}

async function resolving(args: Args, sitting: MeetingOfPlan, desk: Desk): Promise<Answer> {
  const later = await restOf(args, desk)
  const isAsIs = args.asIs && (!args.form || args.was.split(',').includes(desk.hashOf(args.words)))
  const [words = '', ...more] = isAsIs ? [args.words] : decisionsApart(args.words, desk.directory, desk.today)
  const now: Args = { ...args, words, asIs: true }
  const read = readDecision(now, sitting, desk)
  const lines = [...more, ...later]
  if ((args.edit && !args.form) || (words === '' && !args.form)) return form(now, sitting, read, lines, desk)
  const errors = !args.form ? undefined : words === '' ? decisionMissing('words', desk.lang) : read.unknown.length > 0 ? decisionMissing({ unknown: read.unknown }, desk.lang) : args.due !== '' && !isAhead(args.due, desk) ? decisionMissing('due', desk.lang) : farFrom(args.due, sitting, desk)
  if (errors !== undefined) return { kind: 'form-errors', errors }
  const whole = isAsIs ? [] : decisionsSaid(args.words, desk.directory, desk.today).filter((said) => eachApart(said, desk.directory).length > 1)
  await keepWhatWaits({ ...args, words }, { more, whole }, sitting, desk)
  if (args.as === undefined || (args.as === 'decision' && read.due === undefined)) {
    const draw = await drawing(now, sitting, lines, desk)
    return { kind: 'card', card: draw(), replaces: args.form ? args.here : args.due !== '' || args.was !== '' }
  }
  const again = async (more: Parameters<typeof runOf>[1]): Promise<Run> => carried(meetingRun('resolve', sitting, { ...kept(args), ...more }), desk)
  if (args.as !== 'skip' && isEarly(sitting, desk) && !args.sure) return askedEarly(sitting, { begin: await again({ as: args.as, sure: true }), back: await again({}) }, desk)
  if (args.as === 'skip') await passOver(words, sitting, desk)
  const after = await afterwards(now, sitting, lines, desk)
  if (args.as === 'skip') return { kind: 'card', card: after(sitting), replaces: true }
  const intent = args.as === 'note' || read.due === undefined ? ({ type: 'note-item', meeting: sitting.meeting.id, words } as const) : decideIntent(now, sitting, { ...read, due: read.due }, desk)
  // Kept before anything is recorded: what fails here was not begun.
  const act = await carried(meetingRun('resolve', sitting, kept(now)), desk)
  await keepAgenda(sitting, desk)
  const answer = await recorded(desk.record(sitting.plan.id, intent), desk, () => {
    const done = meetingNow(sitting, desk)
    const items = itemsOf(viewOf(desk, done.plan), done.meeting)
    // Pressed twice it is the note that stands there already.
    const item = intent.type === 'note-item' ? items.findLast((each) => each.kind === 'noted' && each.words === words) : items.at(-1)
    return after(done, recordedWords(item, desk.lang))
  }, act)
  return answer.kind === 'card' && answer.card.refused === undefined ? { ...answer, replaces: true } : answer
}

/** Whatever is shown waits until it is recorded or passed over, whoever looks away; what was changed in the form waits in its new words. */
async function keepWhatWaits({ words, was, as }: Args, { more, whole }: Record<'more' | 'whole', readonly string[]>, sitting: MeetingOfPlan, desk: Desk): Promise<void> {
  if (as !== undefined) return
  const left = await decisionsLeft(sitting, desk)
  const before = was.split(',')
  for (const line of left) if (line !== words && before.includes(desk.hashOf(line))) await passOver(line, sitting, desk)
  const fresh = [words, ...more].filter((line) => !left.includes(line))
  if (fresh.length > 0) await keepSaid(fresh, whole, sitting, desk)
}

function farFrom(due: string, { plan }: MeetingOfPlan, desk: Desk): Record<string, string> | undefined {
  const day = dayIn(due, desk.today)
  const far = due !== '' && day.ok ? outsideYears(plan, day.day, desk.today) : undefined
  return far === undefined ? undefined : fieldErrors('due', far.refusal, desk)
}

const isAhead = (due: string, { today }: Desk): boolean => ((day) => day.ok && day.day >= today)(dayIn(due, today))

function decideIntent({ words, about }: Args, { plan, meeting }: MeetingOfPlan, { units, due }: Reading & Required<Pick<DecisionRead, 'due'>>, desk: Desk): Extract<MeetingIntent, { type: 'decide-item' }> {
  const isOfPlan = about !== undefined && plan.tasks.has(about)
  return { type: 'decide-item', meeting: meeting.id, section: givenSection.meeting, title: titleOfWords(decisionTitle({ words, units, due }, viewOf(desk, plan), meeting.day)), words, hash: desk.hashOf(words), units, day: due.day, ...(isOfPlan ? { about } : {}) }
}

/** The next that was said, or the sitting as it stands. Its buttons are made before anything is recorded, for what is long has to be kept first. */
async function afterwards({ at, words }: Pick<Args, 'at' | 'words'>, sitting: MeetingOfPlan, lines: readonly string[], desk: Desk): Promise<(now: MeetingOfPlan, said?: string) => Card> {
  const [next, ...rest] = lines
  if (next === undefined) {
    const left = await leftHere(sitting, desk, words)
    return (now, said) => resolvedNow(now, desk, { said, left })
  }
  const draw = await drawing({ ...Args.parse({}), words: next, asIs: true, at: at + 1 }, sitting, rest, desk)
  return (_, said) => draw(said)
}

async function drawing(args: Args, sitting: MeetingOfPlan, lines: readonly string[], desk: Desk): Promise<(said?: string) => Card> {
  const { plan, meeting } = sitting
  const view = viewOf(desk, plan)
  const read = readDecision(args, sitting, desk)
  const { units, due, unread, strangers, unclear: [unclear] } = read
  const rest = await asRest(lines, desk)
  const settled = { ...kept(args), rest: rest === '' ? undefined : rest, lead: units.find(({ part }) => part === 'lead')?.unit, support: units.filter(({ part }) => part === 'support').map(({ unit }) => unit).join('、'), due: due?.day }
  const carrying = async (more: Parameters<typeof runOf>[1]): Promise<Run> => carried(meetingRun('resolve', sitting, { ...settled, ...more }), desk)
  const offered = due === undefined ? offeredDays(desk.today, view.calendar) : []
  const { left, whole } = await saidAt(sitting, desk)
  const all = [args.words, ...lines]
  const one = asOne(all, desk.directory, whole)
  const parts = partsOf(args.words, desk)
  const runs: DecisionRuns = {
    decide: await carrying({ as: 'decision' }), note: await carrying({ as: 'note' }), edit: await carrying({ edit: true, here: true }), on: await Promise.all(offered.map(async (each) => ({ offered: each, run: await carrying({ due: each.day }) }))),
    ...(one === undefined ? {} : { one: { count: one.count, run: await carrying(await inPlaceOf(one.count, [one.words], all, desk)) } }),
    ...(parts.length < 2 ? {} : { apart: { count: parts.length, run: await carrying(await inPlaceOf(1, parts, all, desk)) } }),
    ...(lines.length === 0 && !left.includes(args.words) ? {} : { skip: await carrying({ as: 'skip' }) }),
  }
  const draft: DecisionDraft = {
    ...namedSitting(plan, meeting), words: args.words, strangers, units: instructedPeople(desk.directory, units), mayName: mayNameAll(units, desk), at: args.at, of: args.at + lines.length, today: desk.today,
    ...present({ due, unread, unclear: unclear === undefined ? undefined : { said: unclear.said, names: unclear.units.map((id) => desk.directory.units.get(id)?.name ?? id) }, about: aboutOf(args, sitting) }),
  }
  return (said) => decisionCard({ ...draft, ...present({ said }) }, runs, desk.lang)
}

/** Put together it can be taken apart again; what only may be several is so where that is chosen. */
const partsOf = (words: string, { directory, today }: Desk): string[] => ((parts) => (parts.length > 1 ? parts : maybeApart(words, directory, today)))(eachApart(words, directory))

/** Others in the place of so many of what was said: one of several, or several of one. */
async function inPlaceOf(count: number, [words = '', ...more]: readonly string[], lines: readonly string[], desk: Desk): Promise<Parameters<typeof runOf>[1]> {
  const rest = await asRest([...more, ...lines.slice(count)], desk)
  return { words, asIs: true, was: lines.slice(0, count).map((line) => desk.hashOf(line)).join(','), rest: rest === '' ? undefined : rest, lead: undefined, support: undefined, due: undefined }
}

/** The item of the agenda it was decided of. */
const aboutOf = ({ about }: Pick<Args, 'about'>, { plan }: MeetingOfPlan): DecisionDraft['about'] => ((task) => (task === undefined ? undefined : { number: task.no, title: task.title }))(about === undefined ? undefined : plan.tasks.get(about))

async function form(args: Args, sitting: MeetingOfPlan, { units, unclear: [unclear], due }: Reading, lines: readonly string[], desk: Desk): Promise<Answer> {
  const rest = await asRest(lines, desk)
  // What the form asks for comes back from its fields.
  const beside = meetingRun('resolve', sitting, { about: args.about, rest: rest === '' ? undefined : rest, at: args.at === 1 ? undefined : args.at, ...(args.words === '' ? {} : { was: desk.hashOf(args.words), asIs: true }), ...(args.here ? { here: true } : {}) })
  const facts = {
    ...namedSitting(sitting.plan, sitting.meeting), words: args.words, units: [...desk.directory.units.values()].map(({ id, name }) => ({ id, name })), support: units.filter(({ part }) => part === 'support').map(({ unit }) => unit),
    ...present({ lead: unclear === undefined ? units.find(({ part }) => part === 'lead')?.unit : undefined, day: due?.day, first: unclear?.units, about: aboutOf(args, sitting) }),
  }
  return { kind: 'form', form: decisionForm(facts, beside, desk.lang) }
}
