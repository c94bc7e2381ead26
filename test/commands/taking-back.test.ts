// 撤销, 补充 and 更正: what a contact can still do about an answer they have given.
import { describe, expect, it } from 'vitest'
import { acceptClaim } from '#commands/accept-claim.ts'
import { allNormal } from '#commands/all-normal.ts'
import { claim } from '#commands/claim.ts'
import { correctReport } from '#commands/correct-report.ts'
import { extend } from '#commands/extend.ts'
import { onBehalf } from '#commands/on-behalf.ts'
import { report } from '#commands/report.ts'
import { strikeOff } from '#commands/strike-off.ts'
import { supplement } from '#commands/supplement.ts'
import { task as taskCommand } from '#commands/task.ts'
import { undo } from '#commands/undo.ts'
import { verifyLines } from '#commands/verify-lines.ts'
import { addMs } from '#src/calendar/calendar.ts'
import type { Command } from '#src/command.ts'
import { keyOf } from '#src/ledger/assignment.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { partOf } from '#src/queries/answering.ts'
import { after, change, day, directoryWith, nineOn, personNamed, planOf, planWith, report as reported, task, taskNo, unitId, workCalendar } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'

const directory = directoryWith(
  ['县财政局'],
  { name: '沈若兰', roles: ['secretary'] },
  { name: '苏晚晴', contactOf: ['县教育局'] },
  { name: '周副手', contactOf: ['县教育局'] },
  { name: '唐一鸣', contactOf: ['县财政局'] },
)
const text = '新建幼儿园。2026年底前新建公办幼儿园3所，加强安全管理。（牵头单位：县教育局；配合单位：县财政局、县住建局）'
const plan = (): PlanState => planWith(task(12, { title: '新建幼儿园', text, due: '2026-12-31', lead: '县教育局' }), task(13, { lead: '县教育局' }))
const at = (of: PlanState, time = '09:00', asker = '苏晚晴', today = '2026-07-02'): TestDesk => deskOf({ today, now: workCalendar.instantOf(day(today), time, 'Asia/Shanghai'), plans: [of], directory, asker })
const standing = (of: PlanState) => of.assignments.get(keyOf(taskNo(12), unitId('县教育局')))
const press = async (answer: Awaited<ReturnType<typeof act>>, label: string, command: Command, desk: TestDesk) => {
  const run = buttons(cardIn(answer))[label]
  if (run === undefined) throw new Error(`there is no ${label} on: ${shown(answer)}`)
  expect(run.command).toBe(command.name.en)
  return act(command, run.args, desk)
}

