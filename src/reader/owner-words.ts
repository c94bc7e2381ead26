// Words that say whose what follows is: 区教育局:…, 区教育局工作职责, 区教育局负责….
import { folded, foldedSpan } from './folded-text.ts'
import { isCommonOffice } from './office-names.ts'
import type { Part, Span } from './reading.ts'
import { isOfficeByName, isOfficeInSentence, looksLikeUnit, unitList, type UnitList } from './unit-list.ts'

/**
 * `named`: where the units stand. `bodyFrom`: where the words begin that say what they do, `undefined` where their line holds nothing else.
 * `form`: 区教育局:… is a label, 区教育局工作职责 says that duties follow, in 区教育局负责… the units are the subject of the sentence.
 * `isOpen`: 各有关部门, 其他单位, which are somebody only beside units that are named.
 */
export type Owner = { list: UnitList; part: Part; named: Span; bodyFrom: number | undefined; form: 'label' | 'duties' | 'subject'; isOpen: boolean }

const units = '((?:[^,。;:()]|\\([^()]{1,16}\\)){2,60}?)'
const ofDuties = '((?:的)?(?:安全|生产|监管|监督|管理|防治|保护|应急|救援|防汛|主要|工作|具体|部门){0,4}(?:职责|任务|分工|责任)(?:分工|任务)?)'
const partInBracket = '(?:\\((牵头|责任|配合|主办|协办)(?:单位|部门)?\\))?'
const end = '(?: {0,2}[:。]| {1,4}(?=负责|牵头|配合|承担|主要|具体)| {0,2}$)'
const label = new RegExp(`^${units}${ofDuties}?${partInBracket}${end}`)
const subject = new RegExp(`^${units}(?:主要|具体|共同|统一|全面|分别|统筹|按职责|按照职责)?(?=负责|牵头|承担|配合|协助|会同|要(?![求点])|应当|应(?![急保收享转援对用届])|必须|须|履行|做好|落实|督促)`)
/** What units do, as the first words of what stands below them. */
const duty = /^(?:主要|具体|全面|统一|统筹|认真|切实|依法)?(?:负责|牵头|承担|配合|协助|协同|会同|履行|要(?![求点])|应当|应(?![急])|必须|须|做好|落实|抓好|组织(?!领导)|指导|督促)/
/** Who is named so is a body, a person, or part of a list of another kind. */
const noOwner = /领导小组|专班|指挥部|工作组|干部|党员|同志|^(?:我|全|本|该|两|其(?!他|它))|^(?:责任|牵头|配合|成员|主办|协办|支持|承办|参与|建设|施工|监理|用人|用工|主管|部门)?(?:单位|主体|部门)$|^办公室$/
/** 强化政府责任 says what is to be done, not whose it is. */
const deed = /^(?:依法|全面|切实|进一步|加强|强化|落实|压实|明确|健全|完善|推动|推进(?!办)|建立|坚持|深化|提升|优化|规范|严格|履行|转变|创新|加快|构建|打造|开展|做好|抓好|夯实|细化|厘清|发挥|支持|鼓励|引导|组织(?!部)|督促|指导|统筹|协调|成立|设立|监督)/
const open = /^(?:各|其他|其它|有关|相关|[省市县区]直).{0,6}(?:单位|部门|企业|机构)$/
const longestName = 24
/** The units and the words behind them fit into as many signs. */
const longestOpening = 160

/** Whose the words from an offset to the end of their line are. */
export function ownerIn(text: string, { from, to }: Span): Owner | undefined {
  const cut = Math.min(to, from + longestOpening)
  const plain = foldedSpan(text, { from, to: cut })
  const labelled = label.exec(plain)
  if (labelled?.[1] !== undefined && (cut === to || labelled[0].length < plain.length)) {
    const named = { from, to: from + labelled[1].length }
    const list = unitList(text, named)
    const body = from + labelled[0].length
    const form = labelled[2] === undefined ? 'label' : 'duties'
    const isOpen = list.units.some(({ name }) => open.test(folded(name)))
    // 各部门职责 is the heading of all that have them.
    if (isList(list) && !(isOpen && form === 'duties')) return { list, named, form, isOpen, part: partOf(labelled[3]), bodyFrom: text.slice(body, to).trim() === '' ? undefined : body }
  }
  const does = subject.exec(plain)
  if (does?.[1] === undefined) return undefined
  const named = { from, to: from + does[1].length }
  const list = unitList(text, named)
  return isList(list) ? { list, named, form: 'subject', isOpen: list.units.some(({ name }) => open.test(folded(name))), part: 'responsible', bodyFrom: named.to } : undefined
}

const isList = ({ units: names }: UnitList): boolean => names.length > 0 && names.every(({ name }) => name.length <= longestName && looksLikeUnit(name) && !noOwner.test(folded(name)) && !deed.test(folded(name)))

const partOf = (words: string | undefined): Part => (words === '牵头' || words === '主办' ? 'lead' : words === '配合' || words === '协办' ? 'support' : 'responsible')

/** Whether all end as only offices do. */
export const areOffices = ({ list }: Owner): boolean => list.units.every(({ name }) => isOfficeInSentence(name) || isOfficeByName(name))

/** Whether all are offices beyond doubt: they say whose they are, or every place has them. */
export const areKnownOffices = ({ list }: Owner): boolean => list.units.every(({ name }) => isOfficeInSentence(name) || isCommonOffice(name) || (/^[镇乡].{2,}/.test(name) && isOfficeByName(name)))

/** Whether words say what somebody does: 负责…, 配合…, 要…. */
export const opensDuty = (words: string): boolean => duty.test(folded(words.slice(0, 24)).trim())

/** 要结合…任务,负责…: what is said before the deed itself. */
const beforeDeed = /^(?:(?:要|应当|应|必须|须)(?![求急]))?(?:(?:结合|按照|根据|围绕)[^,。;:]{2,40},)?/

/** Where the words begin that say what is done. */
export const deedFrom = (text: string, { from, to }: Span): number => from + (beforeDeed.exec(foldedSpan(text, { from, to: Math.min(to, from + 60) }))?.[0].length ?? 0)
