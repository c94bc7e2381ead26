// Word's XML, looked into without building a tree: a tree takes fifty times the memory of the file.

/** Each `<w:tag w:id="…">…</w:tag>`: its id and what is inside. */
export function elements(xml: string, tag: string, id: string): [string, string][] {
  const found: [string, string][] = []
  // Split, not matched from end to end: a damaged file with thousands of open tags would be searched thousands of times.
  for (const piece of xml.split(`</w:${tag}>`).slice(0, -1)) {
    const opening = new RegExp(`<w:${tag}(\\s[^<>]*[^/<>])>`).exec(piece)
    const value = new RegExp(`\\bw:${id}="([^"]*)"`).exec(opening?.[1] ?? '')?.[1]
    if (opening !== null && value !== undefined) found.push([value, piece.slice(opening.index + opening[0].length)])
  }
  return found
}

/** The `w:val` of the first `<w:tag>`. */
export const valueOf = (xml: string, tag: string): string | undefined => new RegExp(`<w:${tag}\\s[^<>]*?w:val="([^"]*)"`).exec(xml)?.[1]

/** The `w:val` among the attributes of an element. */
export const valueAmong = (attributes: string): string | undefined => /\bw:val="([^"]*)"/.exec(attributes)?.[1]

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&', apos: "'" }

/** Text as it is meant. Entities that the file defines itself are left as they stand. */
export const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9A-Fa-f]{1,6})|(lt|gt|quot|amp|apos));/g, (entity, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return entities[name] ?? entity
    const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal)
    return code > 0x1f && code <= 0x10ffff ? String.fromCodePoint(code) : ' '
  })
