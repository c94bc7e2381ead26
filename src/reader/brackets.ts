// Brackets in folded text.

const count = (plain: string, sign: string): number => {
  let found = 0
  for (let at = plain.indexOf(sign); at >= 0; at = plain.indexOf(sign, at + 1)) found++
  return found
}

/** How many brackets are open at an offset; asked in rising order. In a text whose brackets do not match nothing is known: 0 everywhere. */
export function depthsIn(plain: string): (at: number) => number {
  if (!plain.includes('(') || count(plain, '(') !== count(plain, ')')) return () => 0
  return depths(plain)
}

/** As depthsIn, with what is left open open to the end. */
export function depths(plain: string): (at: number) => number {
  let seen = 0
  let depth = 0
  return (at) => {
    for (; seen < at; seen++) {
      const sign = plain.charAt(seen)
      if (sign === '(') depth++
      else if (sign === ')') depth = Math.max(0, depth - 1)
    }
    return depth
  }
}

/** Words without the brackets at their ends that have no other half: 县财政局(. */
export function withoutHalves(plain: string): Readonly<{ from: number; to: number }> {
  let from = 0
  let to = plain.length
  const more = count(plain, '(') - count(plain, ')')
  for (let open = more; to > from && (plain.charAt(to - 1) === '(' || (open < 0 && plain.charAt(to - 1) === ')')); to--) open += plain.charAt(to - 1) === '(' ? -1 : 1
  while (from < to && plain.charAt(from) === ')') from++
  return { from, to }
}
