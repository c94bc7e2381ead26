// What somebody says of a task, clause by clause: between two signs, or between two blanks where Chinese is written with them.
import type { Span } from './reading.ts'

/** `joined`: an enumeration's sign stands before it, so that it goes on with what the clause before began. */
export type SaidClause = { span: Span; joined: boolean }

const ends = new Set(['。', ';', ',', '、', '!', '\n', '\r'])
const isDigit = (sign: string): boolean => sign >= '0' && sign <= '9'
/** These go with the number before them, a blank between or not: 6 月底, 60 %. */
const withNumber = new Set(['月', '日', '号', '年', '%', '项', '个', '所', '家'])

/** @param plain folded words, of which what is read already is blank; the words between are kept to the letter */
export function saidClauses(plain: string): SaidClause[] {
  const found: SaidClause[] = []
  const isChinese = /\p{Script=Han}/u.test(plain)
  let from = 0
  let before = ''
  const close = (to: number, end: string): void => {
    const span = trimmed(plain, { from, to })
    if (span.to > span.from) {
      found.push({ span, joined: before === '、' })
      before = end
    } else if (end !== ' ') before = end
    from = to + 1
  }
  for (let at = 0; at < plain.length; at++) {
    const sign = plain.charAt(at)
    if ((ends.has(sign) && plain.charAt(at - 1) !== '<') || (sign === '.' && isSentenceEnd(plain, at))) close(at, sign)
    else if (sign === ' ' && isChinese && !isInside(plain, at)) close(at, sign)
  }
  close(plain.length, '')
  return found
}

const isSentenceEnd = (plain: string, at: number): boolean => at + 1 === plain.length || plain.charAt(at + 1) === ' '

/** A blank between a number and what it counts, or between two words of another script. */
function isInside(plain: string, at: number): boolean {
  const [before, after] = [plain.charAt(at - 1), plain.charAt(at + 1)]
  return (isDigit(before) && withNumber.has(after)) || (/[A-Za-z]/.test(before) && /[A-Za-z0-9]/.test(after))
}

function trimmed(plain: string, { from, to }: Span): Span {
  let [start, end] = [from, to]
  while (start < end && plain.charAt(start).trim() === '') start++
  while (end > start && plain.charAt(end - 1).trim() === '') end--
  return { from: start, to: end }
}
