// 县教育局、县住建局(县人防办),杭州市、宁波市人民政府等有关部门 -> the units named, each where it stands.
import { withoutHalves } from './brackets.ts'
import { folded, foldedSpan } from './folded-text.ts'
import { matchesOf } from './matches.ts'
import { isCommonOffice } from './office-names.ts'
import type { Span } from './reading.ts'

export type NamedUnit = { name: string; span: Span }
/** `others`: the words that leave further units unnamed (等有关部门). */
export type UnitList = { units: NamedUnit[]; others?: Span }

const unitEnding =
  '(?:局|委|办|部|厅|署|院|社|行|队|会|处|室|科|股|所|站|台|馆|校|中心|公司|集团|政府|部门|单位|银行|团委|联|工会|科协|检察院|法院|武装部|人大|政协|支队|大队|总队|供电|电信|移动|联通|铁塔|烟草|邮政|石油|石化|管委会|街道|镇|乡|县|市|区|旗|州|盟|园|大学|学院|学校|医院|实验室|联盟|协会|党组|组织|机构|企业|地方|地区|主体|基地|村|社区|农场|团场|小组|专班|指挥部|高校|院所|兵团|师|团|省|镇街|海关|电网|机关|运营商|财险|文联|团中央)'
const unitForm = new RegExp(`${unitEnding}(?:\\([^()]*\\))?$`)
const plainOffice = /(?:局|委|办|部|厅|署|院|会|室|中心|公司|集团|政府|部门|单位|银行|总局|(?:妇|残|侨|文|工商|社科)联|工会|科协|检察院|法院|支队|大队|总队|分行|支行|供销社|联社|街道|乡镇|镇)(?:\([^()]*\))?$/
const adminPrefix = /^(?:[省市县区州旗镇乡]|各|国家|中央|团)/

/** 镇财政所, 乡综合执法队: at the ends of other names these say nothing. */
const townOffice = /^[镇乡].{1,8}(?:所|站|队|社)$/
/** (包括数据中心、存储中心) and (国家级实验室) say what, not who. */
const saysWhat = /^(?:(?:包括|包含|含|不含|例如|如|即|指|主要指|主要有|其中|原)|(?:国家|省|市|县|区)级(?!.*(?:部门|单位|机关|政府)).)/

/** Whether a name ends as names of offices do. A name that does not is kept, with a question. */
export const looksLikeUnit = (name: string): boolean => unitForm.test(folded(name).trim())

const endsAsOffice = (plain: string): boolean => plain.length >= 3 && plain.length <= 24 && (plainOffice.test(plain) || townOffice.test(plain))
const ministry = /^[\u4e00-\u9fff]{2,8}部$/
/** 县水利局, 财政厅, 教育部. */
export const isSureOffice = (name: string): boolean => isOfficeInSentence(name) || isCommonOffice(name) || (ministry.test(name) && !notOneOffice.test(name))
/** No sentence and no thing that is done: (县水利局、各县区、东山海关). */
const mayBeNamed = (name: string): boolean => name.length <= 20 && (isSureOffice(name) || ((looksLikeUnit(name) || /^各/.test(name) || /^[\u4e00-\u9fff]{2,6}$/.test(name)) && !saysDone.test(name)))
const saysDone = /[的了是为在将按被把其\d]|完成|建设$|开展|实施|推进|制定|审核|审批|使用|管理$|牵头|每|[长员]$|书记|主任|同志|领导|负责人|[除以之]外$/

/** Whether words that end as a name does say something else: 包括…, what is done, what is held every year. */
export const saysNoUnit = (name: string): boolean => saysWhat.test(name) || saysDone.test(name)

