// What is owed by a date on the way is told in the words that stand round it.
import { describe, expect, it } from 'vitest'
import { wordsRound } from '#src/ledger/date-words.ts'
import { deadlinesIn } from '#src/reader/dates.ts'

const period = { from: 2026, to: 2026 }
const told = (text: string): string[] => ((dates) => dates.map((date) => wordsRound(text, date, dates).what))(deadlinesIn(text, { from: 0, to: text.length }, period))

describe('what is owed by each date of a sentence', () => {
  it.each([
    ['2026年3月底前完成招标，6月底前开工建设，12月底前竣工验收。', ['完成招标', '开工建设', '竣工验收']],
    ['新建水厂1座。2026年6月底前，完成主体施工；2026年12月底前通水。', ['完成主体施工', '通水']],
    ['实施方案于2026年3月底前印发，2026年10月底前完成改造。', ['实施方案印发', '完成改造']],
    ['完成招标（2026年3月底前）、开工（2026年6月底前）、竣工（2026年12月底前）。', ['完成招标', '开工', '竣工']],
    ['力争2026年6月底前完成选址，2026年底前挂牌。', ['完成选址', '挂牌']],
    ['2026年6月底前完成选址、立项，2026年底前挂牌。', ['完成选址、立项', '挂牌']],
  ])('%s', (text, whats) => expect(told(text)).toEqual(whats))

  it('is the date alone where nothing stands beside it', () => expect(told('2026年6月底前、2026年12月底前')).toEqual(['2026年6月底前', '2026年12月底前']))
  it('is the date alone where it does not stand in this text', () =>
    expect(wordsRound('别的文字', { text: '2026年6月底前', span: { from: 40, to: 49 } }, [])).toEqual({ what: '2026年6月底前', text: '2026年6月底前' }))
  it('is kept as it is written beside', () => {
    const text = '2026年3月底前完成招标，12月底前竣工。'
    const dates = deadlinesIn(text, { from: 0, to: text.length }, period)
    expect(dates.map((date) => wordsRound(text, date, dates).text)).toEqual(['2026年3月底前完成招标', '12月底前竣工'])
  })
  it('is no longer than a phone shows', () => expect(told(`2026年3月底前完成${'很长的一句话'.repeat(60)}。`)[0]?.length).toBeLessThanOrEqual(80))
})
