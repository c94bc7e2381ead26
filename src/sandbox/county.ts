// The invented county of the sandbox, as plain data: its units, its people, its channels. Its plans are in examples/.

export type CountyUnit = {
  /** The name most of the plans' text uses. */
  name: string
  aliases: readonly string[]
  kind: 'department' | 'town' | 'group' | 'party'
  /** Of a group: names of other units. */
  members?: readonly string[]
}

export type CountyPerson = {
  slackId: string
  /** The account's name in the workspace. */
  userName: string
  name: string
  title: string
  role: 'secretary' | 'leader' | 'aide' | 'head' | 'contact' | 'admin' | 'none'
  /** The units a contact or head answers for; for others, where they work. */
  units: readonly string[]
  head?: boolean
  /** A leader's fields of charge: words of the plans' section headings. */
  fields?: readonly string[]
  /** The account of the leader whose aide they are (领导联络员). */
  aideOf?: string
}

export type CountyChannel = {
  slackId: string
  name: string
  about: string
  /** Slack ids; the bot is in every channel besides. */
  members: readonly string[]
}

export type County = {
  workspaceName: string
  units: readonly CountyUnit[]
  people: readonly CountyPerson[]
  channels: readonly CountyChannel[]
  /** Files of examples/ without their ending, in the order they are issued. */
  plans: readonly string[]
}

const towns: readonly CountyUnit[] = [
  { name: '溪口镇', aliases: ['溪口镇政府', '溪口镇人民政府'], kind: 'town' },
  { name: '青石镇', aliases: ['青石镇政府', '青石镇人民政府'], kind: 'town' },
  { name: '白鹭镇', aliases: ['白鹭镇政府', '白鹭镇人民政府'], kind: 'town' },
  { name: '柳河镇', aliases: ['柳河镇政府', '柳河镇人民政府'], kind: 'town' },
  { name: '竹坪乡', aliases: ['竹坪乡政府', '竹坪乡人民政府'], kind: 'town' },
  { name: '松岭乡', aliases: ['松岭乡政府', '松岭乡人民政府'], kind: 'town' },
]

const units: readonly CountyUnit[] = [
  { name: '县委办公室', aliases: ['县委办'], kind: 'party' },
  { name: '县委组织部', aliases: ['组织部'], kind: 'party' },
  { name: '县委宣传部', aliases: ['宣传部'], kind: 'party' },
  { name: '县委编办', aliases: ['县编办', '县委机构编制委员会办公室'], kind: 'party' },
  { name: '县委督查室', aliases: [], kind: 'party' },
  { name: '团县委', aliases: ['共青团云溪县委'], kind: 'party' },
  { name: '县妇联', aliases: ['县妇女联合会'], kind: 'party' },
  { name: '县工商联', aliases: ['县工商业联合会'], kind: 'party' },
  { name: '县残联', aliases: ['县残疾人联合会'], kind: 'party' },
  { name: '县政府办公室', aliases: ['县政府办', '县府办'], kind: 'department' },
  { name: '县政府督查室', aliases: ['督查室'], kind: 'department' },
  { name: '县教育局', aliases: ['县教体局'], kind: 'department' },
  { name: '县发改局', aliases: ['县发改委', '县发展和改革局'], kind: 'department' },
  { name: '县财政局', aliases: [], kind: 'department' },
  { name: '县人社局', aliases: ['县人力资源和社会保障局'], kind: 'department' },
  { name: '县自然资源局', aliases: ['县自规局'], kind: 'department' },
  { name: '县住建局', aliases: ['县住建局（县人防办）', '县人防办', '县住房和城乡建设局'], kind: 'department' },
  { name: '县卫健局', aliases: ['县卫健委', '县卫生健康局'], kind: 'department' },
  { name: '县公安局', aliases: [], kind: 'department' },
  { name: '县民政局', aliases: [], kind: 'department' },
  { name: '县司法局', aliases: [], kind: 'department' },
  { name: '县市场监管局', aliases: ['县市监局', '县市场监督管理局'], kind: 'department' },
  { name: '县文广旅体局', aliases: ['县文旅局', '县文化广电旅游体育局'], kind: 'department' },
  { name: '县交通运输局', aliases: ['县交通局'], kind: 'department' },
  { name: '县消防救援大队', aliases: ['县消防大队'], kind: 'department' },
  ...towns,
  { name: '各乡镇', aliases: ['各乡镇政府', '各乡镇人民政府', '乡镇'], kind: 'group', members: towns.map((town) => town.name) },
]