describe('撤销', () => {
  it('taken back a second time offers 更正 only where a report stands', async () => {
    const twice = async (of: PlanState): Promise<string[]> => {
      await type(claim, '12 三所都开园了', at(of))
      await type(undo, '', at(of, '09:01'))
      return Object.keys(buttons(cardIn(await type(undo, '', at(of, '09:02')))))
    }
    expect(await twice(plan())).not.toContain('更正')
    expect(await twice(after(plan(), '2026-07-01', reported(12, '县教育局', { progress: 40, done: '开工' })))).toContain('更正')
  })
  it('of a completion that was ruled on points to who can change that, and to no 更正', async () => {
    const of = after(plan(), '2026-07-01', reported(12, '县教育局', { progress: 40, done: '开工' }))
    await type(claim, '12 三所都开园了', at(of))
    await act(acceptClaim, { task: '12' }, at(of, '09:01', '沈若兰'))
    const answer = await type(undo, '', at(of, '09:02'))
    expect(shown(answer)).toContain('“办结申请”（第12项）之后已有新的记录，不能撤销。要改，请联系督查室处理')
    expect(Object.keys(buttons(cardIn(answer)))).not.toContain('更正')
  })
  it('takes the report back, and shows how the task stands now, with its buttons again', async () => {
    const of = after(plan(), '2026-06-01', reported(12, '县教育局', { progress: 30, done: '完成选址' }))
    const recorded = await act(report, { task: 'p1-12' }, at(of))
    const back = await press(recorded, '撤销', undo, at(of, '09:08'))
    expect(cardIn(back).text).toBe('↩️ 已撤销填报：12 新建幼儿园')
    expect(shown(back)).toContain('最近填报(6月1日)：正常推进，进度30%：完成选址')
    expect(Object.keys(buttons(cardIn(back)))).toEqual(['正常推进', '有困难', '已完成', '查看任务'])
    expect(standing(of)?.report).toMatchObject({ on: '2026-06-01', progress: 30 })
    expectGoodCard(cardIn(back))
  })

  it('of a 更正 says that the correction was taken back, and what stands now', async () => {
    const of = after(plan(), '2026-06-30', reported(12, '县教育局', { progress: 30, done: '完成选址' }))
    const corrected = await type(correctReport, '12 45 填错了数', at(of))
    const back = await press(corrected, '撤销', undo, at(of, '09:03'))
    expect(cardIn(back).text).toBe('↩️ 已撤销更正：12 新建幼儿园')
    expect(shown(back)).toContain('进度30%：完成选址')
  })

  it('takes the place of the message that was pressed, and says which messages to draw again', async () => {
    const of = plan()
    const recorded = await act(report, { task: 'p1-12' }, at(of))
    expect(await press(recorded, '撤销', undo, at(of))).toMatchObject({ replaces: true, about: [{ plan: 'p1', task: 12 }] })
  })

  it('after ten minutes says to put it right instead, with the button', async () => {
    const of = plan()
    const recorded = await act(report, { task: 'p1-12' }, at(of))
    const late = await press(recorded, '撤销', undo, at(of, '09:11'))
    expect(shown(late)).toContain('已超过10分钟，不能撤销')
    expect(standing(of)?.report).toBeDefined()
    expect(formIn(await press(late, '更正', correctReport, at(of, '09:12'))).title).toBe('更正填报')
  })

  it('pressed twice takes nothing else back', async () => {
    const of = after(plan(), '2026-06-01', reported(12, '县教育局', { progress: 30 }), standing(plan())?.nudgedBy)
    const recorded = await act(report, { task: 'p1-12' }, at(of))
    await press(recorded, '撤销', undo, at(of))
    expect(shown(await press(recorded, '撤销', undo, at(of)))).toContain('没有可以撤销的')
    expect(standing(of)?.report).toMatchObject({ progress: 30 })
  })

  it('of something a colleague has answered over is refused, and theirs stands', async () => {
    const of = plan()
    const recorded = await act(report, { task: 'p1-12' }, at(of))
    await type(report, '12 60 已开工', at(of, '09:03', '周副手'))
    expect(shown(await press(recorded, '撤销', undo, at(of, '09:05')))).toContain('之后已有新的记录')
    expect(standing(of)?.report?.progress).toBe(60)
  })

  it('typed takes back the last act, whichever it was', async () => {
    const of = plan()
    await act(report, { task: 'p1-12' }, at(of))
    await type(claim, '13 已完成', at(of, '09:01'))
    expect(cardIn(await type(undo, '', at(of, '09:02'))).text).toBe('↩️ 已撤销办结申请：13 任务13')
    expect(standing(of)?.report).toBeDefined()
  })

  it('is for a secretary too: what was accepted waits again', async () => {
    const of = plan()
    await type(claim, '12 已完成', at(of))
    await type(acceptClaim, '12', at(of, '10:00', '沈若兰'))
    expect(shown(await type(undo, '', at(of, '10:02', '沈若兰')))).toContain('已撤销同意办结')
    expect(standing(of)?.status).toBe('claimed')
  })

  it('of a unit that helps shows what that unit said last, not what the answering one did', async () => {
    const of = after(planWith(task(12, { title: '新建幼儿园', lead: '县教育局', support: ['县财政局'] })), '2026-06-01', reported(12, '县财政局', { progress: 60, done: '已拨300万元' }))
    await type(correctReport, '12 50 报错了', at(of, '09:00', '唐一鸣'))
    expect(shown(await type(undo, '', at(of, '09:01', '唐一鸣')))).toContain('最近填报(6月1日)：正常推进，进度60%：已拨300万元')
  })

  it('of what was recorded for a unit shows what that unit said before, not that nobody said anything', async () => {
    const of = planWith(task(12, { title: '新建幼儿园', lead: '县教育局', support: ['县财政局'] }))
    await type(onBehalf, '县财政局 12 60 已拨300万元 唐股长 电话', at(of, '09:00', '沈若兰'))
    await type(onBehalf, '县财政局 12 65 已拨350万元 唐股长 电话', at(of, '09:01', '沈若兰'))
    const back = shown(await type(undo, '', at(of, '09:02', '沈若兰')))
    expect(back).toContain('县财政局最近填报(7月2日)：正常推进，进度60%：已拨300万元')
    expect(back).not.toContain('还没有填报过')
  })

  it('of a check says nothing of reports, and how many more lines it was', async () => {
    const of = planWith(...[...Array(12).keys()].map((no) => task(no + 1, { lead: '县教育局' })))
    await act(verifyLines, { act: 'agree', plan: 'p1', unit: '县教育局' }, at(of))
    const back = shown(await type(undo, '', at(of, '09:01')))
    expect(back).toContain('已撤销刚才的核对，共12项')
    expect(back).not.toContain('填报过')
    expect(back).toMatch(/10 任务10.*\n.*还有2项/)
  })

  it('of one act in two plans says what of it could not be taken back, and why', async () => {
    const plans = [planOf([task(1, { lead: '县教育局' }), task(3, { lead: '县教育局' })]), planOf([task(1, { lead: '县教育局' })], { id: 'p2' })]
    const both = directoryWith(['县教育局'], { name: '苏晚晴', contactOf: ['县教育局'] })
    const at = (minute: number): TestDesk => deskOf({ plans, directory: both, asker: '苏晚晴', now: addMs(nineOn('2026-07-02'), minute * 60_000) })
    const all = cardIn(await act(allNormal, { tasks: 'p1-1 p1-3 p2-1' }, at(0)))
    await type(report, 'p1-3 60 已招标', at(1))
    const answer = await act(undo, buttons(all)['撤销']?.args, at(2))
    expect(shown(answer)).toContain('已撤销填报：p2-1 ')
    expect(shown(answer)).toContain('没有一起撤销：p1-1、p1-3。')
    expect(plans[0]?.assignments.get(keyOf(taskNo(1), unitId('县教育局')))?.report?.state).toBe('normal')
  })

  it('with nothing done says so', async () => {
    expect(shown(await type(undo, '', at(plan())))).toContain('没有可以撤销的')
  })
})

