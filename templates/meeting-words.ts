// What is said of one sitting wherever it is shown: what it is about, who comes.
import { present } from '#src/ledger/fields.ts'
import type { Person } from '#src/directory/person.ts'
import { answersStanding, type Invited } from '#src/meetings/invited.ts'
import type { Sitting } from '#src/meetings/sitting.ts'
import type { Lang } from './card.ts'
import { cutTo } from './cut-to.ts'
import { sittingName } from './meeting-names.ts'
import { rich, strong, type Rich } from './rich.ts'

const words = {
  zh: {
    and: '、', colon: '：', stop: '；', place: '地点', chair: '主持', topic: '议题', series: '系列会议', sorts: { special: '专题会议', general: '综合性会议' }, uncounted: '不计入频次',
    counts: (coming: number, away: number, silent: number) => `参加${coming}，请假${away}，未答${silent}`, away: '请假', silent: '未答', untold: '收不到通知，请另行告知', came: (there: number, of: number) => `到会${there}/${of}`, coming: '参加', sends: (who: string) => `派${who}参加`, pause: '，', more: (count: number) => `等${count}个`,
  },
  en: {
    and: ', ', colon: ': ', stop: '; ', place: 'Place', chair: 'Chair', topic: 'Subject', series: 'series', sorts: { special: 'special meeting', general: 'general meeting' }, uncounted: 'not counted',
    counts: (coming: number, away: number, silent: number) => `${coming} coming, ${away} excused, ${silent} yet to answer`, away: 'Excused', silent: 'Yet to answer', untold: 'Cannot be reached here, please tell them yourself', came: (there: number, of: number) => `${there} of ${of} came`, coming: 'Coming', sends: (who: string) => `sends ${who}`, pause: ', ', more: (count: number) => `${count} in all`,
  },
} satisfies Record<Lang, unknown>

/** 县委教育工作领导小组2026年第二次会议; of one that was called off, or that others call, its body. */
export const standingName = ({ body: { name }, count }: Pick<Sitting, 'body' | 'count'>, lang: Lang): string => sittingName({ body: name, ...present({ count }) }, lang)

/** `asAfternoon`: the hour as it was typed, where the afternoon was not said and taken for it. */
export type HourRead = { time: string; asAfternoon?: string }

/** From when on an hour of the clock is called 早上, and its double 晚上. */
const [noon, morning, evening] = [12, 5, 6]

/** What was taken for it, and how the other is written. */
export function hourLines({ asAfternoon: said, time }: HourRead, lang: Lang): Rich[] {
  if (said === undefined) return []
  const hour = Number(time.slice(0, 2)) - noon
  const early = `${String(hour).padStart(2, '0')}${time.slice(2)}`
  const [late, other] = [hour < evening ? '下午' : '晚上', hour < morning ? '凌晨' : '早上']
  return [lang === 'zh' ? rich`“${said}”按${late}${time}记；要是${other}，请改成${early}。` : rich`“${said}” was read as ${time}; for the ${hour < morning ? 'early morning' : 'morning'} write ${early}.`]
}

/** 县长（何景川）: the seat, and behind it who holds it. */
export function seatWords({ name, people }: Pick<Invited, 'name' | 'people'>, lang: Lang): string {
  const [first, ...others] = people.filter((person) => person.name !== name)
  if (first === undefined || others.length > 0) return name
  return lang === 'zh' ? `${name}（${first.name}）` : `${name} (${first.name})`
}

/** Who is to hold it; once it is on record who came, who did. */
function chairWords({ meeting: { attendance }, invited }: Pick<Sitting, 'meeting' | 'invited'>, lang: Lang): string | undefined {
  const leader = invited.find(({ as, seat }) => as === 'leader' && attendance?.absent.includes(seat) !== true)
  const held = invited.find(({ seat }) => seat === attendance?.chair) ?? (attendance?.chair === undefined ? leader : undefined)
  return held === undefined ? attendance?.chair : seatWords(held, lang)
}

