// Who sits in a body: in prose (由县长任组长, 成员由…组成) or in a list (组长:…, 副组长:…, 成员:…).
import { folded } from './folded-text.ts'
import { markOf } from './numbering.ts'
import type { Line } from './outline.ts'
import type { ReadBody, Span } from './reading.ts'
import { unitList } from './unit-list.ts'

export type BodyPeople = Pick<ReadBody, 'leader' | 'deputies' | 'members' | 'office'>

/** People are looked for in the opening of a paragraph only, and a list of them runs over no more lines than this. */
const longestOpening = 3000
const longestList = 60
const chair = '(?:双?组长|总指挥长?|召集人|班长|专班长|主任委员)'
const deputy = '(?:执行组长|(?:常务|第一)?副组长|(?:常务)?副总指挥长?|副召集人|副班长|副主任委员)'
const leaderForms = [new RegExp(`(?:由)?([^,。;:]{2,40}?)(?:担)?任${chair}`), new RegExp(`(?<!副)${chair}由([^,。;:]{2,40}?)(?:兼任|担任|任)`), new RegExp(`由([^,。;:]{2,40}?)为${chair}`)]
const deputyForms = [new RegExp(`(?:由)?([^,。;:]{2,120}?)(?:担)?任${deputy}`, 'g'), new RegExp(`${deputy}由([^,。;:]{2,120}?)(?:兼任|担任|任)`, 'g'), new RegExp(`(?<=[,;])([^,。;:]{2,120}?)为${deputy}`, 'g')]
const officeForm = /办公室(?:设在|设于|设)([^,。;:()]{2,30})|由([^,。;:]{2,30}?)(?:兼任|担任|(?<!主)任)[^,。;:]{0,10}办公室主任|([^,。;:]{2,30}?)(?:承担|负责)(?:领导小组|专班)?办公室/
const chairLine = /^(?:双?组 {0,8}长|总 {0,4}指 {0,4}挥(?:长)?|召 {0,4}集 {0,4}人|班 {0,8}长|主 {0,8}任(?:委员)?)(?: {0,2}: {0,8}| {1,8})(?=[^ :])/
const deputyLine = /^(?:执行组长|(?:常务|第一)?副 {0,4}组 {0,4}长|(?:常务)?副 {0,2}总 {0,2}指 {0,2}挥(?:长)?|副 {0,2}召 {0,2}集 {0,2}人|副 {0,4}班 {0,4}长|副 {0,4}主 {0,4}任(?:委员)?)(?: {0,2}: {0,8}| {1,8})(?=[^ :])/
const memberLine = /^(?:成 {0,8}员(?:单位)?)(?: {0,2}: {0,8}| {1,8})(?=[^ :])/
const officeLine = /^办公室 {0,2}: {0,8}/

/** What one paragraph, or a part of it, says in prose; undefined where it names no leader. */
export function peopleInProse(text: string, line: Span): BodyPeople | undefined {
  const plain = folded(text.slice(line.from, Math.min(line.to, line.from + longestOpening)))
  const leader = leaderForms.map((form) => form.exec(plain)?.[1]).find((words) => words !== undefined)
  if (leader === undefined) return undefined
  return {
    leader: person(leader),
    deputies: deputyForms.flatMap((form) => [...plain.matchAll(form)].flatMap((match) => people(match[1] ?? ''))),
    members: membersIn(text, plain, line.from),
    ...officeOf(plain),
  }
}

/** The list that begins in one of these lines, one person or one office a line, or all in one; undefined where none does. */
export function peopleInList(text: string, lines: readonly Line[], at: number): BodyPeople | undefined {
  const found: Required<Omit<BodyPeople, 'leader' | 'office'>> & Pick<BodyPeople, 'leader' | 'office'> = { deputies: [], members: [] }
  let put: ((words: string, from: number) => void) | undefined
  for (const [ahead, line] of lines.slice(at, at + longestList).entries()) {
    const entries = entriesOf(text, line)
    const begins = entries.some(({ words }) => chairLine.test(words))
    if (put === undefined && !begins) {
      // The list follows its body within a line or two.
      if (ahead < 2) continue
      return undefined
    }
    if (put !== undefined && begins) break
    for (const { words, from } of entries) {
      const labelled = putOf(words)
      if (labelled) put = labelled.put
      else if (put === undefined || !mayGoOn(text, line)) return found.leader === undefined ? undefined : withOffice(text, line)
      put(words.slice(labelled?.length ?? 0), from + (labelled?.length ?? 0))
    }
  }
  return found.leader === undefined ? undefined : found

  function putOf(words: string): { length: number; put: (words: string, from: number) => void } | undefined {
    const chairs = chairLine.exec(words)
    if (chairs) return { length: chairs[0].length, put: (said) => { found.leader ??= spaced(said) } }
    const deputies = deputyLine.exec(words)
    if (deputies) return { length: deputies[0].length, put: (said) => { found.deputies.push(...listed(said)) } }
    const members = memberLine.exec(words)
    if (members) return { length: members[0].length, put: (said, from) => { found.members.push(...membersListed(text, said, from)) } }
    const office = officeLine.exec(words)
    return office ? { length: office[0].length, put: (said) => { found.office ??= spaced(said) } } : undefined
  }

  function withOffice(whole: string, line: Line): BodyPeople {
    return found.office === undefined ? { ...found, ...officeOf(folded(whole.slice(line.from, Math.min(line.to, line.from + longestOpening)))) } : found
  }
}