describe('a press delivered again after 撤销', () => {
  it('shows the task as it stands', async () => {
    const of = plan()
    const desk = at(of)
    await act(report, { task: 'p1-12' }, desk)
    await type(undo, '', at(of, '09:01'))
    const again: TestDesk = { ...desk, record: async () => Promise.resolve({ ok: true, position: 1 }) }
    expect(shown(await act(report, { task: 'p1-12' }, again))).toContain('最近填报：还没有')
  })
})

describe('a claim', () => {
  it('says who reviews it and by when, and can be taken back', async () => {
    const of = plan()
    const claimed = await type(claim, '12 已建成投用', at(of))
    expect(shown(claimed)).toContain('由督查室（沈若兰）审核，应在7月9日(周四)前审完')
    await press(claimed, '撤销', undo, at(of, '09:05'))
    expect(standing(of)?.status).toBe('open')
    expectGoodCard(cardIn(claimed))
  })

  it('pressed once more shows the line that stands', async () => {
    const of = plan()
    await type(claim, '12 已建成投用', at(of))
    expect(cardIn(await act(report, { task: 'p1-12', asked: nineOn('2026-07-01') }, at(of, '10:00', '周副手'))).text).toBe('✅ 12 新建幼儿园 · 县教育局苏晚晴 7月2日 09:00 已申请办结，待督查室审核')
  })
})

describe('补充', () => {
  it('adds words to today’s answer: one answer, of the same day', async () => {
    const of = plan()
    await act(report, { task: 'p1-12' }, at(of))
    const answer = await type(supplement, '12 已开工2所', at(of, '14:00'))
    expect(cardIn(answer).text).toBe('✅ 已记录 14:00 · 12 新建幼儿园，正常推进：已开工2所')
    await type(supplement, '12 其余9月招标', at(of, '14:05'))
    expect(standing(of)?.report).toMatchObject({ on: '2026-07-02', done: '已开工2所；其余9月招标' })
    expect(standing(of)?.earlier?.filter(({ ended }) => ended === 'followed')).toEqual([])
    expect(shown(await type(taskCommand, '12', at(of)))).not.toContain('更正前')
  })

  it('of an answer of another day is a report of today, with what stood besides', async () => {
    const of = after(plan(), '2026-06-01', reported(12, '县教育局', { state: 'difficulty', progress: 30, problem: '用地未批' }))
    await type(supplement, '12 用地已组卷', at(of))
    expect(standing(of)?.report).toMatchObject({ on: '2026-07-02', state: 'difficulty', problem: '用地未批', done: '用地已组卷', progress: 30 })
    expect(standing(of)?.earlier).toMatchObject([{ on: '2026-06-01', ended: 'followed' }])
  })

  it('pressed opens a form with the figure of last time; sent empty it says that nothing is lost', async () => {
    const of = after(plan(), '2026-07-02', reported(12, '县教育局', { progress: 40 }))
    const form = formIn(await act(supplement, { task: 'p1-12' }, at(of)))
    expect(form.fields).toMatchObject([{ name: 'words', label: '补一句' }, { name: 'progress', label: '进展（上次40%）', now: '40' }])
    expect(await act(supplement, form.run.args, at(of))).toMatchObject({ kind: 'form-errors', errors: { words: expect.stringContaining('已记录的不受影响') as string } })
  })

  it('of what was never reported says to report', async () => {
    expect(shown(await type(supplement, '12 已开工', at(plan())))).toContain('还没有填报过')
  })
})

