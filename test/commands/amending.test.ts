import { describe, expect, it } from 'vitest'
import { amend } from '#commands/amend.ts'
import { amended } from '#commands/amended.ts'
import { check } from '#commands/check.ts'
import { correct } from '#commands/correct.ts'
import { handOut } from '#commands/hand-out.ts'
import { homeCard } from '#commands/home.ts'
import { importPlan } from '#commands/import-plan.ts'
import { plan } from '#commands/plan.ts'
import { report } from '#commands/report.ts'
import { task } from '#commands/task.ts'
import { history } from '#commands/history.ts'
import { why } from '#commands/why.ts'
import type { DraftId } from '#src/ledger/draft.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import { day, directoryWith, taskNo } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { plain, rich } from '#templates/rich.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'
import { act, buttons, cardIn, shown, type } from './acting.ts'

const issued = (tasks: string): string => `云溪县校园安全行动方案（2026—2028年）

为保障校园安全，制定本方案。

一、重点任务

（一）筑牢安全防线

${tasks}`

const first = issued(`1.建设一键报警。2026年9月30日前完成全县学校一键报警装置建设。（牵头单位：县公安局；配合单位：县教育局）

2.改造校舍。2027年12月底前完成乡镇学校校舍改造。（责任单位：县住建局、县教育局）

3.排查食堂。每半年开展1次食堂排查。（责任单位：县市场监管局）
`)

const second = issued(`1.设立校园警务室。2026年12月31日前在规模以上学校设立警务室。（牵头单位：县公安局）

2.建设一键报警。2026年12月31日前完成全县学校一键报警装置建设。（牵头单位：县公安局；配合单位：县财政局）

3.排查食堂。每半年开展1次食堂排查。（责任单位：县市场监管局）
`)

