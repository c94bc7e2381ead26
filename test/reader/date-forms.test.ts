// A form is searched for only where its signs stand, so every text that a form matches must show them.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dateForms, formsIn } from '#src/reader/date-forms.ts'

const pieces = [
  '2026', '2027', '26', '20__', '____', 'XX', '20XX', '年', '年度', '每年', '每学年', '今年', '本年度', '次年', '明', '本', '当', '6', '12', '十', '十二', '三', '_', 'X', '月', '月份', '15', '日', '号', '底', '末', '初', '上旬', '下旬', '至', '到', '—', '——', '起', '截至', '截止', '不迟于', '不晚于',
  '最迟', '力争到', '之前', '以前', '前', '后', '内', '以内', '天', '个工作日', '上半年', '下半年', '一季度', '第3季度', '的', '、', '和', '及', ',', '。', ';', ':', '(', ')', ' ', '完成', '建成', '全面', '基本', '召开', '报送', '印发', '印发之日起', '实施', '上线', '试运行', '投入运行', '春季学期', '汛期', '主汛期', '入汛', '国庆', '秋季学期开学', '“', '”', '高考',
  '长期', '常年坚持', '持续推进', '常态化', '持续', '全年', '.', '/', '-', '其中', '确保', '在',
]

it('no form of a time is passed over where it stands', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 2, maxLength: 9 }), (words) => {
      const plain = words.join('')
      const looked = new Set(formsIn(plain).map(({ form }) => form))
      for (const { form } of dateForms) if (plain.search(form) >= 0) expect(looked.has(form), `${plain} ${form.source}`).toBe(true)
    }),
    { numRuns: 3000 },
  )
})
