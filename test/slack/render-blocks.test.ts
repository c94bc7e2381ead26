import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isolated } from '#src/slack/isolate.ts'
import { keyOfBlockId, renderBlocks, renderHome } from '#src/slack/render-blocks.ts'
import { renderText } from '#src/slack/render-text.ts'
import { runOfValue } from '#src/slack/run-value.ts'
import type { Action, Card, Row } from '#templates/card.ts'
import { rich, strong } from '#templates/rich.ts'
import { anyCard, anyText } from './any-card.ts'
import { validateBlocks } from './validate-blocks.ts'

const press = (label: string, more: Partial<Action> = {}): Action => ({ label, run: { command: 'task', args: { task: 7 } }, ...more })
const rows = (count: number, line = '🔴 普惠园建设 · 县教育局'): Row[] => Array.from({ length: count }, (_, at) => ({ line: rich`${at + 1} ${line}`, beside: press(`看${at + 1}`) }))
const textsOf = (part: unknown, kind?: string): string[] => {
  if (Array.isArray(part)) return part.flatMap((inside) => textsOf(inside, kind))
  if (typeof part !== 'object' || part === null) return []
  const own = 'text' in part && typeof part.text === 'string' && 'type' in part && (kind === undefined || part.type === kind) ? [part.text] : []
  return [...own, ...Object.values(part).flatMap((inside) => textsOf(inside, kind))]
}

