// How often a thing that is asked for so many times was done: 1/2, and the days that are left for the rest; more than needed is 超额.
import type { Quota } from '#src/queries/quota.ts'
import type { Lang } from './card.ts'
import { counted } from './counted.ts'

export function quotaWords({ done, needed, workingDaysLeft }: Quota, lang: Lang): string {
  const zh = lang === 'zh'
  const over = done - needed
  const count = zh ? `已办${done}/${needed}` : `${done}/${needed} done`
  if (over > 0) return zh ? `${count} 超额${over}` : `${count}, ${over} more than needed`
  if (over === 0 || workingDaysLeft < 0) return count
  return zh ? `${count}，还剩${workingDaysLeft}个工作日` : `${count}, ${counted(workingDaysLeft, 'working day')} left`
}
