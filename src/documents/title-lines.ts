// A paper's title in lines: no word is broken, and the lines make a trapezoid or a rhombus (GB/T 9704—2012, 7.3.1).

/** Characters of 二号 that stand in the 156 mm of a line. */
const most = 20
/** A longer title is no title: its lines are filled one after the other, for the ways to part it are too many to compare. */
const comparedLines = 4
/** What stands behind these begins no line, and what stands before those ends none. */
const endsNoLine = /[（《〈“‘〔第]$|关于$/
const beginsNoLine = /^[）》〉”’〕、，。：；的了之和与及]/
/** What a break costs: between two words least, beside a sign that may be half of a word most. */
const cost = { besideName: 0, betweenWords: 2, besideOneSign: 9, evenLines: 4, hourglass: 12, unlike: 1 }

const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** @param whole names that stay in one line where they fit */
export function titleLines(text: string, whole: readonly string[] = [], lineMost = most): string[] {
  const fewest = Math.ceil(wideness(text) / lineMost)
  if (fewest > comparedLines) return filled(partsOf(text, []), lineMost)
  const parts = partsOf(text, whole.filter((name) => name !== '' && wideness(name) <= lineMost))
  for (let count = Math.max(1, fewest); count <= Math.min(parts.length, comparedLines + 1); count++) {
    const [best] = splits(parts, count, lineMost).toSorted((a, b) => a.cost - b.cost)
    if (best !== undefined) return best.lines
  }
  return filled(parts, lineMost)
}

function filled(parts: readonly Part[], lineMost: number): string[] {
  return parts.reduce<string[]>((lines, { text }) => {
    const last = lines.at(-1) ?? ''
    return lines.length > 0 && wideness(last + text) <= lineMost ? [...lines.slice(0, -1), last + text] : [...lines, text]
  }, [])
}

/** So many characters wide: two digits are as wide as one. */
export const wideness = (text: string): number => Array.from(text).reduce((sum, sign) => sum + (sign < '\u0300' ? 0.5 : 1), 0)

/** A piece that no line breaks, and what breaking behind it costs. */
type Part = { text: string; breakCost: number }
type Split = { lines: string[]; cost: number }

function partsOf(text: string, whole: readonly string[]): Part[] {
  const pieces = piecesOf(text, whole)
  const joined: string[] = []
  for (const piece of pieces) {
    const before = joined.at(-1)
    if (before !== undefined && (beginsNoLine.test(piece) || endsNoLine.test(before) || (/^\d$|^年/.test(piece) && /\d$/.test(before)))) joined[joined.length - 1] = before + piece
    else joined.push(piece)
  }
  return joined.map((piece, at) => ({ text: piece, breakCost: breakCost(piece, joined[at + 1] ?? '', whole) }))
}

/** Names as they are, all else as the dictionary parts it. */
function piecesOf(text: string, whole: readonly string[]): string[] {
  const [name, at] = whole.map((each): [string, number] => [each, text.indexOf(each)]).find(([, found]) => found >= 0) ?? ['', -1]
  if (at >= 0) return [...piecesOf(text.slice(0, at), whole), name, ...piecesOf(text.slice(at + name.length), whole)]
  return Array.from(words.segment(text), ({ segment }) => segment)
}

function breakCost(before: string, behind: string, whole: readonly string[]): number {
  if (whole.some((name) => before.endsWith(name) || behind.startsWith(name))) return cost.besideName
  return Array.from(before).length < 2 || Array.from(behind).length < 2 ? cost.besideOneSign : cost.betweenWords
}

/** Every way to put the parts into so many lines that hold them. */
function splits(parts: readonly Part[], count: number, lineMost: number): Split[] {
  const found: Split[] = []
  const next = (from: number, lines: readonly string[], spent: number): void => {
    if (lines.length === count - 1) {
      const last = parts.slice(from).map(({ text }) => text).join('')
      if (last !== '' && wideness(last) <= lineMost) found.push({ lines: [...lines, last], cost: spent + shapeCost([...lines, last].map(wideness)) })
      return
    }
    let line = ''
    for (let at = from; at < parts.length - 1; at++) {
      const { text, breakCost: more } = parts[at] ?? { text: '', breakCost: 0 }
      line += text
      if (wideness(line) > lineMost) return
      next(at + 1, [...lines, line], spent + more)
    }
  }
  next(0, [], 0)
  return found
}

/** Lines of one length are a box, and a short one between long ones an hourglass: neither is asked for. */
function shapeCost(widths: readonly number[]): number {
  const steps = widths.slice(1).map((width, at) => width - (widths[at] ?? 0))
  const turnsUp = steps.some((step, at) => at > 0 && step > 0 && (steps[at - 1] ?? 0) < 0)
  const even = steps.filter((step) => Math.abs(step) < 2).length
  const spread = Math.max(...widths) - Math.min(...widths)
  return even * cost.evenLines + (turnsUp ? cost.hourglass : 0) + spread * cost.unlike
}
