// PDFs written by hand, byte for byte: for what no program prints on purpose, and for tests that need no browser.

/** A text at its place, in points from the page's upper left corner. */
export type Placed = { text: string; left: number; base: number; size?: number }
export type Drawn = { texts?: readonly Placed[]; rules?: readonly { left: number; top: number; right: number; bottom: number }[]; picture?: boolean; content?: string }

const page = { width: 595, height: 842 }

/** The font says which characters its signs are, unless `mute`; `encryption` is put into the trailer, `more` behind the other objects; `encoding` names a table of Chinese characters that the PDF itself does not hold. */
export type Oddities = { mute?: boolean; encryption?: string; resources?: string; more?: readonly string[]; encoding?: string }

/** A PDF with these pages. Every sign is as wide as its font is high. */
export function smallPdf(pages: readonly Drawn[], { mute = false, encryption, resources = '', more = [], encoding }: Oddities = {}): Uint8Array {
  const first = 7
  const kids = pages.map((_, index) => `${first + 2 * index} 0 R`).join(' ')
  const font = `/Type /Font /Subtype /Type0 /BaseFont /SimFang /Encoding /${encoding ?? 'Identity-H'} /DescendantFonts [4 0 R]${mute || encoding !== undefined ? '' : ' /ToUnicode 6 0 R'}`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`,
    `<< ${font} >>`,
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimFang /CIDSystemInfo << /Registry (Adobe) /Ordering (${encoding === undefined ? 'Identity' : 'GB1'}) /Supplement 0 >> /DW 1000 /FontDescriptor 5 0 R >>`,
    '<< /Type /FontDescriptor /FontName /SimFang /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>',
    stream('/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <ffff> <0000> endbfrange endcmap end end'),
    ...pages.flatMap((drawn, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Contents ${first + 2 * index + 1} 0 R /Resources << /Font << /F 3 0 R >> ${resources} >> >>`,
      stream(contentOf(drawn, mute)),
    ]),
    ...more,
  ]
  return fileOf(objects, encryption)
}

function contentOf({ texts = [], rules = [], picture = false, content = '' }: Drawn, mute: boolean): string {
  return [
    content,
    ...texts.map(({ text, left, base, size = 16 }) => `BT /F ${size} Tf ${left} ${page.height - base} Td <${hex(text, mute)}> Tj ET`),
    ...rules.map(({ left, top, right, bottom }) => `${left} ${page.height - top} m ${right} ${page.height - bottom} l S`),
    ...(picture ? [`q ${page.width} 0 0 ${page.height} 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \u0000 EI Q`] : []),
  ].join('\n')
}

/** A mute font numbers its signs as they come, as far as anybody can tell. */
const hex = (text: string, mute: boolean): string =>
  Array.from({ length: text.length }, (_, at) => (mute ? (text.charCodeAt(at) * 7) % 0x2000 : text.charCodeAt(at)).toString(16).padStart(4, '0')).join('')

const stream = (content: string): string => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`

/** Objects numbered from 1, the table of their places, and the trailer. */
function fileOf(objects: readonly string[], encryption: string | undefined): Uint8Array {
  let file = '%PDF-1.7\n'
  const places: number[] = []
  for (const [index, object] of objects.entries()) {
    places.push(file.length)
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
  }
  const start = file.length
  const entries = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${encryption ?? ''} /ID [<00> <00>] >>\nstartxref\n${start}\n%%EOF\n`
  return new TextEncoder().encode(file)
}

/** How a county's plan is set: signs a line, lines a page, and how far from the page's corner. */
const set = { size: 16, pitch: 28, signs: 26, lines: 22, left: 90, top: 120 }

/** Paragraphs set as a county's plan is: the first line of each set in by two signs, with a head and a number on every page. */
export function typeset(paragraphs: readonly string[], head = ''): Drawn[] {
  const lines = paragraphs.flatMap((paragraph) => {
    const first = paragraph.slice(0, set.signs - 2)
    const rest = paragraph.slice(set.signs - 2).match(new RegExp(`.{1,${set.signs}}`, 'gu')) ?? []
    return [{ text: first, left: set.left + 2 * set.size }, ...rest.map((text) => ({ text, left: set.left }))]
  })
  return Array.from({ length: Math.ceil(lines.length / set.lines) }, (_, number) => ({
    texts: [
      ...(head === '' ? [] : [{ text: head, left: 200, base: 60, size: 9 }]),
      ...lines.slice(number * set.lines, (number + 1) * set.lines).map((line, index) => ({ ...line, base: set.top + index * set.pitch })),
      { text: `— ${number + 1} —`, left: 260, base: 800, size: 14 },
    ],
  }))
}
