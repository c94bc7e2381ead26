import { describe, expect, it } from 'vitest'
import { unclearDutiesIn } from '#src/reader/unclear-duties.ts'
import { planOf, reading } from './plans.ts'

const dutiesOf = (sentence: string) => planOf(`1、管护河道。${sentence}(责任单位:县水利局)`).recurrences
const meetingsOf = (sentence: string) => planOf(`1、加强领导。${sentence}(责任单位:县水利局)`).meetings

describe('what comes back', () => {
  it.each([
    ['每年开展1次演练。', 'year', 1], ['每半年通报一次。', 'half-year', 1], ['每季度至少巡查2次。', 'quarter', 2], ['每月清理河面。', 'month', undefined], ['每周巡河三次。', 'week', 3],
    ['每3年核定一次标准。', '3 years', 1], ['每两年修订一次。', '2 years', 1], ['每两个月调度一次。', '2 months', 1], ['每学年组织一次参观。', 'year', 1], ['按季度通报进展。', 'quarter', undefined], ['一年两次体检。', 'year', 2],
    ['每年不少于一次演练。', 'year', 1], ['每季度2次以上检查。', 'quarter', 2], ['每学期核定一次编制。', 'half-year', 1], ['逐月通报进展。', 'month', undefined], ['改为按季核拨补助。', 'quarter', undefined], ['月报按月编印。', 'month', undefined], ['每旬巡查一次。', 'month', 3], ['每半月报送一次。', 'month', 2],
    ['季度点评工作。', 'quarter', undefined], ['一月一调度。', 'month', undefined], ['半年一次督查。', 'half-year', 1], ['每年组织第一次验收。', 'year', undefined], ['每年培训1000人次以上。', 'year', undefined], ['按季度抽查存量文件。', 'quarter', undefined], ['巡回宣讲每个行政村每年不少于2场。', 'year', 2],
  ])('%s', (sentence, every, times) => {
    expect(dutiesOf(sentence).map((duty) => [duty.every, duty.times])).toEqual([[every, times]])
  })

  it.each([['每学年组织一次参观。', true], ['每学期核定一次编制。', true], ['每半年通报一次。', undefined], ['每3学年轮岗一次。', undefined]])('is counted by the school’s own calendar: %s', (sentence, school) => expect(dutiesOf(sentence).map((duty) => duty.school)).toEqual([school]))

  it('has who owes it, who gets it, by when, and the task', () => {
    expect(dutiesOf('水利部门每年11月底前向编制部门报送人员情况。')).toMatchObject([{ taskTitle: '管护河道', every: 'year', month: 11, debtor: '水利部门', receiver: '编制部门', has: '每年11月底前向编制部门报送人员情况' }])
  })

  it.each([
    ['建立周调度、月通报、季讲评、年考核制度。', ['week 建立周调度', 'month 月通报', 'quarter 季讲评', 'year 年考核制度']],
    ['实行一月一调度、一季一通报。', ['month 一月一调度', 'quarter 一季一通报']],
    ['按月调度,按年度考核。', ['month 按月调度', 'year 按年度考核']],
  ])('is each of its own in %s', (sentence, duties) => {
    expect(dutiesOf(sentence).map(({ every, has }) => `${every} ${has}`)).toEqual(duties)
  })

  it.each([
    ['编制部门每3年核定一次编制。', ['编制部门', undefined, undefined]],
    ['省教育厅、省财政厅每年开展评估。', ['省教育厅', ['省教育厅', '省财政厅'], undefined]],
    ['每季度由县水利局组织一次巡查。', ['县水利局', undefined, undefined]],
    ['每季度末,各成员单位向领导小组办公室报送进展。', ['各成员单位', undefined, '领导小组办公室']],
    ['各乡镇要建立台账,每月25日前报送进展。', ['各乡镇', undefined, undefined]],
    ['县级领导干部每季度到联系点调研1次。', ['县级领导干部', undefined, undefined]],
    ['学校主要负责人每学期讲授一次思政课。', ['学校主要负责人', undefined, undefined]],
    ['每年11月底前,县教育局向县委编办报送编制情况。', ['县教育局', undefined, '县委编办']],
    ['每年3月底前县财政局要下达经费。', ['县财政局', undefined, undefined]],
    ['县教育局每学期核定一次编制,报县委编办备案。', ['县教育局', undefined, '县委编办']],
    ['县水利局每月通报进展,并抄送县委督查室。', ['县水利局', undefined, '县委督查室']],
    ['每年年底前,各乡镇人民政府将情况书面报告县人民政府。', ['各乡镇人民政府', undefined, '县人民政府']],
    ['督促各乡镇每季度开展演练。', ['各乡镇', undefined, undefined]],
    ['每年开展1次演练。', [undefined, undefined, undefined]],
  ])('is owed and handed in as %s says', (sentence, parties) => {
    expect(dutiesOf(sentence).map(({ debtor, debtors, receiver }) => [debtor, debtors, receiver])).toEqual([parties])
  })

  it.each([
    ['县教育局每年11月底前向县委编办报送人员情况,由其每3年核定一次编制。', '县委编办'],
    ['县教育局每年11月底前向县委编办报送人员情况,县委编办据此每3年核定一次。', '县委编办'],
    ['每年11月底前,县教育局向县委编办报送人员情况,每3年核定一次编制。', '县委编办'],
    ['县教育局每年11月底前向县委编办报送人员情况;每3年重新核定一次。', '县委编办'],
    ['县教育局每年11月底前向县委编办报送人员情况,每3年修订一次标准。', '县教育局'],
    ['县教育局每年11月底前向县委编办报送人员情况,县财政局每3年核定一次经费。', '县财政局'],
    ['县教育局每学期开展检查,每3年核定一次编制。', '县教育局'],
  ])('what the receiver owes in turn is the receiver’s: %s', (sentence, debtor) => {
    expect(dutiesOf(sentence).at(-1)).toMatchObject({ every: '3 years', debtor })
    expect(dutiesOf(sentence).at(-1)).not.toHaveProperty('receiver')
  })

  it('may stand in the safeguards, in no task', () => {
    const { recurrences } = reading('治水方案\n一、任务\n1.清淤。\n二、工作要求\n(一)定期报告。各乡镇每月25日前将进展报县水利局。')
    expect(recurrences).toMatchObject([{ every: 'month', day: 25, debtor: '各乡镇', receiver: '县水利局' }])
    expect(recurrences[0]?.taskTitle).toBeUndefined()
  })

  it.each([['每人每年只补一次。'], ['每生每年补助300元。'], ['每课时补助80元。'], ['单家企业每年最高补贴800万元。'], ['岗位补助每月500元。'], ['七年级每年级设一个班。'], ['每个乡镇建一座泵站。']])('is not %s', (sentence) => {
    expect(dutiesOf(sentence)).toEqual([])
  })

  it('is not what the goals promise each year', () => {
    expect(reading('治水方案\n一、主要目标\n每年新增绿地10亩。\n二、任务\n1.清淤。').recurrences).toEqual([])
  })
})