/** Whether a bracket without a label may be read as units: only where every name begins and ends as an office's. `isSquare`: 【…】, which is put round nothing else at the end of an item. */
export function allOffices(list: UnitList, isSquare = false): boolean {
  if (list.units.some(({ name }) => saysWhat.test(name))) return false
  if (allSections(list, isSquare) || (list.units.length === 1 && list.units[0]?.name === '办公室')) return true
  const names = list.units.map(({ name }) => folded(name))
  const [first = ''] = names
  if (names.length === 1) return everyOne.test(first) || (endsAsOffice(first) && adminPrefix.test(first) && !ofAKind.test(first))
  // One office beyond doubt among short names makes a list of it: what the others are is asked where their endings do not say.
  const sure = names.filter(isSureOffice).length
  const isStrange = (name: string): boolean => name.length <= 20 && !saysDone.test(name)
  return names.every(endsAsOffice) && names.length > 0 || (sure > 0 && names.every(mayBeNamed)) || (sure >= 2 && sure * 2 >= names.length && names.every((name) => mayBeNamed(name) || isStrange(name)))
}

/** Whether a list that slashes part names offices: the first of it and most of the others end as offices do. */
export const areOfficesBySlashes = (plain: string, { units }: UnitList): boolean =>
  /[^/]\/[^/]/.test(plain) && units.length > 1 && plainOffice.test(folded(units[0]?.name ?? '')) && units.every(({ name }) => name.length <= 24) && units.filter(({ name }) => plainOffice.test(folded(name))).length * 2 > units.length

/** 各县区, 各高校, 有关镇街. */
const everyOne = /^(?:各(?![类种级项])|(?:各?有关|各?相关))[\u4e00-\u9fff]{0,6}(?:乡镇|镇街|街道|镇|乡|县|市|区|旗|州|园区|村|社区|高校|院校|学校|企业|单位|部门|机构|地区|地方)(?:\([^()]*\))?$/
const ofAKind = /^各[类种项]/

const placeFirst = /^(?:国网|中国|国家|团?[省市县区州旗](?![级内域直场]|政(?!府))|[镇乡](?![级内域直村里上区长])|[^各全本该,、]{2,6}[省市县区州旗](?![级内域直场政]))/
const placesOfAKind = '(?:乡镇|镇街|街道|镇|乡|县|市|区|旗|州|园区|村|社区|[村居]委会?)(?:\\([^()]*\\))?'
const everyPlace = new RegExp(`^各[^各有相成责牵级类部单,、]{0,6}${placesOfAKind}(?:、${placesOfAKind}){0,3}(?:人民政府|政府|党委|办事处|管委会)?$`)
const notOneOffice = /领导小组|专班|指挥部|工作组|(?:有关|相关|成员|责任|牵头)(?:部门|单位)|^.{0,3}(?:部门|单位)$|^.(?:中心|公司|集团|机构)$|(?:[干总支本内外全乐]部|[大全格布结当]局|常委)$/

/** Whether a subject of a sentence is one office beyond doubt: it says which place's, and ends as an office does. */
export function isOfficeInSentence(name: string): boolean {
  const plain = folded(name)
  if (plain.length > 24 || notOneOffice.test(plain)) return false
  return everyPlace.test(plain) || (plain.length >= 3 && placeFirst.test(plain) && (plainOffice.test(plain) || townOffice.test(plain)))
}

const bareOffice = /^(?![各该本其有无不未全并及要请是加强做抓把将对按在为向让每的])[\u4e00-\u9fff]{0,9}(?:(?<![主承协督交举代查帮快好催包兴创申])办|.办公室|(?:派出|司法|财政|自然资源|国土|市场监管|工商|税务|供电|房管|规划|农经|环保)所|(?:林业|水利|农技|农机|畜牧|兽医|文化|广播|广电|环卫|水管|综治)(?:工作|服务)?站|局|(?<![常政村居])委|厅|部|(?<![内外儿妇骨眼本专学百])科|股)$/
const kindOfOffice = /^(?![各该本其有相无不每]|发布|印发|来源|成员|责任|牵头|主管|职能|中介|第三|专[业门]|社会|有关|相关|业务|[省市县区]级?直|上级|属地)[\u4e00-\u9fff]{2,8}(?:部门|机关|机构)$/
/** Whether the subject of a verb such as 负责 or 牵头 is an office by its ending alone: 党政办, 派出所, 公安部门. */
function isOfficeByVerb(name: string): boolean {
  const plain = folded(name)
  return plain.length >= 3 && plain.length <= 12 && (kindOfOffice.test(plain) || (bareOffice.test(plain) && !notOneOffice.test(plain)))
}

