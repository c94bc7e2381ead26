// Plans that say in their sentences who does what, and nowhere else.
import { describe, expect, it } from 'vitest'
import { partsOf, reading } from './plans.ts'

const planOf = (...items: string[]): string => ['云溪县2026年森林防火工作方案', '一、主要任务', ...items.map((item, at) => `${at + 1}.${item}`)].join('\n')
const partsIn = (sentence: string): string[] => reading(planOf(`防火。${sentence}`, '宣传。县委宣传部要开展宣传。')).tasks.slice(0, 1).flatMap(partsOf)

describe('a task without a clause', () => {
  it.each([
    ['由县应急管理局负责，会同县林业局、县气象局修订应急预案。', ['县应急管理局 responsible (lead)', '县林业局 support', '县气象局 support']],
    ['县林业局要设置检查站；县公安局要查处野外用火；各乡镇要安排护林员巡护。', ['县林业局 responsible (lead)', '县公安局 responsible', '各乡镇 responsible']],
    ['线路隐患由县供电公司牵头，各乡镇配合，全面清除可燃物。', ['县供电公司 lead', '各乡镇 support']],
    ['2026年3月15日前，县农业农村局完成选址。', ['县农业农村局 responsible (lead)']],
    ['由镇党群办牵头，各村（社区）具体抓，3月底前发到户。', ['镇党群办 lead', '各村（社区） responsible']],
    ['镇农业综合服务中心负责对接农机手；资金上的事找镇财政所。', ['镇农业综合服务中心 responsible (lead)', '镇财政所 responsible']],
    ['这项工作交给镇综合执法队，派出所、林业站一并参与。', ['镇综合执法队 responsible (lead)', '派出所 support', '林业站 support']],
    ['镇经发办会同镇供销社联系收购点。', ['镇经发办 responsible (lead)', '镇供销社 support']],
    ['党政办负责外围环境，社会管理办公室负责质量监督，财政所负责资金兑付。', ['党政办 responsible (lead)', '社会管理办公室 responsible', '财政所 responsible']],
    ['各村结合实际，制定措施。', ['各村 responsible (lead)']],
    ['县政府督查室要加大督查力度。', ['县政府督查室 responsible (lead)']],
    ['由县应急局、林业局、气象局和财政局牵头完成自查。', ['县应急局 lead', '林业局 lead', '气象局 lead', '财政局 lead']],
    ['将由农业农村部牵头制定办法。', ['农业农村部 lead']],
    ['各镇、各街道要按照分工开展自查。', ['各镇 responsible (lead)', '各街道 responsible']],
    ['各市（州）、县（市、区）要开展自查。', ['各市（州）、县（市、区） responsible (lead)']],
    ['由公安、交通部门负责，县住建局配合。', ['公安部门 responsible (lead)', '交通部门 responsible', '县住建局 support']],
    ['县交通局、县城管局、东川镇等单位要每天调度。', ['县交通局 responsible (lead)', '县城管局 responsible', '东川镇 responsible']],
    ['落实“三包”责任，由县教育局牵头实施“清朗”行动，县公安局配合。', ['县教育局 lead', '县公安局 support']],
    ['由公安部门负责，有关部门配合。', ['公安部门 responsible (lead)', '有关部门 support']],
    ['请各村（社区）加强信息汇总。', ['各村（社区） responsible (lead)']],
    ['问题查清后，由县住建局整改。', ['县住建局 responsible (lead)']],
    ['由县住建局商县财政局制定补助办法，6月底前报县政府。', ['县住建局 responsible (lead)', '县财政局 support']],
    ['县市场监管局商县住建局、县财政局提出办法。', ['县市场监管局 responsible (lead)', '县住建局 support', '县财政局 support']],
    ['由县商务局会同县财政局负责落实。', ['县商务局 lead', '县财政局 support']],
    ['由县商务局会同县财政局负责落实，6月底前到位。', ['县商务局 responsible (lead)', '县财政局 support']],
    ['县市场监管局牵头，县消防救援大队、县商务局参加，全年检查4次。', ['县市场监管局 lead', '县消防救援大队 support', '县商务局 support']],
    ['由各乡镇人民政府组织实施，县住建局指导。', ['各乡镇人民政府 responsible (lead)', '县住建局 support']],
    ['县应急管理局每半年组织一次演练，各市（州）每两个月演练一次。', ['县应急管理局 responsible (lead)', '各市（州） responsible']],
    ['责成县教育局、县发展改革局立即核查，一周内报告。', ['县教育局 responsible (lead)', '县发展改革局 responsible']],
    ['县消防救援大队督促业主单位整改，县商务局跟进。', ['县消防救援大队 responsible (lead)', '县商务局 responsible']],
    ['县水利局6月底前完成清淤，县财政局在7月底前拨付资金。', ['县水利局 responsible (lead)', '县财政局 responsible']],
    ['县公安局依法查处违规用火，县林草局、县应急局每旬开展一次联合检查。', ['县公安局 responsible (lead)', '县林草局 responsible', '县应急局 responsible']],
    ['各乡镇、有关部门实行24小时值班，县财政局保障防火经费。', ['各乡镇 responsible (lead)', '有关部门 responsible', '县财政局 responsible']],
    ['县征收办牵头，滨江街道、青石镇配合，务于5月31日前净地。', ['县征收办 lead', '滨江街道 support', '青石镇 support']],
  ])('is given to those its sentences name: %s', (sentence, parts) => expect(partsIn(sentence)).toEqual(parts))

  it.each(['各有关部门要加强协作。', '领导小组负责统筹推进。', '党员干部要带头落实。', '要严格落实责任，负责人要到岗到位。', '教育部门要做好宣传。', '各成员单位要各司其职。', '县应急局制定的预案要落实到位。', '不由县财政局负责的项目另行安排。', '原由县卫计局负责的业务已划转。', '县财政局应保尽保。', '服务大局要到位。', '县直机关党员干部要带头。', '由总部牵头建设。', '办公室负责日常工作。', '施工单位负责维护。', '有事找镇长。', '将线索移交县公安局的要登记。', '镇里的事大家负责。', '由第三方机构负责评估。', '主管部门负责审核。', '健全“党委领导、县教育局牵头、部门配合”的工作机制。', '健全“党委领导，县教育局负责，部门配合”的工作机制。', '健全“县教育局牵头，县卫健局配合”机制。', '发布机构 云溪县水利局 发布日期。', '县财政局提出的意见要采纳。', '县财政局保障的经费要用好。', '有关部门实行值班。', '组织干部到县委党校参加培训。', '县教育局2026年工作要点已经印发。', '全镇配合，城镇参与，面貌一新。', '工商局面提升。', '县商务局商贸科长负责。'])('is given to nobody by: %s', (sentence) => expect(partsIn(sentence)).toEqual([]))

  it('is asked about once for all such tasks, and the answer that nothing is missing takes no unit away', () => {
    const { doubts, tasks } = reading(planOf('防火。县林业局要设置检查站。', '宣传。县委宣传部要开展宣传。'))
    const asked = doubts.filter(({ kind }) => kind === 'unit-unclear')
    expect(asked).toMatchObject([{ question: '“防火”等2项任务没有专门写责任单位，都按句中所写读出，请在“看全部任务”里核对。其中“防火”由“县林业局”等承担，还包括哪些单位？', choices: ['只按写明的单位'] }])
    expect(tasks[0]?.units.some(({ span }) => span.from >= (asked[0]?.span.from ?? 0) && span.from < (asked[0]?.span.to ?? 0))).toBe(false)
  })
})

