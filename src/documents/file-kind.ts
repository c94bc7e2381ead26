// What kind a file is: by its bytes where they tell, else by its name.
import { isWordDocument } from '#src/documents/read-docx.ts'
import { namesInZip } from '#src/documents/zip.ts'
import type { ReadableKind } from '#src/reader/document-refusal.ts'

/** `html`: a page, which word processors save under names of their own. `legacy`: to be saved anew in another format. */
export type FileKind = ReadableKind | 'html' | 'broken' | 'unknown' | { legacy: 'docx' | 'xlsx' }

const marks = { compound: [0xd0, 0xcf, 0x11, 0xe0], zip: [0x50, 0x4b], pdf: [0x25, 0x50, 0x44, 0x46, 0x2d] }

/** What a file of these names should be, and is told when its bytes are something else that is not read. */
const sheets = ['xlsx', 'xlsm', 'xls', 'xlsb', 'xlt', 'et', 'ett', 'ods']
const documents = ['docx', 'docm', 'dotx', 'doc', 'dot', 'wps', 'wpt', 'rtf', 'odt', 'ofd', 'mht', 'mhtml']
const texts: Readonly<Record<string, ReadableKind>> = { txt: 'txt', text: 'txt', md: 'md', markdown: 'md', csv: 'csv', tsv: 'csv', tab: 'csv' }
const pages = ['html', 'htm']

/** Old formats that cannot be read at all: of Kingsoft, and of old Excel. */
const neverRead = ['wps', 'wpt', 'xls', 'xlt', 'et', 'ett']

/** How far into a file its first words may stand: behind byte order marks and blank lines. */
const bytesLookedAt = 1024

/** `unknown` for a name and bytes that speak of nothing that is read; `broken` for a container without what it should hold. */
export function kindOfFile(name: string, bytes: Uint8Array): FileKind {
  const ending = /\.([^./\\]+)$/.exec(name.trim())?.[1]?.toLowerCase() ?? ''
  const saveAs = sheets.includes(ending) ? 'xlsx' : 'docx'
  if (begins(bytes, marks.compound)) return neverRead.includes(ending) || saveAs === 'xlsx' ? { legacy: saveAs } : 'doc'
  if (begins(bytes, marks.zip)) return kindOfZip(bytes, saveAs)
  const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, bytesLookedAt)).toLowerCase()
  if (beginning.includes('%pdf-')) return 'pdf'
  if (beginning.startsWith('{\\rtf')) return { legacy: 'docx' }
  if (beginning.startsWith('mime-version:')) return { legacy: saveAs }
  if (/<html|<!doctype html/.test(beginning)) return 'html'
  const isText = ending === '' || texts[ending] !== undefined
  return bytes.length === 0 && !isText ? 'broken' : kindByName(ending)
}

/** For bytes that begin like no format: text, if the name has nothing against it. */
function kindByName(ending: string): FileKind {
  if (ending === '') return 'txt'
  if (pages.includes(ending)) return 'html'
  if (texts[ending] !== undefined) return texts[ending]
  if (ending === 'pdf') return 'pdf'
  if (neverRead.includes(ending)) return { legacy: sheets.includes(ending) ? 'xlsx' : 'docx' }
  return sheets.includes(ending) || documents.includes(ending) ? 'txt' : 'unknown'
}

function kindOfZip(bytes: Uint8Array, saveAs: 'docx' | 'xlsx'): FileKind {
  const names = namesInZip(bytes)
  if (names === undefined) return 'broken'
  if (names.some(isWordDocument)) return 'docx'
  if (names.includes('xl/workbook.xml')) return 'xlsx'
  if (names.includes('xl/workbook.bin')) return { legacy: 'xlsx' }
  return names.includes('content.xml') || names.includes('OFD.xml') ? { legacy: saveAs } : 'broken'
}

const begins = (bytes: Uint8Array, mark: readonly number[]): boolean => mark.every((byte, at) => bytes[at] === byte)
