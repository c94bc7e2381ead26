// Which tasks plain words name: 3号任务, 第十二项, p2-12, task 12, or a number that stands alone at their head.
import { numberOf } from './folded-text.ts'
import { matchesOf } from './matches.ts'
import { measure } from './said-measure.ts'
import type { Span } from './reading.ts'

/**
 * `bare`: a number that stands alone, and may as well count the points of a list. `loose`: Chinese goes on right behind it (22弄好了), or it stands in brackets: it counts only where there is such a task.
 * `unsure`: it may as well be a day of the month (18号完成), a share (22-60%) or a count (已完成招标 22).
 */
export type SaidTask = { plan?: string; number: number; bare: boolean; loose?: true; unsure?: true; span: Span }

const figure = '(\\d{1,4}|[零〇一二三四五六七八九十百两]{1,7})'
/** Each with the number as its last group; the first form has the plan before it. */
const namedForms: readonly RegExp[] = [
  /(?<![A-Za-z0-9])([pP]\d{1,6})[—#/](\d{1,4})(?!\d)/g,
  new RegExp(`(?:任务)?第${figure}(?:项|号|条|个任务)(?![文令目])(?:任务|工作|事项)?`, 'g'),
  new RegExp(`(?<![\\d月第.])${figure}号(?:任务|工作|事项)`, 'g'),
  /任务(?:编号|号)?:? ?(\d{1,4}|[零〇一二三四五六七八九十百]{2,7})(?![\d.%个项条月年号零〇一二三四五六七八九十百])/g,
  /(?<![A-Za-z0-9])([pP]\d{1,6})(?: {0,2}第| {1,2}(?=\d{1,4}(?: |$|[,:、号])))(\d{1,4})(?:[项号](?!楼))?/g,
  /(?<![\dA-Za-z])#(\d{1,4})(?![\d%])/g,
  /(?<![A-Za-z])(?:[Tt][Aa][Ss][Kk]|[Ii][Tt][Ee][Mm]|[Nn]o\.?) {0,2}#?(\d{1,4})(?![\d%])/g,
]
const bareForm = new RegExp(`${figure}(?=[ 、,:.;]|$|[和与及跟] ?\\d{1,4}(?:[ 、,]|$|项|号任务|都|均|已|没|还|正常|有困难|[和与及])|应该?是|应当是|应为|改[成为]|都|均|全都?|有困难|受阻|正常|已|没(?:有|啥|什么|变|动|开|完|弄|做)|还没|不是|不归|[写填报说打输搞弄]错|[做办弄搞]完|搞定|申请|延期|能不能|可不可以)(?!\\.\\d)(?! {0,2}(?:[%%]|[所个家名人户位万亿台座处次场天日月年号项条件套间批份篇册本辆亩公里米吨元]))`, 'y')
/** A sign between does no harm: 22-已完成, 22)已完成. */
const looseForm = new RegExp(`\\d{1,3}(?=[—/)!。~]?\\p{Script=Han})(?!${measure})`, 'uy')
/** 转：22已完成, 【教育局】22已完成, 教研室说22没问题: whose or what word leads to the number. */
const introduced = /^[^\d]{1,16}(?:[:)\]]|说|[那这]个) {0,2}(?=\d)|^(?:<@[^>]{1,20}>|@[^ \d]{1,10}) {1,3}(?=\d)/
/** 22-60%: as well from the one to the other. */
const sharedForm = /\d{1,3}(?=— ?\d{1,3}(?:%|$))/y
/** (22) at the head or the end of all that is said; points of a list are several. */
const bracketed = /^ {0,2}\((\d{1,3})\)|\((\d{1,3})\)(?=[ 。!]{0,3}$)/g
const atEnd = /(?<=[\p{Script=Han}%] )(\d{1,3})(?=[。!]?$)/gu

/** 18号编制批复, 4项已完成: at the head, without the word 任务. A day (18号前), a thing with a number (3号楼) and a count (3项措施) are none. */
const shortForm = new RegExp(`${figure}(?:(号)(?![楼线路文机井坝院桥坑车仓厂池站栋馆门公令]|地块|之?前|以前|左右|上午|下午|晚上?|早上|中午|到|至|起|[、—]|开会|日)|项(?=$|[ ,.;:。]|已|正|完成|没|未|还|尚|无|有困难|受阻|进[度展]|推进|目前|现|[一二三四五六七八九]成|\\d{1,3}%))`, 'y')
/** What may be said of a day as well as of a task. */
const saidOfDay = /^ {0,2}(?:能|可以?|要|将|会|再|才|完成|完工|开工|竣工|验收|开始|启动|动工|报送?|上报|上会|开标|交付?|截止|结束|施工|进场|搞定|弄完|办完)/
/** Behind another number an ending counts both: 12、13项. */
const furtherForm = new RegExp(`${figure}(?=项|号任务)`, 'y')
const headForm = /[ 、,:.;]{0,4}(?:(?<=[\d号] ?)[和与及跟] ?)?/y
/** 22号和18号的: behind another such only with what says that they are no days. */
const furtherShort = /(\d{1,3})(号)(?=的|都|均|全|各|两)/y
/** Who speaks of it, and with what courtesy, goes with the number. */
const courtesy = '(?:(?:嗯|哦|噢|啊|哎|呃|那个|好的?|收到|你好|您好|老师|主任|同志|领导|不好意思|麻烦[你您]?|请|帮[我忙]|[填汇]?报(?:一下|告)?|填(?:一下)?|记(?:一下)?|反馈(?:一下)?|更新(?:一下)?|我们?(?:局|单位|这边|的)?|关于|第)[ ,:。!]{0,2}){1,6}(?=\\d)'
const polite = new RegExp(`^ {0,2}${courtesy}`)
/** Where a list may begin its next point; 更正 3 改成80% and 刚才说错了，18号应该是60% name their task behind the words. */
const starts = /^(?: {0,2}(?:(?:更正|改正|纠正|订正)(?:填报|一下)?[ :,]{0,2}|(?:刚才|刚刚|上次|上面|前面|之前)(?:的|那个|报的|说的)?[ ,:]{0,2}(?=\d)|(?:刚才|刚刚|上次|上面|前面|之前)?(?:[说写填报打输发搞弄看点]错|错|不对)(?:了|啦)?[ ,。:;]{0,3}))?|[。;\n]/g
/** Numbers in a row at one place; more are no names of tasks. */
const bareAtMost = 20