/** Who chairs it, what it is about, what it counts as. */
export function aboutSitting({ meeting, invited }: Pick<Sitting, 'meeting' | 'invited'>, lang: Lang): Rich[] {
  const w = words[lang]
  const chair = chairWords({ meeting, invited }, lang)
  const sort = [...(meeting.of === undefined ? [] : [w.sorts[meeting.of]]), ...(meeting.uncounted === true ? [w.uncounted] : []), ...(meeting.series === undefined ? [] : [w.series])]
  return [
    ...(meeting.topic === undefined ? [] : [rich`${w.topic}${w.colon}${cutTo(meeting.topic, 120)}`]),
    ...(chair === undefined ? [] : [rich`${w.chair}${w.colon}${chair}`]), ...(meeting.attendance?.there === undefined ? [] : [rich`${w.came(meeting.attendance.there.length, meeting.attendance.there.length + meeting.attendance.absent.length)}`]),
    ...(sort.length === 0 ? [] : [rich`${sort.join(w.stop)}`]),
  ]
}

/** So many seats are named in a line. */
const named = 12

function names(seats: readonly string[], lang: Lang): string {
  const w = words[lang]
  return seats.length <= named ? seats.join(w.and) : `${seats.slice(0, named).join(w.and)}${lang === 'zh' ? '' : ' … '}${w.more(seats.length)}`
}

/** 周敏副股长, as 周敏，副股长 is said in a sentence. */
export const substituteWords = (who: string, lang: Lang): string => (lang === 'zh' ? who.replace(/(?<=\p{Script=Han})[，,、\s]+(?=\p{Script=Han})/gu, '') : who)

/** 县财政局（出差，派李四参加） */
const answerWords = ({ name, people, answer }: Invited, lang: Lang): string => {
  const w = words[lang]
  const said = [...(answer?.words === undefined ? [] : [cutTo(answer.words, 60)]), ...(answer?.instead === undefined ? [] : [w.sends(substituteWords(answer.instead, lang))])].join(w.pause)
  return said === '' ? (answer?.coming === true ? seatWords({ name, people }, lang) : name) : lang === 'zh' ? `${name}（${said}）` : `${name} (${said})`
}

/** 参加12，请假3，未答5 */
export function answersCounted(invited: readonly Invited[], lang: Lang): string {
  const { coming, away, silent } = answersStanding(invited)
  return words[lang].counts(coming.length, away.length, silent.length)
}

/** 参加12，请假3，未答5, and who they are. */
export function answersLines(invited: readonly Invited[], lang: Lang): Rich[] {
  const w = words[lang]
  const { coming, away, silent, untold } = answersStanding(invited)
  return [
    rich`${strong(w.counts(coming.length, away.length, silent.length))}`,
    ...(coming.length === 0 ? [] : [rich`${w.coming}${w.colon}${names(coming.map((seat) => answerWords(seat, lang)), lang)}`]),
    ...(away.length === 0 ? [] : [rich`${w.away}${w.colon}${names(away.map((seat) => answerWords(seat, lang)), lang)}`]),
    ...(silent.length === 0 ? [] : [rich`${w.silent}${w.colon}${names(silent.map((seat) => seatWords(seat, lang)), lang)}`]),
    // Each of these has to be telephoned: none is left out.
    ...(untold.length === 0 ? [] : [rich`⚠️ ${w.untold}${w.colon}${untold.map(({ name }) => name).join(w.and)}`]),
  ]
}

/** The seats somebody answers for, as they are called; nothing where it is only themselves. */
export function seatsFor(own: readonly Invited[], person: Pick<Person, 'name'>, lang: Lang): string | undefined {
  const seats = own.map(({ name }) => name).filter((name) => name !== person.name)
  return seats.length === 0 ? undefined : seats.join(words[lang].and)
}
