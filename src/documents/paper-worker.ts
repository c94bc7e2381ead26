// The process that writes one paper and ends. Word's library is loaded in it and nowhere else.
import type { Paper } from '#templates/paper.ts'
import { writeDocx } from './write-docx.ts'

// Whoever started it says when it ends.
process.on('SIGINT', () => undefined)
process.once('message', (paper: Paper) => {
  writeDocx(paper).then(
    (written) => void process.send?.(written, () => process.disconnect()),
    (error: unknown) => void process.send?.({ ok: false, why: 'failed', error }, () => process.disconnect()),
  )
})
