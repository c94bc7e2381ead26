// Whose words are told: 上级要求延期, 施工方申请延期 are somebody else's asking, and not the person's own.

const others = '(?:上级|上面|[省市](?:里|厅|级|局|委|政府|直部门)?|国家|部里|中央|县里|县委|县政府|领导|对方|甲方|乙方|双方|业主|监理|专家|财政|银行|企业|公司|厂家|厂商|学校|医院|村民|群众|居民|住户|农户|商户|家长|村里|村委会?|社区|他们|人家|第三方|施工队|承包商|供[应货]商|运营商|开发商|设计院|代理机构|(?:施工|承包|承建|建设|中标|招标|设计|监理|勘察|供货|合作|产权|主管|代建|采购)(?:单位|部门|企业|公司|方))'
const between = '(?:那边|这边|方面|单位|部门|来函|来文|发函|发文|来电|书面|正式|口头|昨天|今天|上周|刚才?|又|也|都|再次|已经?|现|拟|正在?|说|称|讲|表示|反映|要求|提出|通知|建议|可能|打算|希望|想要?|跟我们|向我们| ){0,4}$'
const told = new RegExp(`${others}${between}`)
/** It is why the person asks: 根据市里要求申请延期. */
const because = /(?:按照?|根据|依据|因为?|由于|鉴于|遵照|受|经)[^,。;]{0,8}$/

/** @param before what stands before the asking, folded */
export function isTold(before: string): boolean {
  const found = told.exec(before.slice(-40).replace(/[,:。 ]{1,3}$/, ''))
  return found !== null && !because.test(before.slice(-40).slice(0, found.index))
}

/** 上级同意延期, 施工方通知延期: what others decide of a later day. Its end stands before the day. */
export const othersDecide = `${others}(?:那边|已经?|来文|正式|口头|也|都|刚| ){0,3}(?:同意|批准|批复|通知|决定|答应|明确|允许|准许)`