describe('延期 of a task without a date', () => {
  const undated = (): PlanState => planWith(task(12, { title: '新建幼儿园', lead: '县教育局' }))
  it('offers 有困难 with what was written, and one press records it', async () => {
    const of = undated()
    const no = await type(extend, '12 9月30日 专家来不了', at(of))
    expect(shown(no)).toContain('不用申请延期')
    await press(no, '报“有困难”：专家来不了', report, at(of))
    expect(standing(of)?.report).toMatchObject({ state: 'difficulty', problem: '专家来不了' })
  })
})

describe('更正', () => {
  it('is a new version with its reason; the one before is read on the task', async () => {
    const of = after(plan(), '2026-06-30', reported(12, '县教育局', { progress: 80, done: '主体封顶' }))
    const answer = await type(correctReport, '12 50 把两个项目算成了一个', at(of))
    expect(shown(answer)).toContain('✅ 已更正 09:00 · 12 新建幼儿园\n正常推进，进度50%：主体封顶\n更正前(6月30日)：正常推进，进度80%：主体封顶。更正原因：把两个项目算成了一个')
    expect(standing(of)?.report).toMatchObject({ on: '2026-06-30', correctedOn: '2026-07-02', progress: 50 })
    expect(shown(await type(taskCommand, '12', at(of)))).toContain('更正前(6月30日)：正常推进，进度80%：主体封顶。更正原因：把两个项目算成了一个')
    expectGoodCard(cardIn(answer))
  })

  it('without a reason opens the form with the last answer in it', async () => {
    const of = after(plan(), '2026-06-30', reported(12, '县教育局', { progress: 80, done: '主体封顶' }))
    const form = formIn(await type(correctReport, '12 50', at(of)))
    expect(form.fields).toMatchObject([{ name: 'reason' }, { name: 'state', now: 'normal' }, { name: 'progress', label: '进展（上次80%）', now: '50' }, { name: 'done', now: '主体封顶' }, { name: 'problem' }])
    expect(await act(correctReport, { ...form.run.args, progress: '50' }, at(of))).toMatchObject({ kind: 'form-errors', errors: { reason: expect.stringContaining('为什么更正') as string } })
    expect(standing(of)?.report?.progress).toBe(80)
  })

  it('of a version that a colleague has put right meanwhile shows theirs', async () => {
    const of = after(plan(), '2026-06-30', reported(12, '县教育局', { progress: 80 }))
    const form = formIn(await act(correctReport, { task: 'p1-12' }, at(of)))
    await type(correctReport, '12 60 统计口径', at(of, '10:00', '周副手'))
    const late = await act(correctReport, { ...form.run.args, progress: '50', reason: '误填' }, at(of, '10:05'))
    expect(shown(late)).toContain('周副手已于7月2日 10:00填报“正常推进，60%”，以此为准')
    expect(standing(of)?.report?.progress).toBe(60)
  })

  it('of an old answer is no answer to what is asked now', async () => {
    const of = after(plan(), '2026-06-01', reported(12, '县教育局', { progress: 80 }))
    await type(correctReport, '12 50 误填', at(of, '09:30'))
    await act(report, { task: 'p1-12', asked: nineOn('2026-07-02') }, at(of, '09:31'))
    expect(standing(of)?.report).toMatchObject({ on: '2026-07-02', progress: 50 })
  })
})

