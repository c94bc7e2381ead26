// When and where a sitting is, said one way wherever it is shown.
import type { Day } from '#src/calendar/day.ts'
import type { Meeting } from '#src/ledger/meeting.ts'
import type { Lang } from './card.ts'
import { dayWords } from './day-words.ts'

const words = { zh: { comma: '，', noPlace: '地点待定' }, en: { comma: ', ', noPlace: 'place to be announced' } } satisfies Record<Lang, unknown>

/** 7月10日(周五) 15:00; the day alone where no hour is known. */
export const meetingWhen = ({ day, time }: Pick<Meeting, 'day' | 'time'>, lang: Lang, today?: Day): string => `${dayWords(day, lang, today)}${time === '' ? '' : ` ${time}`}`

type Where = Pick<Meeting, 'day' | 'time' | 'place'> & Partial<Pick<Meeting, 'status'>>

/** ，二楼会议室: nothing where none is known. */
export const placeOf = ({ place }: Pick<Meeting, 'place'>, lang: Lang): string => (place === '' ? '' : `${words[lang].comma}${place}`)

/** 7月10日(周五) 15:00，二楼会议室. Of one to come that has no place yet that is said; of one that is over nobody asks any more. */
export function meetingWhere(meeting: Where, lang: Lang, today?: Day): string {
  const { time, place, status = 'scheduled' } = meeting
  const where = place === '' && time !== '' && status === 'scheduled' ? words[lang].noPlace : place
  return `${meetingWhen(meeting, lang, today)}${placeOf({ place: where }, lang)}`
}
