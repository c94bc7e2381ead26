// What a sitting counts as, put right by itself; and what is answered to a move that cannot be: of one that was held, of one whose day has been.
import type { Day } from '#src/calendar/day.ts'
import { sortOf, type CountedAs } from '#src/ledger/meeting.ts'
import type { CadenceFacts } from '#src/meetings/cadence.ts'
import type { Sitting } from '#src/meetings/sitting.ts'
import type { Action, Card, Lang, Run } from './card.ts'
import { cutTo } from './cut-to.ts'
import { periodWords, shortDay } from './day-words.ts'
import { meetingWhen } from './meeting-when.ts'
import { standingName } from './meeting-words.ts'
import { othersWords } from './others-sitting.ts'
import { rich, type Rich } from './rich.ts'
import { ways } from './ways.ts'

const words = {
  zh: {
    resorted: (name: string, as: string) => `已改：${name}${as}。`, untold: '时间、地点没有变，不再通知成员。', stands: (name: string, as: string) => `${name}${as}，没有改动。`,
    as: { special: '记作专题会议', general: '记作综合性会议', uncounted: '不计入频次', any: '不区分类别，按每一条计入频次' }, open: '看会议',
    lost: (clause: string, period: string, { needed, held, scheduled }: Pick<CadenceFacts, 'needed' | 'held' | 'scheduled'>) => `不再计入“${clause}”：${period}应开${needed}次，已开${held}次，已安排${scheduled.length}次。`,
    mend: (as: string) => `现在${as}。类别记错了的，点下面的改。`, passed: (name: string, when: string) => `还没有改：${name}${when}已经过了，还没有登记开没开。`, held: '已开，登记签到', move: (day: string) => `没开，改到${day}`,
  },
  en: {
    resorted: (name: string, as: string) => `Changed: ${name} ${as}.`, untold: ' Its time and place stand, and members are not told.', stands: (name: string, as: string) => `${name} ${as} already; nothing was changed.`,
    as: { special: 'counts as a special meeting', general: 'counts as a general meeting', uncounted: 'is not counted', any: 'is of no kind and counts for every clause' }, open: 'Open the meeting',
    lost: (clause: string, period: string, { needed, held, scheduled }: Pick<CadenceFacts, 'needed' | 'held' | 'scheduled'>) => `It does not count for “${clause}” any more: ${period}, ${needed} required, ${held} held, ${scheduled.length} scheduled.`,
    mend: (as: string) => `It ${as}. If that is wrong, choose its kind below.`, passed: (name: string, when: string) => `Not changed yet: ${name} was to be on ${when}, and nobody has said whether it was held.`, held: 'Held: record attendance', move: (day: string) => `Not held: move it to ${day}`,
  },
} satisfies Record<Lang, unknown>

type Of = Pick<Sitting, 'plan' | 'meeting'>
const openAction = ({ plan, meeting }: Of, lang: Lang): Action => ({ label: words[lang].open, run: ways.meeting(plan, meeting.id) })

/** @param lost clauses for which it does not count any more */
export function meetingResorted(sitting: Sitting, lost: readonly CadenceFacts[], lang: Lang): Card {
  const w = words[lang]
  const said = w.resorted(standingName(sitting, lang), w.as[sortOf(sitting.meeting)])
  // Of one that was held nobody waits for a notice.
  const behind = !sitting.body.convened ? `${lang === 'zh' ? '' : ' '}${othersWords(lang).theirs}` : sitting.meeting.status === 'scheduled' ? w.untold : ''
  const text = `${said}${behind}`
  return { text, lines: [rich`✅ ${text}`, ...lost.map((facts): Rich => rich`⚠️ ${w.lost(cutTo(facts.clause, 60), periodWords(facts.window.key, lang), facts)}`)], actions: [openAction(sitting, lang)] }
}

/** It was so already. */
export function sortStands(sitting: Sitting, lang: Lang): Card {
  const text = words[lang].stands(standingName(sitting, lang), words[lang].as[sortOf(sitting.meeting)])
  return { text, lines: [rich`${text}`], actions: [openAction(sitting, lang)] }
}

/** Why one that was held is not moved, with what it counts as, which can be put right. */
export function heldStands(why: Card, { plan, meeting }: Of, lang: Lang): Card {
  const w = words[lang]
  const now = sortOf(meeting)
  const others = (['special', 'general', 'uncounted', 'any'] as const satisfies readonly CountedAs[]).filter((sort) => sort !== now).slice(0, sortsOffered)
  return { ...why, lines: [...(why.lines ?? []), rich`${w.mend(w.as[now])}`], actions: others.map((sort) => ({ label: cutTo(w.as[sort], 40), run: { command: 'change-meeting', args: { plan, meeting: meeting.id, sort } } })) }
}

const sortsOffered = 3

/** Of one whose day has been: it is moved only where it was not held. @param to as it is moved */
export function passedUnsaid(sitting: Sitting, to: { day: Day; again: Run }, lang: Lang): Card {
  const w = words[lang]
  const { plan, meeting, today } = sitting
  const text = w.passed(standingName(sitting, lang), meetingWhen({ day: meeting.day, time: '' }, lang, today))
  return { text, lines: [rich`${text}`], actions: [{ label: w.held, run: ways.attendance(plan, meeting.id), style: 'primary' }, { label: w.move(shortDay(to.day, lang, today)), run: to.again }] }
}