/** 县公安局, 县交通运输局, 县自然资源局, four towns and others have nobody: what the product must show from the import on. */
const people: readonly CountyPerson[] = [
  { slackId: 'U0DBMS01', userName: 'shenruolan', name: '沈若兰', title: '县政府督查室主任', role: 'secretary', units: ['县政府督查室'] },
  {
    slackId: 'U0DBLD01',
    userName: 'hejingchuan',
    name: '何景川',
    title: '县政府分管副县长',
    role: 'leader',
    units: ['县政府办公室'],
    fields: ['教育', '教师', '学生', '教学', '办学', '校园', '帮扶'],
  },
  { slackId: 'U0DBLL01', userName: 'guning', name: '顾宁', title: '县政府办公室综合科科长', role: 'aide', units: ['县政府办公室'], aideOf: 'U0DBLD01' },
  { slackId: 'U0DBHD01', userName: 'fangshuwen', name: '方叔文', title: '县教育局局长', role: 'head', units: ['县教育局'], head: true },
  { slackId: 'U0DBJY01', userName: 'suwanqing', name: '苏晚晴', title: '县教育局办公室副主任', role: 'contact', units: ['县教育局'] },
  { slackId: 'U0DBCZ01', userName: 'tangyiming', name: '唐一鸣', title: '县财政局教科文股股长', role: 'contact', units: ['县财政局'] },
  { slackId: 'U0DBRS01', userName: 'luxiaofeng', name: '陆晓枫', title: '县人社局事业单位人事管理股股长', role: 'contact', units: ['县人社局'] },
  { slackId: 'U0DBFG01', userName: 'guanheping', name: '关和平', title: '县发改局社会发展股股长', role: 'contact', units: ['县发改局'] },
  { slackId: 'U0DBZJ01', userName: 'shihaitao', name: '石海涛', title: '县住建局项目管理股股长', role: 'contact', units: ['县住建局'] },
  { slackId: 'U0DBWJ01', userName: 'baiyutong', name: '白雨桐', title: '县卫健局疾控股干部', role: 'contact', units: ['县卫健局'] },
  { slackId: 'U0DBBB01', userName: 'jiminghui', name: '纪明辉', title: '县委编办事业机构编制股股长', role: 'contact', units: ['县委编办'] },
  { slackId: 'U0DBQS01', userName: 'yaochunmei', name: '姚春梅', title: '青石镇党政办主任', role: 'contact', units: ['青石镇'] },
  { slackId: 'U0DBLH01', userName: 'duanlinfeng', name: '段林峰', title: '柳河镇教育专干', role: 'contact', units: ['柳河镇'] },
  { slackId: 'U0DBGL01', userName: 'wuzhicheng', name: '武志成', title: '县政务信息中心工程师', role: 'admin', units: ['县政府办公室'] },
  { slackId: 'U0DBXR01', userName: 'qiaoan', name: '乔安', title: '新到岗，尚未登记', role: 'none', units: [] },
]

const everyone = people.map((person) => person.slackId)
const registered = people.filter((person) => person.role !== 'none').map((person) => person.slackId)

export const county: County = {
  workspaceName: '云溪县督办',
  units,
  people,
  channels: [
    { slackId: 'C0DBGZ01', name: '督办工作群', about: '全县督办事项的通知和会议安排', members: everyone },
    { slackId: 'C0DBTB01', name: '督查通报', about: '只发正式通报，不讨论', members: registered },
    { slackId: 'C0DBJX01', name: '学校建设专班', about: '学校建设工作专班的调度', members: ['U0DBMS01', 'U0DBLD01', 'U0DBHD01', 'U0DBJY01', 'U0DBCZ01', 'U0DBFG01', 'U0DBZJ01'] },
  ],
  plans: ['yunxi-education-2026-2028', 'yunxi-rural-2026-2028'],
}