const namedPlace = /^[\u4e00-\u9fff]{1,4}(?:镇|乡|街道|县|区|市|旗)$/
/** 滨江街道, 青石镇 beside the verb of a part: 全镇 and 城镇 are none. */
const namedTown = /^(?![各该本全每其有相两主])[\u4e00-\u9fff]{1,3}(?:(?<![城乡村集心点型色])[镇乡]|街道(?:办事处|办)?)$/
const unnamedOnes = /^各?(?:有关|相关)(?:部门|单位)$/
/** Whether the names of a list in a sentence are all offices: where one is so beyond doubt, the others need say no place. @param before which verb it stands: of a part such as 负责, or 配合, which unnamed ones do as well */
export function areOfficesInSentence(names: readonly string[], before: 'support' | 'part' | 'other'): boolean {
  if (before === 'support' && names.every((name) => unnamedOnes.test(name))) return true
  const hasSure = names.some(isOfficeInSentence)
  const ofParts = before !== 'other'
  return names.every((name) => isOfficeInSentence(name) || ((ofParts || hasSure) && isOfficeByVerb(name)) || (ofParts && namedTown.test(folded(name))) || (hasSure && (namedPlace.test(folded(name)) || unnamedOnes.test(name))))
}

/** Whether a name ends as only that of an office does, whatever place it says. */
export const isOfficeByName = (name: string): boolean => plainOffice.test(folded(name)) || /(?:所|站|中队|联合会)$/.test(folded(name))

const sectionOfOffice = /^[\u4e00-\u9fff]{1,7}(?:股|室|办|中心|党委)$/
/** 基教股、督导室: the sections of one office, by the bare names they have in its own plan. 科 and 处 in round brackets may as well be a ward's, a subject's or a place's. */
const allSections = ({ units }: UnitList, isSquare: boolean): boolean =>
  units.length > 0 && units.every(({ name }) => sectionOfOffice.test(name) || (isSquare && /^各?[\u4e00-\u9fff]{1,7}[科处]$/.test(name))) && units.some(({ name }) => (isSquare ? /[股科处]$/ : /股$/).test(name))

/** The units of a list. Documents in 《》, sentences and what is longer than a name are left out. */
export function unitList(text: string, span: Span): UnitList {
  const pieces = split(text, span)
  const units: NamedUnit[] = []
  let others: Span | undefined
  for (const piece of joinGroups(text, pieces)) {
    const { name, rest } = trimmed(text, piece)
    if (rest) others = rest
    if (name && isName(text.slice(name.from, name.to))) units.push({ name: text.slice(name.from, name.to), span: name })
  }
  return { units: expanded(units).filter((unit) => unit.name.length >= 2), ...(others ? { others } : {}) }
}

const isName = (words: string): boolean =>
  (words.length >= 2 || bareKind.test(words)) && words.length <= 40 && !/[《》“”:。]/.test(withoutQuoted(folded(words))) && !/^(?:下同|(?:单位|部门)?同[上前]|其他|其它|等|\d+)$/.test(words) && !/(?:为牵头|列第一|不再列|落实到位)/.test(words)

/** 市“两新”组织党工委: a word in quotation marks within the name of an office. */
const withoutQuoted = (words: string): string => (words.includes('“') && unitForm.test(words) ? words.replace(/^([^“”]{0,5}[省市县区州旗镇乡委])?“[^“”《》:。]{1,8}”(?=.{2})/, '$1') : words)

