// A paper as a Word file in the layout of GB/T 9704—2012. It names its fonts and has none in it.
import { Document, Packer } from 'docx'
import { draftMark, type Paper } from '#templates/paper.ts'
import { blocksOf } from './paper-blocks.ts'
import { defaults, footers, headed, headedPage } from './paper-layout.ts'

/** Far above any paper of a meeting: a thousand names, two hundred items. */
const atMost = { blocks: 400, characters: 60_000, cells: 3_000 }

/** `too-large`: no paper; nothing is cut, for a paper that lacks words says something else. */
export type WrittenPaper = { ok: true; bytes: Uint8Array } | { ok: false; why: 'too-large' }

export async function writeDocx(paper: Paper): Promise<WrittenPaper> {
  if (isTooLarge(paper)) return { ok: false, why: 'too-large' }
  const document = new Document({
    title: draftMark,
    creator: draftMark,
    lastModifiedBy: draftMark,
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: defaults } },
    sections: [{ properties: headedPage, headers: headed(draftMark), footers, children: blocksOf(paper.blocks) }],
  })
  return { ok: true, bytes: new Uint8Array(await Packer.toBuffer(document)) }
}

function isTooLarge({ blocks }: Paper): boolean {
  if (blocks.length > atMost.blocks) return true
  const cells = blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.length * block.columns.length : 0), 0)
  return cells > atMost.cells || JSON.stringify(blocks).length > atMost.characters
}
