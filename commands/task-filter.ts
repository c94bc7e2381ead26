// Which tasks are meant by a few words: 红灯, 未报, 本周, 牵头 县教育局, p1, 普惠园. Buttons send the same words.
import type { Desk } from '#src/command.ts'
import { unitAndItsGroups, unitName, unitNamed } from '#src/directory/directory.ts'
import { may } from '#src/directory/permissions.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import type { Light } from '#src/queries/light.ts'
import type { TaskFilter } from '#src/queries/task-list.ts'
import type { ListedBy } from '#templates/task-list.ts'
import { own } from './own-word.ts'
import { planNumberIn } from './plan-number.ts'

export type Meant = {
  filter: TaskFilter
  /** An id, where the words name a plan. */
  plan?: string
  page?: number
  by: ListedBy
}

const lights: Readonly<Record<string, Light>> = {
  红灯: 'red', 红: 'red', 滞后: 'red', red: 'red', behind: 'red',
  黄灯: 'yellow', 黄: 'yellow', 预警: 'yellow', yellow: 'yellow',
  绿灯: 'green', 绿: 'green', 正常: 'green', green: 'green',
  已办结: 'done', 办结: 'done', 完成: 'done', 已完成: 'done', done: 'done',
  待定: 'pending', 白灯: 'pending', pending: 'pending',
}
const onlys: Readonly<Record<string, NonNullable<TaskFilter['only']>>> = {
  未报: 'unreported', 没报: 'unreported', unreported: 'unreported', silent: 'unreported',
  待审: 'claimed', 待审核: 'claimed', claimed: 'claimed',
  本周: 'due-week', 七天: 'due-week', '7天': 'due-week', 近期: 'due-week', week: 'due-week',
  单位待定: 'no-unit', 无单位: 'no-unit', 'no-unit': 'no-unit',
  无联络员: 'no-contact', 没有联络员: 'no-contact', 'no-contact': 'no-contact',
  逾期: 'overdue', 超期: 'overdue', overdue: 'overdue',
  待补实: 'hollow', 空报: 'hollow', hollow: 'hollow', thin: 'hollow',
  在办: 'open', 未办结: 'open', open: 'open',
}

/** Which reports say nothing is for the secretary, and no list for others. */
const seen = (only: TaskFilter['only'], { asker }: Desk): TaskFilter['only'] => (only === 'hollow' && !may(asker, 'nudge') ? undefined : only)

/** A word that names nothing is looked for in titles and texts. */
export function filterIn(desk: Desk, which: string): Meant {
  const meant: Meant = { filter: {}, by: {} }
  const rest: string[] = []
  let leads = false
  let unit: UnitId | undefined
  for (const word of which.split(/\s+/).filter((each) => each !== '')) {
    const key = word.toLowerCase()
    const light = own(lights, key)
    const only = seen(own(onlys, key), desk)
    const named = unitNamed(desk.directory, word)
    const page = /^第?(\d{1,3})页$/.exec(word)?.[1]
    if (key === '全部' || key === 'all') continue
    if (key === '牵头' || key === 'lead') leads = true
    else if (light !== undefined) meant.filter.light = light
    else if (only !== undefined) meant.filter.only = only
    else if (planNumberIn(key) !== undefined) meant.plan = key
    else if (page !== undefined) meant.page = Number(page)
    else if (named !== undefined) unit = named.id
    else rest.push(word)
  }
  if (unit !== undefined) Object.assign(meant.filter, leads ? { lead: unit } : { units: unitAndItsGroups(desk.directory, unit) })
  if (rest.length > 0) meant.filter.words = rest.join(' ')
  const { light, only, words } = meant.filter
  meant.by = { ...(light && { light }), ...(only && { only }), ...(words !== undefined && { words }), ...(unit !== undefined && { unit: unitName(desk.directory, unit), leads }) }
  return meant
}
