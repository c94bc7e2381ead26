// Which invitation is meant, and what a secretary is shown who answered for a member.
import type { Day } from '#src/calendar/day.ts'
import { present } from '#src/ledger/fields.ts'
import type { Sitting } from '#src/meetings/sitting.ts'
import type { Card, Lang, Run } from './card.ts'
import { chooseMeeting } from './meeting-names.ts'
import { answersLines } from './meeting-words.ts'
import { rich } from './rich.ts'
import { ways } from './ways.ts'

const words = {
  zh: { none: '目前没有要您参加的会议。', recorded: (names: string) => `已代为答复：${names}`, meeting: '看会议', and: '、' },
  en: { none: 'You have no invitations at the moment.', recorded: (names: string) => `Answered for ${names}`, meeting: 'Open the meeting', and: ', ' },
} satisfies Record<Lang, unknown>

/** Of those that somebody is asked to, which is answered. */
export function chooseInvitation(sittings: readonly { sitting: Sitting; run: Run }[], today: Day, lang: Lang): Card {
  if (sittings.length === 0) return { text: words[lang].none, lines: [rich`${words[lang].none}`] }
  return chooseMeeting(sittings.map(({ sitting: { plan, meeting, body, count }, run }) => ({ of: { plan, meeting, body: body.name, ...present({ count }) }, run })), today, lang)
}

export function answeredFor(sitting: Sitting, seats: readonly string[], lang: Lang): Card {
  const w = words[lang]
  const names = sitting.invited.filter(({ seat }) => seats.includes(seat)).map(({ name }) => name)
  const text = w.recorded(names.join(w.and))
  return { text, lines: [rich`✅ ${text}`, ...answersLines(sitting.invited, lang)], actions: [{ label: w.meeting, run: ways.meeting(sitting.plan, sitting.meeting.id) }] }
}
