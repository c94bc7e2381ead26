// A completion claimed, accepted, returned: what each side is shown.
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Card, Lang } from './card.ts'
import { rich, strong } from './rich.ts'
import { shortTitle } from './task-line.ts'

const words = {
  zh: {
    claimed: (time: string) => `已申请办结 ${time}`,
    review: (who: string) => `由督查室${who === '' ? '' : `（${who}）`}审核。审核期间不再提醒您；若被退回，会告诉您原因。`,
    accepted: '已同意办结', closed: '该单位的这项工作已结束，不再提醒。',
    returned: '已退回', told: (names: string) => (names === '' ? '该单位没有联络员，请另行告知。' : `将告知${names}，并重新计时。`),
    reason: '原因：',
  },
  en: {
    claimed: (time: string) => `Said to be done, ${time}`,
    review: (who: string) => `The secretary${who === '' ? '' : ` (${who})`} reviews it. No reminders meanwhile; if it comes back, you are told why.`,
    accepted: 'Accepted as done', closed: 'This unit owes nothing more here and is not reminded.',
    returned: 'Sent back', told: (names: string) => (names === '' ? 'The unit has no contact: tell them yourself.' : `${names} will be told; their time runs again.`),
    reason: 'Reason: ',
  },
} satisfies Record<Lang, unknown>

const nameOf = (task: TaskCard): string => `${task.number} ${shortTitle(task)}`
const colon: Record<Lang, string> = { zh: '：', en: ': ' }
const comma: Record<Lang, string> = { zh: '、', en: ', ' }

export function claimRecorded({ task, time, words: said, secretaries }: { task: TaskCard; time: string; words: string; secretaries: readonly string[] }, lang: Lang): Card {
  const w = words[lang]
  const name = nameOf(task)
  return {
    text: `${w.claimed(time)}${colon[lang]}${name}`,
    lines: [rich`✅ ${w.claimed(time)} · ${strong(name)}`, rich`${said}`, rich`${w.review(secretaries.join(comma[lang]))}`],
  }
}

export function claimAccepted({ task, unit }: { task: TaskCard; unit: string }, lang: Lang): Card {
  const w = words[lang]
  const name = nameOf(task)
  return { text: `${w.accepted}${colon[lang]}${name} · ${unit}`, lines: [rich`✅ ${w.accepted} · ${strong(name)} · ${unit}`, rich`${w.closed}`] }
}

export function claimReturned({ task, unit, reason, told }: { task: TaskCard; unit: string; reason: string; told: readonly string[] }, lang: Lang): Card {
  const w = words[lang]
  const name = nameOf(task)
  return {
    text: `${w.returned}${colon[lang]}${name} · ${unit}`,
    lines: [rich`↩️ ${w.returned} · ${strong(name)} · ${unit}`, rich`${w.reason}${reason}`, rich`${w.told(told.join(comma[lang]))}`],
  }
}
