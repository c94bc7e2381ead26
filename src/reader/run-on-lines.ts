// A text that lost its line breaks: its headings are found again by their numbers, which count on.
import { folded } from './folded-text.ts'
import { matchesOf } from './matches.ts'
import { markOf, rank, type Mark, type Rank } from './numbering.ts'

/** A paragraph of a plan is rarely longer; a line that is may be several. */
const shortestRunOn = 300
/** Two sections at least, else a long sentence with a list in it would be taken apart. */
const fewestSections = 2
/** How the number of a section ends, in a line that is not folded: few long lines have two, and only those are searched. */
const sectionNumber = /[一二三四五六七八九十百零](?:[章节条、)）〕】］﹞〗]|\])/g
const marks = /第[一二三四五六七八九十百零]{1,4}[章节条]|\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、|\d{1,3}[.、](?!\d)|\(\d{1,2}\)|[①-⑳]/g
const endsBefore = /[。;!?):” ]$/
/** Numbers that something else is counted or quoted by. */
const quotes = /(?:附件|附表|附录|表|图|专栏|[第见款项条至和、]) {0,1}$/
/** A title that runs into the sentence behind it. */
const titleRunsOn = /^.{6,80}?(?:方案|计划|意见|措施|规划|要点|办法|通知)(?:。(?=为|根据|按照|结合|现)|(?=为|根据|按照|为了|结合| ))/