/** In the order of the words, each number of a plan once. @param plain folded words */
export function saidTasks(plain: string): SaidTask[] {
  const named = namedForms.flatMap((form) => matchesOf(form, plain).map(taskOf)).filter(({ number }) => isNumber(number))
  const free = [...bareTasks(plain), ...bracketedTask(plain)].filter(({ span }) => !named.some((other) => other.span.from < span.to && span.from < other.span.to))
  const inOrder = [...named, ...free].toSorted((a, b) => a.span.from - b.span.from)
  if (inOrder.length === 0) return matchesOf(atEnd, plain).flatMap((match) => looseTask(match[0], match.index, 'unsure'))
  return inOrder.filter((one, at) => !inOrder.slice(Math.max(0, at - bareAtMost), at).some((before) => before.span.to > one.span.from))
}

function taskOf(match: RegExpExecArray): SaidTask {
  const [whole, first, second] = match
  const plan = second === undefined ? undefined : first?.toLowerCase()
  return { ...(plan === undefined ? {} : { plan }), number: numberOf(second ?? first ?? '') ?? 0, bare: false, span: { from: match.index, to: match.index + whole.length } }
}

/** @param said the number with the signs around it */
function looseTask(said: string, from: number, mark: 'loose' | 'unsure'): SaidTask[] {
  const number = Number(/\d+/.exec(said)?.[0])
  return isNumber(number) ? [{ number, bare: true, [mark]: true, span: { from, to: from + said.length } }] : []
}

function bracketedTask(plain: string): SaidTask[] {
  const [only, ...more] = matchesOf(bracketed, plain)
  return only === undefined || more.length > 0 || listed.test(plain) ? [] : looseTask(only[0], only.index, 'loose')
}
const listed = /\(\d{1,3}\).{1,2000}\(\d{1,3}\)/s

function bareTasks(plain: string): SaidTask[] {
  const greeted = polite.exec(plain)?.[0].length ?? 0
  const found = matchesOf(starts, plain).flatMap(({ index, 0: said }) => rowFrom(plain, index === 0 && greeted > 0 ? greeted : index + said.length))
  const led = found.length > 0 ? undefined : introduced.exec(plain)?.[0].length
  if (led !== undefined) return rowFrom(plain, led).map((one) => (one.unsure === true ? one : { ...one, loose: true }))
  return greeted === 0 ? found : found.map((one) => (one.span.from === greeted ? { ...one, span: { ...one.span, from: 0 } } : one))
}

/** The numbers that stand in a row from there on. */
function rowFrom(plain: string, start: number): SaidTask[] {
  const found: SaidTask[] = []
  let at = start
  for (let count = 0; count < bareAtMost; count++) {
    at += formAt(headForm, plain, at)?.[0].length ?? 0
    const short = shortTask(plain, at, count === 0 ? shortForm : furtherShort)
    const next = short ?? nextTask(plain, at, count)
    if (next === undefined) break
    if (isNumber(next.number)) found.push(next)
    at = next.span.to
    if (next.unsure === true || (short !== undefined && !joined.test(plain.slice(at, at + 2)))) break
  }
  return found
}
const joined = /^ ?[和与及跟]/

const formAt = (form: RegExp, plain: string, at: number): RegExpExecArray | null => {
  form.lastIndex = at
  return form.exec(plain)
}

function shortTask(plain: string, at: number, form: RegExp): SaidTask | undefined {
  const short = formAt(form, plain, at)
  if (short === null) return undefined
  const to = at + short[0].length
  const number = numberOf(short[1] ?? '') ?? 0
  const unsure = short[2] !== undefined && number <= 31 && (to === plain.length || saidOfDay.test(plain.slice(to, to + 6)))
  return { number, bare: true, ...(unsure ? { unsure } : {}), span: { from: at, to } }
}

/** @param count of the numbers before it in its row: in a row the last may stand right before Chinese (18、22各完成60%). */
function nextTask(plain: string, at: number, count: number): SaidTask | undefined {
  const task = (said: string, more: Partial<SaidTask> = {}): SaidTask => ({ number: numberOf(said) ?? 0, bare: true, ...more, span: { from: at, to: at + said.length } })
  const shared = count === 0 ? formAt(sharedForm, plain, at)?.[0] : undefined
  if (shared !== undefined) return task(shared, { unsure: true })
  const bare = formAt(bareForm, plain, at)?.[0] ?? (count === 0 ? undefined : formAt(furtherForm, plain, at)?.[0])
  if (bare !== undefined) return task(bare)
  const loose = formAt(looseForm, plain, at)?.[0]
  return loose === undefined ? undefined : task(loose, count === 0 ? { loose: true } : {})
}

const isNumber = (value: number): boolean => Number.isInteger(value) && value >= 1 && value <= 9999
