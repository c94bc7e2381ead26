// What a duty of the year is called wherever it is listed or asked for, so that it can be typed in a reply: 周期3.
import type { PlanId } from '#src/ledger/ids.ts'
import type { Lang } from './card.ts'

/** @param plan given where there are several */
export const dutyName = ({ plan, id }: { plan?: PlanId; id: string }, lang: Lang): string => `${plan === undefined ? '' : `${plan}-`}${lang === 'zh' ? '周期' : 'duty '}${id.slice(1)}`
