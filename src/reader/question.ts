// A question in words: 教育局还有哪些没完成, 本月到期的, 谁没报, 为什么12是红的. Every word of it has to be accounted for; one that is left over makes it a question that is not understood.
import type { Day } from '#src/calendar/day.ts'
import { dayPhrase } from '#src/calendar/day-phrase.ts'
import { spanIn } from '#src/calendar/span-phrase.ts'
import { sinceLastMeeting, type Asked, type KnownNames } from './asked.ts'
import { asksInEnglish, englishQuestion } from './question-english.ts'
import { slotsIn, type Slots } from './question-slots.ts'
import { saidPlain } from './said-plain.ts'

/** `isAsked`: with a word or a sign that asks; else it only reads like what one asks for: 本月到期的. */
/** `asOf`: the day on whose evening it stood so, as it was said. */
export type Question = { isAsked: boolean; asked?: Asked; asOf?: string }

/** No question is longer. */
const longest = 60

const asks = /\?|吗|呢(?:$|[,。!])|谁|哪|什么|啥|怎么|怎样|如何|咋|为何|多少|多久|多长时间|(?<![的那这])几[个项家件条](?!都|全|已)|有没有|有无|是否|是不是|几时|何时|么[。!]?$|(?:了|好|落实|办|完成|完|到位)没[有得]?[。!]?$|(办|报|完成|做|交|落实)没(?:有)?\1/
/** 截至6月30日红灯有哪些. */
const stoodThen = new RegExp(`^(?:请问)?(?:截至|截止到?)(${dayPhrase}|大?前天|昨[天日]|上(?:周|星期|礼拜)[一二三四五六日天])(?:为止|那天|当天|的?时候?)?[,:的]?(.{2,})$`, 'u')

/** What one wants to see, without a word that asks. */
const wanted = /^(?:还|有(?:没有|什么|哪些))?(?:待|等)(?:领导|我|您)(?:来|去)?(?:决定|定夺|定|拍板)(?:的)?(?:事项|事情|事)?[。!]?$|的(?:任务|事项|单位|清单|名单|情况|进展|进度)?[。!]?$|(?:情况|进展|进度|清单|名单|变化|任务|事项|单位|记录|历史|原因)[。!]?$|的[红黄绿]灯[。!]?$|^(?:请|帮我|麻烦|给我){0,2}(?:看|查|列|说|问|统计)|上一?[次回](?:的)?(?:会议?|\p{Script=Han}{2,20}会议?)[。!]?$/u

/** 完成了12的任务, 已完成本月的任务: told, though it ends like what one wants to see. 已完成的任务 is such a list. */
const tells = /^(?:我们?|我局|我镇|本单位|已经?|都|刚|昨天|今天)*(?:完成|办结|做完|落实|上报|填报|报)了?(?!的)/

/** Undefined where it is no question; without `asked` where it is one that is not understood. */
export function question(words: string, known: KnownNames, today: Day): Question | undefined {
  const plain = saidPlain(words).trim()
  if (plain.length < 2 || plain.length > longest || plain.includes('\n')) return undefined
  if (asksInEnglish(plain)) return ((asked) => ({ isAsked: true, ...(asked === undefined ? {} : { asked }) }))(englishQuestion(plain, known, today))
  if (!/\p{Script=Han}/u.test(plain)) return undefined
  const [, then, rest] = stoodThen.exec(plain.replaceAll(' ', '')) ?? []
  if (then !== undefined && rest !== undefined) return ((of) => (of === undefined ? undefined : { ...of, asOf: then.replaceAll('—', '-') }))(question(rest, known, today))
  const isAsked = asks.test(plain)
  if (!isAsked && (!wanted.test(plain) || tells.test(plain))) return undefined
  const slots = slotsIn(plain, known, today)
  const asked = slots === undefined ? undefined : askedFor(slots, plain, today)
  if (asked === undefined) return isAsked ? { isAsked } : undefined
  return { isAsked, asked }
}

