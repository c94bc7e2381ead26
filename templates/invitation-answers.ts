// Which invitation is meant, and what a secretary is shown who answered for a member.
import type { Sitting } from '#src/meetings/sitting.ts'
import type { Card, Lang, Run } from './card.ts'
import { cutTo } from './cut-to.ts'
import { answersLines, meetingWhere, standingName } from './meeting-words.ts'
import { rich, strong } from './rich.ts'
import { ways } from './ways.ts'

const words = {
  zh: { none: '目前没有要您参加的会议。', choose: (count: number) => `要您参加的会议有${count}个，答复哪一个？`, open: '答复', recorded: (names: string) => `已代为答复：${names}`, meeting: '看会议', and: '、' },
  en: { none: 'There is no meeting ahead that you are asked to.', choose: (count: number) => `You are asked to ${count} meetings. Which one?`, open: 'Answer', recorded: (names: string) => `Answered for ${names}`, meeting: 'The meeting', and: ', ' },
} satisfies Record<Lang, unknown>

export function chooseSitting(sittings: readonly { sitting: Sitting; run: Run }[], lang: Lang): Card {
  const w = words[lang]
  const text = sittings.length === 0 ? w.none : w.choose(sittings.length)
  const rows = sittings.slice(0, 10).map(({ sitting, run }) => ({ line: rich`${strong(standingName(sitting, lang))}\n${meetingWhere(sitting.meeting, lang, sitting.today)}`, beside: { label: w.open, says: cutTo(`${w.open}：${standingName(sitting, lang)}`, 70), run } }))
  return { text, lines: [rich`${text}`], ...(rows.length === 0 ? {} : { sections: [{ rows }] }) }
}

export function answeredFor(sitting: Sitting, seats: readonly string[], lang: Lang): Card {
  const w = words[lang]
  const names = sitting.invited.filter(({ seat }) => seats.includes(seat)).map(({ name }) => name)
  const text = w.recorded(names.join(w.and))
  return { text, lines: [rich`✅ ${text}`, ...answersLines(sitting.invited, lang)], actions: [{ label: w.meeting, run: ways.meeting(sitting.plan, sitting.meeting.id) }] }
}
