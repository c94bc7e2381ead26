// Half a year of a small plan, in which everything happens that can happen to one.
import type { PlanIntent } from '#src/ledger/intent.ts'
import { Percent } from '#src/ledger/ids.ts'
import { day, nineOn, task, taskNo, unitId } from '#test/builders.ts'

const education = { task: taskNo(1), unit: unitId('县教育局') }
const towns = { task: taskNo(2), unit: unitId('各乡镇') }
const housing = { task: taskNo(3), unit: unitId('县住建局') }

export const story: readonly { on: string; by: string; intent: PlanIntent }[] = [
  {
    on: '2026-01-05', by: 'u1',
    intent: {
      type: 'import',
      plan: {
        title: '云溪县教育强县三年行动方案（2026—2028年）', zone: 'Asia/Shanghai', period: { from: 2026, to: 2028 },
        source: { id: 's1', name: 'plan.txt', text: '一、重点任务', hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' },
        tasks: [
          task(1, { title: '新建县第二小学', due: '2026-06-30', lead: '县教育局', support: ['县财政局'] }),
          task(2, { title: '控辍保学', lead: '各乡镇' }),
          task(3, { title: '校舍安全排查', due: { kind: 'unbound', said: '20__年8月底前' }, presumed: '县住建局', responsible: ['县发改局'], standing: ['各乡镇'] }),
          task(4, { title: '家校共育', due: { kind: 'ongoing', said: '长期坚持' }, lead: '县妇联', support: ['县教体局', '家长学校'] }),
          { ...task(5, { title: '组建名师团队', due: { kind: 'unbound', said: '20__年6月底前' } }), dates: [{ text: '20__年6月底前', month: 6, yearly: false, unbound: true, span: { from: 12, to: 22 } }] },
        ],
        obligations: [
          { id: 'c1', task: taskNo(1), every: 'year', times: 1, month: 11, day: 30, debtor: unitId('县教育局'), receiver: unitId('县委编办'), what: '报送用编计划', text: '每年11月底前向县委编办报送用编计划。' },
          { id: 'c2', task: taskNo(1), every: 'once', on: day('2026-03-31'), times: 1, what: '2026年3月底前', text: '2026年3月底前' },
          { id: 'c3', every: '3 years', times: 1, what: '核定一次', text: '每三年核定一次。' },
        ],
        bodies: [{ id: 'b1', name: '县委教育工作领导小组', convened: true, leader: '县委书记', deputies: ['县长'], members: ['县教育局'], office: '县教育局', cadences: [{ id: 'k1', every: 'year', times: 2, text: '每年至少召开两次会议。' }] }, { id: 'b2', name: '县政府常务会议', convened: false, deputies: [], members: [], cadences: [] }],
        doubts: [{ id: 1, kind: 'year-blank', task: taskNo(3), line: 12, quote: '20__年8月底前', question: '是哪一年？', choices: ['2026', '2027'] }, { id: 2, kind: 'alias', line: 1, quote: '县教体局', question: '是县教育局吗？', choices: ['是', '否'], names: ['县教育局', '县教体局'] }, { id: 3, kind: 'no-period', line: 1, quote: '三年行动方案', question: '从哪一年开始？', choices: [] }, { id: 4, kind: 'no-unit', line: 20, quote: '组织保障', section: '组织保障', question: '由哪些单位负责？', choices: [], answer: '县教育局' },
          { id: 5, kind: 'no-unit', task: taskNo(5), line: 21, quote: '组建名师团队', question: '由哪些单位负责？', choices: [] },
          { id: 6, kind: 'unit-unclear', task: taskNo(4), line: 20, quote: '家长学校', question: '“家长学校”是一个单位吗？', choices: ['是', '不是'], name: '家长学校', unit: unitId('家长学校') },
          { id: 7, kind: 'target-owner', line: 5, quote: '入园率', question: '由哪个单位负责？', choices: [], target: 'i2' },
          { id: 8, kind: 'duty-unclear', task: taskNo(2), line: 18, quote: '定期通报', question: '多久一次？', choices: [], name: '定期通报' },
          { id: 9, kind: 'duty-unclear', line: 30, quote: '每三年核定一次', question: '多久一次？', choices: [], name: '每三年核定一次', clauses: ['c3'] },
          { id: 10, kind: 'year-blank', task: taskNo(5), line: 21, quote: '20__年6月底前', question: '是哪一年？', choices: [], at: 12 }],
        targets: [{ id: 'i1', owner: unitId('县教育局'), measure: '普惠率', direction: 'at-least', value: 90, unit: '%', baseline: '2024年', yearly: false, by: { year: 2028 }, text: '普惠率达到90%以上', span: { from: 0, to: 9 } }, { id: 'i2', measure: '入园率', direction: 'at-least', value: 95, unit: '%', yearly: false, text: '入园率达到95%以上', span: { from: 9, to: 18 } }],
      },
    },
  },
  { on: '2026-01-06', by: 'u1', intent: { type: 'hand-out' } },
  { on: '2026-01-12', by: 'u1', intent: { type: 'settle-doubt', doubt: 1, answer: '2026年', meaning: { is: 'date', words: '2026年' } } },
  { on: '2026-01-12', by: 'u1', intent: { type: 'settle-doubt', doubt: 2, answer: '是', meaning: { is: 'one-unit', keep: unitId('县教育局'), other: unitId('县教体局') } } },
  { on: '2026-01-12', by: 'u1', intent: { type: 'settle-doubt', doubt: 3, answer: '2026—2029年', meaning: { is: 'period', from: 2026, to: 2029 } } },
  { on: '2026-01-13', by: 'u1', intent: { type: 'settle-doubt', doubt: 5, answer: '县人社局、县教育局', meaning: { is: 'parts', leads: [unitId('县人社局')], support: [unitId('县教育局')] } } },
  { on: '2026-01-13', by: 'u1', intent: { type: 'settle-doubt', doubt: 6, answer: '县教育局', meaning: { is: 'units', units: [unitId('县教育局')] } } },
  { on: '2026-01-13', by: 'u1', intent: { type: 'settle-doubt', doubt: 7, answer: '县教育局', meaning: { is: 'owner', unit: unitId('县教育局') } } },
  { on: '2026-01-13', by: 'u1', intent: { type: 'settle-doubt', doubt: 8, answer: '每季度', meaning: { is: 'rhythm', every: 'quarter' } } },
  { on: '2026-01-13', by: 'u1', intent: { type: 'settle-doubt', doubt: 9, answer: '不作要求', meaning: { is: 'no-duty' } } },
  { on: '2026-01-13', by: 'u1', intent: { type: 'settle-doubt', doubt: 10, answer: '2027年', meaning: { is: 'date', words: '2027年' } } },
  { on: '2026-02-03', by: 'u2', intent: { type: 'report', ...education, state: 'normal', progress: Percent.parse(30), done: '完成设计', correction: false, asked: nineOn('2026-02-02') } },
  { on: '2026-02-04', by: 'u2', intent: { type: 'report', ...education, state: 'difficulty', progress: Percent.parse(20), problem: '用地未批', needs: '请县自然资源局加快', correction: true } },
  { on: '2026-02-05', by: 'u3', intent: { type: 'report', ...towns, member: unitId('溪口镇'), state: 'normal', progress: Percent.parse(60), correction: false } },
  { on: '2026-02-06', by: 'u4', intent: { type: 'report', ...towns, member: unitId('青石镇'), state: 'blocked', problem: '2名学生失联', correction: false } },
  { on: '2026-02-09', by: 'u1', intent: { type: 'nudge', ...housing } },
  { on: '2026-02-10', by: 'u3', intent: { type: 'propose-milestones', ...towns, year: 2026, milestones: [{ what: '建立控辍保学台账', by: day('2026-03-31'), shows: '台账', carried: true }, { what: '秋季学期入学率达到100%', by: day('2026-09-30') }] } },
  { on: '2026-02-11', by: 'u1', intent: { type: 'return-milestones', task: taskNo(2), year: 2026, reason: '缺春季学期的节点' } },
  { on: '2026-02-12', by: 'u3', intent: { type: 'propose-milestones', ...towns, year: 2026, milestones: [{ what: '建立控辍保学台账', by: day('2026-03-31') }, { what: '春季学期劝返率达到100%', by: day('2026-04-30') }] } },
  { on: '2026-02-13', by: 'u1', intent: { type: 'approve-milestones', task: taskNo(2), year: 2026, proposedAt: nineOn('2026-02-12') } },
  { on: '2026-02-27', by: 'u3', intent: { type: 'reach-milestone', ...towns, member: unitId('溪口镇'), year: 2026, number: 1, words: '台账已建立，在册3人' } },
  { on: '2026-03-02', by: 'u1', intent: { type: 'schedule-meeting', body: 'b1', day: day('2026-03-10'), time: '15:00', place: '县委第一会议室' } },
  { on: '2026-03-02', by: 'u1', intent: { type: 'schedule-meeting', body: 'b2', day: day('2026-03-12'), time: '09:30', place: '' } },
  { on: '2026-03-10', by: 'u1', intent: { type: 'record-meeting', meeting: 'm1', held: true } },
  { on: '2026-03-12', by: 'u1', intent: { type: 'record-meeting', meeting: 'm2', held: false, reason: '议题调整' } },
  { on: '2026-03-13', by: 'u1', intent: { type: 'record-past-meeting', body: 'b2', on: day('2025-12-19') } },
  { on: '2026-03-20', by: 'u2', intent: { type: 'fulfil', occurrence: 'c2/once/1', unit: unitId('县教育局'), words: '已开工' } },
  { on: '2026-04-01', by: 'u1', intent: { type: 'schedule-review', kind: 'inspection', day: day('2026-04-10'), tasks: [taskNo(1), taskNo(3)], units: [unitId('县教育局'), unitId('县住建局')], prepare: '进度、资金、问题' } },
  { on: '2026-04-10', by: 'u1', intent: { type: 'close-review', review: 'r1', outcome: '资金已落实' } },
  { on: '2026-05-06', by: 'u1', intent: { type: 'set-due', task: taskNo(1), day: day('2026-09-30'), reason: '用地批复推迟' } },
  { on: '2026-05-07', by: 'u1', intent: { type: 'set-due', task: taskNo(3), day: day('2026-08-20'), reason: '原文为8月20日前', correction: true } },
  { on: '2026-05-07', by: 'u1', intent: { type: 'set-lead', task: taskNo(4), unit: unitId('县教育局') } },
  { on: '2026-06-01', by: 'u2', intent: { type: 'claim', ...education, words: '主体完工' } },
  { on: '2026-06-02', by: 'u1', intent: { type: 'return-claim', ...education, reason: '缺验收材料' } },
  { on: '2026-06-15', by: 'u2', intent: { type: 'claim', ...education, words: '已验收，附材料' } },
  { on: '2026-06-16', by: 'u1', intent: { type: 'accept-claim', ...education } },
  { on: '2026-06-22', by: 'u2', intent: { type: 'fulfil', occurrence: 'c1/2026/1', unit: unitId('县教育局'), words: '已报送' } },
  { on: '2026-06-23', by: 'u5', intent: { type: 'receive', occurrence: 'c1/2026/1', unit: unitId('县委编办') } },
  {
    on: '2026-07-01', by: 'u1',
    intent: {
      type: 'amend',
      plan: {
        title: '云溪县教育强县三年行动方案（2026—2028年）（修订）', zone: 'Asia/Shanghai',
        source: { id: 's1', name: 'plan-2.txt', text: '一、重点任务（修订）', hash: '1b4f0e9851971998e732078544c96b36c3d01cedf7caa332359d6f1d83567014' },
        tasks: [
          task(1, { title: '开展学生心理健康筛查', due: '2027-06-30', lead: '县卫健局', support: ['县教育局'] }),
          task(2, { title: '新建县第二小学', due: '2026-12-31', lead: '县教育局', responsible: ['县住建局'] }),
          task(3, { title: '校舍安全排查', section: '安全保障', text: '校舍安全排查，每学期一次。', due: { kind: 'unbound', said: '20__年8月底前' }, presumed: '县住建局', responsible: ['县发改局'] }),
        ],
        obligations: [
          { id: 'c1', task: taskNo(2), every: 'year', times: 1, month: 10, day: 31, debtor: unitId('县教育局'), receiver: unitId('县委编办'), what: '报送用编计划', text: '每年10月底前向县委编办报送用编计划。' },
          { id: 'c2', task: taskNo(3), every: 'half-year', times: 1, what: '排查一次', text: '每半年排查一次。' },
        ],
        bodies: [{ id: 'b1', name: '县委教育工作领导小组', convened: true, leader: '县委书记', deputies: ['县长'], members: ['县教育局'], office: '县教育局', cadences: [{ id: 'k1', every: 'quarter', times: 1, text: '每季度召开一次会议。' }] }],
        doubts: [
          { id: 1, kind: 'alias', line: 3, quote: '县发改委', question: '是县发改局吗？', choices: ['是', '否'], names: ['县发改局', '县发改委'] },
          { id: 2, kind: 'no-period', line: 1, quote: '', question: '起止年份是？', choices: [] },
        ],
        targets: [{ id: 'i1', task: taskNo(2), measure: '学位数', direction: 'at-least', value: 1200, unit: '个', yearly: false, text: '新增学位1200个以上', span: { from: 0, to: 4 } }],
      },
    },
  },
  { on: '2026-07-02', by: 'u1', intent: { type: 'withdraw-task', task: taskNo(2) } },
  { on: '2026-07-02', by: 'u1', intent: { type: 'keep-task', task: taskNo(4) } },
  { on: '2026-07-02', by: 'u1', intent: { type: 'settle-amended', task: taskNo(1), point: 'due', take: true } },
]