type Entry = { words: string; from: number }

/** 组长:甲;副组长:乙;成员:丙。 in one line are as many entries as lines would be. A heading's mark is passed over. */
function entriesOf(text: string, line: Line): Entry[] {
  const whole = text.slice(line.from, Math.min(line.to, line.from + longestOpening))
  const entries: Entry[] = []
  let from = markOf(whole)?.length ?? 0
  const plain = folded(whole)
  for (const stop of [...plain.matchAll(/[;。:](?= {0,4}(?:副|常务|执行|成 {0,8}员|双?组 {0,8}长|办公室:))|[;。]/g), { index: plain.length }]) {
    const start = from + (/^ */.exec(plain.slice(from, stop.index))?.[0].length ?? 0)
    if (stop.index > start) entries.push({ words: plain.slice(start, stop.index), from: line.from + start })
    from = stop.index + 1
  }
  return entries
}

/** A name and a post without a label go on with what stands above: no sentence, no heading. */
const mayGoOn = (text: string, line: Line): boolean => line.to - line.from <= 60 && markOf(text.slice(line.from, line.to)) === undefined && !/[。:,]/.test(folded(text.slice(line.from, line.to)))

function officeOf(plain: string): { office?: string } {
  const office = officeForm.exec(plain)
  const name = office?.[1] ?? office?.[2] ?? office?.[3]
  return name === undefined ? {} : { office: person(name) }
}

const spaced = (words: string): string => words.trim().replace(/ {1,}/g, ' ').replace(/[,]$/, '')
const person = (words: string): string => words.replace(/^.*由(?=.{2})/, '').replace(/^(?:并|其中)/, '').trim()

/** 甲局、乙局主要负责同志 are two people: the office is written once for both. */
function people(words: string): string[] {
  const named = person(words).split(/、|和(?=[^、和]{2,40}(?:长|主任|书记|领导|同志|局长)$)/).map((one) => one.trim()).filter((one) => one !== '')
  const post = /(?:主要|分管)?(?:负责同志|负责人|领导)$/.exec(named.at(-1) ?? '')?.[0] ?? ''
  return named.map((one) => (/(?:局|委|办|部|政府|院|中心)$/.test(one) ? one + post : one))
}

/** 李明 县委常委、副县长 is one; 李明(副县长)、王芳(县水利局局长) are two. */
function listed(words: string): string[] {
  const said = spaced(words)
  if (said.includes('(')) return said.split(/(?<=\))、/).map(spaced)
  const pieces = said.split('、')
  return pieces.every((piece) => piece.trim().includes(' ')) || pieces.every((piece) => !piece.trim().includes(' ')) ? people(said) : [said]
}

function membersListed(text: string, words: string, from: number): string[] {
  const named = words.trim()
  // 张强 县财政局局长: a person.
  if (/^[一-龥]{1,2} {0,2}[一-龥]{1,2} {1,8}[^ 、]/.test(named) && !/[局委办部政府会]$/.test(named)) return listed(named)
  const offices = unitList(text, { from, to: from + words.length }).units.map(({ name }) => withoutPost(name))
  return offices.length > 0 ? offices : listed(named)
}

const withoutPost = (name: string): string => name.replace(/(?:主要|分管|有关|相关)?(?:负责同志|负责人|领导)$/, '')

function membersIn(text: string, plain: string, offset: number): string[] {
  const said = /成员(?:单位)?(?:包括|由|为|有|:)([^。;]{2,1000})/.exec(plain)
  const closing = /([^。;]{2,1000}?)(?:为|任|担任)成员/.exec(plain)
  const words = said?.[1] ?? closing?.[1]
  if (words === undefined) return []
  const from = said ? said.index + said[0].length - words.length : (closing?.index ?? 0) + words.lastIndexOf('长,') + 2
  const to = said ? said.index + said[0].length : (closing?.index ?? 0) + words.length
  const end = plain.slice(from, to).search(/(?:的?(?:主要|分管|有关)(?:负责)?(?:同志|人|领导)|负责人|负责同志|相关负责人)(?:组成|为|任|$)|组成$/)
  return unitList(text, { from: offset + from, to: offset + (end < 0 ? to : from + end) }).units.map(({ name }) => withoutPost(name))
}
