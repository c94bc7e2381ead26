// Pictures: Chinese renders, nothing that a title holds breaks them. Papers and calendar files. Nobody waits while they are made.
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { fileWriter, type Written } from '#src/documents/file-writer.ts'
import { Instant } from '#src/calendar/day.ts'
import { readDocx } from '#src/documents/read-docx.ts'
import { pictureSvg, widthsOf } from '#src/documents/picture-svg.ts'
import type { BarChart, Grid, Share } from '#templates/drawing.ts'
import type { Paper } from '#templates/paper.ts'
import { day } from '#test/builders.ts'
import { whereNoProcessBegins } from '#test/no-process.ts'

const share = (light: Share['light'], sign: string, count: number): Share => ({ light, sign, count })
const bar = (label: string) => ({ label, note: '3项，未报1', shares: [share('green', '常', 2), share('red', '滞', 1)] })
const legend = [{ ...share('done', '办', 0), name: '已办结' }, { ...share('green', '常', 2), name: '正常' }, { ...share('yellow', '警', 0), name: '预警' }, { ...share('red', '滞', 1), name: '滞后' }, { ...share('pending', '待', 0), name: '待定' }]
const chart = (title: string, label = '县教育局'): BarChart => ({ kind: 'bars', title, legend, footer: ['截至2026年7月2日 09:00'], whole: bar('合计'), bars: [bar(label)] })
const grid = (title: string): Grid => ({ kind: 'grid', title, legend, footer: [], columns: [{ name: '任务' }, { name: '滞后', light: 'red' }], rows: [{ label: '县教育局', cells: [3, 1] }], whole: { label: '合计', cells: [3, 1] } })

const writer = fileWriter()
afterAll(async () => writer.stop())

async function pngOf(drawing: BarChart | Grid): Promise<Buffer> {
  const written = await writer.write(drawing)
  if (!written.ok) throw new Error(`not drawn: ${written.why}`, { cause: written.error })
  return Buffer.from(written.bytes)
}

/** A PNG's lines as they were packed: two pictures of one size differ in these and in nothing else. */
function pixelsOf(png: Buffer): { size: string; lines: Buffer } {
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  const packed: Buffer[] = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) if (png.toString('latin1', at + 4, at + 8) === 'IDAT') packed.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  return { size: `${png.readUInt32BE(16)}×${png.readUInt32BE(20)}`, lines: inflateSync(Buffer.concat(packed)) }
}
const differing = (one: Buffer, other: Buffer): number => one.reduce((sum, byte, at) => (byte === other[at] ? sum : sum + 1), 0)

describe('a picture', () => {
  it('shows its Chinese: with the signs of a name taken out it is another picture, with others put in too', async () => {
    const [named, unnamed, otherwise] = [await pngOf(chart('进度图', '县教育局')), await pngOf(chart('进度图', '')), await pngOf(chart('进度图', '县财政局'))].map(pixelsOf)
    expect([named?.size, unnamed?.size]).toEqual(['1200×637', '1200×637'])
    expect(differing(named?.lines ?? Buffer.of(), unnamed?.lines ?? Buffer.of())).toBeGreaterThan(1000)
    expect(differing(named?.lines ?? Buffer.of(), otherwise?.lines ?? Buffer.of())).toBeGreaterThan(300)
  }, 60_000)

  it('is drawn while everything else goes on', async () => {
    let turns = 0
    const ticking = setInterval(() => turns++, 5)
    await pngOf(grid('单位红黄绿灯图'))
    clearInterval(ticking)
    expect(turns).toBeGreaterThan(10)
  }, 60_000)

  it('is drawn whatever is written in it', async () => {
    for (const hostile of ['<script>alert(1)</script>&amp;]]><!--', '"/><image href="file:///etc/passwd"/>', '🔴🇨🇳👩‍👩‍👧 \u0000\u001b\uFFFE\uD800 \u202E反的', '长'.repeat(200), '', '&#0;&lt;']) {
      const svg = pictureSvg(chart(hostile, hostile))
      expect(svg).not.toMatch(/<(?!\/?(?:svg|rect|text)\b)/)
      expect((await pngOf(chart(hostile, hostile))).length).toBeGreaterThan(1000)
    }
  }, 120_000)

  it('is cut to its room, with nothing over its edge', () => {
    const svg = pictureSvg(chart('长'.repeat(200), '名'.repeat(200)))
    expect(svg).toContain('长…</text>')
    expect(Math.max(...Array.from(svg.matchAll(/>([^<]*)<\/text>/g), ([, said = '']) => said.length))).toBeLessThan(30)
  })

  it('is refused where it would be too large, and where too many wait', async () => {
    const large: BarChart = { ...chart('大'), bars: Array.from({ length: 2_000 }, () => bar('县教育局')) }
    expect(await writer.write(large)).toEqual({ ok: false, why: 'too-large' })
    const many = await Promise.all(Array.from({ length: 10 }, async () => writer.write(chart('多'))))
    expect(many.map((drawn) => (drawn.ok ? 'drawn' : drawn.why))).toEqual([...Array.from({ length: 8 }, () => 'drawn'), 'waiting', 'waiting'])
  }, 120_000)

  it('is given up once it takes too long, and the next one is drawn', async () => {
    const hasty = fileWriter({ ms: 1 })
    expect(await hasty.write(chart('慢'))).toEqual<Written>({ ok: false, why: 'time' })
    await hasty.stop()
    expect(await hasty.write(chart('停'))).toEqual<Written>({ ok: false, why: 'stopped' })
    expect((await pngOf(chart('快'))).length).toBeGreaterThan(1000)
  }, 60_000)
})

