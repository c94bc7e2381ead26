// Numbers that Word counts by itself (一、 （一） 1.), as text: a plan's outline is often in nothing else.
import { elements, valueOf } from '#src/documents/word-markup.ts'

/** `text` holds `%1` for the number of the outermost level, `%2` for the next. */
type Level = { start: number; format: string; text: string; allArabic: boolean; style: string | undefined }
type List = { counters: string; levels: ReadonlyMap<number, Level>; startsAgainAt: ReadonlyMap<number, number> }
type Lists = ReadonlyMap<string, List>

/** What a paragraph or a style says of its number; list '0' takes a number away. */
type Numbered = { list: string | undefined; level: number | undefined }
type Style = Numbered & { basedOn: string | undefined }

/** Longest chain of styles based on styles that is followed, so that a circle in a damaged file ends. */
const longestChain = 20

/**
 * The document with each number that Word would show written into its paragraph. The parts are the XML of
 * word/document.xml, word/numbering.xml and word/styles.xml. Bullets are left out. ECMA-376 part 1, 17.9.
 */
export function withNumbersAsText(document: string, numbering: string, styles: string): string {
  const lists = listsOf(numbering)
  const styled = stylesOf(styles)
  const counters = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()

  const next = (id: string, level: number): string => {
    const list = lists.get(id)
    const now = list?.levels.get(level)
    if (list === undefined || now === undefined) return ''
    const counts = counters.get(list.counters) ?? []
    counters.set(list.counters, counts)
    if (!begun.has(id)) for (const [at, start] of list.startsAgainAt) counts[at] = start - 1
    begun.add(id)
    counts[level] = (counts[level] ?? now.start - 1) + 1
    counts.length = level + 1
    if (now.format === 'bullet') return ''
    const label = now.text.replace(/%(\d)/g, (_, place: string) => {
      const at = Number(place) - 1
      const shown = list.levels.get(at)
      return shown === undefined ? '' : written(counts[at] ?? shown.start, now.allArabic ? 'decimal' : shown.format)
    })
    // "1." before "5所学校" would read as a fraction.
    return /[a-z0-9.]$/i.test(label) ? `${label} ` : label
  }

  return document.replace(/(<w:p(?:\s[^<>]*)?>\s*<w:pPr>)((?:(?!<\/w:pPr>|<w:pPrChange\b|<w:p[ >]).)*)((?:<w:pPrChange\b(?:(?!<w:p[ >]).)*?<\/w:pPrChange>)?<\/w:pPr>)/gs, (whole, open: string, properties: string, close: string) => {
    if (/<w:del\b/.test(properties)) return whole
    const { list, level } = numberOf(properties, lists, styled)
    const label = list === undefined ? '' : next(list, level ?? 0)
    return label === '' ? whole : `${open}${properties}${close}<w:r><w:t xml:space="preserve">${label}</w:t></w:r>`
  })
}

/** A paragraph's own word first, then its style's. */
function numberOf(properties: string, lists: Lists, styles: ReadonlyMap<string, Style>): Numbered {
  const own = numberedBy(properties)
  if (own.list !== undefined && own.level !== undefined) return own
  let id = valueOf(properties, 'pStyle')
  for (let left = longestChain; left > 0 && id !== undefined && styles.get(id)?.list === undefined; left--) id = styles.get(id)?.basedOn
  const style = id === undefined ? undefined : styles.get(id)
  const list = own.list ?? style?.list
  if (list === undefined) return own
  const levelOfStyle = [...(lists.get(list)?.levels ?? [])].find(([, level]) => level.style !== undefined && level.style === id)?.[0]
  return { list, level: own.level ?? levelOfStyle ?? style?.level }
}

function numberedBy(xml: string): Numbered {
  const from = xml.indexOf('<w:numPr>')
  const to = xml.indexOf('</w:numPr>', from)
  if (from === -1 || to === -1) return { list: undefined, level: undefined }
  const numPr = xml.slice(from, to)
  const level = valueOf(numPr, 'ilvl')
  return { list: valueOf(numPr, 'numId'), level: level === undefined ? undefined : Number(level) }
}

function listsOf(xml: string): Lists {
  const levels = new Map<string, ReadonlyMap<number, Level>>()
  for (const [id, inner] of elements(xml, 'abstractNum', 'abstractNumId')) levels.set(id, levelsOf(inner))
  const lists = new Map<string, List>()
  for (const [id, inner] of elements(xml, 'num', 'numId')) {
    const counters = valueOf(inner, 'abstractNumId') ?? ''
    const startsAgainAt = new Map<number, number>()
    const changed = new Map(levels.get(counters))
    for (const [level, override] of elements(inner, 'lvlOverride', 'ilvl')) {
      const start = valueOf(override, 'startOverride')
      if (start !== undefined) startsAgainAt.set(Number(level), Number(start))
      for (const [at, own] of levelsOf(override)) changed.set(at, own)
    }
    lists.set(id, { counters, levels: changed, startsAgainAt })
  }
  return lists
}

function levelsOf(xml: string): ReadonlyMap<number, Level> {
  return new Map(
    elements(xml, 'lvl', 'ilvl').map(([level, inner]) => [
      Number(level),
      {
        start: Number(valueOf(inner, 'start') ?? 1),
        format: valueOf(inner, 'numFmt') ?? 'decimal',
        text: valueOf(inner, 'lvlText') ?? '',
        allArabic: /<w:isLgl\b/.test(inner),
        style: valueOf(inner, 'pStyle'),
      },
    ]),
  )
}

const stylesOf = (xml: string): ReadonlyMap<string, Style> =>
  new Map(elements(xml, 'style', 'styleId').map(([id, inner]) => [id, { ...numberedBy(inner), basedOn: valueOf(inner, 'basedOn') }]))

const chineseFormats = ['chineseCounting', 'chineseCountingThousand', 'japaneseCounting', 'japaneseDigitalTenThousand', 'ideographDigital', 'taiwaneseCounting', 'taiwaneseCountingThousand', 'taiwaneseDigital']
const circledFormats = ['decimalEnclosedCircle', 'decimalEnclosedCircleChinese']

/** A kind of number this does not know is written in Arabic figures. */
function written(number: number, format: string): string {
  if (format === 'none') return ''
  if (chineseFormats.includes(format) && number <= 99) return inChinese(number)
  if (circledFormats.includes(format) && number >= 1 && number <= 20) return String.fromCodePoint(0x245f + number)
  if (format === 'lowerLetter' && number >= 1 && number <= 26) return String.fromCodePoint(0x60 + number)
  if (format === 'upperLetter' && number >= 1 && number <= 26) return String.fromCodePoint(0x40 + number)
  return String(number)
}

function inChinese(number: number): string {
  const digit = (value: number): string => '零一二三四五六七八九'.charAt(value)
  if (number < 10) return digit(number)
  const tens = Math.floor(number / 10)
  return `${tens === 1 ? '' : digit(tens)}十${number % 10 === 0 ? '' : digit(number % 10)}`
}
