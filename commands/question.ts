// A question in words is answered by the command that would have been typed for it, which is shown beside what was understood.
import { answered, type Answer, type Command, type Desk } from '#src/command.ts'
import { withRole } from '#src/directory/directory.ts'
import { may } from '#src/directory/permissions.ts'
import { unitsHeldBy } from '#src/directory/person.ts'
import { isOpen } from '#src/queries/round.ts'
import { nextMeeting } from '#src/meetings/cadence.ts'
import { present } from '#src/ledger/fields.ts'
import { decisionsFor } from '#src/queries/decisions-waiting.ts'
import { isSaidOfTask } from '#src/queries/find.ts'
import { sinceLastMeeting, type Asked, type KnownNames } from '#src/reader/asked.ts'
import { question, type Question } from '#src/reader/question.ts'
import { saidReading } from '#src/reader/said-reading.ts'
import type { Lang } from '#templates/card.ts'
import { asOfWords, nextMeetingWords, notUnderstood, planEndWords, toDecideWords, withQuestion } from '#templates/question-words.ts'
import { findLeader } from './find-leader.ts'
import { runTyped } from './run-typed.ts'
import { allViews } from './plan-argument.ts'
import { namesTask } from './plan-number.ts'
import { refused } from './refused.ts'
import { roundsFor } from './round-argument.ts'
import { scopeIn } from './screen-scope.ts'
import { findTask } from './task-argument.ts'
import { findUnit, unitCalled, unitRefused } from './unit-argument.ts'

/** A command by its English name, and the words that are typed after its own. */
type Typed = { command: string; words: readonly string[] }

/** Those that answer a question where they are there, and what answers it else. */
const whyCommand = ['why', 'task'] as const
const historyCommand = ['history'] as const
/** Any other command as it stood on a day: 截至 6月30日 任务 红灯. */
const thenCommand = 'as-of'

const lightWord: Record<Lang, Record<NonNullable<Extract<Asked, { kind: 'tasks' }>['light']>, string>> = {
  zh: { red: '红灯', yellow: '黄灯', green: '绿灯', done: '已办结', pending: '待定' },
  en: { red: 'red', yellow: 'yellow', green: 'green', done: 'done', pending: 'pending' },
}
const onlyWord: Record<Lang, Record<NonNullable<Extract<Asked, { kind: 'tasks' }>['only']>, string>> = {
  zh: { unreported: '未报', open: '未办结', overdue: '逾期', claimed: '待审', 'no-unit': '单位待定', 'no-contact': '无联络员', week: '本周', coordination: '需协调', blocked: '受阻', difficulty: '有困难', extended: '延期' },
  en: { unreported: 'unreported', open: 'unfinished', overdue: 'overdue', claimed: 'claimed', 'no-unit': 'no-unit', 'no-contact': 'no-contact', week: 'week', coordination: 'coordination', blocked: 'blocked', difficulty: 'difficulty', extended: 'extended' },
}

