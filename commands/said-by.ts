// Who said it, when and how, at the end of a typed line: 王科长 7月1日 电话. The order does not matter; what is not there is asked for.
import { dayOf } from '#src/calendar/day.ts'

const hows: ReadonlySet<string> = new Set(['电话', '微信', '短信', '书面', '来函', '纸质', '当面', '口头', '邮件', '会上', 'phone', 'wechat', 'sms', 'letter', 'paper', 'email', 'person', 'meeting'])
const dayWord = /^(?:(?:\d{4}\s?[-年./])?\d{1,2}[-月./]\d{1,2}[日号]?|今天|昨天|前天|today|yesterday)$/i

export type SaidBy = { words: string[]; who?: string; how?: string; day?: string }

const isDay = (word: string): boolean => {
  if (!dayWord.test(word)) return false
  const [month, date] = word.split(/[-月./日号]/).filter((part) => part !== '').slice(-2).map(Number)
  return /^\D/.test(word) || dayOf(2024, month ?? 0, date ?? 0) !== undefined
}

/** Without a way (电话, 微信, …) nobody can tell a name from what was said: then all of it is what was said. */
export function saidBy(line: readonly string[]): SaidBy {
  const words = tailApart(line)
  const found: Pick<SaidBy, 'how' | 'day'> = {}
  for (let last = words.at(-1); last !== undefined; last = words.at(-1)) {
    if (found.how === undefined && hows.has(last.toLowerCase())) found.how = last
    else if (found.day === undefined && isDay(last)) found.day = last
    else break
    words.pop()
  }
  if (found.how === undefined) return { words: [...line] }
  const before = found.day === undefined && words.length > 2 && isDay(words.at(-2) ?? '') ? words.splice(-2, 1)[0] : undefined
  const last = words.at(-1)
  const who = last === undefined ? undefined : (saysWho.exec(last)?.[1] ?? (notName.test(last) ? undefined : last))
  if (who !== undefined) words.pop()
  return { words, ...found, ...(before === undefined ? {} : { day: before }), ...(who === undefined ? {} : { who }) }
}

/** 王科长说的. */
const saysWho = /^(.{2,16}?)(?:同志)?(?:说|讲|反映|反馈|报)的$/
/** What was done is nobody's name. */
const notName = /[\d%％,，、。；;：:]|[已了没未]|完成|推进|正常|困难|受阻/

/** …,白雨桐说的,电话: what stands behind the last commas is words of its own. */
function tailApart(line: readonly string[]): string[] {
  const words = [...line]
  for (let moved = 1; words.length > 0; moved += 1) {
    const [word = ''] = words.slice(-moved)
    const cut = Math.max(word.lastIndexOf(','), word.lastIndexOf('，'), word.lastIndexOf('；'))
    const tail = word.slice(cut + 1).replace(/[。.]$/, '')
    if (cut < 1 || !(hows.has(tail.toLowerCase()) || isDay(tail) || saysWho.test(tail))) break
    words.splice(-moved, 1, word.slice(0, cut), tail)
  }
  return words
}
