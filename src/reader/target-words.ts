// The words round a number that say what is promised of it.

/** A number with its unit. The unit's noun stands behind it: 5940个 学位. Times and shares of an hour promise nothing. */
export const quantity = new RegExp(
  '(?<![\\d.,A-Za-z第—/])(\\d{1,3}(?:,\\d{3}){1,3}|\\d{1,9})(\\.\\d{1,4})?(?:(?:—|至)\\d{1,9}(?:\\.\\d{1,4})?)?' +
    '(%|‰|个百分点|微克/立方米|毫克/升|分贝|(?:余|多)?(?:万亿|千亿|百亿|亿|千万|百万|十万|万|千)?(?:元(?!/)|亩|公顷|平方公里|平方米|公里|千米|米|吨标准煤|吨|立方米|方|千瓦时|千瓦|兆瓦|人次|人|名|户|家|所|个工作日|个(?!月|百分)|项|座|处|条|台|套|件|种|类|辆|张|例|起|宗|款|部|株|棵|头|只|位|支|对|倍|天|P(?![A-Za-z])|EFLOPS))' +
    '(及以上|以上|及以内|以内|以下|左右)?',
  'gi',
)

const hedge = '(?:约|近|超|至少|最少|不少于|不低于|超过|突破|力争|不超过|不高于|各|共|了){0,2}'
/** 达到, 不低于, 控制在: what is measured stands before it. */
export const reaches = new RegExp(`(?:提高到|提高至|提升到|提升至|上升到|上升至|增长到|增长至|增加到|增加至|扩大到|扩大至|增至|升至|稳定在|保持在|维持在|保持|达到了?|达|不低于|不少于|不小于|高于|超过|突破|大于|≥|控制到|控制在|控制|不高于|不超过|不大于|低于|小于|少于|≤|降低到|降低至|下降到|下降至|减少到|减少至|压减到|压减至|压缩到|压缩至|缩短到|缩短至|降至|降到|为)${hedge}$`)
export const rises = new RegExp(`(?:年均增长|年均提高|提高|提升|增加|增长|新增|净增|上升|扩大|递增|增幅|增速)${hedge}$`)
export const falls = new RegExp(`(?:年均下降|年均降低|降低|下降|减少|压减|缩减|缩短|压缩|削减|递减|压降|降幅)${hedge}$`)
const makes =
  '(?:新建成|建成|建设|新建|改建|扩建|改造|打造|培育|创建|引进|引育|招引|完成|推出|遴选|组建|布局|形成|发展|实施|落地|培训|培养|认定|选树|建立|治理|整治|清理|修复|栽植|种植|扶持|帮扶|解决|消除|整改|集聚|开发|开通|筹集|储备|建|诊断|覆盖|配备|招聘|选派|新增|净增|改扩建|验收|投用|推广|转移就业|实现|盘活)'
/** 建成10所学校: what is made stands behind the number. */
export const makesBefore = new RegExp(`(${makes})${hedge}$`)
/** A verb alone is no measure. */
export const makesOnly = new RegExp(`^${makes}$`)
/** 建成学校10所: or between the verb and the number. */
export const makesWhat = new RegExp(`(${makes})([^,。;:、\\d]{2,20}?)${hedge}$`)
/** 普惠率90%以上, 占比60%: no verb at all. */
export const isMeasure = /(?:率|比例|比重|占比|覆盖面|量|额|值|规模|面积|人数|户数|强度|指数|总量|水平|满意度|占[^,。;、\d]{2,20}的?)$/
export const atLeast = /(?:不低于|不少于|不小于|(?<!不)高于|(?<!不)超过|突破|(?<!不)大于|≥|至少|最少|超)(?:约|近)?$/
export const atMost = /(?:控制到|控制在|控制|不高于|不超过|不大于|(?<!不)低于|(?<!不)小于|(?<!不)少于|≤)(?:约|近)?$/

/** A grant, a ration, a condition, a count of what was: numbers that nobody promises. */
export const granted = /给予|奖励|奖补|补助|补贴|资助|贴息|贷款|额度|最高|标准发放|罚款|减免|缴纳|可享受|可申请|经费按|课时/
export const rationed = /每(?:周|天|日|节|人|生|户|名|位|课|次|班|校|间|亩)|人均每|单个|单家|按照?[^,]{0,8}$|^ {0,2}(?:对于?|凡|如|若|符合|年龄|连续|鼓励|引导|允许)|满$/
export const counted = /已|同比|累计|截[至止]|去年|上年|近年|现有|目前|现状/
/** 营业收入超过1亿元的企业. */
export const isCondition = /^[^,。;、\d]{0,6}的(?!基础|目标|要求|[^,。;]{0,4}水平)/
/** Of time only what is to become shorter is promised. */
export const isTime = /天|工作日/
export const shorter = /压缩|缩短|压减|控制|不超过/
