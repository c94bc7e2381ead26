// The numbers of the reminder policy by name, as they are shown and typed.
import type { Policy, Setting } from '#src/ledger/policy.ts'
import type { Lang } from './card.ts'

/** `name`: what is typed, one word. `says`: what the number means. */
export const settingWords: Record<Setting, Record<Lang, { name: string; says: string }>> = {
  dueMarks: { zh: { name: '到期前', says: '到期前几个工作日提醒，0是当天' }, en: { name: 'before-due', says: 'working days before a date; 0 is the day itself' } },
  progressMarks: { zh: { name: '季报截止前', says: '季度、半年填报和轮次截止前几个工作日提醒' }, en: { name: 'before-quarter', says: 'working days before a quarter, half-year or round ends' } },
  monthMarks: { zh: { name: '月报截止前', says: '每月的报送截止前几个工作日提醒' }, en: { name: 'before-month', says: 'working days before a monthly duty is due' } },
  handInMarks: { zh: { name: '报送倒排', says: '有接收单位的年度报送，截止前几个工作日提醒备料、起草、送负责人、报送（当天再提醒）' }, en: { name: 'hand-in', says: 'working days before a yearly submission to gather, draft, show the head, hand in (and on the day)' } },
  reviewMarks: { zh: { name: '督查前', says: '督查、调度和会议前几个工作日提醒' }, en: { name: 'before-review', says: 'working days before a review or a meeting' } },
  cadenceMarks: { zh: { name: '会期截止前', says: '会议期限截止前几个工作日提醒督查室' }, en: { name: 'before-window', says: 'working days before a body’s window closes' } },
  cadenceEvery: { zh: { name: '会期再提醒', says: '最后一次之后，每隔几个工作日再提醒' }, en: { name: 'window-again', says: 'then every so many working days' } },
  warnWorkingDays: { zh: { name: '预警', says: '离到期几个工作日亮黄灯' }, en: { name: 'warn', says: 'yellow so many working days before a date' } },
  farOff: { zh: { name: '可等周一', says: '离到期还有这么多工作日的，可等到下周第一天一起提醒' }, en: { name: 'can-wait', says: 'dates so many working days off wait for the week’s beginning' } },
  overdueEvery: { zh: { name: '逾期每隔', says: '逾期后每隔几个工作日再提醒' }, en: { name: 'overdue-every', says: 'overdue: again every so many working days' } },
  headAfter: { zh: { name: '告知负责人', says: '逾期几个工作日后提醒单位负责人' }, en: { name: 'head-after', says: 'the head is told so many working days after the date' } },
  leaderAfter: { zh: { name: '报领导', says: '逾期几个工作日后拟报分管领导，由督查室发' }, en: { name: 'leader-after', says: 'a note to the leader in charge is drafted for the secretary after so many working days overdue' } },
  leaderByItself: { zh: { name: '自动报领导', says: '逾期几个工作日后自动报分管领导，不再经督查室；0是不自动报' }, en: { name: 'leader-by-itself', says: 'the leader in charge is told without the secretary after so many working days overdue; 0 is never' } },
  reviewWithin: { zh: { name: '审核期限', says: '办结申请几个工作日内审核' }, en: { name: 'review-within', says: 'a completion is reviewed within so many working days' } },
  queueAgain: { zh: { name: '待裁定再提醒', says: '延期、异议几个工作日没有裁定，再提醒督查室' }, en: { name: 'ruling-again', says: 'unruled petitions are told again after so many working days' } },
  ruledTold: { zh: { name: '裁定告知', says: '裁定结果几个工作日内告知单位' }, en: { name: 'ruling-told', says: 'a ruling is news for so many working days' } },
  amendedTold: { zh: { name: '修订告知', says: '方案修订、单位撤并几个工作日内告知' }, en: { name: 'amendment-told', says: 'an amendment or succession is news for so many working days' } },
  milestonesTold: { zh: { name: '分解告知', says: '年度分解同意后几个工作日内告知' }, en: { name: 'milestones-told', says: 'approved milestones are news for so many working days' } },
  milestonesAskedAfter: { zh: { name: '分解征集起', says: '通知联络员几个工作日后开始征集年度分解' }, en: { name: 'milestones-from', says: 'milestones are asked for so many working days after the hand-out' } },
  milestonesAskedUntil: { zh: { name: '分解征集止', says: '到第几个工作日为止' }, en: { name: 'milestones-until', says: 'and until so many' } },
  milestonesLeastLeft: { zh: { name: '分解留足', says: '本年剩余工作日少于这么多就不再征集' }, en: { name: 'milestones-left', says: 'not once fewer working days are left of the year' } },
  digestFrom: { zh: { name: '每日提醒', says: '每日提醒几点起发' }, en: { name: 'digest', says: 'the daily message goes from this hour on' } },
  quietUntil: { zh: { name: '免打扰至', says: '早上几点以前不发' }, en: { name: 'quiet-until', says: 'nothing is sent before' } },
  quietFrom: { zh: { name: '免打扰起', says: '晚上几点以后不发' }, en: { name: 'quiet-from', says: 'nothing is sent from' } },
  digestLines: { zh: { name: '每条行数', says: '每日提醒最多列几项' }, en: { name: 'lines', says: 'lines of a daily message' } },
}

export const settingName = (setting: Setting, lang: Lang): string => settingWords[setting][lang].name

/** `15,5,1`, `5`, `08:30`: as it is typed. */
export const settingValue = (value: Policy[Setting]): string => [value].flat().join(',')
