import { describe, expect, it } from 'vitest'
import { editDistance } from '#src/queries/command-words.ts'
import { normaliseTyped, unescapeText, wordsOfTyped } from '#src/slack/incoming-text.ts'
import { readWritten } from '#src/slack/typed-text.ts'
import { nothingSeen, tinyCommands } from './tiny-bot.ts'

const commands = tinyCommands(nothingSeen())
const read = (text: string, documents = true): unknown => {
  const written = readWritten(text, commands, { documents })
  switch (written.kind) {
    case 'found':
      return [written.command.name.en, ...written.words]
    case 'unknown':
      return { unknown: written.word, nearest: written.nearest.slice(0, 3).map(({ name }) => name.zh) }
    case 'pasted':
      return { pasted: written.text }
    case 'nothing':
      return 'nothing'
  }
}

describe('what is typed', () => {
  it('is understood with full-width digits, odd spaces and invisible characters', () => {
    expect(wordsOfTyped('填报　１２\u00A0６０％  已完成招标，6月底开工\u200B')).toEqual(['填报', '12', '60%', '已完成招标，6月底开工'])
  })

  it('keeps the punctuation and signs of a sentence', () => expect(normaliseTyped('《方案》：（一）１０００㎡……')).toBe('《方案》：（一）1000㎡……'))

  it('is freed of Slack’s escaping and link marks, and keeps whom it names', () => {
    expect(unescapeText('<@U01|zhang> &lt;a&gt; &amp;amp; <http://a.cn/x|a.cn/x> <https://b.cn>')).toBe('<@U01> <a> &amp; a.cn/x https://b.cn')
  })

  it('has its marks each by itself: one that was begun takes nothing of the next', () => {
    expect(unescapeText('<http://a.cn 和 <http://b.cn/x|验收报告>，<@U0 <@U01|zhang>')).toBe('<http://a.cn 和 验收报告（http://b.cn/x），<@U0 <@U01>')
  })

  it('keeps the address of a link that somebody gave a name of its own', () => {
    expect(unescapeText('见<http://a.cn/x|验收报告>，<mailto:a@b.cn|a@b.cn>')).toBe('见验收报告（http://a.cn/x），a@b.cn')
  })
})

describe('a command’s word', () => {
  it('that nobody knows is compared by its beginning, however long it is: whoever pastes a book keeps nobody waiting', () => {
    const book = '甲'.repeat(40_000)
    expect(read(`填报${book}`, false)).toEqual({ unknown: `填报${book}`, nearest: ['填报'] })
    expect(read(`${book}填报`, false)).toEqual({ unknown: `${book}填报`, nearest: [] })
  })

  it('may be Chinese, English, another word for it, or carry a stray mark', () => {
    for (const word of ['填报 7', 'REPORT 7', '/report 7', '填报： 7', 'ｒｅｐｏｒｔ　７']) expect(read(word)).toEqual(['report', '7'])
    expect(read('待办')).toEqual(['mine'])
  })

  it('may be followed by its number without a space', () => {
    expect(read('填报12 60%')).toEqual(['report', '12', '60%'])
    expect(read('填报第十二项')).toEqual(['report', '第十二项'])
  })

  it('that nobody knows is answered with those that share something with it', () => {
    expect(read('填抱 7')).toEqual({ unknown: '填抱', nearest: ['填报'] })
    expect(read('reprot')).toEqual({ unknown: 'reprot', nearest: ['填报'] })
    expect(read('我的任务')).toEqual({ unknown: '我的任务', nearest: ['我的'] })
    expect(read('天气')).toEqual({ unknown: '天气', nearest: [] })
    expect(read('zzzz')).toEqual({ unknown: 'zzzz', nearest: [] })
  })

  it('with more behind it than any command takes begins a document in a message, and is offered by itself where there are none', () => {
    const book = `填报 7 ${'6月30日 '.repeat(1_000)}`
    expect(read(book)).toEqual({ pasted: book })
    expect(read(book, false)).toEqual({ unknown: '填报', nearest: ['填报'] })
    expect(read(`填报 7 ${'长'.repeat(3_000)}`)).toMatchObject(['report', '7', expect.any(String)])
  })

  it('is missing when there is nothing but spaces', () => expect(read(' 　')).toBe('nothing'))
})

describe('a text that begins with no command', () => {
  it('is a document when it is long or has several lines, in a message', () => {
    expect(read('某县方案\n一、总则')).toEqual({ pasted: '某县方案\n一、总则' })
    expect(read('长'.repeat(201))).toEqual({ pasted: '长'.repeat(201) })
    expect(read('长'.repeat(201), false)).toMatchObject({ unknown: '长'.repeat(201) })
  })

  it('keeps its line breaks and its own signs', () => expect(read('方案１\n（一）Ａ &amp; Ｂ')).toEqual({ pasted: '方案１\n（一）Ａ & Ｂ' }))
})

describe('the distance between words', () => {
  it('counts letters put in, left out and changed', () => {
    expect(editDistance('', 'abc')).toBe(3)
    expect(editDistance('填报', '填保')).toBe(1)
    expect(editDistance('reprot', 'report')).toBe(2)
  })
})
