// Who does what by the sentences of a task that no clause gives to anybody: 由县应急局负责，会同县林业局…；县公安局要…；甲公司牵头，各乡镇配合.
import { scopeOf } from './clause-scope.ts'
import { bareSpan } from './folded-text.ts'
import { markOf } from './numbering.ts'
import type { Part, ReadUnit, Span } from './reading.ts'
import { areOfficesInSentence, unitList } from './unit-list.ts'

/** One form of words, with the list of units as its first group. */
type Form = { words: RegExp; part: Part; /** Its verb is one of parts, so that an office may be named without its place. */ ofParts?: true }

const list = '((?:[^,。;:()、]|\\([^()]{1,12}\\)|、){2,160}?)'
/** What a unit made or has charge of is another thing's description: 由县财政局负责的项目, 县应急局制定的预案. */
const itsOwn = '(?![^,。;:]{0,8}的)'
/** With whom: 会同县财政局, and 商 between two offices, where it is no part of a name (商务局). */
const withWhom = '(?:会同|(?<=[局委办部厅院府])商(?=[省市县区州旗各有]))'
const beside = `(?:${withWhom}.{2,60}?)?`
/** A day or a rhythm between the unit and what it does: 县水利局6月底前完成. */
const when = '(?:[于在]?(?:20\\d{2}年)?\\d{1,2}月(?:\\d{1,2}日|[底初末]|[上中下]旬)?(?:之?前)?)?'
const together = '(?:共同|具体|统一|分别|统筹|主要)?'
const forms: readonly Form[] = [
  { words: new RegExp(`(?<![原不非])由${list}${beside}${together}(?:牵头|主办)${itsOwn}`), part: 'lead', ofParts: true },
  { words: new RegExp(`(?<![原不非])由${list}${beside}${together}(?:负责|承担|承办|组织实施|抓好落实|整改|办理|实施)${itsOwn}`), part: 'responsible', ofParts: true },
  { words: new RegExp(`(?:工作|任务|事项|的事)(?:统一|全部|就|请)?(?:交给|交由|找)${list}(?:办理|负责|落实)?$`), part: 'responsible', ofParts: true },
  { words: new RegExp(`^${list}${beside}${together}(?:牵头|主办)(?!单位|部门|人)${itsOwn}`), part: 'lead', ofParts: true },
  { words: new RegExp(`^${list}${beside}${together}(?:负责|承担|承办|组织实施|抓好落实|分头落实|齐抓共管|兜底|具体抓)(?!人|同志)${itsOwn}`), part: 'responsible', ofParts: true },
  { words: new RegExp(`^${list}(?:积极|做好|予以|协同|一并|一同|共同|全力)?(?:(?:配合|参与|协助|协办)(?!单位|部门)${itsOwn}|(?:参加|指导|监督)$)`), part: 'support', ofParts: true },
  { words: new RegExp(`^${list}(?:要|应当|应(?![保收享转援急对用届])|须|需要|需|必须)(?![求急])`), part: 'responsible' },
  { words: new RegExp(`^${list}${beside}${when}(?:完成|开展|组织(?!部)|同步|制定|拟[定订]|起草|提出|出台|发布|编制|提请|做好|推进|启动|印发|督促|指导|跟进|跟踪|实行|查处|保障|拨付|汇总)${itsOwn}`), part: 'responsible' },
  { words: new RegExp(`^${list}(?:结合|根据|按照|对照|围绕|加强|加大|强化|落实|抓好|抓紧|健全|建立|认真|积极|严格|及时|定期|依法|立即|尽快|限期|迅速|每(?:[天日周旬月季年]|半年|半个?月|[两二]个?月)(?![^,。;]{0,10}(?:召开|会议))|${withWhom}|于\\d)${itsOwn}`), part: 'responsible' },
]
/** The names behind 会同 have no sign where they end: they end as offices do. */
const joined = new RegExp(`${withWhom}((?:[省市县区州旗镇乡各][^,。;:()、]{0,14}?(?:局|厅|委(?!.{0,3}[部办委])|办(?!公)|部(?!门)|中心|公司|大队|支队|检察院|法院|乡镇|街道|政府|办公室|供销社)、?){1,8})`)

const joins = new RegExp(withWhom)

/** The units that the sentences name as those who do it, in the order of the text. A list that holds somebody who is no office is passed over. */
export function saidUnits(text: string, span: Span): ReadUnit[] {
  const found: ReadUnit[] = []
  for (const clause of clausesOf(text, span)) {
    for (const { words, part, ofParts } of forms) {
      const units = unitsBy(text, clause, words, ofParts === undefined ? 'other' : part === 'support' ? 'support' : 'part')
      found.push(...units.map((unit): ReadUnit => ({ ...unit, role: part })))
      if (units.length > 0) break
    }
    found.push(...unitsBy(text, clause, joined).map((unit): ReadUnit => ({ ...unit, role: 'support' })))
  }
  return found
}

function unitsBy(text: string, clause: Span, words: RegExp, before: 'support' | 'part' | 'other' = 'other'): { name: string; span: Span }[] {
  const plain = bareSpan(text, clause)
  const named = words.exec(plain)
  const names = named?.[1]
  // No sentence has blanks among its names: 发布机构 县水利局 发布日期.
  if (!named || names === undefined || names.trim().includes(' ') || leavesQuotesOpen(names) || joins.test(names)) return []
  const from = clause.from + named.index + named[0].indexOf(names)
  const { units } = unitList(text, { from, to: from + names.length })
  return areOfficesInSentence(units.map(({ name }) => name), before) ? units : []
}

/** 健全“党委领导，县教育局牵头”的机制: what stands in quotation marks is the name of a way to work, and asks nothing of anybody. */
const leavesQuotesOpen = (words: string): boolean => words.lastIndexOf('“') > words.lastIndexOf('”')

/** What stands between two signs, without the number of an item and the blanks before it; not what is quoted, nor what a sentence says of other items (以上两项由…). */
function* clausesOf(text: string, { from: start, to: end }: Span): Generator<Span> {
  const plain = bareSpan(text, { from: start, to: end })
  let from = markOf(plain)?.length ?? 0
  let ofOthers = false
  let opens = true
  let quoted = false
  for (const stop of [...plain.matchAll(/[,。;:!\n]/g), { index: plain.length }]) {
    while (plain.charAt(from) === ' ') from++
    if (opens) ofOthers = scopeOf(plain.slice(from + (plain.charAt(from) === '(' ? 1 : 0), stop.index + 1)) !== undefined
    if (stop.index - from >= 4 && !ofOthers && !quoted) yield { from: start + from, to: start + stop.index }
    const said = plain.slice(from, stop.index)
    quoted = stop.index < plain.length && plain.charAt(stop.index) !== '\n' && (leavesQuotesOpen(said) || (quoted && !said.includes('”')))
    opens = '。!\n'.includes(plain.charAt(stop.index))
    from = stop.index + 1
  }
}
