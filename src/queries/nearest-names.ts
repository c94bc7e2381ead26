// Names that are near to one nobody knows: 学校建设专班 and 学校建设工作专班.

/** Characters in common, less a little for those that are not. 县 and 局 are in every name and say nothing. */
export function likeness(asked: string, name: string): number {
  const wanted = new Set(asked.replace(/[县市区局]/g, ''))
  return Array.from(name).filter((character) => wanted.has(character)).length - name.length / 100
}

/** The most like first; none that has nothing in common. */
export const nearestNames = (asked: string, names: readonly string[], most = 3): string[] =>
  [...new Set(names)].filter((name) => likeness(asked, name) > 0).toSorted((a, b) => likeness(asked, b) - likeness(asked, a)).slice(0, most)