describe('a paper', () => {
  const paper: Paper = { kind: 'paper', blocks: [{ kind: 'paragraph', text: '经研究，定于6月18日召开会议。' }] }

  it('is a Word file with its words, and everything else goes on meanwhile', async () => {
    let turns = 0
    const ticking = setInterval(() => turns++, 5)
    const written = await writer.write(paper)
    clearInterval(ticking)
    expect(await readDocx(written.ok ? written.bytes : Buffer.of())).toEqual({ ok: true, text: '经研究，定于6月18日召开会议。' })
    expect(turns).toBeGreaterThan(10)
  }, 60_000)

  it('is given up once it takes too long, and after a stop none is begun', async () => {
    const hasty = fileWriter({ ms: 1 })
    expect(await hasty.write(paper)).toEqual<Written>({ ok: false, why: 'time' })
    await hasty.stop()
    expect(await hasty.write(paper)).toEqual<Written>({ ok: false, why: 'stopped' })
  }, 60_000)

  it('is none where no process can be begun, and the next one is written', async () => {
    expect(await whereNoProcessBegins(async () => writer.write(paper))).toMatchObject({ ok: false, why: 'failed', error: { code: 'E2BIG' } })
    expect(await writer.write(paper)).toMatchObject({ ok: true })
  }, 60_000)

  it('is none where no more files can be opened', async () => {
    const program = fileURLToPath(new URL('no-more-files.ts', import.meta.url))
    const { stdout } = await promisify(execFile)('sh', ['-c', 'ulimit -n 256 && exec "$@"', 'sh', process.execPath, '--import', 'tsx', program])
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, why: 'failed', error: { code: 'EMFILE' } })
  }, 60_000)

  it('that is far larger than papers are is none', async () =>
    expect(await writer.write({ kind: 'paper', blocks: Array.from({ length: 401 }, () => ({ kind: 'blank' as const })) })).toEqual({ ok: false, why: 'too-large' }), 60_000)
})

describe('an appointment', () => {
  it('is a calendar’s file', async () => {
    const written = await writer.write({
      kind: 'appointment', uid: 'meeting-p1-m1@duban', sequence: 0, isCancelled: false, day: day('2026-06-18'), time: '15:00', minutes: 120, zone: 'Asia/Shanghai', summary: '领导小组会议', place: '二楼会议室', description: '', organizer: '县政府督查室', stampedAt: Instant.parse('2026-06-01T00:00:00.000Z'),
    })
    expect(written.ok ? new TextDecoder().decode(written.bytes) : '').toMatch(/^BEGIN:VCALENDAR\r\n[^]*SUMMARY:领导小组会议\r\n[^]*END:VCALENDAR\r\n$/)
  })
})

describe('the parts of a bar', () => {
  const anyShares = fc.array(fc.record({ light: fc.constantFrom('done' as const, 'red' as const), sign: fc.constant('滞'), count: fc.integer({ min: 1, max: 300 }) }), { minLength: 1, maxLength: 5 })

  it('are as long as they have tasks, in order, and never too narrow for their number', () =>
    fc.assert(fc.property(anyShares, fc.integer({ min: 0, max: 2_000 }), (shares, more) => {
      const total = shares.reduce((sum, { count }) => sum + count, 0)
      const widths = widthsOf(shares, total + more)
      for (const [at, width] of widths.entries()) {
        expect(width).toBeGreaterThan(30)
        for (const [other, { count }] of shares.entries()) if (String(count).length === String(shares[at]?.count).length && count > (shares[at]?.count ?? 0)) expect(widths[other]).toBeGreaterThanOrEqual(width - 0.01)
      }
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThan(687)
    })))
})
