// 签到：… as it is typed: who was missing, who came, who sat in, who held it, in any order, with a colon or without.
import { present } from '#src/ledger/fields.ts'

type Kind = 'absent' | 'there' | 'besides' | 'chair'

/** Names are kept as they were said, with 、 between. `asks`: a kind that was said with nobody's name. `unread`: what says none of these. */
export type AttendanceSaid = { all?: true; absent?: string; there?: string; besides?: string; chair?: string; asks?: Kind; unread?: string }

const everybody = /^(?:其余|其他)?(?:全部?|都)(?:到会|到了|到)$|^all$/iu
const whoHeld = /^(?:谁|哪个|哪位)(?:来)?主持(?:的|会议|了)?[？?]?$|^who$/iu
const before = /^(缺席|请假|未到|没到|没来|到会|列席|主持(?!工作)|absent|present|also|chair(?:ed)?)(?:的?(?:人员|人|单位)|会议|的)?(?:是|为)?([：:]?)(.*)$/iu
const behind = /^(?:由|请)?(.+?)(缺席|请假|未到|没到|没来|到会|参会|到了|列席|主持)(?:会议|的|了)?$/u
const kinds: Readonly<Record<string, Kind>> = { 缺席: 'absent', 请假: 'absent', 未到: 'absent', 没到: 'absent', 没来: 'absent', absent: 'absent', 到会: 'there', 参会: 'there', 到了: 'there', present: 'there', 列席: 'besides', also: 'besides', 主持: 'chair', chair: 'chair', chaired: 'chair' }

type Part = { kind: Kind | 'all' | 'unread'; names: string[] }

/** 缺席 财政局、住建局 主持：教育局; 教育局主持，财政局没来. */
export function attendanceSaid(words: readonly string[]): AttendanceSaid {
  const parts = words.join(' ').split(/[\s、,，;；。]+/u).filter((word) => word !== '').reduce<Part[]>(withWord, []).reduce<Part[]>(joined, [])
  const named = (kind: Part['kind']): string | undefined => ((names) => (names.length === 0 ? undefined : names.join('、')))(parts.flatMap((part) => (part.kind === kind ? part.names : [])))
  const asks = parts.find(({ kind, names }) => kind !== 'all' && names.length === 0)?.kind as Kind | undefined
  const absent = named('absent')
  return present({ all: absent === undefined && named('there') === undefined && parts.some(({ kind }) => kind === 'all') ? (true as const) : undefined, absent, there: named('there'), besides: named('besides'), chair: named('chair'), asks, unread: named('unread') })
}

function withWord(parts: Part[], word: string): Part[] {
  const last = parts.at(-1)
  if (everybody.test(word)) return [...parts, { kind: 'all', names: [] }]
  if (whoHeld.test(word)) return [...parts, { kind: 'chair', names: [] }]
  const [, said = '', colon = '', name = ''] = before.exec(word) ?? []
  const kind = kindOf(said)
  // 列席1 among those who sat in is a name.
  if (kind !== undefined && (name === '' || colon !== '' || (isChinese(said) && kind !== last?.kind))) return [...parts, { kind, names: name === '' ? [] : [name] }]
  const [, whose = '', as = ''] = behind.exec(word) ?? []
  const told = kindOf(as)
  if (told !== undefined && told !== last?.kind) return [...(last?.kind === 'unread' ? parts.slice(0, -1) : parts), { kind: told, names: [...(last?.kind === 'unread' ? last.names : []), whose] }]
  if (last === undefined || last.kind === 'all') return [...parts, { kind: 'unread', names: [word] }]
  return [...parts.slice(0, -1), { ...last, names: [...last.names, word] }]
}

/** 教育局 缺席: names that stand before it are meant, where none is behind. */
const joined = (parts: Part[], part: Part): Part[] => ((last) => (last?.kind === 'unread' && part.kind !== 'all' && part.names.length === 0 ? [...parts.slice(0, -1), { kind: part.kind, names: last.names }] : [...parts, part]))(parts.at(-1))

const kindOf = (said: string): Kind | undefined => kinds[said.toLowerCase()]
const isChinese = (said: string): boolean => /\p{Script=Han}/u.test(said)