describe('a task with a clause', () => {
  it('is given to those of the clause alone', () => {
    expect(reading(planOf('防火。县林业局要设置检查站。（责任单位：县应急管理局）', '宣传。（责任单位：县委宣传部）')).tasks.map(partsOf)).toEqual([['县应急管理局 responsible (lead)'], ['县委宣传部 responsible (lead)']])
  })
})

describe('the steps of a plan', () => {
  const steps = ['（一）准备阶段。2026年3月底前，县水利局完成设计。', '（二）施工阶段。10月底前完成。责任单位：县水利局、各乡镇。', '（三）总结阶段。认真总结经验。']

  it('are tasks where their sentences say who does them, beside steps that have a clause', () =>
    expect(reading(['云溪县2026年清淤实施方案', '一、工作任务', '1.清淤。（责任单位：县水利局）', '二、实施步骤', ...steps].join('\n')).tasks.map(({ title }) => title)).toEqual(['清淤', '准备阶段', '施工阶段']))
})

describe('an item that begins with its unit', () => {
  it('does not give its number to the unit', () => {
    const { tasks } = reading('云溪县治水方案\n一、重点任务\n1.县水利局牵头，会同县财政局，做好清淤工作。\n2.由县住建局牵头，县财政局、各乡镇配合，开展排查。')
    expect(tasks.map(({ units }) => units.map(({ name, role }) => [name, role]))).toEqual([
      [['县水利局', 'lead'], ['县财政局', 'support']],
      [['县住建局', 'lead'], ['县财政局', 'support'], ['各乡镇', 'support']],
    ])
  })
})
