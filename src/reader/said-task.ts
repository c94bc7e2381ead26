// Which tasks plain words name: 3号任务, 第十二项, p2-12, task 12, or a number that stands alone at their head.
import { numberOf } from './folded-text.ts'
import { matchesOf } from './matches.ts'
import type { Span } from './reading.ts'

/** `bare`: a number that stands alone, and may as well count the points of a list. `asDay`: it may as well be a day of the month (18号完成); */
export type SaidTask = { plan?: string; number: number; bare: boolean; asDay?: boolean; span: Span }

const figure = '(\\d{1,4}|[零〇一二三四五六七八九十百两]{1,7})'
/** Each with the number as its last group; the first form has the plan before it. */
const namedForms: readonly RegExp[] = [
  /(?<![A-Za-z0-9])([pP]\d{1,6})[—#/](\d{1,4})(?!\d)/g,
  new RegExp(`(?:任务)?第${figure}(?:项|号|条|个任务)(?![文令目])(?:任务|工作|事项)?`, 'g'),
  new RegExp(`(?<![\\d月第.])${figure}号(?:任务|工作|事项)`, 'g'),
  /任务(?:编号|号)?:? ?(\d{1,4})(?![\d.%个项条月年号])/g,
  /(?<![\dA-Za-z])#(\d{1,4})(?![\d%])/g,
  /(?<![A-Za-z])(?:[Tt][Aa][Ss][Kk]|[Ii][Tt][Ee][Mm]|[Nn]o\.?) {0,2}#?(\d{1,4})(?![\d%])/g,
]
const bareForm = new RegExp(`${figure}(?=[ 、,:.;]|$|[和与及跟] ?\\d{1,4}(?:[ 、,]|$|项|号任务|都|均|已|没|还|正常|有困难|[和与及])|应该?是|应当是|应为|改[成为]|都|均|全都?|有困难|受阻|正常|已|没(?:有|啥|什么|变|动|开|完|弄|做)|还没|不是|不归|[写填报说打输搞弄]错|[做办弄搞]完|搞定|申请|延期|能不能|可不可以)(?!\\.\\d)(?! {0,2}(?:[%%]|[所个家名人户位万亿台座处次场天日月年号项条件套间批份篇册本辆亩公里米吨元]))`, 'y')
/** 18号编制批复, 4项已完成: at the head, without the word 任务. A day (18号前), a thing with a number (3号楼) and a count (3项措施) are none. */
const shortForm = new RegExp(`${figure}(?:(号)(?![楼线路文机井坝院桥坑车仓厂池站栋馆门公令]|地块|之?前|以前|左右|上午|下午|晚上?|早上|中午|到|至|起|[、—]|开会|日)|项(?=$|[ ,.;:。]|已|正|完成|没|未|还|尚|无|有困难|受阻|进[度展]|推进|目前|现|[一二三四五六七八九]成|\\d{1,3}%))`, 'y')
/** What may be said of a day as well as of a task. */
const saidOfDay = /^ {0,2}(?:能|可以?|要|将|会|再|才|完成|完工|开工|竣工|验收|开始|启动|动工|报送?|上报|上会|开标|交付?|截止|结束|施工|进场|搞定|弄完|办完)/
/** Behind another number an ending counts both: 12、13项. */
const furtherForm = new RegExp(`${figure}(?=项|号任务)`, 'y')
const headForm = /[ 、,:.;]{0,4}(?:(?<=\d ?)[和与及跟] ?)?/y
/** Where a list may begin its next point; 更正 3 改成80% and 刚才说错了，18号应该是60% name their task behind the words. */
const starts = /^(?: {0,2}(?:(?:更正|改正|纠正|订正)(?:填报|一下)?[ :,]{0,2}|(?:刚才|刚刚|上次|上面|前面|之前)(?:的|那个|报的|说的)?[ ,:]{0,2}(?=\d)|(?:刚才|刚刚|上次|上面|前面|之前)?(?:[说写填报打输发搞弄看点]错|错|不对)(?:了|啦)?[ ,。:;]{0,3}))?|[。;\n]/g
/** Numbers in a row at one place; more are no names of tasks. */
const bareAtMost = 20

/** In the order of the words, each number of a plan once. @param plain folded words */
export function saidTasks(plain: string): SaidTask[] {
  const named = namedForms.flatMap((form) => matchesOf(form, plain).map(taskOf)).filter(({ number }) => isNumber(number))
  const free = bareTasks(plain).filter(({ span }) => !named.some((other) => other.span.from < span.to && span.from < other.span.to))
  const inOrder = [...named, ...free].toSorted((a, b) => a.span.from - b.span.from)
  return inOrder.filter((one, at) => !inOrder.slice(Math.max(0, at - bareAtMost), at).some((before) => before.span.to > one.span.from))
}

function taskOf(match: RegExpExecArray): SaidTask {
  const [whole, first, second] = match
  const plan = second === undefined ? undefined : first?.toLowerCase()
  return { ...(plan === undefined ? {} : { plan }), number: numberOf(second ?? first ?? '') ?? 0, bare: false, span: { from: match.index, to: match.index + whole.length } }
}

function bareTasks(plain: string): SaidTask[] {
  const found: SaidTask[] = []
  for (const start of matchesOf(starts, plain)) {
    let at = start.index + start[0].length
    for (let count = 0; count < bareAtMost; count++) {
      headForm.lastIndex = at
      at += headForm.exec(plain)?.[0].length ?? 0
      bareForm.lastIndex = furtherForm.lastIndex = shortForm.lastIndex = at
      const short = count === 0 ? shortForm.exec(plain) : null
      if (short !== null) {
        const to = at + short[0].length
        const value = numberOf(short[1] ?? '') ?? 0
        const asDay = short[2] !== undefined && value <= 31 && (to === plain.length || saidOfDay.test(plain.slice(to, to + 6)))
        if (isNumber(value)) found.push({ number: value, bare: true, ...(asDay ? { asDay } : {}), span: { from: at, to } })
        break
      }
      const number = bareForm.exec(plain)?.[0] ?? (count === 0 ? undefined : furtherForm.exec(plain)?.[0])
      if (number === undefined) break
      const value = numberOf(number) ?? 0
      if (isNumber(value)) found.push({ number: value, bare: true, span: { from: at, to: at + number.length } })
      at += number.length
    }
  }
  return found
}

const isNumber = (value: number): boolean => Number.isInteger(value) && value >= 1 && value <= 9999
