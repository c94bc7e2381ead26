// 会议通知: who is to come where and when, for what, and the slip to send back.
import type { Day } from '#src/calendar/day.ts'
import type { Paper, PaperBlock } from './paper.ts'
import { orBlank, paperContact, paperDay, paperFileName, paperHour, paperMoment, paperPerson, sentence, toFill, unended, type PaperContact, type PaperPerson } from './paper-words.ts'

/** What is left out is not known, and a blank in the paper. */
export type NoticeFacts = {
  /** As the title names it: 县学前教育工作领导小组2026年第二次会议. */
  meeting: string
  /** The body that meets: a name that the title does not break. */
  body: string
  /** Who is written to. */
  addressees: readonly string[]
  day?: Day
  /** Wall time: `15:00`. */
  time?: string
  /** 半天 */
  length?: string
  place?: string
  chair?: PaperPerson
  members: readonly PaperPerson[]
  /** 列席 */
  observers?: readonly PaperPerson[]
  /** In their order; `by`: who reports on it. */
  items: readonly { title: string; by?: string }[]
  replyBy?: { day: Day; time?: string }
  /** Until when papers are handed in, by those who report. */
  papersBy?: Day
  contact?: PaperContact
  /** 落款 */
  office?: string
  writtenOn?: Day
}

const slip = '参会回执'
/** Rows for a unit to fill in; whoever sends more adds some. */
const slipRows = 6

export const noticeFileName = ({ body, day }: NoticeFacts): string => paperFileName('会议通知', body, day)

export function paperNotice(facts: NoticeFacts): Paper {
  const { meeting, body, addressees, office, writtenOn, contact } = facts
  return {
    kind: 'paper',
    blocks: [
      { kind: 'title', text: `关于召开${orBlank(meeting)}的通知`, whole: [body] },
      { kind: 'addressees', names: addressees.length === 0 ? [toFill] : addressees },
      { kind: 'paragraph', text: `经研究，定于${paperDay(facts.day)}召开${orBlank(meeting)}。现将有关事项通知如下：` },
      { kind: 'heading', level: 1, text: '一、时间：', rest: sentence(`${paperMoment(facts.day, facts.time)}${facts.length === undefined ? '' : `，会期${facts.length}`}`) },
      { kind: 'heading', level: 1, text: '二、地点：', rest: sentence(orBlank(facts.place)) },
      { kind: 'heading', level: 1, text: '三、参会人员' },
      ...comers(facts),
      { kind: 'heading', level: 1, text: '四、会议内容' },
      ...agenda(facts),
      { kind: 'heading', level: 1, text: '五、有关要求' },
      ...demands(facts),
      { kind: 'attachments', names: [slip] },
      { kind: 'signature', by: orBlank(office), on: paperDay(writtenOn) },
      { kind: 'note', text: paperContact(contact) },
      { kind: 'annex' },
      { kind: 'title', text: slip },
      { kind: 'table', columns: [{ name: '单位', share: 5 }, { name: '姓名', share: 3 }, { name: '职务', share: 4 }, { name: '手机', share: 4 }, { name: '备注', share: 3 }], rows: Array.from({ length: slipRows }, () => ['', '', '', '', '']) },
      { kind: 'note', text: `请于${until(facts)}报${orBlank(office)}，${paperContact(contact)}` },
    ],
  }
}

function comers({ chair, members, observers = [] }: NoticeFacts): PaperBlock[] {
  const rows: [string, readonly PaperPerson[]][] = [['主持', chair === undefined ? [] : [chair]], ['参会', members], ['列席', observers]]
  const named = rows.filter(([, people]) => people.length > 0)
  if (members.length === 0) named.push(['参会', []])
  return named.map(([label, people]) => ({ kind: 'names', label, names: people.length === 0 ? [toFill] : people.map(paperPerson) }))
}

function agenda({ items }: NoticeFacts): PaperBlock[] {
  if (items.length === 0) return [{ kind: 'paragraph', text: sentence(toFill) }]
  return items.map(({ title, by }, at) => ({ kind: 'item', number: at + 1, text: sentence(`${unended(title)}${by === undefined ? '' : `（${by}汇报）`}`) }))
}

const until = ({ replyBy }: NoticeFacts): string => (replyBy === undefined ? `${toFill}前` : `${paperDay(replyBy.day)}${replyBy.time === undefined ? '' : paperHour(replyBy.time)}前`)

function demands(facts: NoticeFacts): PaperBlock[] {
  const { papersBy, items, office } = facts
  const to = orBlank(office)
  const reporting = items.some(({ by }) => by !== undefined)
  const texts = [
    `请参会单位于${until(facts)}将${slip}报${to}。`,
    ...(reporting ? [`汇报单位请于${papersBy === undefined ? toFill : paperDay(papersBy)}前将汇报材料报${to}。`] : []),
    '请参会人员安排好工作，按时参会。因故不能参会的，须提前向会议主持人请假，并委托熟悉情况的同志参加。',
  ]
  return texts.map((text, at) => ({ kind: 'item', number: at + 1, text }))
}