function split(text: string, { from, to }: Span): Span[] {
  const plain = foldedSpan(text, { from, to })
  const pieces: Span[] = []
  let start = 0
  let depth = 0
  for (let at = 0; at <= plain.length; at++) {
    const sign = plain.charAt(at)
    if (sign === '(') depth++
    else if (sign === ')') depth = Math.max(0, depth - 1)
    if (at < plain.length && (depth > 0 || !/[、,;/| \n。]/.test(sign))) continue
    if (at > start) pieces.push({ from: from + start, to: from + at })
    start = at + 1
  }
  return pieces.flatMap((piece) => splitAtAnd(text, piece)).flatMap((piece) => splitAtLevel(text, piece)).flatMap((piece) => splitAtSection(text, piece))
}

/** 河道股水文站: nothing but the section of an office ends in 股, and what stands behind it is another. */
function splitAtSection(text: string, piece: Span): Span[] {
  const words = foldedSpan(text, piece)
  const end = words.indexOf('股') + 1
  const isTwo = end >= 3 && !/[控参入持]/.test(words.charAt(end - 2)) && words.length >= end + 3 && words.length <= longestGlued && !notOfSection.test(words.slice(end)) && looksLikeUnit(words.slice(end))
  return isTwo ? [{ from: piece.from, to: piece.from + end }, ...splitAtSection(text, { from: piece.from + end, to: piece.to })] : [piece]
}

