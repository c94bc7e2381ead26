// 领导小组每年进行督查: a clause by which a body has to look at the work, and so a review is due each period.
import { cleanName, isConvened, isProperName } from './body-names.ts'
import type { ReadBody, ReadRecurrence } from './reading.ts'

/** What is done, not what came of it (督查结果), who does it (督查室), or what is made of it (督查报告). */
const looksAtWork = /(?:督查|督察|督导|巡查督办)(?:检查|调研|评估|考评|考核)?(?!结果|情况|报告|通报|意见|整改|机构|机制|部门|人员|专员|[室组办队单])/
/** 报送督查…, 通报督查…: paper of it. */
const tellsOfIt = /(?:报送|上报|报告|汇报|公布|公示|通报|印发)[^,。;]{0,8}(?:督查|督察|督导)/

/** The body that owes a review by a duty: one that is called together, or its office; undefined where it is another's, or another thing. */
export function reviewedBy({ debtor, debtors, has }: Pick<ReadRecurrence, 'debtor' | 'debtors' | 'has'>, bodies: readonly Pick<ReadBody, 'name'>[]): string | undefined {
  if (debtor === undefined || debtors !== undefined || !isConvened(debtor) || !looksAtWork.test(has) || tellsOfIt.test(has)) return undefined
  const body = cleanName(debtor.replace(/办公室$/, ''))
  return isProperName(body) || bodies.some(({ name }) => name.includes(body)) ? body : undefined
}