describe('the office that holds meetings', () => {
  it.each([['市创建办每月召开一次点评会。', '市创建办'], ['领导小组办公室每季度召开一次调度会。', '领导小组办公室']])('%s', (sentence, body) => expect(meetingsOf(sentence).map((meeting) => meeting.body)).toEqual([body]))

  it('is none of a government’s own', () => expect(meetingsOf('县政府办每月召开一次调度会。')).toEqual([]))
})

describe('how often has to be asked', () => {
  const askedAbout = (...sentences: string[]) => unclearDutiesIn(sentences.join('\n'), [{ from: 0, to: sentences.join('\n').length }]).map(({ words, why }) => [words, why])

  it.each([['定期通报进展情况。', '定期通报进展情况'], ['专班定期召开会议,分析问题。', '定期召开会议'], ['经常性开展隐患排查。', '经常性开展隐患排查']])('where no number is said: %s', (sentence, words) => {
    expect(askedAbout(sentence)).toEqual([[words, 'no-number']])
  })

  it.each([['每两周调度一次。', '每两周调度一次'], ['每日巡查河道。', '每日巡查河道'], ['逐年安排建设一批泵站。', '逐年安排建设一批泵站'], ['每逢重大节假日开展安全检查。', '每逢重大节假日开展安全检查']])('where there is no such period: %s', (sentence, words) => {
    expect(askedAbout(sentence)).toEqual([[words, 'no-such-period']])
  })

  it('once for the same words', () => {
    expect(askedAbout('定期召开会议。', '专班定期召开会议。')).toEqual([['定期召开会议', 'no-number']])
  })

  it.each([['定期轮岗交流。'], ['定期开展素养展示活动。'], ['不定期开展督查。'], ['逐年增加经费。'], ['每天活动不低于2小时。'], ['定期研究,每年召开1次会议。']])('and not where nothing is owed to anybody, or the number stands beside it: %s', (sentence) => {
    expect(askedAbout(sentence)).toEqual([])
  })
})

