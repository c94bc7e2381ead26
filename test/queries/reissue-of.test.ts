import { describe, expect, it } from 'vitest'
import type { ImportedTask } from '#src/ledger/task.ts'
import { looksLikeReissueOf } from '#src/queries/reissue-of.ts'
import { planOf, task } from '#test/builders.ts'
import { edition } from '../ledger/edition.ts'
import { expectGrowth } from '../reader/growth.ts'

const verbs = ['建设', '改造', '排查', '培训', '公开', '整治', '推广', '监测', '修缮', '评估']
const things = ['一键报警装置', '乡镇校舍', '学校食堂', '骨干教师', '采购价格', '周边环境', '阅读活动', '学生视力', '体育场地', '数字课堂']
const waters = ['中小河流堤防', '病险水库坝体', '山洪预警站点', '灌区干支渠道', '取水计量设施', '河湖岸线垃圾', '雨情测报终端', '蓄滞洪区通道', '供水管网漏点', '水土流失坡地']
const tasksOf = (of: readonly string[], count = 100): ImportedTask[] =>
  Array.from({ length: count }, (_, at) => task(at + 1, { title: `${verbs[at % 10]}${of[Math.floor(at / 10) % 10]}`, text: `${verbs[at % 10]}${of[Math.floor(at / 10) % 10]}，由有关单位落实，确保取得实效。` }))
const signs = (at: number): string => String.fromCodePoint(0x4e00 + at * 3, 0x5e00 + at * 3, 0x6e00 + at * 3, 0x7e00 + at * 3)

const known = planOf(tasksOf(things), { id: 'p1', title: '云溪县教育行动方案（2026—2028年）' })
const other = planOf(tasksOf(waters), { id: 'p2', title: '云溪县治水行动方案（2026—2028年）' })

describe('a document is an edition of the plan', () => {
  it('whose title and half of whose tasks it has', () => {
    const tasks = [...tasksOf(things, 60), ...tasksOf(waters).slice(60)]
    expect(looksLikeReissueOf([other, known], edition(tasks, { title: '云溪县教育行动方案（2026—2028年）（修订版）' }))).toBe('p1')
    expect(looksLikeReissueOf([other, known], edition(tasks, { title: '关于校园安全的若干措施' }))).toBeUndefined()
  })

  it('whose tasks it has nearly all of, whatever its title', () => {
    expect(looksLikeReissueOf([other, known], edition(tasksOf(things), { title: '关于校园安全的若干措施' }))).toBe('p1')
  })

  it('whose tasks it has, each under a longer name', () => {
    const renamed = tasksOf(things).map((one) => ({ ...one, title: `全面${one.title}和配套设施` }))
    expect(looksLikeReissueOf([other, known], edition(renamed, { title: '云溪县教育行动方案（2026—2028年）' }))).toBe('p1')
  })

  it('that is likest, of however many of its title', () => {
    const likes = ['p3', 'p4', 'p5', 'p6', 'p7'].map((id) => planOf([...tasksOf(things, 70), ...tasksOf(waters).slice(70)], { id, title: known.title }))
    expect(looksLikeReissueOf([...likes, known], edition(tasksOf(things), { title: known.title }))).toBe('p1')
  })

  it('and of none whose tasks are others, though the title is the same', () => {
    expect(looksLikeReissueOf([known], edition(tasksOf(waters), { title: known.title }))).toBeUndefined()
  })
})

it('the plans it is not like cost less than the one it is like', () => {
  // At size 1 there is none of them, at size 4 there are fifteen.
  const county = (size: number) => [known, ...Array.from({ length: 5 * (size - 1) }, (_, at) => planOf(tasksOf(things.map((thing) => `${signs(at)}${thing.slice(0, 1)}`)), { id: `p${at + 2}` }))]
  expectGrowth(county, (plans) => looksLikeReissueOf(plans, edition(tasksOf(things))), 1, 'a preview in a county of many plans')
})
