import { describe, expect, it } from 'vitest'
import { linesOfHtml } from '#src/documents/lines-of-html.ts'

describe('a table cell that claims to span hundreds of millions of columns', () => {
  it('is given no more room than a table has', () => {
    const lines = linesOfHtml('<table><tr><td colspan="300000000"><p>一</p></td></tr></table>')
    expect(lines.length).toBeLessThan(10)
    expect(lines.join('').length).toBeLessThan(1000)
  })
})
