// From the first typed word to the command it means.
import { wholeDays } from '#src/calendar/english-day.ts'
import { calledBy, isWord, nearestTo, wordKey, wordsFor, type Called } from './command-words.ts'

/** What is looked at of a command; the words for each field are those of `src/command.ts`. */
type Findable = Called & { verbs?: readonly string[]; alone?: readonly string[]; ofTask?: readonly string[]; numbered?: (word: string) => boolean; before?: { words: readonly string[]; named: (word: string) => boolean; isSaid?: true }; unfollowed?: readonly string[]; opens?: readonly string[]; unoffered?: boolean; hidden?: boolean; looks?: boolean }

/** `nearest`: those that share something with the word, who asks decides which are offered. */
export type Found<Command extends Findable = Findable> = { kind: 'found'; command: Command; words: readonly string[] } | { kind: 'unknown'; word: string; nearest: readonly Command[] }

/** Where a number may follow a command's word without a space: 填报12, 任务p1-4, 议程m1, 任务第十二项, 方案《…》. */
const mayFollow = /^(?:[\d#第《「〇零一二三四五六七八九十百千两]|[pPmM]\d)/u

/** 收到，谢谢👍: the command whose words, and no others, the line is made of. */
function standingAlone<Command extends Findable>(commands: readonly Command[], words: readonly string[]): Command | undefined {
  const pieces = words.join(' ').split(/[^\p{L}\p{N}]+/u).filter((piece) => piece !== '')
  const key = wordKey(pieces[0] ?? '')
  const command = commands.find(({ unfollowed = [] }) => unfollowed.some((word) => isWord(word, key)))
  return command !== undefined && pieces.every((piece) => calledBy(commands, piece) === command) ? command : undefined
}

/** 无异议, or 12 无异议: the command that has the word among its arguments. */
function meantBy<Command extends Findable>(commands: readonly Command[], first: string, rest: readonly string[]): Command | undefined {
  const is = (words: readonly string[] | undefined, key: string): boolean => words?.some((each) => isWord(each, key)) === true
  const isOfTask = rest.length === 1 && mayFollow.test(first)
  const [key, behind, whole] = [wordKey(first), wordKey(rest[0] ?? ''), wordKey([first, ...rest].join(' '))]
  return commands.find(({ alone, ofTask }) => is(alone, key) || is(alone, whole) || (isOfTask && is(ofTask, behind)))
}

const pastDay = /^(?:截至|截止|as-?of)/i

/** 汇总 截至 6月30日: the day may end what is asked. In what a person tells it is a part of their words. */
function ofAPastDay<Command extends Findable>(commands: readonly Command[], asked: Command | undefined, typed: readonly string[]): Found<Command> | undefined {
  const words = wholeDays(typed.join(' ').replace(/ as of /i, ' as-of ').split(' '))
  const at = words.findIndex((word, place) => place > 0 && pastDay.test(word))
  const command = at < 0 || asked?.looks !== true ? undefined : calledBy(commands, 'as-of')
  const [day, ...more] = [(words[at] ?? '').replace(pastDay, ''), ...words.slice(at + 1)].filter((word) => word !== '')
  return command === undefined || day === undefined || more.length > 0 ? undefined : { kind: 'found', command, words: [day, ...words.slice(0, at)] }
}

/** 安排 会议 …, 安排会议 …: the verb is read behind the name. */
function behindVerb<Command extends Findable>(commands: readonly Command[], [first = '', second = '', ...more]: readonly string[]): Found<Command> | undefined {
  const key = wordKey(first)
  for (const command of commands)
    for (const verb of command.verbs ?? []) {
      if (isWord(verb, key) && calledBy(commands, second) === command) return { kind: 'found', command, words: [verb, ...more] }
      if (wordsFor(command).some((name) => isWord(`${verb}${name}`, key))) return { kind: 'found', command, words: [verb, second, ...more].filter((word) => word !== '') }
    }
  return undefined
}

/** 会议 m1 改期 16:00, 会议 m1 议程: what is done to it may stand behind its number. */
function behindNumber<Command extends Findable>(commands: readonly Command[], [first = '', second = '', third = '', ...more]: readonly string[]): Found<Command> | undefined {
  if (third === '' || calledBy(commands, first)?.numbered?.(second) !== true) return undefined
  const command = calledBy(commands, `${first} ${third}`) ?? calledBy(commands, third)
  return command === undefined ? undefined : { kind: 'found', command, words: [second, ...more] }
}

/** cancel days off. */
const mostInName = 3

const typedLists = new WeakMap<readonly Findable[], readonly Findable[]>()

/** Those that can be typed, as one list for as long as the commands are one. */
function typedOf<Command extends Findable>(commands: readonly Command[]): readonly Command[] {
  const typed = (typedLists.get(commands) as readonly Command[] | undefined) ?? commands.filter(({ hidden }) => hidden !== true)
  typedLists.set(commands, typed)
  return typed
}

/** @param words what was typed, normalised; not empty */
export function findCommand<Command extends Findable>(commands: readonly Command[], words: readonly string[]): Found<Command> {
  const [first = '', ...rest] = words
  const typed = typedOf(commands)
  // my orders is a name of its own, and nothing about my.
  const whole = words.length > 1 ? calledBy(typed, words.join(' ')) : undefined
  if (whole !== undefined) return { kind: 'found', command: whole, words: [] }
  // as of 20 June, cancel days off 7/14: a name of several words stands before what is asked.
  const [second] = rest
  for (const many of [mostInName, 2]) {
    const named = words.length < many ? undefined : calledBy(typed, words.slice(0, many).join(' '))
    if (named !== undefined) return { kind: 'found', command: named, words: words.slice(many) }
  }
  const turned = behindVerb(typed, words) ?? behindNumber(typed, words)
  if (turned !== undefined) return turned
  // 取消 m2; 请假 m2, though 请假 alone is a name.
  const key = wordKey(first)
  const acted = typed.find(({ before }) => before?.words.some((word) => isWord(word, key)) === true && before.named(second ?? ''))
  if (acted !== undefined) return { kind: 'found', command: acted, words: acted.before?.isSaid === true ? [second ?? '', first, ...rest.slice(1)] : rest }
  const exact = calledBy(typed, first)
  const dated = ofAPastDay(typed, exact, words)
  if (dated !== undefined) return dated
  const alone = standingAlone(typed, words)
  if (alone !== undefined) return { kind: 'found', command: alone, words: [] }
  // 是的 12 已完成招标 is a reply.
  const isFollowed = exact?.unfollowed?.some((word) => isWord(word, key)) === true
  if (isFollowed) return { kind: 'unknown', word: first, nearest: exact.unoffered === true ? [] : [exact] }
  if (exact !== undefined) return { kind: 'found', command: exact, words: rest }
  // 议定：教育局牵头…
  const [, opening, behind = ''] = /^([^：:]{1,12})[：:](.+)$/u.exec(words.join(' ')) ?? []
  const openingKey = wordKey(opening ?? '')
  const opened = opening === undefined ? undefined : typed.find(({ opens = [] }) => opens.some((word) => isWord(word, openingKey)))
  if (opened !== undefined) return { kind: 'found', command: opened, words: behind.split(' ').filter((word) => word !== '') }
  const meant = meantBy(typed, first, rest)
  if (meant !== undefined) return { kind: 'found', command: meant, words }
  const [glued] = typed
    .flatMap((command) => wordsFor(command).map((name) => ({ command, name })))
    .filter(({ name }) => first.toLowerCase().startsWith(name.toLowerCase()) && mayFollow.test(first.slice(name.length)))
    .toSorted((a, b) => b.name.length - a.name.length)
  if (glued !== undefined) return { kind: 'found', command: glued.command, words: [first.slice(glued.name.length), ...rest] }
  return { kind: 'unknown', word: first, nearest: nearestTo(typed.filter(({ unoffered }) => unoffered !== true), first) }
}