describe('bodies that must meet', () => {
  it('are convened where they are ours', () => {
    expect(meetingsOf('县治水工作领导小组每年至少召开2次专题会议。')).toMatchObject([{ body: '县治水工作领导小组', every: 'year', times: 2, convened: true }])
  })

  it('are petitioned where they are not, each of two named together', () => {
    expect(meetingsOf('县委常委会会议、县政府常务会议每年专题研究治水1次以上。')).toMatchObject([
      { body: '县委常委会会议', every: 'year', times: 1, convened: false },
      { body: '县政府常务会议', every: 'year', times: 1, convened: false },
    ])
  })

  it('are found behind the verb or in the sentence before', () => {
    expect(meetingsOf('每季度召开1次领导小组会议。')).toMatchObject([{ body: '领导小组', every: 'quarter', times: 1 }])
    expect(meetingsOf('建立县治水联席会议制度,每半年召开一次会议。')).toMatchObject([{ body: '县治水联席会议', every: 'half-year' }])
  })

  it('are the meetings themselves where a sentence says how often one is held', () => {
    expect(meetingsOf('县总河长会议每半年至少召开一次。')).toMatchObject([{ body: '县总河长会议', every: 'half-year', times: 1 }])
  })

  it('and what comes back stand in the words before the first task as well', () => {
    const { meetings, recurrences } = reading('云溪县治水方案\n县治水委员会每半年召开一次全体会议，各单位每月5日前报送进展。\n一、重点任务\n（一）疏浚河道。清淤12公里。')
    expect([meetings, recurrences]).toMatchObject([[{ body: '县治水委员会', every: 'half-year' }], [{ every: 'month', day: 5 }]])
  })

  it('meet as often as each kind of their meetings', () => {
    expect(meetingsOf('县治水工作领导小组每年至少召开1次综合性会议和2次专题会议。')).toMatchObject([{ body: '县治水工作领导小组', times: 1 }, { body: '县治水工作领导小组', times: 2 }])
    expect(meetingsOf('县治水工作领导小组每年至少召开1次综合性会议和2次专题会议。').map(({ of }) => of)).toEqual(['general', 'special'])
    expect(['每年至少召开2次会议', '每年至少召开2次专题会议', '每年专题研究2次治水', '每年召开1次综合性会议', '每年召开综合性会议和专题会议各1次'].map((words) => meetingsOf(`县治水工作领导小组${words}。`)[0]?.of)).toEqual([undefined, 'special', 'special', 'general', undefined])
    expect(meetingsOf('县委常委会会议每半年、县政府常务会议每季度专题研究一次治水。')).toMatchObject([{ body: '县委常委会会议', every: 'half-year' }, { body: '县政府常务会议', every: 'quarter' }])
  })

  it('are no duties besides', () => {
    expect(dutiesOf('县治水工作领导小组每年召开2次会议。')).toEqual([])
  })
})

describe('the bodies of a plan', () => {
  const { bodies, meetings } = reading(`治水方案
一、任务
1.清淤。
二、组织机构
成立云溪县治水工作领导小组,由县长任组长,分管副县长任执行组长,县水利局、县财政局主要负责同志任副组长,成员由县发改局、县公安局,各镇人民政府主要负责同志组成。领导小组办公室设在县水利局。
(一)清淤工作专班
由县水利局局长任组长,县财政局副局长任副组长,县公安局和各镇人民政府分管负责同志为成员。专班每月召开1次调度会。`)

  it('have their people', () => {
    expect(bodies).toMatchObject([
      { name: '云溪县治水工作领导小组', kind: 'group', leader: '县长', deputies: ['分管副县长', '县水利局主要负责同志', '县财政局主要负责同志'], members: ['县发改局', '县公安局', '各镇人民政府'], office: '县水利局' },
      { name: '清淤工作专班', kind: 'team', leader: '县水利局局长', deputies: ['县财政局副局长'], members: ['县公安局', '各镇人民政府'] },
    ])
  })

  it('are meant in full where a sentence only says 专班', () => {
    expect(meetings).toMatchObject([{ body: '清淤工作专班', every: 'month', times: 1, convened: true }])
  })
})

describe('what comes out by the batch', () => {
  it.each([['每季度发布一批技术需求。', 1], ['每半年举办两期培训班。', 2], ['每年培育一批骨干企业。', undefined]])('%s', (sentence, times) => expect(dutiesOf(sentence).map((duty) => duty.times)).toEqual([times]))
})

