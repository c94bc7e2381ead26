// What happened in the invented county before the sandbox opens: who did what, when. Told through the product's own intents.

/** The wall time in the county at which the sandbox opens first. */
export const opening = { day: '2026-07-02', time: '09:30' } as const

type Said = { progress?: number; done?: string }
export type Step = { on: string; time?: string; by: string } & (
  | ({ act: 'normal'; task: string } & Said)
  | ({ act: 'difficulty' | 'blocked'; task: string; problem: string } & Said)
  | { act: 'claim'; task: string; words: string }
  | { act: 'accept'; task: string }
  | { act: 'return'; task: string; reason: string }
  | { act: 'nudge'; task: string }
  | { act: 'fulfil'; what: string; words: string }
  /** 单位核对: all lines of their units are right. */
  | { act: 'check' }
  | { act: 'meeting'; body: string; day: string; at: string; place: string; held: boolean }
)

export type PlanStory = {
  /** Of examples/, without its ending. */
  plan: string
  importedOn: string
  handedOutOn: string
  steps: readonly Step[]
}

const secretary = 'U0DBMS01'
const education = 'U0DBJY01'
const finance = 'U0DBCZ01'
const personnel = 'U0DBRS01'
const development = 'U0DBFG01'
const housing = 'U0DBZJ01'
const health = 'U0DBWJ01'

