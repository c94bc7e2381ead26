// 领导小组上次会议定的事, 上次教师队伍专班会议: whose last meeting is asked about.

/** As it was said; and the words without it, in which the meeting stands as if nobody's. */
export type BodyAsked = { body: string; rest: string }

/** Not 上个月, 上个季度. */
const last = /上一?[次回](?:的)?|上一?个(?![月季星周年礼])|刚开的/u
const convened = '(?:领导小组|协调小组|工作小组|工作专班|专班|指挥部|联席会议|工作组|推进组|委员会)'
const atEnd = new RegExp(`(\\p{Script=Han}{0,20}?${convened})的?$`, 'u')
const atStart = new RegExp(`^(\\p{Script=Han}{0,20}?${convened})(?!成员|单位)`, 'u')
/** 请问, 看一下: before a name. */
const before = /^(?:以来|以后|之后|后|在|由|就|这个|那个|我们|咱们|本)+/u

/** @param said folded words without blanks @param names of the bodies there are @returns undefined where no last meeting is spoken of, or nobody's */
export function bodyAsked(said: string, names: readonly string[]): BodyAsked | undefined {
  const found = last.exec(said)
  if (found === null) return undefined
  const [front, behind] = [said.slice(0, found.index), said.slice(found.index + found[0].length)]
  const meeting = /^(?:召开的?)?(?:会议|开会|会)/u.exec(behind)?.[0] ?? ''
  const inside = behind.slice(meeting.length)
  // Its name is in front of 上次, between 上次 and 会议, or behind both.
  const ahead = named(front, names, 'end')
  if (ahead !== undefined) return { body: ahead, rest: `${front.slice(0, front.lastIndexOf(ahead))}${found[0]}${meeting === '' ? `会议${behind}` : behind}` }
  const between = named(inside, names, 'start')
  if (between === undefined) return undefined
  const at = inside.indexOf(between)
  const after = inside.slice(at + between.length)
  return { body: between, rest: `${front}${found[0]}${/^(?:会议|开会|会)/u.test(after) ? '' : '会议'}${/^(?:以来|以后|之后)/u.exec(inside.slice(0, at))?.[0] ?? ''}${after}` }
}

/** A whole name, with or without 县, before what only ends like one. */
function named(words: string, names: readonly string[], where: 'start' | 'end'): string | undefined {
  const called = names.flatMap((name) => [name, ...(/^[县市区].{3,}/u.test(name) ? [name.slice(1)] : [])]).toSorted((a, b) => b.length - a.length)
  const whole = called.find((name) => (where === 'end' ? words.replace(/的$/u, '').endsWith(name) : words.startsWith(name)))
  return whole ?? (where === 'end' ? atEnd : atStart).exec(words)?.[1]?.replace(before, '')
}