describe('正常推进 without a word', () => {
  const bare = async (of: PlanState, ...days: string[]) => {
    for (const on of days) await act(report, { task: 'p1-12' }, at(of, '09:00', '苏晚晴', on))
  }

  it('is 自报 wherever it is shown', async () => {
    const of = plan()
    const answer = await act(report, { task: 'p1-12' }, at(of))
    expect(shown(answer)).toContain('正常推进(自报)')
    expect(shown(await type(taskCommand, '12', at(of)))).toContain('正常推进(自报)')
  })

  it('the third time in a row is recorded, and one thing of the plan is asked', async () => {
    const of = after(plan(), '2026-03-01', reported(12, '县教育局', { progress: 20, done: '完成选址' }))
    await bare(of, '2026-04-01', '2026-05-01')
    const third = await act(report, { task: 'p1-12' }, at(of))
    expect(standing(of)?.report?.on).toBe('2026-07-02')
    expect(shown(third)).toContain('「2026年底前新建公办幼儿园3所」到哪一步了？')
    const form = formIn(await press(third, '补一句', supplement, at(of)))
    expect(form.fields).toMatchObject([{ name: 'words', label: '「2026年底前新建公办幼儿园3所」到哪一步了？', now: '完成选址' }, { now: '20' }])
    expectGoodCard(cardIn(third))
  })

  it('with a word between, asks nothing', async () => {
    const of = plan()
    await bare(of, '2026-04-01')
    await type(report, '12 正常 已开工1所', at(of, '09:00', '苏晚晴', '2026-05-01'))
    await bare(of, '2026-06-01')
    expect(shown(await act(report, { task: 'p1-12' }, at(of)))).not.toContain('到哪一步了')
  })
})

describe('two plans', () => {
  it('are not mixed: what was done in one is taken back there', async () => {
    const [one, two] = [planOf([task(1, { lead: '县教育局' })], { id: 'p1' }), planOf([task(1, { lead: '县教育局' })], { id: 'p2' })]
    const desk = (time: string): TestDesk => deskOf({ now: workCalendar.instantOf(day('2026-07-02'), time, 'Asia/Shanghai'), plans: [one, two], directory, asker: '苏晚晴' })
    await act(report, { task: 'p1-1' }, desk('09:00'))
    await act(report, { task: 'p2-1' }, desk('09:01'))
    await type(undo, '', desk('09:02'))
    const said = (plan: PlanState) => plan.assignments.get(keyOf(taskNo(1), unitId('县教育局')))?.report
    expect([said(one) === undefined, said(two) === undefined]).toEqual([false, true])
  })
})

describe('whoever may not do it any more', () => {
  it('does not take it back', async () => {
    const directory = directoryWith(['县教育局'], { name: '沈若兰', roles: ['secretary'] }, { name: '何秋实', roles: ['secretary'] })
    const of = after(planOf([task(1, { due: '2026-07-30', lead: '县教育局' })]), '2026-07-02', { type: 'claim', task: taskNo(1), unit: unitId('县教育局'), words: '已建成' })
    const desk = deskOf({ plans: [of], directory, asker: '沈若兰' })
    await act(acceptClaim, { task: 'p1-1' }, desk)
    change(directory, { type: 'revoke-role', person: personNamed(directory, '沈若兰').id, role: 'secretary' })
    const later = deskOf({ plans: [of], directory, asker: '沈若兰' })
    expect(cardIn(await act(undo, {}, later)).refused).toBeDefined()
    expect(partOf({ plan: of, directory }, taskNo(1), unitId('县教育局'))?.status).toBe('accepted')
  })
})

describe('a group of which one member has claimed', () => {
  const county = directoryWith(['青石镇', '白鹭镇', { name: '各乡镇', aliases: [], members: ['青石镇', '白鹭镇'] }], { name: '沈若兰', roles: ['secretary'] }, { name: '姚春梅', contactOf: ['青石镇'] })
  const claimed = () => after(planOf([task(1, { lead: '各乡镇' })]), '2026-07-02', { type: 'claim', task: taskNo(1), unit: unitId('各乡镇'), member: unitId('青石镇'), words: '已建成' })
  const standing = (of: ReturnType<typeof claimed>) => partOf({ plan: of, directory: county }, taskNo(1), unitId('各乡镇'))

  it('is not accepted with it, though the group is named', async () => {
    const of = claimed()
    await act(acceptClaim, { task: 'p1-1', unit: '各乡镇' }, deskOf({ plans: [of], directory: county, asker: '沈若兰' }))
    expect(standing(of)?.status).toBe('open')
    expect(standing(of)?.byMember.get(unitId('青石镇'))?.accepted).toBeDefined()
  })

  it('is not struck off for it', async () => {
    const of = after(claimed(), '2026-07-02', { type: 'accept-claim', task: taskNo(1), unit: unitId('各乡镇'), member: unitId('青石镇') })
    expect(cardIn(await act(strikeOff, { task: 'p1-1', confirmed: true }, deskOf({ plans: [of], directory: county, asker: '沈若兰' }))).refused).toBeDefined()
    expect(of.tasks.get(taskNo(1))?.course?.struckOff).toBeUndefined()
  })
})
