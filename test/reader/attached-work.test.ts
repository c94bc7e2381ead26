// A plan whose attachment divides its work in prose: numbered items that each say who.
import { describe, expect, it } from 'vitest'
import { partsOf, reading } from './plans.ts'

const body = ['云溪县2026年治水实施方案', '一、重点任务', '（一）疏浚河道。全县清淤12公里。', '（二）保护水源。划定水源保护范围。', '二、组织保障', '各单位要抓好落实。']
const list = ['附件：云溪县2026年治水任务分工', '云溪县人民政府办公室', '2026年3月1日', '附件', '云溪县2026年治水任务分工']
const planWith = (...attached: string[]): ReturnType<typeof reading> => reading([...body, ...list, ...attached].join('\n'))
const facts = (plan: ReturnType<typeof reading>): string[] => plan.tasks.map((task) => [...task.path, task.number, task.title, ...partsOf(task)].join(' '))

describe('an attachment in prose whose items say who', () => {
  it('has tasks of its own, in place of items of the body that it divides', () => {
    const plan = planWith('一、疏浚河道', '1.清理干流淤泥。6月底前完成。县水利局牵头，各乡镇配合。', '2.加固堤防。（责任单位：县住建局）', '二、保护水源', '3.设置标志。由县生态环境局负责。')
    expect(facts(plan)).toEqual(['一 1 清理干流淤泥 县水利局 lead 各乡镇 support', '一 2 加固堤防 县住建局 responsible (lead)', '二 3 设置标志 县生态环境局 responsible (lead)'])
    expect(plan.tasks[0]?.deadlines).toMatchObject([{ year: 2026, month: 6 }])
    expect(plan.title).toBe('云溪县2026年治水实施方案')
  })

  it('gives its units to the items of the body that it says again', () => {
    const plan = planWith('1.疏浚河道。县水利局牵头，各乡镇配合。', '2.保护水源。9月底前完成。县生态环境局牵头。')
    expect(facts(plan)).toEqual(['一 一 疏浚河道 县水利局 lead 各乡镇 support', '一 二 保护水源 县生态环境局 lead'])
    expect(plan.tasks[1]?.deadlines).toMatchObject([{ year: 2026, month: 9 }])
  })

  it('is the plan of a notice, whose own paragraphs are tasks only where they say who', () => {
    const notice = ['关于印发《云溪县2026年治水实施方案》的通知', '各乡镇人民政府：', '现将方案印发给你们。', '一、提高思想认识。充分认识治水的重要性。', '二、严格信息报送。县水利局要在3月20日前汇总台账。', '附件一', '云溪县2026年治水实施方案', '一、重点任务', '（一）疏浚河道。县水利局牵头。', '（二）保护水源。县生态环境局牵头。']
    expect(facts(reading(notice.join('\n')))).toEqual(['二 严格信息报送 县水利局 responsible (lead)', '一 一 疏浚河道 县水利局 lead', '一 二 保护水源 县生态环境局 lead'])
  })

  it('leaves no line of the text unseen', () => {
    const plan = planWith('一、疏浚河道', '1.清理干流淤泥。县水利局牵头。', '2.加固堤防。县住建局牵头。', '3.保护水源。县生态环境局牵头。')
    const seen = [...plan.tasks, ...plan.unlisted, ...(plan.headings ?? [])].map(({ span }) => span).sort((a, b) => a.from - b.from)
    expect(plan.text.split('\n').filter((line) => line.trim() !== '' && !seen.some(({ from, to }) => plan.text.slice(from, to).includes(line)))).toEqual([])
    expect(seen.filter(({ from }, at) => from < (seen[at - 1]?.to ?? 0))).toEqual([])
  })

  it.each(['（一）疏浚河道。全县清淤12公里。（责任单位：县水利局）', '（一）疏浚河道。县水利局要在6月底前清淤12公里。'])('leaves an item of the body that says itself who does it: %s', (item) =>
    expect(facts(reading([...body.slice(0, 2), item, ...list, '一、疏浚河道', '1.清理干流。县水利局牵头。', '2.清理支流。各乡镇负责。'].join('\n')))).toHaveLength(3))
})

describe('an attachment that is no list of tasks', () => {
  it.each([
    ['names what is attached', ['1.河道名单', '2.水源名单']],
    ['says who in few of its items', ['1.表格由县水利局负责。', '2.填写说明。', '3.字号要求。', '4.装订要求。']],
    ['is a form to be filled in', ['报告提纲', '1.主要做法。（责任单位：县水利局）', '2.存在问题。（责任单位：县水利局）']],
  ])('where it %s', (_why, lines) => expect(facts(planWith(...lines))).toEqual(['一 一 疏浚河道', '一 二 保护水源']))
})
