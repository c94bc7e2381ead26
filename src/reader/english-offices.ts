// Offices of a county as a reader of English calls them: education bureau, finance, the police. Their names here are Chinese.

const stems: readonly (readonly [RegExp, string])[] = [
  [/^education$/, '教育'], [/^(?:finance|treasury)$/, '财政'], [/^(?:housing|construction|housing and construction)$/, '住建'], [/^health$/, '卫健'], [/^(?:personnel|human resources)$/, '人社'],
  [/^(?:development|development and reform|planning)$/, '发改'], [/^(?:natural resources|land)$/, '自然资源'], [/^(?:police|public security)$/, '公安'], [/^agriculture$/, '农业农村'], [/^transport(?:ation)?$/, '交通'],
  [/^water$/, '水利'], [/^(?:environment|ecology)$/, '生态环境'], [/^civil affairs$/, '民政'], [/^(?:culture|tourism|culture and tourism)$/, '文旅'], [/^market(?: regulation)?$/, '市场监管'], [/^emergency(?: management)?$/, '应急'],
  [/^audit$/, '审计'], [/^justice$/, '司法'], [/^statistics$/, '统计'], [/^(?:establishment|staffing)$/, '编办'], [/^taxation$/, '税务'], [/^industry$/, '工信'],
]
/** What an office is called by in English, behind its field. */
const kind = '(?:bureau|department|commission|committee|office)'
const behind = new RegExp(` ?(?:${kind})$`)

/** The Chinese word for an office's field; undefined where the words are none. @param words education, the finance bureau */
export function officeStem(words: string): string | undefined {
  const field = words.toLowerCase().trim().replace(/^the /, '').replace(behind, '')
  return stems.find(([form]) => form.test(field))?.[1]
}

/** An office in a sentence, where it is said that it is one: what has the education bureau not finished. */
export function officeSaid(sentence: string): { said: string; stem: string } | undefined {
  const words = sentence.split(' ')
  const at = words.findIndex((word) => new RegExp(`^${kind}(?:'s)?$`).test(word))
  for (let from = Math.max(0, at - 3); from < at; from += 1) {
    const stem = officeStem(words.slice(from, at).join(' '))
    if (stem !== undefined) return { said: words.slice(from, at + 1).join(' '), stem }
  }
  return undefined
}

/** Every office that a sentence names so, in its order: the education and finance bureaus. */
export function officesIn(sentence: string): { said: string; at: number; stem: string }[] {
  const words = [...sentence.matchAll(/[A-Za-z]+/g)].map((match) => ({ word: match[0].toLowerCase(), at: match.index }))
  return words.flatMap(({ word, at }, place) => (new RegExp(`^${kind}s?$`).test(word) ? fieldsBefore(words, place, at + word.length, sentence) : /^police$/.test(word) && !new RegExp(`^${kind}s?$`).test(words[place + 1]?.word ?? '') ? [{ said: sentence.slice(at, at + word.length), at, stem: '公安' }] : []))
}

/** The field right before it, and those that are named with it. */
function fieldsBefore(words: readonly { word: string; at: number }[], place: number, end: number, sentence: string): { said: string; at: number; stem: string }[] {
  const found: { said: string; at: number; stem: string }[] = []
  for (let to = place; to > 0;) {
    const from = [to - 4, to - 3, to - 2, to - 1].find((start) => start >= 0 && officeStem(words.slice(start, to).map(({ word }) => word).join(' ')) !== undefined)
    if (from === undefined) break
    const at = words[from]?.at ?? 0
    const until = to === place ? end : (words[to - 1]?.at ?? 0) + (words[to - 1]?.word.length ?? 0)
    found.unshift({ said: sentence.slice(at, until), at, stem: officeStem(words.slice(from, to).map(({ word }) => word).join(' ')) ?? '' })
    if (words[from - 1]?.word !== 'and') break
    to = from - 1
  }
  return found
}

/** The one name with that word: of several the shortest, which is the office itself and no school of it. */
export const officeNamed = (stem: string, names: readonly string[]): string | undefined => names.filter((name) => name.includes(stem) && /[局委办]$/.test(name)).toSorted((a, b) => a.length - b.length)[0]
