// Who sits in a leading group or a task team, as the paragraph that founds it says.
import { cleanName, isProperName } from './body-names.ts'
import { folded, withoutDocumentNames } from './folded-text.ts'
import { linesOf, type Line } from './outline.ts'
import { markOf } from './numbering.ts'
import type { ReadBody, Span } from './reading.ts'
import { unitList } from './unit-list.ts'

const bodyKinds = /领导小组|协调小组|联席会议|指挥部|工作专班|专班|工作组|推进组/g
/** The longest name that is looked for in front of such a word. */
const longestName = 50
/** People are looked for in the opening of a paragraph only. */
const longestOpening = 3000
/** 发展改革委员会 is an office and 学校家长委员会 one of many; only a 委员会 founded here for the whole place is a body of the plan. */
const founded = /(?:成立|设立|组建)(_{0,8}(?:全|本)?[省市县区州旗镇乡][^,。;:、()“”《》\n]{2,50}?委员会)/g
const leaderForm = /(?:由)?([^,。;:]{2,40}?)(?:担)?任(?:组长|总指挥|召集人|班长|专班长|主任委员|双组长)/
const deputyForm = /(?:由)?([^,。;:]{2,120}?)(?:担)?任(?:执行组长|常务副组长|第一副组长|副组长|副总指挥|副召集人|副班长|副主任委员)/g
const officeForm = /办公室(?:设在|设于|设)([^,。;:()]{2,30})|由([^,。;:]{2,30}?)(?:兼任|担任|(?<!主)任)[^,。;:]{0,10}办公室主任|([^,。;:]{2,30}?)(?:承担|负责)(?:领导小组|专班)?办公室/

/** Every body a plan founds or names, once each; a founding paragraph gives its people. */
export function bodiesIn(text: string): ReadBody[] {
  const bodies: ReadBody[] = []
  const lines = linesOf(text)
  for (const [at, line] of lines.entries()) {
    const plain = withoutDocumentNames(folded(text.slice(line.from, line.to)))
    for (const { name, span } of namesIn(plain, line)) {
      const known = bodies.findIndex((body) => sameBody(body.name, name))
      const heads = markOf(text.slice(line.from, line.to)) !== undefined && plain.length < 60 && !leaderForm.test(plain)
      const next = lines[at + 1]
      const body = withPeople(text, { name, kind: /领导小组|协调小组|联席会议|指挥部|委员会/.test(name) ? 'group' : 'team', deputies: [], members: [], span }, heads && next ? next : line)
      const before = bodies[known]
      if (!before) bodies.push(body)
      else if (!before.leader && body.leader) bodies[known] = body
    }
  }
  return bodies
}

function namesIn(plain: string, line: Line): { name: string; span: Span }[] {
  const found = new Map<string, Span>()
  const add = (words: string, end: number): void => {
    const mark = markOf(words)
    const name = cleanName(mark ? words.slice(mark.length) : words)
    const span = { from: line.from + end - name.length, to: line.from + end }
    if (isProperName(name) && !found.has(name)) found.set(name, span)
  }
  for (const match of plain.matchAll(founded)) add(match[1] ?? '', match.index + match[0].length)
  for (const match of plain.matchAll(bodyKinds)) {
    const end = match.index + match[0].length
    const before = plain.slice(Math.max(0, match.index - longestName), match.index)
    add(before.slice(before.search(/[^,。;:、()“”《》]*$/)) + match[0], end)
  }
  return [...found].map(([name, span]) => ({ name, span }))
}

/** A body is often named shorter later on: every sign of the shorter name stands, in order, in the longer. */
function sameBody(known: string, name: string): boolean {
  const [shorter, longer] = known.length < name.length ? [known, name] : [name, known]
  if (shorter.slice(-2) !== longer.slice(-2)) return false
  let at = 0
  for (const sign of longer) if (sign === shorter.charAt(at)) at++
  return at >= shorter.length
}

function withPeople(text: string, body: ReadBody, line: Line): ReadBody {
  const plain = folded(text.slice(line.from, Math.min(line.to, line.from + longestOpening)))
  const leader = leaderForm.exec(plain)
  if (!leader) return body
  const offset = line.from
  const deputies = [...plain.matchAll(deputyForm)].flatMap((match) => people(match[1] ?? ''))
  const office = officeForm.exec(plain)
  const officeName = office?.[1] ?? office?.[2] ?? office?.[3]
  return {
    ...body,
    leader: person(leader[1] ?? ''),
    deputies,
    members: membersIn(text, plain, offset),
    ...(officeName === undefined ? {} : { office: person(officeName) }),
  }
}

const person = (words: string): string => words.replace(/^.*由(?=.{2})/, '').replace(/^(?:并|其中)/, '').trim()

/** 甲局、乙局主要负责同志 are two people: the office is written once for both. */
function people(words: string): string[] {
  const named = person(words).split(/、|和(?=[^、和]{2,40}(?:长|主任|书记|领导|同志|局长)$)/).map((one) => one.trim()).filter((one) => one !== '')
  const post = /(?:主要|分管)?(?:负责同志|负责人|领导)$/.exec(named.at(-1) ?? '')?.[0] ?? ''
  return named.map((one) => (/(?:局|委|办|部|政府|院|中心)$/.test(one) ? one + post : one))
}

function membersIn(text: string, plain: string, offset: number): string[] {
  const listed = /成员(?:单位)?(?:包括|由|为|有|:)([^。;]{2,1000})/.exec(plain)
  const closing = /([^。;]{2,1000}?)(?:为|任|担任)成员/.exec(plain)
  const words = listed?.[1] ?? closing?.[1]
  if (words === undefined) return []
  const from = listed ? listed.index + listed[0].length - words.length : (closing?.index ?? 0) + words.lastIndexOf('长,') + 2
  const to = listed ? listed.index + listed[0].length : (closing?.index ?? 0) + words.length
  const end = plain.slice(from, to).search(/(?:的?(?:主要|分管|有关)(?:负责)?(?:同志|人|领导)|负责人|负责同志|相关负责人)(?:组成|为|任|$)|组成$/)
  return unitList(text, { from: offset + from, to: offset + (end < 0 ? to : from + end) }).units.map((unit) => unit.name.replace(/(?:主要|分管|有关)?(?:负责同志|负责人|领导)$/, ''))
}

/** The full name of a body that a sentence only calls 领导小组 or 专班: the last one named before it. */
export function fullBodyName(short: string, at: number, bodies: readonly ReadBody[]): string {
  const bare = short.replace(/(?:会议|全体会议|办公室)$/, '')
  if (!/^(?:领导|协调|工作|县|市|区|省|本)?(?:小组|工作专班|专班|指挥部|联席会议)$/.test(bare)) return short
  const before = bodies.filter(({ name, span }) => name.endsWith(bare) && span.from <= at)
  return before.at(-1)?.name ?? short
}