/** A title without a sign behind it, where the sentence below begins with what is to be done. */
const titleRunsIntoDeed = /^.{4,16}?(?=(?:加强|推进|推动|完善|继续|实施|建立|健全|落实|深化|加快|开展|优化|强化|支持|组织|严格|全面|积极|坚持|统筹|建设|构建|打造|鼓励|引导|按照)[^。;,:]{4,},)/
/** A title with a sign behind it is as short as this. */
const longestTitle = 16
/** What stands below the last task of a paper. */
const closing = /(?<=[。)])(?:本(?:措施|方案|意见|办法|通知|计划|规定|细则|清单|要点)自|抄送:|附件:|\(此件)/

/** So many numbered tasks make a list of them, and so many fields a form. */
const fewestItems = 5
const fewestFields = 3
const field = /(?<![(,、;])(?:问题描述|(?:整改|工作|年度)?(?:目标|措施)|(?:责任|牵头|包抓|分管)领导|责任人|(?:牵头|责任|配合)(?:单位|部门)|(?:整改|完成|办结)(?:时限|时间|期限)):/g

type Cut = { at: number; mark: Mark }

/** The lines that one line was. Linear in its length. */
export function splitRunOn(line: string): string[] {
  const mayEndInUnits = mayHoldClosed(line)
  if (!mayEndInUnits && (line.length < shortestRunOn || !(mayHoldSections(line) || mayHoldItems(line)))) return [line]
  const plain = folded(line)
  const cuts = headingsOf(plain)
  const sections = cuts.filter(({ mark }) => mark.rank <= rank.bracketedIdeographic).length
  const items = cuts.filter(({ mark }) => mark.rank === rank.arabic).length
  const isList = line.length >= shortestRunOn && (sections >= fewestSections || (items >= fewestItems && mayHoldItems(line)))
  if (!isList && !(mayEndInUnits && allEndInUnits(plain, cuts))) return [line]
  const starts = [0, ...cuts.map(({ at }) => at)]
  const pieces = starts
    .map((from, which) => line.slice(from, starts[which + 1] ?? line.length).trim())
    .filter((piece) => piece !== '')
    .flatMap(withoutClosing)
    .flatMap(withFieldsApart)
    .flatMap(withTitleApart)
  const [opening = '', ...rest] = pieces
  const title = titleRunsOn.exec(folded(opening))?.[0].length ?? 0
  return title === 0 || markOf(opening) ? pieces : [opening.slice(0, title), opening.slice(title).trim(), ...rest]
}

/** A list of numbered tasks alone: each says who. */
function mayHoldItems(line: string): boolean {
  let seen = 0
  for (let at = line.indexOf('单位'); at >= 0 && seen < fewestItems; at = line.indexOf('单位', at + 2)) seen++
  return seen >= fewestItems
}

/** 责任单位:甲、乙。2.…: a number behind a clause that says who opens the next item. */
const unitsBehind = /[。;)(](?:责任|牵头|主办|承办)(?:单位|部门):[^。;:()]{2,200}(?:[。;,](?:配合|协办|责任|参与)(?:单位|部门):[^。;:()]{2,200})?[)。;]{0,2}$/
/** The clause at the end of an item. */
const longestEnd = 440

function mayHoldClosed(line: string): boolean {
  labels.lastIndex = 0
  for (let seen = 0; seen < fewestSections; seen++) if (!labels.test(line)) return false
  return true
}
const labels = /(?:责任|牵头|主办|承办)(?:单位|部门)[:：]/g

/** Whether there are two numbered items at least that hold no others, and each ends by saying who. */
function allEndInUnits(plain: string, cuts: readonly Cut[]): boolean {
  const items = cuts.map(({ at, mark }, which) => ({ at, to: cuts[which + 1]?.at ?? plain.length, holdsMore: (cuts[which + 1]?.mark.rank ?? 0) > mark.rank })).filter(({ holdsMore }) => !holdsMore)
  return items.length >= fewestSections && items.every(({ at, to }) => unitsBehind.test(plain.slice(Math.max(at, to - longestEnd), to).trimEnd()))
}

/** A form: 整改目标:… 牵头单位:… 整改时限:…, one field behind the other. */
function withFieldsApart(piece: string): string[] {
  const plain = folded(piece)
  const fields = [...plain.matchAll(field)]
  if (new Set(fields.map(([words]) => words)).size < fewestFields) return [piece]
  const starts = [0, ...fields.map(({ index }) => index).filter((at) => at > 0)]
  return starts.map((from, which) => piece.slice(from, starts[which + 1] ?? piece.length))
}

function mayHoldSections(line: string): boolean {
  sectionNumber.lastIndex = 0
  for (let seen = 0; seen < fewestSections; seen++) if (!sectionNumber.test(line)) return false
  return true
}

function withoutClosing(piece: string): string[] {
  const at = closing.exec(folded(piece))?.index
  return at === undefined ? [piece] : [piece.slice(0, at), piece.slice(at)]
}

function withTitleApart(piece: string): string[] {
  const plain = folded(piece)
  const mark = markOf(plain)
  if (!mark || plain.slice(mark.length, mark.length + longestTitle + 1).search(/[。;,:]/) >= 0) return [piece]
  const title = titleRunsIntoDeed.exec(plain.slice(mark.length))?.[0].length
  return title === undefined ? [piece] : [piece.slice(0, mark.length + title), piece.slice(mark.length + title)]
}

/** The numbers that begin at one or count on from the last of their kind. */
function headingsOf(plain: string): Cut[] {
  const cuts: Cut[] = []
  const last = new Map<Rank, number>()
  for (const found of matchesOf(marks, plain)) {
    const mark = markOf(plain.slice(found.index, found.index + 12))
    if (!mark) continue
    const before = plain.slice(Math.max(0, found.index - 4), found.index)
    const counted = last.get(mark.rank) ?? 0
    const opens = mark.value === 1 && !isOpenAt(cuts.at(-1), mark, plain, found.index)
    if (quotes.test(before) || saysAgain(cuts.at(-1), mark, plain, found.index) || (mark.value !== counted + 1 && !opens)) continue
    if (found.index > 0 && !endsBefore.test(before) && !followsTitle(cuts.at(-1), mark, plain, found.index) && !isFirstBehindTitle(cuts.at(-1), plain, found.index) && !followsField(plain, found.index)) continue
    cuts.push({ at: found.index, mark })
    last.set(mark.rank, mark.value)
  }
  return cuts
}

/** 1、清淤。1.清淤。…: a title printed twice is one heading. */
function saysAgain(above: Cut | undefined, mark: Mark, plain: string, at: number): boolean {
  if (!above || above.mark.value !== mark.value || at - above.at > 60) return false
  const title = plain.slice(above.at + above.mark.length, at).replace(/[。 ]{1,4}$/, '')
  return title !== '' && plain.startsWith(title, at + mark.length)
}

/** A list that starts anew under a heading of its own kind is a list in a sentence. */
function isOpenAt(above: Cut | undefined, mark: Mark, plain: string, at: number): boolean {
  return above?.mark.rank === mark.rank && !/[。)] {0,2}$/.test(plain.slice(Math.max(0, at - 3), at))
}

/** 整改时限:2026年11月30日前(二)…: the next number behind the last field of a form. */
const followsField = (plain: string, at: number): boolean => lastField.test(plain.slice(Math.max(0, at - 80), at))
const lastField = /(?:单位|部门|时限|时间|期限):[^。;:]{1,60}$/

/** 云溪县实施方案一、…: the first number right behind the paper's own title. */
const isFirstBehindTitle = (above: Cut | undefined, plain: string, at: number): boolean => above === undefined && at <= longestPaperTitle && paperTitle.test(plain.slice(0, at))
const longestPaperTitle = 80
const paperTitle = /^[^。;]{6,80}(?:方案|计划|意见|措施|规划|要点|办法|通知|清单|分工|任务|事项|\d年\))$/

/** 二、重点任务（三）…: nothing but a title stands between a heading and the first below it. */
function followsTitle(above: Cut | undefined, mark: Mark, plain: string, at: number): boolean {
  if (!above || above.mark.rank >= mark.rank) return false
  const between = plain.slice(above.at + above.mark.length, at)
  return between.length <= 40 && !/[。;:,]/.test(between)
}