/** What the slots ask for together; undefined where they fit no one question. */
function askedFor(slots: Slots, plain: string, today: Day): Asked | undefined {
  const { about, meeting, body, tasks, unit, inCharge, left, since } = slots
  const list = listMeant(slots, plain, today)
  const isList = Object.keys(list).length > 0
  // 校车完成了吗 asks how it stands.
  const isIfDone = list.light === 'done' && Object.keys(list).length === 1 && about.has('asked')
  if (left !== undefined) return left.length > 1 && !/[没不未]/.test(left) && (about.has('standing') || isIfDone) && ![...about].some((kind) => kind !== 'standing' && kind !== 'asked') && tasks.length === 0 && inCharge === undefined && (!isList || isIfDone) && !slots.leads && (unit === undefined || !/[年月周季天]/.test(left)) ? { kind: 'topic', words: left, ...(unit === undefined ? {} : { unit }) } : undefined
  if (meeting !== undefined) return unit === undefined && tasks.length === 0 && !isList ? { kind: meeting, ...(body === undefined ? {} : { body }) } : undefined
  if (about.has('waits')) return unit === undefined && tasks.length === 0 && inCharge === undefined ? { kind: 'waits' } : undefined
  // 上次会议以来怎么样: what is new since then.
  if (since === sinceLastMeeting && !about.has('changes')) return undefined
  for (const kind of ['plan-end', 'instructions', 'to-decide', 'unmanned', 'unchecked', 'queue', 'by-unit'] as const) if (about.has(kind)) return unit === undefined && tasks.length === 0 && !isList ? { kind } : undefined
  if (about.has('changes')) return unit === undefined && tasks.length === 0 && inCharge === undefined && Object.keys(list).every((key) => key === 'due') ? { kind: 'changes', ...(slots.since === undefined ? {} : { since: slots.since }), ...(body === undefined ? {} : { body }) } : undefined
  if (tasks.length > 0) return ofTask(slots)
  if (about.has('history')) return undefined
  if (about.has('contact')) return unit !== undefined && !isList ? { kind: 'contact', unit } : undefined
  // 青石镇谁负责: who of the unit is asked.
  if (about.has('who') && unit !== undefined && !isList && !slots.leads && !about.has('why')) return { kind: 'contact', unit }
  // Of one task alone it is said why, and whose it is.
  if (about.has('why') || about.has('who')) return undefined
  if (inCharge !== undefined && unit === undefined && !isList) return about.has('standing') ? { kind: 'in-charge', person: inCharge } : { kind: 'tasks', inCharge }
  if (list.only === 'unreported' && unit === undefined && inCharge === undefined && Object.keys(list).length === 1) return { kind: 'silent' }
  // 教育局今年怎么样 asks of a time how it was, and no list of what falls due in it says so.
  if (about.has('standing') && list.due !== undefined && !slots.isDue && Object.keys(list).length === 1) return undefined
  if (slots.or !== undefined && (unit === undefined || !(isList || slots.leads || asksForTasks.test(plain)))) return undefined
  if (isList) return { kind: 'tasks', ...(unit === undefined ? {} : { unit }), ...(slots.or === undefined ? {} : { or: slots.or }), ...(slots.leads && unit !== undefined ? { leads: true } : {}), ...(inCharge === undefined ? {} : { inCharge }), ...list }
  const or = slots.or === undefined ? {} : { or: slots.or }
  if (unit !== undefined) return slots.leads ? { kind: 'tasks', unit, ...or, leads: true } : asksForTasks.test(plain) ? { kind: 'tasks', unit, ...or } : { kind: 'unit', unit }
  return about.has('standing') ? { kind: 'overall' } : undefined
}

/** A time is of when it was done, of the rounds in which nobody reported, or of when something falls due; 要完成 asks for no reports. */
function listMeant({ list, isDue, isToFinish }: Slots, plain: string, today: Day): Slots['list'] {
  const { due, ...rest } = list
  if (due === undefined) return list
  if (list.only === 'unreported' && !isDue) return { ...rest, during: due }
  if (list.light !== 'done' || isDue) return isDue && isToFinish ? { ...list, finishes: true } : list
  // 8月底前完成的, asked in July, is what is to be done by then; 上个月完成了几项 is of when it was done.
  const others = { ...rest }
  delete others.light
  const span = spanIn(due, today)
  const isAhead = span !== undefined && (/前$|截止$/.test(due) || span.from > today)
  return isAhead && !/已|(?:完成|办结|办完|做完|办好)了/.test(plain) ? { ...others, due, finishes: true } : { ...others, done: due }
}

/** 教育局有哪些任务 asks for a list, 教育局怎么样 how it stands. */
const asksForTasks = /(?:哪些|什么|多少|几[项个件])(?:任务|事项?|工作)|(?:任务|事项)(?:有哪些|清单|有多少|有几)|任务清单/

/** Of one task: a list is none of it, and 12是红的吗 asks how it stands. */
function ofTask({ tasks, about, inCharge, list }: Slots): Asked | undefined {
  const [task, ...others] = tasks
  if (task === undefined || others.length > 0 || inCharge !== undefined) return undefined
  if (about.has('why')) return { kind: 'task', task, about: 'why' }
  if (about.has('history')) return { kind: 'task', task, about: 'history' }
  if (about.has('who') || about.has('contact')) return { kind: 'task', task, about: 'who' }
  return about.has('standing') || about.has('asked') || Object.keys(list).length > 0 ? { kind: 'task', task, about: 'standing' } : undefined
}