const notOfSection = /^[份权票东金市民长室级改所制(]/

/** 市委政法委市公安局, where a line break between the two was lost: the second says its level again, and both are offices that every place has. */
function splitAtLevel(text: string, piece: Span): Span[] {
  const words = foldedSpan(text, piece)
  const level = /^[省市县区州旗]/.exec(words)?.[0]
  if (level === undefined || words.length < shortestGlued || words.length > longestGlued) return [piece]
  const starts = [0]
  for (let at = words.indexOf(level, 3); at > 0; at = words.indexOf(level, at + 1)) {
    if (isEveryPlaces(words.slice(starts.at(-1), at))) starts.push(at)
  }
  // The last piece has to be one too, else nothing is known of where the others end.
  if (!isEveryPlaces(words.slice(starts.at(-1)))) return [piece]
  return starts.map((from, which) => ({ from: piece.from + from, to: piece.from + (starts[which + 1] ?? words.length) }))
}

const shortestGlued = 7
/** A few names; what is longer without a sign is no list. */
const longestGlued = 80
const partyOrgan = /^.委(?:组织部|宣传部|统战部|政法委|编办|网信办|社会工作部|改革办|办公室|老干部局)$/
/** 县水利局, 市委政法委: an office that every place has. 市北分局 is none, and 县人大常委会办公室 goes on. */
const isEveryPlaces = (name: string): boolean => partyOrgan.test(name) || isCommonOffice(name.slice(1))

/** What is longer without another sign is no list. */
const longestJoined = 200
const and = /以及|和|及|与|暨/g
/** 县教育局和县财政局 are two; 自然资源和规划局 and 部门和单位 are one. */
function splitAtAnd(text: string, piece: Span): Span[] {
  if (piece.to - piece.from > longestJoined) return [piece]
  const words = foldedSpan(text, piece)
  for (const found of matchesOf(and, words)) {
    const left = words.slice(0, found.index)
    const right = words.slice(found.index + found[0].length)
    if (!left.includes('(') && plainOffice.test(left) && left.length >= 3 && (right.length >= 3 || /^各/.test(right)) && looksLikeUnit(right) && !/^(?:单位|机构|企业)$/.test(right) && adminOrShort(left, right)) {
      return [{ from: piece.from, to: piece.from + found.index }, ...splitAtAnd(text, { from: piece.from + found.index + found[0].length, to: piece.to })]
    }
  }
  return [piece]
}

const adminOrShort = (left: string, right: string): boolean => adminPrefix.test(right) || /^(?:有关|相关)/.test(right) || adminPrefix.test(left) || left.length >= 4 || (isCommonOffice(left) && isCommonOffice(right))

const bareKind = /^(?:[市县区旗州盟镇乡村]|乡镇|团镇|街道|社区|街道办|街道办事处|园区|功能区|开发区|管委会|农场|林场)(?:\([^()]*\))?$/
const bareGovernment = /^(?:[市县区旗州盟镇乡]|乡镇|街道)(?:\([^()]*\))?(?:人民政府|政府|党委|管委会)$/

const namedPlaces = /^[\u4e00-\u9fff]{2,6}等(?:\d{1,2}个)?[^、等]{0,6}(?:省份?|自治区|市|县|区|乡镇|乡|镇|街道)(?:人民政府|政府|党委|管委会)$/
const placeAlone = /^[\u4e00-\u9fff]{1,5}[^局委办部厅署院室会司所站队社政府]$/
const lastOf = (text: string, groups: readonly Span[]): string => ((last) => (last === undefined ? '' : foldedSpan(text, last)))(groups.at(-1))

/** 各市、县(市、区)政府 is one group: the word that all of them need stands at its end. */
function joinGroups(text: string, pieces: readonly Span[]): Span[] {
  const groups: Span[] = []
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at]
    if (!piece) continue
    const words = foldedSpan(text, piece)
    let end = at
    // 各省、自治区、直辖市人民政府 is one group too.
    if (words === '各省') {
      for (let next = at + 1; next < pieces.length; next++) {
        const following = pieces[next]
        if (!following || !/^(?:自治区|直辖市|计划单列市|新疆生产建设兵团)(?:人民政府|政府)?$/.test(foldedSpan(text, following))) break
        end = next
      }
    } else if (/^各[市县区旗州盟镇乡设区的]{1,5}(?:\([^()]*\))?$/.test(words)) {
      for (let next = at + 1; next < pieces.length; next++) {
        const following = pieces[next]
        if (!following) break
        const nextWords = foldedSpan(text, following)
        if (bareGovernment.test(nextWords) || (/^县\(市、区\)$/.test(nextWords))) { end = next; break }
        if (!bareKind.test(nextWords)) break
      }
    }
    // 东川、西坪等试点乡镇人民政府: the places before it are of the group.
    let from = piece.from
    if (namedPlaces.test(words)) while (placeAlone.test(lastOf(text, groups))) from = groups.pop()?.from ?? from
    groups.push({ from, to: pieces[end]?.to ?? piece.to })
    at = end
  }
  return groups
}

const isBlank = (sign: string): boolean => sign === ' ' || sign === '\u3000' || sign === '\u00a0' || sign === '\t'

