// Pages printed by a browser, as offices print them: the same words come to the reader as from a text.
import type { Browser } from 'playwright-core'

const style = `
  body { margin: 0; font: 16pt/28pt "Noto Serif CJK SC"; text-align: justify }
  h1 { margin: 0 0 20pt; font: 22pt/34pt "Noto Sans CJK SC"; text-align: center }
  p { margin: 0; text-indent: 2em }
  table { width: 100%; border-collapse: collapse; font-size: 11pt; line-height: 16pt; text-align: left }
  td, th { padding: 3pt; border: 1px solid black }`

export type Sheet = { landscape?: boolean; head?: string; foot?: string; style?: string }

/** A PDF of this HTML on A4. `head` and `foot` stand on every page. */
export async function printed(browser: Browser, html: string, { landscape = false, head = '', foot = '', style: more = '' }: Sheet = {}): Promise<Uint8Array> {
  const page = await browser.newPage()
  try {
    await page.setContent(`<meta charset="utf8"><style>${style}${more}</style>${html}`)
    const small = (inside: string): string => `<div style="width: 100%; font-size: 10pt; text-align: center">${inside}</div>`
    const margin = landscape ? { top: '25mm', bottom: '20mm', left: '20mm', right: '20mm' } : { top: '37mm', bottom: '35mm', left: '28mm', right: '26mm' }
    return await page.pdf({ format: 'A4', landscape, displayHeaderFooter: true, headerTemplate: small(head), footerTemplate: small(foot), margin })
  } finally {
    await page.close()
  }
}
