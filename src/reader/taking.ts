// A sentence from which what was understood is taken out, piece by piece.

/** `take`: the groups of the first match, which leaves a gap; undefined where there is none. */
export type Taking = { take: (form: RegExp) => readonly string[] | undefined; left: () => string }

/** Between what stood on both sides, so that no new words come of it. */
const gap = '|'

export function taking(words: string): Taking {
  let left = words
  return {
    left: () => left,
    take(form) {
      const found = form.exec(left)
      if (found === null || found[0] === '') return undefined
      left = `${left.slice(0, found.index)}${gap}${left.slice(found.index + found[0].length)}`
      return Array.from(found, (group: string | undefined) => group ?? '')
    },
  }
}
