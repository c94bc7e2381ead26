// A completion claimed, accepted, returned: what each side is shown.
import type { Day } from '#src/calendar/day.ts'
import type { Claim } from '#src/ledger/voice.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Card, Lang } from './card.ts'
import { dayWords } from './day-words.ts'
import { lightAndWhy } from './light-words.ts'
import { plain, rich, strong } from './rich.ts'
import { reportActions } from './task-card.ts'
import { numberOf, shortTitle } from './task-line.ts'
import { ways } from './ways.ts'

const words = {
  zh: {
    claimed: (time: string) => `已申请办结 ${time}`,
    review: (who: string, by: string) => `由督查室${who === '' ? '' : `（${who}）`}审核，应在${by}前审完。审核期间不再提醒您；若被退回，会告诉您原因。`, undo: '撤销', says: (task: string) => `撤销办结申请：${task}`,
    accepted: '已同意办结', closed: '该单位的这项工作已结束，不再提醒。',
    returned: '已退回', told: (names: string) => (names === '' ? '该单位没有联络员，请另行告知。' : `将告知${names}，并重新计时。`),
    reason: '原因：', withdrawn: '已撤回办结申请', goesOn: '督查室不再审核这次申请，办理和提醒照旧。做完后再申请办结。',
  },
  en: {
    claimed: (time: string) => `Said to be done, ${time}`,
    review: (who: string, by: string) => `The secretary${who === '' ? '' : ` (${who})`} reviews it, due by ${by}. No reminders meanwhile; if it comes back, you are told why.`, undo: 'Take back', says: (task: string) => `Take back: ${task}`,
    accepted: 'Accepted as done', closed: 'This unit owes nothing more here and is not reminded.',
    returned: 'Sent back', told: (names: string) => (names === '' ? 'The unit has no contact: tell them yourself.' : `${names} will be told; their time runs again.`),
    reason: 'Reason: ', withdrawn: 'The completion is withdrawn', goesOn: 'The secretary does not review it; work and reminders go on. Say so again once it is done.',
  },
} satisfies Record<Lang, unknown>

const nameOf = (task: TaskCard): string => `${numberOf(task)} ${shortTitle(task)}`
const colon: Record<Lang, string> = { zh: '：', en: ': ' }
const comma: Record<Lang, string> = { zh: '、', en: ', ' }

/** `reviewBy`: the reviewer's own clock. */
type Claimed = { task: TaskCard; claim: Claim; time: string; reviewBy: Day; today: Day; secretaries: readonly string[] }

export function claimRecorded({ task, claim, time, reviewBy, today, secretaries }: Claimed, lang: Lang): Card {
  const w = words[lang]
  const name = nameOf(task)
  const first = rich`✅ ${w.claimed(time)} · ${strong(name)}`
  return {
    text: plain(first),
    lines: [first, rich`${claim.words}`, rich`${w.review(secretaries.join(comma[lang]), dayWords(reviewBy, lang, today))}`],
    actions: [{ label: w.undo, says: w.says(name), run: ways.undo(claim.at, [task]) }],
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

/** With the task's buttons again: it is being worked on. */
export function claimWithdrawn({ task, reason, today }: { task: TaskCard; reason: string; today: Day }, lang: Lang): Card {
  const w = words[lang]
  const name = nameOf(task)
  return {
    text: `${w.withdrawn}${colon[lang]}${name}`,
    lines: [rich`↩️ ${w.withdrawn} · ${strong(name)}`, rich`${w.reason}${reason}`, rich`${lightAndWhy(task.light, task.why, lang, today)}`, rich`${w.goesOn}`],
    actions: task.status === 'open' ? reportActions(task, lang) : [],
  }
}