/** Tasks are named by words of their titles. Nobody is told by it: messages go out from the opening on. */
export const stories: readonly PlanStory[] = [
  {
    plan: 'yunxi-education-2026-2028',
    importedOn: '2026-01-08',
    handedOutOn: '2026-01-09',
    steps: [
      { on: '2026-01-12', by: education, act: 'check' },
      { on: '2026-01-12', by: finance, act: 'check' },
      { on: '2026-01-13', by: personnel, act: 'check' },
      { on: '2026-01-13', by: health, act: 'check' },
      { on: '2026-02-10', by: education, act: 'normal', task: '建强思政课主阵地', progress: 10, done: '本土思政读本编写组已成立，红军桥研学路线完成踏勘。' },
      { on: '2026-03-11', by: education, act: 'normal', task: '推行集团化办学', progress: 80, done: '实施办法已征求3个部门意见，正在合法性审查。' },
      { on: '2026-03-19', time: '14:00', by: secretary, act: 'meeting', body: '领导小组', day: '2026-03-19', at: '15:00', place: '县政府第一会议室', held: true },
      { on: '2026-03-20', by: education, act: 'normal', task: '增加公办学位供给', progress: 30, done: '城东社区幼儿园主体封顶，白鹭镇中心幼儿园完成基础施工。' },
      { on: '2026-03-25', by: education, act: 'claim', task: '推行集团化办学', words: '《云溪县中小学集团化办学实施办法》已于3月24日印发，4个教育集团全部挂牌。' },
      { on: '2026-03-27', by: secretary, act: 'accept', task: '推行集团化办学' },
      { on: '2026-03-30', by: health, act: 'normal', task: '抓实近视防控和传染病防控', progress: 25, done: '上半年视力筛查方案已下发。' },
      { on: '2026-04-08', by: development, act: 'normal', task: '科学编制学校布局规划', progress: 50, done: '人口预测和学位缺口测算已完成。' },
      { on: '2026-04-22', by: education, act: 'normal', task: '建强思政课主阵地', progress: 35, done: '读本初稿完成，4月举办全县思政课教学展示活动。' },
      { on: '2026-04-23', by: education, act: 'fulfil', what: '思政课教学展示', words: '4月21日在县实验小学举办，42名教师参加。' },
      { on: '2026-04-28', by: finance, act: 'claim', task: '保障教师工资待遇', words: '班主任津贴和乡镇教师补贴新标准已执行，1—4月差额已补发。' },
      { on: '2026-05-06', by: secretary, act: 'accept', task: '保障教师工资待遇' },
      { on: '2026-05-15', by: health, act: 'fulfil', what: '视力筛查', words: '5月中旬完成，筛查2.1万人，档案已更新。' },
      { on: '2026-05-18', by: health, act: 'normal', task: '抓实近视防控和传染病防控', progress: 45, done: '上半年筛查完成，结果已向家长反馈。' },
      { on: '2026-05-20', by: development, act: 'difficulty', task: '科学编制学校布局规划', progress: 60, problem: '城区新增用地指标未定，远期学校选址定不下来。' },
      { on: '2026-06-08', by: education, act: 'normal', task: '健全心理健康服务网络', progress: 70, done: '场地装修完成，咨询热线号码已申请。' },
      { on: '2026-06-10', by: development, act: 'blocked', task: '科学编制学校布局规划', progress: 60, problem: '市级国土空间规划调整未批复，3所学校用地无法落图，规划不能报审。' },
      { on: '2026-06-12', by: education, act: 'normal', task: '增加公办学位供给', progress: 65, done: '两所幼儿园进入内部装修，设备采购挂网。' },
      { on: '2026-06-15', by: education, act: 'normal', task: '丰富美育和劳动教育实践', progress: 40, done: '3个劳动实践基地挂牌，竹编进课堂覆盖11所学校。' },
      { on: '2026-06-15', time: '10:40', by: education, act: 'normal', task: '提升学生体质健康水平', progress: 40, done: '春季校园足球联赛结束，体质抽测方案已下发。' },
      { on: '2026-06-15', time: '10:50', by: education, act: 'normal', task: '支持民办园规范普惠发展', progress: 35, done: '认定和扶持办法完成征求意见。' },
      { on: '2026-06-15', time: '11:00', by: education, act: 'normal', task: '改进教育质量评价', progress: 30 },
      { on: '2026-06-15', time: '11:10', by: education, act: 'normal', task: '净化校园周边环境', progress: 50, done: '联合执法2次，取缔无证摊点9处。' },
      { on: '2026-06-16', by: education, act: 'normal', task: '深化育人方式改革', progress: 50, done: '走班教学管理规程印发，排课系统完成试运行。' },
      { on: '2026-06-17', by: secretary, act: 'nudge', task: '健全心理健康服务网络' },
      { on: '2026-06-18', by: education, act: 'difficulty', task: '健全心理健康服务网络', progress: 80, problem: '2名专职心理教师尚未到岗，热线暂时开不了24小时。' },
      { on: '2026-06-22', by: education, act: 'normal', task: '统筹用好教职工编制' },
      { on: '2026-06-23', by: education, act: 'normal', task: '推进教育数字化', progress: 45, done: '平台完成招标，正在部署统一登录。' },
      { on: '2026-06-24', by: personnel, act: 'difficulty', task: '及时补充紧缺学科教师', progress: 75, problem: '美术、心理健康学科报名不足开考比例，需二次招考。' },
      { on: '2026-06-25', by: housing, act: 'difficulty', task: '改善县中办学条件', progress: 85, problem: '消防设施检测有4项需整改，验收可能推后。' },
      { on: '2026-06-26', by: education, act: 'claim', task: '保障校园食品安全', words: '全县112个学校食堂已全部接入监管平台，后台在线率98%。' },
      { on: '2026-06-29', by: finance, act: 'normal', task: '强化经费投入', progress: 50, done: '上半年教育支出进度52%，资金已向薄弱学校倾斜。' },
      { on: '2026-06-29', by: housing, act: 'normal', task: '实施城区学校扩容项目', progress: 35, done: '县第三中学完成地下室施工。' },
      { on: '2026-06-30', by: education, act: 'normal', task: '健全教师成长体系', progress: 50, done: '首批6个名师工作室挂牌。' },
      { on: '2026-07-01', by: education, act: 'normal', task: '加强困境儿童关爱帮扶', progress: 55, done: '结对帮扶台账建立，暑期托管点确定18个。' },
    ],
  },
  {
    plan: 'yunxi-rural-2026-2028',
    importedOn: '2026-03-02',
    handedOutOn: '2026-03-03',
    steps: [
      { on: '2026-03-04', by: education, act: 'check' },
      { on: '2026-03-04', by: finance, act: 'check' },
      { on: '2026-03-26', by: education, act: 'normal', task: '修缮乡村校舍', progress: 20, done: '完成16所学校校舍安全排查。' },
      { on: '2026-05-19', by: education, act: 'normal', task: '修缮乡村校舍', progress: 45, done: '暑期维修项目7个完成招标。' },
      { on: '2026-05-19', by: education, act: 'normal', task: '补齐教学设备', progress: 40, done: '首批设备到校。' },
      { on: '2026-06-11', by: education, act: 'difficulty', task: '用好驻校支教力量', progress: 30, problem: '秋季支教教师报名只有计划的一半。' },
      { on: '2026-06-12', by: education, act: 'normal', task: '组建城乡学校共同体', progress: 45, done: '6个共同体全部签订协议。' },
      { on: '2026-06-12', time: '10:40', by: education, act: 'normal', task: '开齐开足国家课程', progress: 50 },
      { on: '2026-06-12', time: '10:50', by: education, act: 'normal', task: '提高乡村幼儿园保教水平', progress: 30, done: '保教帮扶结对完成。' },
      { on: '2026-06-24', by: education, act: 'normal', task: '防止学生失学辍学', progress: 60 },
      { on: '2026-06-24', time: '10:40', by: education, act: 'normal', task: '培养本土骨干教师', progress: 40, done: '首批32名骨干教师培养对象确定。' },
      { on: '2026-06-24', time: '10:50', by: education, act: 'normal', task: '压实帮扶责任', progress: 50 },
      { on: '2026-06-30', by: finance, act: 'normal', task: '保障工作经费', progress: 50, done: '年度专项资金已下达。' },
    ],
  },
]
