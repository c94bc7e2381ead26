// Brackets that hold names and no word that says they are units: （办公室）, （东山海关）. Most items of a plan end in one, or they say something else.
import { foldedSpan } from './folded-text.ts'
import type { Span } from './reading.ts'
import { allOffices, saysNoUnit, unitList, type UnitList } from './unit-list.ts'

/** `never`: beside a column of units. `sure`: where their names alone say that they are units. `likely`: where short names of offices are enough. */
export type NamesAlone = 'never' | 'sure' | 'likely'

const longestName = 14
const office = /(?:局|委|办|部|厅|署|院|会|室|科|处|股|所|站|队|校|馆|社|中心|公司|集团|政府|部门|单位|银行|联|海关)(?:\([^()]*\))?$/
const place = /(?:乡镇|镇|乡|街道|县|区|市|村|社区)(?:\([^()]*\))?$/
/** What ends as an office does and is a part of a building or of its work. */
const thing = /(?:门诊|住院|候车|教|控制|实验|阅览|活动|展览|会议|教研|手术|病|急诊|小卖|俱乐|机)(?:部|室|科|馆)$|水库|[东西南北]部$|学科|(?:宣传|教育|报告|培训|博览|展销|运动|交流|座谈|推介|招聘)会$/

/** Whether a bracket without a label may be read as units. `isSquare` as of allOffices. */
export function areUnits(list: UnitList, how: NamesAlone, isSquare = false): boolean {
  return how !== 'never' && (allOffices(list, isSquare) || (how === 'likely' && areLikely(list)))
}

const areLikely = ({ units }: UnitList): boolean =>
  units.length > 0 && units.every(({ name }) => name.length <= longestName && (office.test(name) || place.test(name)) && !thing.test(name) && !saysNoUnit(name)) && units.some(({ name }) => office.test(name))

const fewest = 4
const longestBracket = 80

/** How the brackets at the ends of these lines, one of each item, are to be read. */
export function namesAloneIn(text: string, ends: readonly Span[]): NamesAlone {
  const likely = ends.filter((line) => {
    const bracket = lastBracket(text, line)
    return bracket !== undefined && areUnits(unitList(text, bracket), 'likely')
  })
  return likely.length >= fewest && likely.length * 2 > ends.length ? 'likely' : 'sure'
}

/** The inside of the bracket that closes a line. */
function lastBracket(text: string, line: Span): Span | undefined {
  const from = Math.max(line.from, line.to - longestBracket)
  const plain = foldedSpan(text, { from, to: line.to })
  let close = plain.length - 1
  while (close >= 0 && '。;. '.includes(plain.charAt(close))) close--
  if (plain.charAt(close) !== ')') return undefined
  let depth = 0
  for (let at = close; at >= 0; at--) {
    if (plain.charAt(at) === ')') depth++
    else if (plain.charAt(at) === '(' && --depth === 0) return { from: from + at + 1, to: from + close }
  }
  return undefined
}