/** Undefined where nothing that is there answers it, or the asker may not ask it. @param asked with the whole name of its unit */
function typedFor(asked: Asked, desk: Desk, commands: readonly Command[]): Typed | undefined {
  const { lang } = desk
  const zh = lang === 'zh'
  const first = (names: readonly string[]): string | undefined => names.find((name) => commands.some((command) => command.name.en === name))
  switch (asked.kind) {
    case 'tasks':
      return { command: 'task', words: [
        ...(asked.inCharge === undefined ? [] : [zh ? '分管' : 'charge', asked.inCharge === '我' && !zh ? 'me' : asked.inCharge]), ...(asked.leads === true ? [zh ? '牵头' : 'lead'] : []), ...(asked.unit === undefined ? [] : [asked.unit]), ...(asked.or === undefined ? [] : [asked.or]),
        ...(asked.light === undefined ? [] : [lightWord[lang][asked.light]]), ...(asked.only === undefined || asked.overBy !== undefined ? [] : [onlyWord[lang][asked.only]]), ...(asked.overBy === undefined ? [] : [zh ? `逾期${asked.overBy}天以上` : `overdue-${asked.overBy}-days`]), ...(asked.during === undefined ? [] : [asked.during]), ...(asked.due === undefined ? [] : [dueTyped(asked.due, asked.finishes === true)]), ...(asked.done === undefined ? [] : [zh ? `${asked.done}办结` : `done-${asked.done}`]),
      ] }
    case 'unit':
      // How it stands; of who leads nothing it is said who they are.
      return { command: scopeIn(desk, asked.unit) === undefined ? 'units' : 'summary', words: [asked.unit] }
    case 'contact':
      return { command: 'units', words: [asked.unit] }
    case 'in-charge':
      return { command: 'summary', words: asked.person !== '我' ? [asked.person] : [zh ? '我分管的' : 'mine'] }
    case 'topic':
      return { command: 'find', words: [...(asked.unit === undefined ? [] : [asked.unit]), asked.words] }
    case 'overall':
      return { command: 'summary', words: [] }
    case 'plan-end':
      return { command: 'plan', words: [] }
    case 'by-unit':
      return { command: 'units', words: [zh ? '灯' : 'lights'] }
    case 'task': {
      const history = asked.about === 'history' ? first(historyCommand) : undefined
      if (history !== undefined) return { command: history, words: [asked.task] }
      if (asked.about === 'history') return { command: 'task', words: [asked.task, zh ? '全文' : 'words'] }
      return { command: asked.about === 'why' ? (first(whyCommand) ?? 'task') : 'task', words: [asked.task] }
    }
    case 'silent':
      // Of a round that is held those it asked; else the tasks that nobody reported on.
      return roundsFor('chase', desk).some(({ turn }) => isOpen(turn, desk.today)) ? { command: 'round', words: [zh ? '看' : 'show'] } : { command: 'task', words: [onlyWord[lang].unreported] }
    case 'changes':
      return { command: 'changes', words: asked.since === undefined || asked.since === '' ? [] : [asked.since === sinceLastMeeting && !zh ? 'meeting' : asked.since, ...(asked.body === undefined ? [] : [asked.body])] }
    case 'decisions':
      return { command: 'last-meeting', words: asked.body === undefined ? [] : [asked.body] }
    case 'next-meeting':
      return { command: 'meeting', words: [] }
    case 'instructions':
      return { command: 'instructions', words: [] }
    case 'to-decide':
      return { command: 'summary', words: [] }
    case 'unmanned':
      return { command: 'units', words: [zh ? '没有联络员' : 'silent'] }
    case 'unchecked':
      return { command: 'verify-lines', words: [] }
    case 'waits':
      return { command: 'mine', words: [] }
    case 'queue':
      return commands.some(({ name, may: needed }) => name.en === 'queue' && may(desk.asker, needed)) ? { command: 'queue', words: [] } : { command: 'task', words: [onlyWord[lang].claimed] }
  }
}

/** 本月到期, 三季度要完成; due-this-month, finish-this-month. */
const dueTyped = (due: string, finishes: boolean): string => (due.startsWith('due-') ? (finishes ? due.replace(/^due-/, 'finish-') : due) : `${due}${finishes ? '要完成' : '到期'}`)

const namesKnown = ({ directory, plans }: Desk): KnownNames => ({ bodies: [...plans.values()].flatMap(({ bodies }) => [...bodies.values()].map(({ name }) => name)), units: [...directory.units.values()].flatMap(({ name, aliases }) => [name, ...aliases]), people: withRole(directory, 'leader').map(({ name }) => name) })

/** Commands whose first word may also begin a question: 为什么12是红的, 会议什么时候开. */
const alsoAsking: ReadonlySet<string> = new Set(['task', 'why', 'find', 'meeting', 'units', 'summary', 'changes', 'last-meeting', 'history', 'as-of'])

type Written = { words: string; /** To a message about tasks. */ isReply: boolean; /** The command that its first word is. */ understood?: { command: string; args: Record<string, unknown> } }

/** The answer to a question in words; undefined where it is none, or one that is not understood. Nothing is ever recorded by it. */
export async function answerTo({ words, isReply, understood }: Written, desk: Desk, commands: readonly Command[]): Promise<Answer | undefined> {
  if (understood !== undefined && (!alsoAsking.has(understood.command) || isWholeCommand(understood.args))) return undefined
  const read = readQuestion(words, desk)
  if (read?.asked === undefined || ((isReply || understood !== undefined) && !read.isAsked)) return undefined
  // 如何申请延期 asks how it is done, and not what was put off.
  if (read.asked.kind === 'tasks' && read.asked.only === 'extended' && howTo.test(words)) return undefined
  // To a message, 怎么样了 is of what it tells.
  if (isReply && read.asked.kind === 'overall') return undefined
  return await answerFor(words, read.asked, read.asOf, desk, commands)
}

