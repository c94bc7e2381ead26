// Who sits in a leading group or a task team, as the paragraph that founds it says.
import { cleanName, isProperName, isShortCommittee, lastPiece } from './body-names.ts'
import { peopleInList, peopleInProse, type BodyPeople } from './body-people.ts'
import { bareSpan } from './folded-text.ts'
import { matchesOf } from './matches.ts'
import { markOf } from './numbering.ts'
import { linesOf, type Line } from './outline.ts'
import type { ReadBody, ReadMeeting, Span } from './reading.ts'

const bodyKinds = /领导小组|协调小组|联席会议|指挥部|工作专班|专班|工作组|推进组/g
/** The longest name that is looked for in front of such a word. */
const longestName = 50
/** 发展改革委员会 is an office and 学校家长委员会 one of many; only a 委员会 founded here for the whole place is a body of the plan. */
const founded = /(?:成立|设立|组建)(_{0,8}(?:全|本)?[省市县区州旗镇乡][^,。;:、()“”《》\n]{2,50}?委员会)/g
/** One whose members are listed, or that has a short name of its own in the document, is the plan's as well. */
const committee = /([^,。;:、()“”《》\n]{4,40}?委员会)(?=\((?:以下)?简称|[^。\n]{0,30}组成人员)/g
/** 镇清淤办(设在镇水利站): the desk of a body that has no other name here. */
const desk = /([省市县区州旗镇乡](?!委|政府|府)[^,。;:、()“”《》\n的]{2,6}办)\((?:设|挂靠)在/g
/** More than a plan founds: what names more is no plan, and each name is held against those before it. */
const mostBodies = 200

/** Every body a plan founds or names, once each; the paragraph or the list that founds it gives its people. */
export function bodiesIn(text: string): ReadBody[] {
  const bodies: ReadBody[] = []
  const names = new Map<string, number>()
  const lines = linesOf(text)
  const listAt = listByLine(text, lines)
  for (const [at, line] of lines.entries()) {
    const plain = bareSpan(text, line)
    const named = namesIn(plain, line)
    for (const [order, { name, span }] of named.entries()) {
      const known = names.get(name) ?? (bodies.length < mostBodies ? bodies.findIndex((body) => sameBody(body.name, name)) : -1)
      const before = bodies[known]
      if (before) names.set(name, known)
      if (before?.leader !== undefined || (!before && bodies.length >= mostBodies)) continue
      const body: ReadBody = { name, kind: /领导小组|协调小组|联席会议|指挥部|委员会|办$/.test(name) ? 'group' : 'team', deputies: [], members: [], span, ...peopleAt(at, named, order) }
      if (!before) {
        names.set(name, bodies.length)
        bodies.push(body)
      } else if (body.leader !== undefined) bodies[known] = body
    }
  }
  return bodies

  function peopleAt(at: number, named: readonly Named[], order: number): BodyPeople | undefined {
    const line = lines[at]
    if (!line) return undefined
    // Each of several names in a paragraph has what stands between it and the next.
    const own = named.length === 1 ? line : { from: named[order]?.span.from ?? line.from, to: named[order + 1]?.span.from ?? line.to }
    const inProse = peopleInProse(text, own)
    if (inProse || order < named.length - 1) return inProse
    const next = lines[at + 1]
    const words = text.slice(line.from, line.to)
    const heads = markOf(words) !== undefined && words.length < 60
    return (heads && next ? peopleInProse(text, next) : undefined) ?? listAt(at)
  }
}

/** The list of people behind a line: each line is looked at once. */
function listByLine(text: string, lines: readonly Line[]): (at: number) => BodyPeople | undefined {
  const known = new Map<number, BodyPeople | undefined>()
  return (at) => {
    if (!known.has(at)) known.set(at, peopleInList(text, lines, at))
    return known.get(at)
  }
}

type Named = { name: string; span: Span }

function namesIn(plain: string, line: Line): Named[] {
  const found = new Map<string, Span>()
  const add = (words: string, end: number): void => {
    const mark = markOf(words)
    const name = cleanName(mark ? words.slice(mark.length) : words)
    const span = { from: line.from + end - name.length, to: line.from + end }
    if ((isProperName(name) || /办$/.test(name)) && !found.has(name)) found.set(name, span)
  }
  for (const match of plain.includes('委员会') ? matchesOf(committee, plain) : []) add(match[1] ?? '', match.index + match[0].length)
  for (const match of plain.includes('办(') ? matchesOf(desk, plain) : []) add(match[1] ?? '', match.index + (match[1]?.length ?? 0))
  for (const match of matchesOf(founded, plain)) add(match[1] ?? '', match.index + match[0].length)
  for (const match of matchesOf(bodyKinds, plain)) {
    const end = match.index + match[0].length
    const before = plain.slice(Math.max(0, match.index - longestName), match.index)
    add(lastPiece(before) + match[0], end)
  }
  return [...found].map(([name, span]) => ({ name, span })).sort((a, b) => a.span.from - b.span.from)
}

/** A body is often named shorter later on: every sign of the shorter name stands, in order, in the longer. */
function sameBody(known: string, name: string): boolean {
  const [shorter, longer] = known.length < name.length ? [known, name] : [name, known]
  if (isShortCommittee(shorter) ? !longer.endsWith('委员会') : shorter.slice(-2) !== longer.slice(-2)) return false
  return standsInOrder(shorter, longer)
}

function standsInOrder(shorter: string, longer: string): boolean {
  let at = 0
  for (const sign of longer) if (sign === shorter.charAt(at)) at++
  return at >= shorter.length
}

/** A 委员会 that the plan says must meet is a body of it. */
export function withMeetingBodies(bodies: readonly ReadBody[], meetings: readonly ReadMeeting[]): ReadBody[] {
  const all = [...bodies]
  for (const { body, span } of meetings) {
    const known = all.length >= mostBodies || all.some(({ name }) => name === body || sameBody(name, body))
    if (((/委员会$/.test(body) && isProperName(body)) || isShortCommittee(body)) && !known) all.push({ name: body, kind: 'group', deputies: [], members: [], span })
  }
  return all
}

/** The full name of a body that a sentence only calls 领导小组 or 专班: the last one named before it. */
export function fullBodyName(short: string, at: number, bodies: readonly ReadBody[]): string {
  const bare = short.replace(/(?:会议|全体会议|办公室)$/, '')
  if (!/^(?:领导|协调|工作|县|市|区|省|本)?(?:小组|工作专班|专班|指挥部|联席会议)$/.test(bare)) return short
  const before = bodies.filter(({ name, span }) => name.endsWith(bare) && span.from <= at)
  return before.at(-1)?.name ?? short
}
