// Plans that are issued again: a date, units, words, a duty and a body change, a task comes, one is gone and withdrawn or kept, a point is settled.
import { day, taskNo } from '#test/builders.ts'
import { does, education, rural, secretaryName, step } from './acts.ts'
import type { Act, Step } from './life.ts'

/** Each passage by what stands in its place. */
const issuedAgain = (plan: typeof education, ...passages: readonly (readonly [string, string])[]): Act => async (county, at) =>
  county.amend(at, plan, county.person(secretaryName), (text) => passages.reduce((said, [before, now]) => {
    if (!said.includes(before)) throw new Error(`the text does not say ${before}`)
    return said.replace(before, now)
  }, text))

const lastTask = '14、总结推广经验。及时发现基层好做法，以现场会、案例集等形式予以推广，对工作不力、敷衍应付的单位和学校进行通报。（责任部门：县教育局、县委宣传部）'

export const amended: readonly Step[] = [
  step('2026-09-03', '16:30', does(rural, { type: 'set-due', task: taskNo(10), day: day('2026-12-10'), reason: '先摸底' })),
  step('2026-09-09', '15:00', does(rural, (county) => ({ type: 'claim', task: taskNo(5), unit: county.unitOf('县教育局'), words: '已拓展' }), '苏晚晴')),
  step('2026-09-10', '09:10', does(rural, (county) => ({ type: 'object', task: taskNo(4), unit: county.unitOf('县人社局'), about: 'light', against: '如所示', words: '已到岗' }), '陆晓枫')),
  step('2026-09-16', '11:00', issuedAgain(rural,
    ['2026年11月底前完成乡村教师住房需求摸底', '2026年12月25日前完成乡村教师住房需求摸底'],
    ['帮助解决支教人员食宿和交通困难。（责任部门：县教育局、县人社局、团县委）', '帮助解决支教人员食宿和交通困难。（责任部门：县教育局、县财政局）'],
    ['（责任部门：县教育局、县民政局、县工商联）', '（责任部门：县民政局、县教育局、县工商联）'],
    ['确保教学点科学、音乐、美术、体育课程有人教、教得好。', '确保教学点科学、音乐、美术、体育课程有人教、教得好，2026年10月20日前开齐。'],
    ['县教师发展中心每学期进行一次质量分析', '县教育局每月进行一次质量分析'],
    [lastTask, '14、建好乡村教师周转房。利用闲置校舍改造教师宿舍，优先安排新招聘教师入住，2027年6月底前交付使用。（责任部门：县住建局、县教育局）'],
  )),
  step('2026-09-18', '11:00', does(rural, { type: 'settle-amended', task: taskNo(10), point: 'due', take: true })),
  step('2026-09-21', '14:30', does(rural, { type: 'withdraw-task', task: taskNo(14) })),
  step('2026-11-12', '10:00', issuedAgain(education, ['每年11月底前向县委编办报送', '每年12月15日前向县委编办报送'])),
  step('2027-05-11', '10:00', issuedAgain(rural, ['（责任部门：县教育局、县财政局）', '（责任部门：县教育局、县财政局、县人社局）'])),
]