describe('a body that takes stock', () => {
  it('meets to do so', () => expect(meetingsOf('各专班每周调度一次项目进度。')).toMatchObject([{ body: '各专班', every: 'week', times: 1 }]))
  it.each([
    ['县治水工作专班负责日常推进，每月调度。', '县治水工作专班', 'month'],
    ['县政府成立县治水工作协调小组，办公室设在县水利局，每两个月调度一次重点事项。', '县治水工作协调小组', '2 months'],
    ['县治水工作专班每周一上午碰头。', '县治水工作专班', 'week'],
    ['镇清淤办（设在镇水利站）每周一上午碰头，险情随时上报。', '镇清淤办', 'week'],
  ])('wherever its name stands in the sentence: %s', (sentence, body, every) => expect(meetingsOf(sentence)).toMatchObject([{ body, every }]))
  it.each(['县水利局负责日常推进，每月调度。', '县治水工作专班办公室负责日常工作，每月调度。', '县治水工作专班负责统筹，县水利局每月调度。', '县水利局向县治水工作专班报送进展，每月调度。'])('is none that only stands beside it: %s', (sentence) => expect(meetingsOf(sentence)).toEqual([]))
  it('and its office does it at its desk', () => expect(meetingsOf('指挥部办公室每周调度一次项目进度。')).toEqual([]))
})

describe('a label of times', () => {
  const duties = (...lines: string[]): string[] => planOf('1、管护河道。', ...lines, '2、固堤。全面加固。', '责任单位：县水利局').recurrences.map(({ every, has }) => `${every} ${has}`)

  it('says when a duty is due that comes back as often', () => expect(duties('每年组织2期培训班。', '责任单位：县水利局', '完成时限：每年11月底前')).toEqual(['year 每年组织2期培训班']))
  it('makes the task one that comes back, where nothing in it does', () => expect(duties('清理河面。', '责任单位：县水利局', '完成时限：每年11月底前')).toEqual(['year 管护河道']))
})

describe('the season of a duty', () => {
  const { recurrences, tasks } = planOf('1、巡查河道。乡级河长每年的3月至12月每月巡查不少于1次。（责任单位：县水利局）')
  it('is no duty of each year', () => expect(recurrences.map(({ every, times }) => [every, times])).toEqual([['month', 1]]))
  it('is no time to be done by', () => expect(tasks.flatMap(({ deadlines }) => deadlines)).toEqual([]))
  it('has nothing to do with a rhythm of its own behind it', () => expect(dutiesOf('每年开展演练，每月巡查1次。').map(({ every }) => every)).toEqual(['year', 'month']))
  it('by month is one that other rhythms stand beside', () => expect(dutiesOf('按月监测、按季通报。').map(({ every }) => every)).toEqual(['month', 'quarter']))
})

describe('what each of many has to do', () => {
  it.each([['每名河长每年参加培训不少于2天。', 'year'], ['每名护林员每年接受一次培训。', 'year']])('comes back: %s', (sentence, every) => expect(dutiesOf(sentence).map((duty) => duty.every)).toEqual([every]))
  it('is no plan for each period', () => expect(dutiesOf('细化任务，明确每月、每季度的进度安排。')).toEqual([]))
  it('is no ration', () => expect(dutiesOf('每名护林员每年补助1万元。')).toEqual([]))
  it('is counted where data follow the number', () => expect(dutiesOf('每季度开展一次数据质量核查。')).toMatchObject([{ times: 1 }]))
})

describe('a committee by its short name', () => {
  const { meetings, bodies } = planOf('1、清淤。全面清淤。（责任单位：县水利局）', '注：县食安委每季度召开会商会，县安委每月召开一次例会，县发改委每月召开例会。')

  it('is called together; an office is not', () => expect(meetings.filter(({ convened }) => convened).map(({ body }) => body)).toEqual(['县食安委', '县安委']))
  it('is a body of the plan', () => expect(bodies.map(({ name }) => name)).toEqual(['县食安委', '县安委']))
  it('meets once where no number is said', () => expect(meetings[0]).toMatchObject({ every: 'quarter', times: 1 }))
})

describe('a system of regular meetings', () => {
  it('is theirs of whom the sentence speaks', () => expect(meetingsOf('五个专班均由县级领导挂帅，落实月例会制度，每月25日前报送进度。')).toMatchObject([{ body: '五个专班', every: 'month' }]))
})

describe('a table that says how often', () => {
  const { meetings, recurrences } = reading('云溪县治水方案\n一、任务\n1.清淤。（责任单位：县水利局）\n2.固堤。（责任单位：县水利局）\n二、怎么推\n| 机制 | 谁来做 | 多久一次 |\n| --- | --- | --- |\n| 县治水工作领导小组会议 | 县长主持 | 每季度 |\n| 清淤工作专班例会 | 县水利局召集 | 每周五 |\n| 现场观摩 | 各乡镇轮流承办 | 每两个月 |')

  it('has the meetings that its rows name', () => expect(meetings.map(({ body, every, times }) => [body, every, times])).toEqual([['县治水工作领导小组', 'quarter', 1], ['清淤工作专班', 'week', 1]]))
  it('has what else comes back', () => expect(recurrences.map(({ has, every }) => [has, every])).toEqual([['现场观摩', '2 months']]))
})