const county = () => directoryWith(['县公安局', '县教育局', '县住建局', '县市场监管局'],
  { name: '沈若兰', roles: ['secretary'] }, { name: '石海涛', contactOf: ['县公安局'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '罗毅', contactOf: ['县住建局'] })

const p1 = 'p1' as PlanId

async function running(): Promise<TestDesk> {
  const desk = deskOf({ directory: county(), asker: '沈若兰' })
  await act(importPlan, buttons(cardIn(await act(importPlan, { text: first, source: '方案.docx' }, desk)))['确认导入']?.args, desk)
  await act(handOut, { confirmed: true }, desk)
  return desk
}

async function draftOf(desk: TestDesk, text: string): Promise<DraftId> {
  return desk.drafts.keep({ source: '修订稿.docx', text, by: desk.handle, at: desk.now })
}

const previewed = async (desk: TestDesk) => act(amend, { plan: 'p1', draft: await draftOf(desk, second) }, desk)
const confirmed = async (desk: TestDesk) => act(amend, buttons(cardIn(await previewed(desk)))['确认修订']?.args, desk)

describe('a document that looks like a later edition of a plan', () => {
  it('is offered as its amendment, and still as a plan of its own', async () => {
    const preview = await act(importPlan, { text: second, source: '修订稿.docx' }, await running())
    expect(shown(preview)).toContain('像是《云溪县校园安全行动方案（2026—2028年）》（p1）的修订稿')
    expect(buttons(cardIn(preview))['作为修订版']).toMatchObject({ command: 'amend', args: { plan: 'p1' } })
    expect(cardIn(preview).text).toContain('像是p1的修订稿：请选“作为修订版”')
    expect(cardIn(preview).actions?.find(({ label }) => label === '确认导入')?.confirm).toContain('仍作为新方案导入')
  })

  it('is not where it shares neither title nor tasks', async () => {
    const other = '云溪县全民健身实施计划（2026—2027年）\n\n一、重点任务\n\n1.修建健身步道。2026年12月底前建成步道20公里。（牵头单位：县文旅局）\n\n2.开放学校场馆。（牵头单位：县教育局）\n'
    expect(shown(await act(importPlan, { text: other }, await running()))).not.toContain('修订稿')
  })
})

describe('what an amendment left to settle', () => {
  it('is counted on the plan and on Home, until it is settled', async () => {
    const desk = await running()
    await confirmed(desk)
    expect(shown(await act(plan, { plan: 'p1' }, desk))).toMatch(/☐ 核定修订留下的\s?1\s?项/)
    expect(plain(homeCard(desk).lines?.[0] ?? rich``)).toContain('待核定1项')
    await act(amended, { task: '2', act: 'keep' }, desk)
    expect(shown(await act(plan, { plan: 'p1' }, desk))).not.toContain('核定修订')
    expect(plain(homeCard(desk).lines?.[0] ?? rich``)).not.toContain('待核定')
  })
})

describe('an amended text', () => {
  it('is shown as what it changes, and nothing is written', async () => {
    const desk = await running()
    const before = desk.recorded.length
    const answer = await previewed(desk)
    expect(cardIn(answer).text).toBe('《云溪县校园安全行动方案（2026—2028年）》修订：新增1 · 拟删除1 · 修改1 · 单位变动1。点“确认修订”后才写入。')
    expect(shown(answer)).toContain('新增 1 · 4 设立校园警务室')
    expect(shown(answer)).toContain('拟删除的任务先照常办理')
    expect(desk.recorded).toHaveLength(before)
    expectGoodCard(cardIn(answer))
    expect((cardIn(answer).lines ?? []).length + (cardIn(answer).sections ?? []).flatMap(({ rows }) => rows).length).toBeLessThanOrEqual(12)
  })

  it.each([
    ['added', '4 设立校园警务室 · 县公安局 · 12月31日'],
    ['removed', '2 改造校舍'],
    ['changed', '1 建设一键报警 · 时限 9月30日 → 12月31日'],
    ['units', '1 建设一键报警 · 增加县财政局；去掉县教育局'],
  ])('opens what is %s', async (list, line) => {
    const desk = await running()
    const answer = await act(amend, { plan: 'p1', draft: await draftOf(desk, second), list }, desk)
    expect(shown(answer)).toContain(line)
    expectGoodCard(cardIn(answer))
  })

  it('shows the passage of a task that changed, as it was and as it is', async () => {
    const desk = await running()
    const answer = await act(amend, { plan: 'p1', draft: await draftOf(desk, first.replace('开展1次食堂排查', '开展2次食堂和超市排查')), list: 'changed' }, desk)
    expect(shown(answer)).toMatch(/原：…?.*开展1次食堂排查。.*\n现：…?.*开展2次食堂和超市排查。/)
    expectGoodCard(cardIn(answer))
  })

  it('says which promised figures change, and the years', async () => {
    const desk = deskOf({ directory: county(), asker: '沈若兰' })
    const promising = (share: string) => first.replace('完成乡镇学校校舍改造。', `完成乡镇学校校舍改造，校舍达标率达到${share}。`)
    await act(importPlan, buttons(cardIn(await act(importPlan, { text: promising('80%'), source: '方案.docx' }, desk)))['确认导入']?.args, desk)
    const answer = await act(amend, { plan: 'p1', draft: await draftOf(desk, promising('85%').replace('2026—2028年', '2026—2030年')) }, desk)
    expect(shown(answer)).toContain('指标数值有变：校舍达标率80% → 85%')
    expect(shown(answer)).toContain('起止年份：2026—2028年 → 2026—2030年')
    expectGoodCard(cardIn(answer))
  })

  it('is written as a whole when it is confirmed, and asks about each task that it has no more', async () => {
    const desk = await running()
    const answer = await confirmed(desk)
    expect(shown(answer)).toContain('已修订《云溪县校园安全行动方案（2026—2028年）》')
    expect(Object.keys(buttons(cardIn(answer)))).toEqual(['同意删除', '保留', '看方案'])
    expect([...(desk.allPlans.get(p1)?.tasks.keys() ?? [])]).toEqual([1, 2, 3, 4])
    expect(desk.directory.units.has('县财政局' as never)).toBe(true)
    expectGoodCard(cardIn(answer))
  })

  it('is cited on the plan with its day, beside the text that was imported', async () => {
    const desk = await running()
    await confirmed(desk)
    const later = deskOf({ directory: desk.directory, plans: [...desk.allPlans.values()], asker: '沈若兰', today: '2026-07-09', drafts: desk.drafts })
    expect(shown(await act(plan, { plan: 'p1' }, later))).toContain('来源 方案.docx · 7月2日导入 · 7月2日修订（修订稿.docx）')
  })

  it('that is confirmed twice is written once', async () => {
    const desk = await running()
    const confirm = buttons(cardIn(await previewed(desk)))['确认修订']?.args
    await act(amend, confirm, desk)
    const again = await act(amend, confirm, desk)
    expect(shown(again)).toContain('这份修订稿已经写入')
    expect(Object.keys(buttons(cardIn(again)))).toEqual(['同意删除', '保留', '看方案'])
    expectGoodCard(cardIn(again))
    expect(desk.allPlans.get(p1)?.amended.amendments.size).toBe(1)
  })

  it('is no longer worked on as a draft once it is confirmed', async () => {
    const desk = await running()
    const preview = await act(importPlan, { text: second, source: '修订稿.docx' }, desk)
    await act(amend, buttons(cardIn(await act(amend, buttons(cardIn(preview))['作为修订版']?.args, desk)))['确认修订']?.args, desk)
    expect(shown(await type(check, '', desk))).toContain('没有等待确认的导入稿')
    expect(shown(await act(correct, { ...buttons(cardIn(preview))['作为修订版']?.args, act: 'drop', one: '4' }, desk))).toMatch(/已经写入方案《.*》\(p1\).*方案 p1/)
    expect(shown(await type(amend, 'p1', desk))).not.toContain('修订稿.docx')
  })

  it('and every earlier edition are no plan of their own', async () => {
    const desk = await running()
    await confirmed(desk)
    for (const text of [first, second]) expect(shown(await act(importPlan, { text }, desk))).toContain('已经导入过')
  })

  it('of the same words is answered with a sentence', async () => {
    const desk = await running()
    expect(shown(await act(amend, { plan: 'p1', draft: await draftOf(desk, first) }, desk))).toContain('没有要修订的')
  })

  it('is asked for where 修订 is typed alone, with what was received already', async () => {
    const desk = await running()
    await draftOf(desk, second)
    const answer = await type(amend, 'p1', desk)
    expect(shown(answer)).toContain('请把修订后的全文粘贴')
    expect(buttons(cardIn(answer))['作为修订版']?.command).toBe('amend')
  })

  it('is no business of a contact', async () => {
    const { allPlans, directory } = await running()
    const desk = deskOf({ directory, plans: [...allPlans.values()], asker: '石海涛' })
    expect((await desk.record(p1, { type: 'withdraw-task', task: taskNo(2) }))).toMatchObject({ ok: false, refusal: { code: 'not-permitted' } })
  })
})

describe('a task of which a point waits, and that the next edition has no more', () => {
  async function both(): Promise<TestDesk> {
    const desk = await running()
    await desk.record(p1, { type: 'set-due', task: taskNo(1), day: day('2026-10-31'), reason: '批复推迟' })
    await confirmed(desk)
    const later = deskOf({ directory: desk.directory, plans: [...desk.allPlans.values()], asker: '沈若兰', today: '2026-07-09', drafts: desk.drafts })
    const third = issued('1.排查食堂。每半年开展1次食堂排查。（责任单位：县市场监管局）\n')
    await act(amend, { plan: 'p1', draft: await draftOf(later, third), confirm: true }, later)
    return later
  }

  it('is asked about its removal first, and its point is cited by the edition that has it', async () => {
    const desk = await both()
    const answer = await type(task, '1', desk)
    expect(shown(answer)).toContain('待确认删除：7月9日的修订稿中没有这一项')
    expect(shown(answer)).toContain('若保留，再核定：7月2日的修订稿写的时限是12月31日')
    expect(Object.keys(buttons(cardIn(answer)))).toEqual(expect.arrayContaining(['同意删除', '保留']))
    expect(Object.keys(buttons(cardIn(answer)))).not.toContain('按修订稿改时限')
  })

  it('is asked about its point once it is kept, and then has the date of the edition that says it', async () => {
    const desk = await both()
    const kept = await act(amended, { task: 'p1-1', act: 'keep' }, desk)
    expect(shown(kept)).toMatch(/待核定：7月2日的修订稿写的时限是12月31日.*，现按督查室核定的办/)
    await act(amended, buttons(cardIn(kept))['按修订稿改时限']?.args, desk)
    expect(shown(await type(task, '1', desk))).toContain('时限依据7月2日修订，此前为10月31日')
    expect(shown(await type(why, '1', desk))).toContain('时限依据7月2日修订，此前为10月31日')
  })
})

describe('a task that the amended text has no more', () => {
  it('says on its card that it waits, and offers the secretary both answers', async () => {
    const desk = await running()
    await confirmed(desk)
    const answer = await type(task, '2', desk)
    expect(shown(answer)).toContain('待确认删除：7月2日的修订稿中没有这一项')
    expect(Object.keys(buttons(cardIn(answer)))).toEqual(expect.arrayContaining(['同意删除', '保留']))
  })

  it('is withdrawn with its history when the secretary agrees', async () => {
    const desk = await running()
    const done = await confirmed(desk)
    const answer = await act(amended, buttons(cardIn(done))['同意删除']?.args, desk)
    expect(shown(answer)).toContain('已撤销第2项 改造校舍')
    expect(shown(answer)).toContain('修订都已核定完')
    expectGoodCard(cardIn(answer))
    expect(desk.allPlans.get(p1)?.tasks.has(taskNo(2))).toBe(false)
    const gone = await type(task, '2', desk)
    expect(shown(gone)).toContain('第2项 改造校舍：已撤销')
    expect(shown(gone)).toContain('依据7月2日修订稿（修订稿.docx）')
    const kept = await act(history, buttons(cardIn(gone))['记录']?.args, desk)
    expectGoodCard(cardIn(kept))
    expect(shown(kept)).toMatch(/2 改造校舍：共\d+条记录[^]*撤销任务/)
    expectGoodCard(cardIn(gone))
    expect(shown(await act(amended, buttons(cardIn(done))['同意删除']?.args, desk))).toContain('已于7月2日')
  })

  it('goes on when the secretary keeps it', async () => {
    const desk = await running()
    const answer = await act(amended, buttons(cardIn(await confirmed(desk)))['保留']?.args, desk)
    expect(shown(answer)).toContain('已保留第2项')
    expect(shown(await type(amended, 'p1', desk))).toContain('没有等待核定的修订')
  })
})

it('a unit that went is told so when it answers an old message', async () => {
  const { allPlans, directory } = await (async () => {
    const desk = await running()
    await confirmed(desk)
    return desk
  })()
  const contact = deskOf({ directory, plans: [...allPlans.values()], asker: '苏晚晴' })
  expect(shown(await act(report, { task: 'p1-1', unit: '县教育局' }, contact))).toMatch(/7月2日.*的修订已不再把第1项列给县教育局/)
})

it('a light cites the amendment that its date came by', async () => {
  const desk = await running()
  await confirmed(desk)
  const later = deskOf({ directory: desk.directory, plans: [...desk.allPlans.values()], asker: '沈若兰', today: '2027-01-05' })
  const answer = await type(task, '1', later)
  expect(shown(answer)).toContain('（时限依据2026年7月2日修订）')
  expect(shown(answer)).toContain('此前为2026年9月30日')
})
