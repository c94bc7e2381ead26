import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { readDocument } from '#src/documents/read-document.ts'
import { utf8 } from './made-files.ts'

const fixture = async (): Promise<Uint8Array> => readFile(new URL('../fixtures/documents/safety-plan.doc', import.meta.url))

describe('a document of Word 97', () => {
  it('is read, its tables as rows, its quotation marks as they are', async () =>
    expect(await readDocument('计划.doc', await fixture())).toEqual({
      ok: true,
      text: '云溪县“安全生产”行动计划（2026—2028年）\n重点任务\n1.建好应急库。（责任单位：县应急局）\n\n领域\t任务\t牵头单位\n学前教育\t新建公办园\v2026年8月底前\t县教育局\n\t扶持民办园\t县财政局\n合计\t2项\n\n完',
    }))

  it('cut short is to be saved anew, or gives what it has', async () => {
    const whole = await fixture()
    for (const length of [600, 3_000, 9_000]) {
      const read = await readDocument('计划.doc', whole.slice(0, length))
      expect(read.ok || read.refusal.code === 'file-legacy').toBe(true)
    }
  })

  it('of another name is read all the same', async () => expect(await readDocument('计划', await fixture())).toMatchObject({ ok: true }))
})

describe('a page that a word processor saved as .doc', () => {
  const page = '<html xmlns:o="x"><head><style>p { x }</style></head><body><!-- no --><H1>云溪县<br>方案</H1><p class=a>建好\n学校&nbsp;&#12298;一&#x300B;<o:p></o:p></p><table><tr><td rowspan=2>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table></body></html>'

  it('is read as a page', async () => expect(await readDocument('计划.doc', utf8(page))).toEqual({ ok: true, text: '云溪县方案\n建好学校 《一》\n\n甲\t乙\n〃\t丙' }))
})