/** 为什么 12, 任务 红灯 are the command as it is typed. */
const isWholeCommand = (args: Record<string, unknown>): boolean => Object.values(args).every((value) => value === undefined || value === '' || (typeof value === 'string' && namesTask(value)))

/** Without a word that asks, what names a task or a figure tells how far it is. */
function readQuestion(words: string, desk: Desk): Question | undefined {
  const read = question(words, namesKnown(desk), desk.today)
  if (read === undefined || read.isAsked) return read
  const { report } = saidReading(words, desk.today)
  return report !== undefined && (report.tasks.length > 0 || report.progress !== undefined) ? undefined : read
}

/** @param words as they were written */
async function answerFor(words: string, asked: Asked, asOf: string | undefined, desk: Desk, commands: readonly Command[]): Promise<Answer | undefined> {
  // A word that is in no title and no text was not understood.
  if (asked.kind === 'topic' && !isSaidOfTask(allViews(desk), asked.words)) return undefined
  // 2026怎么样 is of a year.
  if (asked.kind === 'task' && /^\d{4}$/.test(asked.task) && !isTask(asked.task, desk)) return undefined
  const leader = asked.kind === 'tasks' ? asked.inCharge : asked.kind === 'in-charge' ? asked.person : undefined
  if (leader !== undefined && findLeader(desk, leader) === undefined) return leader === '我' ? undefined : refused({ code: 'person-unknown', asked: leader }, desk)
  const named = 'unit' in asked ? asked.unit : undefined
  const found = named === undefined ? undefined : unitMeant(named, desk)
  if (named !== undefined && found === undefined) return unitRefused(desk, named, nearestUnits(named, desk), (unit) => runFor({ ...asked, unit } as Asked, desk, commands) ?? { command: 'units', args: { unit } })
  const or = asked.kind === 'tasks' && asked.or !== undefined ? unitMeant(asked.or, desk) : undefined
  if (asked.kind === 'tasks' && asked.or !== undefined && or === undefined) return unitRefused(desk, asked.or, nearestUnits(asked.or, desk), (unit) => runFor({ ...asked, or: unit }, desk, commands) ?? { command: 'units', args: { unit } })
  const meant = found === undefined ? asked : ({ ...asked, unit: found, ...(or === undefined ? {} : { or }) } as Asked)
  const now = typedFor(meant, desk, commands)
  const typed = now === undefined || asOf === undefined ? now : thenTyped(now, asOf, desk, commands)
  const command = typed === undefined ? undefined : commands.find(({ name }) => name.en === typed.command)
  if (typed === undefined || command === undefined || !may(desk.asker, command.may)) return undefined
  const answer = await command.handle(command.typed(typed.words), desk)
  if (answer.kind === 'args-refused') return undefined
  const line = [command.name[desk.lang], ...typed.words].join(' ')
  // 截至 6月20日 为什么 p1-17 is the command itself.
  if (unspaced(line) === unspaced(words)) return answer
  return answer.kind === 'card' ? { ...answer, card: withQuestion(answer.card, { asked: meant, typed: line, ...(asOf === undefined ? noteOn(meant, desk) : { note: asOfWords(asOf, desk.lang) }) }, desk.lang) } : answer
}

const unspaced = (line: string): string => line.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

const thenTyped = ({ command, words }: Typed, asOf: string, { lang }: Desk, commands: readonly Command[]): Typed => ({ command: thenCommand, words: [asOf, commands.find(({ name }) => name.en === command)?.name[lang] ?? command, ...words] })

/** What is asked is said at once: the next meeting stands above the list of all that are owed, whether anything waits above the whole screen, until when the plans run above their list. */
function noteOn({ kind }: Asked, desk: Desk): { note?: string } {
  const { plans, today, lang, directory, asker } = desk
  if (kind === 'to-decide') return { note: toDecideWords(decisionsFor(directory, asker, allViews(desk)).all, lang) }
  if (kind === 'plan-end') return { note: planEndWords([...plans.values()].map(({ title, period }) => ({ title, ...present({ until: period?.to }) })), lang) }
  if (kind !== 'next-meeting') return {}
  const [next] = [...plans.values()].flatMap((plan) => ((meeting) => (meeting === undefined ? [] : [{ meeting, body: plan.bodies.get(meeting.body)?.name ?? meeting.body }]))(nextMeeting(plan, today))).toSorted((a, b) => (a.meeting.day < b.meeting.day ? -1 : 1))
  return { note: nextMeetingWords(next, lang, today) }
}

