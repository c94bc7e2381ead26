// What a document calls a thing from then on: 市河湖长制工作委员会(以下简称市河委会).
import { foldedSpan } from './folded-text.ts'

/** The short name and the full one it stands for. */
export type ShortNames = ReadonlyMap<string, string>

const said = /([^,。;:、()“”《》\n]{4,40})\((?:以下)?(?:统一)?简称:?“?([^()“”,。]{2,20})”?\)/g

/** Every short name that a text gives; the first holds. */
export function shortNamesIn(text: string): ShortNames {
  const names = new Map<string, string>()
  for (const [, full = '', short = ''] of foldedSpan(text, { from: 0, to: text.length }).matchAll(said)) if (!names.has(short)) names.set(short, full)
  return names
}