describe('a card in Slack', () => {
  const card: Card = {
    text: '请于6月30日前填报：12 普惠园建设',
    title: '请于6月30日前填报',
    lines: [rich`12 ${strong('普惠园建设')}`, rich`牵头 县教育局`],
    sections: [{ heading: rich`红灯`, rows: [{ line: rich`7 水库` }, { line: rich`8 道路`, beside: press('看') }, { line: rich`9 桥` }], note: rich`截至 7月2日` }],
    actions: [press('正常推进', { style: 'primary', says: '填报第12项：正常推进' })],
    more: [press('转办'), press('延期')],
    footer: rich`duban`,
  }

  it('has header, lines, rows, buttons and footer in reading order, each row with its own button', () => {
    const { text, blocks } = renderBlocks(card)
    expect(text).toBe(card.text)
    expect(blocks.map(({ type }) => type)).toEqual(['header', 'section', 'divider', 'section', 'section', 'section', 'context', 'actions', 'context'])
    expect(validateBlocks(blocks)).toEqual([])
  })

  it('has a row’s note small and grey right under it', () => {
    const { blocks } = renderBlocks({ text: '滞后2项', sections: [{ heading: rich`滞后2项`, rows: [{ line: rich`7 水库`, note: rich`原因：缺地` }, { line: rich`8 道路`, note: rich`原因：缺钱` }, { line: rich`9 桥` }] }] })
    expect(blocks.map(({ type }) => type)).toEqual(['divider', 'section', 'context', 'section', 'context', 'section'])
    expect(textsOf(blocks)).toEqual([expect.stringContaining('7 水库'), '原因：缺地', '8 道路', '原因：缺钱', '9 桥'])
  })

  it('opens the rows of a long list by one choice below them, which says which each is', () => {
    const { blocks } = renderBlocks({ text: '黄灯', sections: [{ opensBelow: true, rows: [{ line: rich`7 水库`, beside: press('查看', { says: '查看第7项' }) }, { line: rich`8 道路`, beside: press('查看', { says: '查看第8项' }) }, { line: rich`9 桥`, actions: [press('指定')] }] }] })
    const [choice] = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : [])).filter(({ type }) => type === 'static_select')
    expect(choice).toMatchObject({ placeholder: { text: '打开哪一项' }, options: [{ text: { text: '查看第7项' } }, { text: { text: '查看第8项' } }] })
    expect(blocks.filter((block) => 'accessory' in block)).toEqual([])
    expect(validateBlocks(blocks)).toEqual([])
  })

  it('opens the rows of several lists by one choice below the last of them', () => {
    const rows = (...numbers: number[]) => numbers.map((at) => ({ line: rich`${at}`, beside: press('查看', { says: `查看第${at}项` }) }))
    const { blocks } = renderBlocks({ text: '议程', sections: [{ heading: rich`滞后`, opensBelow: 'card', rows: rows(1) }, { heading: rich`预警`, opensBelow: 'card', rows: rows(2, 3) }] })
    expect(blocks.map(({ type }) => type)).toEqual(['divider', 'section', 'divider', 'section', 'actions'])
    expect(blocks.at(-1)).toMatchObject({ elements: [{ type: 'static_select', options: [{}, {}, {}] }] })
    expect(validateBlocks(blocks)).toEqual([])
  })

  it.each([[{ confirm: '确定？' }], [{ style: 'primary' as const }]])('leaves what wants a question or a decision beside its row: %j', (more) => {
    const { blocks } = renderBlocks({ text: '黄灯', sections: [{ opensBelow: true, rows: [1, 2].map((at) => ({ line: rich`${at}`, beside: press('同意', more) })) }] })
    expect(blocks.map(({ type }) => type)).toEqual(['section', 'section'])
  })

  it('carries a delivery key in its first block, with a revision, and gives it back', () => {
    const [first] = renderBlocks(card, { blockId: 'due-soon/p1/7/教育局/2026-06-30/7~0' }).blocks
    expect(first?.block_id).toBe('due-soon/p1/7/教育局/2026-06-30/7~0')
    expect(keyOfBlockId(first?.block_id)).toBe('due-soon/p1/7/教育局/2026-06-30/7')
  })

  it('says to a screen reader what a button is about', () => {
    expect(JSON.stringify(renderBlocks(card).blocks)).toContain('"accessibility_label":"填报第12项：正常推进"')
  })

  it('puts a seldom action into the menu, but one that asks first on a button, for a menu cannot ask', () => {
    const { blocks } = renderBlocks({ text: '一', more: [press('转办'), press('删除', { confirm: '真的删除吗？', style: 'danger' })] })
    expect(blocks.at(-1)).toMatchObject({ type: 'actions', elements: [{ type: 'button', confirm: { text: { text: '真的删除吗？' } } }, { type: 'overflow' }] })
  })

  it('keeps what is seldom needed of a row behind … at the end of its buttons', () => {
    const { blocks } = renderBlocks({ text: '一', sections: [{ rows: [{ line: rich`12 普惠园建设`, actions: [press('正常推进')], more: [press('不是我负责')] }] }] })
    expect(blocks.at(-1)).toMatchObject({ type: 'actions', elements: [{ type: 'button' }, { type: 'overflow', options: [{ text: { text: '不是我负责' } }] }] })
  })

  it('has … beside the line, where a row has nothing else to press', () => {
    const { blocks } = renderBlocks({ text: '一', sections: [{ rows: [{ line: rich`1. 普惠园建设`, more: [press('下移'), press('删去')] }] }] })
    expect(blocks).toMatchObject([{ type: 'section', text: { text: '1. 普惠园建设' }, accessory: { type: 'overflow', options: [{ text: { text: '下移' } }, { text: { text: '删去' } }] } }])
    const asks = renderBlocks({ text: '一', sections: [{ rows: [{ line: rich`1. 普惠园建设`, more: [press('下移'), press('删除', { confirm: '真的删除吗？' })] }] }] }).blocks
    expect(asks.map(({ type }) => type)).toEqual(['section', 'actions'])
  })

  it('of thousands of rows writes only as many as a message may show, and says how many it leaves', () => {
    const written = new Set<number>()
    const long = Array.from({ length: 5000 }, (_, at): Row => ({ get line() { written.add(at); return rich`${strong(at)} 普惠园建设 · 县教育局` } }))
    const { blocks } = renderBlocks({ text: '全部任务', sections: [{ rows: long }], rest: { line: (left) => rich`另有${left}项` } })
    const last = Number(/另有(\d+)项/.exec(JSON.stringify(blocks))?.[1])
    expect(5000 - last).toBeGreaterThan(300)
    expect(written.size).toBeLessThan(2 * (5000 - last))
  })

  it('is its sentence when it has nothing else', () => expect(renderBlocks({ text: '没有待办。' }).blocks).toMatchObject([{ type: 'section', text: { text: '没有待办。' } }]))

  it('shows its sentence above its buttons when it has only those', () => {
    expect(renderBlocks({ text: '没有待办。', actions: [press('看')] }).blocks).toMatchObject([{ text: { text: '没有待办。' } }, { type: 'actions' }])
  })

  it('says so when a button would have to carry too much text, instead of cutting what it does', () => {
    const { blocks } = renderBlocks({ text: '确认', actions: [press('确认', { run: { command: 'report', args: { done: '长'.repeat(2500) } } })] })
    expect(textsOf(blocks).join('\n')).toContain('「确认」放不下')
    expect(validateBlocks(blocks)).toEqual([])
  })
})

describe('a card that is too long for Slack', () => {
  const long: Card = {
    text: '滞后任务',
    title: '滞后任务',
    sections: [{ rows: rows(80) }],
    actions: [press('导出')],
    footer: rich`截至 7月2日`,
    rest: { line: (left) => rich`另有 ${left} 项`, action: press('全部') },
  }

  it('shows the first rows, then how many are left and the way to them, and keeps its own buttons and footer', () => {
    const { blocks } = renderBlocks(long)
    expect(validateBlocks(blocks)).toEqual([])
    expect(blocks).toHaveLength(50)
    expect(blocks.slice(-3)).toMatchObject([{ text: { text: '另有 34 项' }, accessory: { text: { text: '全部' } } }, { type: 'actions' }, { type: 'context' }])
  })

  it('has room for more on Home', () => expect(JSON.stringify(renderHome(long))).not.toContain('另有'))

  it('is cut by its texts too, not only by its blocks', () => {
    const { blocks } = renderBlocks({ ...long, sections: [{ rows: rows(20, '长'.repeat(1500)) }] })
    expect(validateBlocks(blocks)).toEqual([])
    expect(textsOf(blocks).join('\n')).toMatch(/另有 1\d 项/)
  })

  it('says how many are left even where its template did not', () => {
    expect(textsOf(renderBlocks({ text: 'Late', sections: [{ rows: rows(80) }] }, { lang: 'en' }).blocks).join('\n')).toMatch(/\d+ more not shown/)
  })
})