function unitMeant(named: string, { directory }: Desk): string | undefined {
  const found = findUnit(directory, named)
  return (unitCalled(directory, named) ?? (found.ok ? found.unit : undefined))?.name
}

const nearestUnits = (named: string, { directory }: Desk): ReturnType<typeof nearestOf> => nearestOf(findUnit(directory, named))
const nearestOf = (found: ReturnType<typeof findUnit>) => (found.ok ? [found.unit] : found.nearest)

/** One, or one of several plans: then it is asked which. */
const isTask = (asked: string, desk: Desk): boolean => ((found) => found.ok || found.refusal.code !== 'task-unknown')(findTask(desk, asked))

function runFor(asked: Asked, desk: Desk, commands: readonly Command[]): ReturnType<typeof runTyped> | undefined {
  const typed = typedFor(asked, desk, commands)
  const command = typed === undefined ? undefined : commands.find(({ name }) => name.en === typed.command)
  return typed === undefined || command === undefined || !may(desk.asker, command.may) ? undefined : runTyped(command, typed.words)
}

const nearestMost = 3
/** 怎么填报, 如何申请延期: how something is done here is for help to say. */
const howTo = /(?:怎么|如何|怎样)(?:用|填|报|申请|操作|改|删|撤|延|导|写|登记|录|分派|转|办结)/

/** Somebody asked, and it was not understood: the three nearest that would be. Undefined where nothing was asked. */
export function nearestQuestions(words: string, desk: Desk, commands: readonly Command[]): Answer | undefined {
  const read = desk.asker === undefined || howTo.test(words) ? undefined : readQuestion(words, desk)
  if (read?.isAsked !== true || !may(desk.asker, 'see')) return undefined
  const known = candidates(words, desk).flatMap(({ asked, cue }) => ((run) => (run === undefined ? [] : [{ asked, run, isNear: cue?.test(words) ?? true }]))(runFor(asked, desk, commands)))
  const chosen = [...known.filter(({ isNear }) => isNear), ...known.filter(({ isNear }) => !isNear)].slice(0, nearestMost)
  return chosen.length === 0 ? undefined : answered(notUnderstood(words, chosen, desk.lang))
}

/** What can be asked, first about the task and the unit that the words name. `cue`: words of which it is near. */
function candidates(words: string, desk: Desk): { asked: Asked; cue?: RegExp }[] {
  const task = /(?<![\d月年.-])(?:p\d{1,6}-)?\d{1,4}(?![\d.月日年天周%-])/i.exec(words)?.[0]
  const unit = [...desk.directory.units.values()].find(({ name, aliases }) => [name, ...aliases].some((each) => words.includes(each) || (each.length > 3 && words.includes(each.slice(1)))))?.name
  const named: Asked[] = [
    ...(task === undefined || !isTask(task, desk) ? [] : [{ kind: 'task', task, about: 'standing' }, { kind: 'task', task, about: 'why' }] satisfies Asked[]),
    ...(unit === undefined ? [] : [{ kind: 'unit', unit }, { kind: 'tasks', unit, only: 'open' }, { kind: 'tasks', unit, light: 'red' }] satisfies Asked[]),
  ]
  return [
    ...named.map((asked) => ({ asked })),
    ...(desk.asker === undefined || unitsHeldBy(desk.asker).length === 0 ? [] : [{ asked: { kind: 'waits' } }] satisfies { asked: Asked }[]),
    { asked: { kind: 'by-unit' }, cue: /最|哪个|哪家|各|排名|unit|most|best|worst/i },
    { asked: { kind: 'instructions' }, cue: /批示|交办|order|instruct/i },
    { asked: { kind: 'silent' }, cue: /[报填交]|report/i },
    { asked: { kind: 'tasks', light: 'red' }, cue: /红|慢|差|落后|问题|red|slow|problem/i },
    { asked: { kind: 'tasks', only: 'overdue' }, cue: /[期拖迟]|late|overdue/i },
    { asked: { kind: 'changes' }, cue: /[变新]|最近|new|change/i },
    { asked: { kind: 'next-meeting' }, cue: /会[议上]?|meet/i },
    { asked: { kind: 'tasks', due: desk.lang === 'zh' ? '本月' : 'due-this-month' }, cue: /[月周]|时间|when|month|week/i },
    { asked: { kind: 'overall' } },
  ]
}
