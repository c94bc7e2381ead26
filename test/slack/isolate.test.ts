import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isolated } from '#src/slack/isolate.ts'
import { renderForm } from '#src/slack/render-form.ts'
import { notificationText, plainText, textOf } from '#src/slack/text-object.ts'
import { rich, strong } from '#templates/rich.ts'

const controls = ['\u061C', '\u200E', '\u200F', '\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069']
/** How deep a line is in isolates at its end, or undefined where it ever closed one that it had not opened. */
function depthAfter(line: string): number | undefined {
  let depth = 0
  for (const sign of line) {
    if (sign >= '\u2066' && sign <= '\u2068') depth += 1
    if (sign === '\u2069' && --depth < 0) return undefined
  }
  return depth
}

describe('words that set a direction', () => {
  it.each([
    ['an override that is never closed', '已\u202E完成'], ['the end of an isolate that was never opened', '已\u2069\u202E完成'], ['a mark', '完成\u200F'], ['a name in Arabic letters', 'ئالىم 60%'],
  ])('%s: come back whole, and apart from what stands behind them', (_, words) => {
    for (const line of [rich`最近填报：${words}，6月30日`, rich`${strong('9 任务')} ${words}，6月30日`]) {
      const { text } = textOf([line])
      expect(text).toContain(words)
      const before = text.slice(0, text.indexOf('，6月30日'))
      expect(before.endsWith('\u2069')).toBe(true)
      expect(depthAfter(before)).toBe(0)
    }
  })

  it('in bold too, and on each line of their own', () => {
    expect(textOf([rich`${strong('甲\u202E乙')} 丙`]).text).toBe('*\u2068甲\u202E乙\u2069* 丙')
    expect(isolated('甲\u202E\n乙\u202E')).toBe('\u2068甲\u202E\u2069\n\u2068乙\u202E\u2069')
  })

  it('of whatever kind never get out of their own line, and nothing of them is lost', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...controls, '甲', 'a', '1', '\n', 'א')).map((signs) => signs.join('')), (words) => {
      const lines = isolated(words).split('\n')
      expect(lines.map(depthAfter).every((depth) => depth === 0)).toBe(true)
      expect(lines.every((line, at) => line.includes(words.split('\n')[at] ?? ''))).toBe(true)
    }))
  })

  it('are left out of the lock screen’s sentence, which cannot keep them apart', () => expect(notificationText('已\u202E完成\u2069')).toBe('已完成'))
  it('are left out of buttons, options and titles, and stay in what is given back to be changed', () => {
    expect(plainText('县局\u202E办\u2069', 75).text).toBe('县局办')
    const form = { title: '改\u202E', fields: [{ name: 'a', label: '话\u200F', kind: 'line' as const, maxLength: 40, now: '已\u202E完成' }], submit: '记', run: { command: 'report', args: {} } }
    const { title, blocks } = renderForm(form, { conversation: 'C1', manner: 'private' })
    expect(JSON.stringify({ title, blocks }).match(/\p{Bidi_C}/gu)).toEqual(['\u202E'])
    expect(blocks).toMatchObject([{ element: { initial_value: '已\u202E完成' } }])
  })
  it('are not looked for in what has none', () => expect(isolated('已完成招标3所，60%')).toBe('已完成招标3所，60%'))
})