describe('text from outside', () => {
  const markup = (line: ReturnType<typeof rich>): string => textsOf(renderBlocks({ text: '一', lines: [line] }).blocks).join('')

  it('comes back to the letter in a line without bold, for plain text has no mark-up', () => {
    expect(renderBlocks({ text: '一', lines: [rich`${'<!channel> *请* & <http://a|b>'}`] }).blocks).toMatchObject([{ text: { type: 'plain_text', text: '<!channel> *请* & <http://a|b>' } }])
  })

  it('is escaped in a line with bold, and its signs format nothing', () => {
    expect(markup(rich`${strong('<!channel>')} ${'<http://a|b> *粗* ~划~ `码`'}`)).toBe('*&lt;!channel&gt;* &lt;http://a|b&gt; ＊粗＊ ～划～ ｀码｀')
  })

  it('keeps the underscores of a file name, and loses those that would slant', () => {
    expect(markup(rich`${strong('附件')} ${'report_2026_v2.docx 和 _斜_'}`)).toBe('*附件* report_2026_v2.docx 和 ＿斜＿')
  })

  it('shows a blank year as it is written, where nothing else in its line could slant it', () => {
    expect(markup(rich`${strong('12')} ${'20__年完成'}`)).toBe('*12* 20__年完成')
    expect(markup(rich`${strong('20__年完成')}`)).toBe('*20__年完成*')
    expect(markup(rich`${strong('12')} ${'20__年完成'}\n${'另见 20__年'}`)).toBe('*12* 20__年完成\n另见 20__年')
    expect(markup(rich`${strong('12')} ${'20__年至20__年'}`)).toBe('*12* 20＿＿年至20＿＿年')
    expect(markup(rich`${strong('12')} ${'____年'} ${'_斜_'}`)).not.toContain('_')
  })

  it('has a space between bold and a Chinese character, without which Slack would show the asterisks', () => {
    expect(markup(rich`第${strong('12')}项（${strong('红')}）`)).toBe('第 *12* 项（ *红* ）')
  })

  it('never mentions anyone, links anywhere or is lost, whatever the card', () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        const { text, blocks } = renderBlocks(card)
        const readAsMarkup = [text, ...textsOf(blocks, 'mrkdwn')]
        for (const words of readAsMarkup) expect(words).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/)
      }),
      { numRuns: 60 },
    )
  })

  it('comes back whole from an escaped line, a full-width twin apart', () => {
    const back = (words: string): string => words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
    fc.assert(
      fc.property(anyText.filter((text) => text.length < 500), (text) => {
        const words = back(markup(rich`${strong('头')} ${text}尾`)).replace('*头* ', '')
        expect(words.normalize('NFKC')).toBe(`${isolated(text)}尾`.normalize('NFKC'))
      }),
      { numRuns: 100 },
    )
  })
})

describe('any card at all', () => {
  it('keeps every limit of Slack, in a message and on Home', () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        expect(validateBlocks(renderBlocks(card, { blockId: 'k~0' }).blocks)).toEqual([])
        expect(validateBlocks(renderHome(card).blocks, 'home')).toEqual([])
      }),
      { numRuns: 50 },
    )
  })

  it('has a sentence of at most 3,000 characters for the lock screen', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(renderBlocks({ text }).text.length).toBeLessThanOrEqual(3000)
      }),
      { numRuns: 60 },
    )
  })
})

describe('what a button carries', () => {
  it('is read back as what pressing does', () => {
    const block = renderBlocks({ text: '一', actions: [press('看', { run: { command: 'task', args: { task: 7, all: true, word: '教"育' } } })] }).blocks.at(-1)
    const value = block?.type === 'actions' && block.elements[0]?.type === 'button' ? block.elements[0].value : undefined
    expect(runOfValue(value)).toEqual({ command: 'task', args: { task: 7, all: true, word: '教"育' } })
  })

  it('is nothing when it is not ours', () => {
    for (const forged of [undefined, '', '12', 'null', '{"args":{}}', '{"command":"x","args":{"a":{"b":1}}}', '{"command":7}']) expect(runOfValue(forged)).toBeUndefined()
  })
})

describe('a card as plain text', () => {
  it('has every line and no mark-up', () => {
    expect(renderText({ text: '一', title: '红灯 2 项', lines: [rich`${strong('7')} 水库`], sections: [{ heading: rich`教育`, rows: [{ line: rich`8 *道路*` }], note: rich`注` }], footer: rich`截至` })).toBe(
      '红灯 2 项\n7 水库\n\n教育\n8 *道路*\n注\n\n截至',
    )
  })

  it('is the sentence when there is nothing else', () => expect(renderText({ text: '没有待办。' })).toBe('没有待办。'))
})