/** *县教育局: a sign that leads to a note is no part of a name. */
const star = /[*＊★☆▲△#]/

/** Without the words before and after a name: 由…, …等有关部门, …负责. */
function trimmed(text: string, piece: Span): { name?: Span; rest?: Span } {
  let { from, to } = piece
  const words = (): string => foldedSpan(text, { from, to })
  while (from < to && (isBlank(text.charAt(from)) || star.test(text.charAt(from)))) from++
  while (to > from && (isBlank(text.charAt(to - 1)) || star.test(text.charAt(to - 1)) || /[.．]/.test(text.charAt(to - 1)))) to--
  const halves = withoutHalves(words())
  ;[from, to] = [from + halves.from, from + halves.to]
  const before = /^(?:由|请|责成|(?:所)?涉及的|会同|联合|并由|其中|其他由)(?=.{2})/.exec(words())
  if (before) from += before[0].length
  const after = /(?:按照?职责分工|按照?各自职责|根据职责分工|按照?分工)?(?:依次|分别|共同|具体|牵头|组织){0,3}(?:负责|落实|实施|执行|牵头|依次|分别)$/.exec(words())
  if (after) to -= after[0].length
  const unnamed = /等(?:\d{1,2}个)?(?:各|其他|其它)?(?:有关|相关|(?:国务院|中央|国家|[省市县区州])(?=有关|相关|级|直|部门)|级|直|成员|主管)*(?:部门|单位|部门和单位|部门单位|部门、单位|机构|地方|企业)?(?:\(单位\))?$/.exec(words()) ?? othersOfAKind(words())
  if (unnamed && unnamed.index >= 2) {
    const rest = { from: from + unnamed.index, to }
    to = from + unnamed.index
    return to > from ? { name: { from, to }, rest } : { rest }
  }
  return to > from ? { name: { from, to } } : {}
}

/** 县财政局等行业主管部门: whatever kind the others are of, behind the name of an office. */
function othersOfAKind(words: string): { index: number } | undefined {
  const index = words.lastIndexOf('等')
  return index >= 3 && /^等[^、,;()]{0,12}(?:部门|单位|机构|方面)(?:\(单位\))?$/.test(words.slice(index)) && plainOffice.test(words.slice(0, index)) ? { index } : undefined
}

const bareOrgan = /^(?:组织部|宣传部|统战部|政法委|编办|网信办|社会工作部|社工部|农办|金融办|改革办|巡察办|老干局)$/
const partyPrefix = /^((?:[省市县区州旗]|自治区|新区|地|盟)?委|党委|党工委|工委)(?=.{2})/
/** 县教育局、财政局: the level that the first says is the second's too. */
const levelPrefix = /^([省市县区州旗])(?![直场政容域])(?=.{3,20}(?:局|厅|委|办|部|室|中心|院|社|会)$)/
const place = /^[^各(]{1,8}[市县区州旗盟]$/
/** 广州, 杭州: a name, not its level. */
const cityNamedZhou = /^[\u4e00-\u9fff]州$/

/** What a neighbour lends to a shortened name: 县委组织部、宣传部 and 甲市、乙市人民政府. The span stays on the words written. */
function expanded(units: readonly NamedUnit[]): NamedUnit[] {
  let party = ''
  let level = ''
  let every = false
  const full = units.map(({ name, span }) => {
    const plain = folded(name)
    const prefix = partyPrefix.exec(plain)?.[1]
    if (prefix) party = prefix
    const ofParty = bareOrgan.test(plain) && party !== ''
    const shared = ofParty ? party + name : every && bareKind.test(plain) ? `各${name}` : level !== '' && isCommonOffice(plain) ? level + name : name
    level = levelPrefix.exec(plain)?.[1] ?? level
    every = /^各/.test(plain) || (every && bareKind.test(plain))
    return { name: shared, span }
  })
  let government = ''
  let kindOfPlace = ''
  let department = false
  for (let at = full.length - 1; at >= 0; at--) {
    const unit = full[at]
    if (!unit) continue
    const ending = /^[^各(]{1,8}([市县区州旗盟])(人民政府|政府|管委会)$/.exec(unit.name)
    if (ending) [, kindOfPlace = '', government = ''] = ending
    else if (unit.name.endsWith('部门') && kindOfOffice.test(unit.name)) department = true
    else if (department && /^[\u4e00-\u9fff]{2,6}$/.test(unit.name) && !unitForm.test(unit.name)) full[at] = { ...unit, name: `${unit.name}部门` }
    else if (government !== '' && place.test(unit.name) && !cityNamedZhou.test(unit.name)) full[at] = { ...unit, name: unit.name + government }
    // 甲、乙川、丙水市政府: what all of them are stands with the last.
    else if (government !== '' && /^[\u4e00-\u9fff]{2,3}$/.test(unit.name) && (cityNamedZhou.test(unit.name) || !unitForm.test(unit.name))) full[at] = { ...unit, name: unit.name + kindOfPlace + government }
    else government = ''
  }
  return full
}
