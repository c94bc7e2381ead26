// A sitting that others call (常委会, 常务会议): what becomes of our item there is theirs to say, and is only recorded here.
import { neverWas } from '#src/ledger/agenda-request.ts'
import type { Body } from '#src/ledger/body.ts'
import type { Meeting } from '#src/ledger/meeting.ts'
import type { Lang } from './card.ts'
import { cutTo } from './cut-to.ts'
import { colon } from './quoted.ts'

const words = {
  zh: {
    item: (topic: string) => (topic === '' ? '议题' : `议题“${topic}”`), moved: (name: string, item: string, where: string) => `已登记：${name}，${item}改到${where}`, off: (name: string, item: string, when: string) => `已登记：${name}${when}，${item}未上会`, stands: (name: string, item: string, when: string, why: string) => `${name}（${when}），${item}未上会${why === '' ? '' : `：${why}`}`,
    theirs: '由对方召集，这里只登记，不发通知。', change: '议题改期', cancel: '未上会', changeTitle: '议题改期', cancelTitle: '议题未上会', submit: '登记', reasonHint: '对方怎么说', reasonMissing: '请写明没有上会的原因。', reasonGap: '还没有登记：请写明没有上会的原因。', changeGap: '还没有登记：请写明改到哪天。', again: '要再报，点“议题申报”重新申报。',
    state: '未上会', movedFrom: (day: string) => `议题由${day}改期`, never: (name: string, when: string) => `${name}：${when}这次会日期登记有误，议题已改记到另一天的会上。`, neverShort: '日期登记有误，已改记',
  },
  en: {
    item: (topic: string) => (topic === '' ? 'our item' : `“${topic}”`), moved: (name: string, item: string, where: string) => `Recorded: ${name}, ${item} is now on ${where}`, off: (name: string, item: string, when: string) => `Recorded: ${name} of ${when}, ${item} was not taken up`, stands: (name: string, item: string, when: string, why: string) => `${name} (${when}): ${item} was not taken up${why === '' ? '' : `: ${why}`}`,
    theirs: 'Convened by its own office: this is recorded here, and nobody is told.', change: 'Item moved', cancel: 'Not taken up', changeTitle: 'The item was moved', cancelTitle: 'Not taken up', submit: 'Record', reasonHint: 'What its office said', reasonMissing: 'Please say why it was not taken up.', reasonGap: 'Not recorded yet: please say why it was not taken up.', changeGap: 'Not recorded yet: please say to which day.', again: 'To ask once more, press “Request an item”.',
    state: 'not taken up', movedFrom: (day: string) => `item moved from ${day}`, never: (name: string, when: string) => `${name}: ${when} was recorded by mistake; the item is on record at another day’s meeting.`, neverShort: 'recorded for a wrong day, and put right',
  },
} satisfies Record<Lang, unknown>

type Ours = Pick<Meeting, 'topic'>
const itemOf = ({ topic = '' }: Ours, lang: Lang): string => words[lang].item(cutTo(topic, 60))

/** What is said where its form and its buttons would otherwise speak of a meeting of ours. */
export const othersWords = (lang: Lang): Omit<(typeof words)['zh'], 'item' | 'moved' | 'off' | 'stands'> => words[lang]

/** 已登记：县委常委会会议，议题“听取汇报”改到7月20日 */
export const itemMoved = (meeting: Ours, name: string, where: string, lang: Lang): string => words[lang].moved(name, itemOf(meeting, lang), where)
/** 已登记：县委常委会会议7月20日，议题“听取汇报”未上会 */
export const itemOff = (meeting: Ours, name: string, when: string, lang: Lang): string => words[lang].off(name, itemOf(meeting, lang), when)
/** How it stands since. */
export const itemStandsOff = (meeting: Ours & { reason: string }, name: string, when: string, lang: Lang): string => words[lang].stands(name, itemOf(meeting, lang), when, meeting.reason)

/** 未上会：会期调整: what became of our item at a sitting of others that is off; nothing where it stands, and of one of ours. */
export function notTakenWords(meeting: Meeting, body: Pick<Body, 'convened'> | undefined, lang: Lang): string | undefined {
  const w = words[lang]
  if (neverWas(meeting, body)) return w.neverShort
  return body?.convened === false && (meeting.status === 'cancelled' || meeting.status === 'not-held') ? `${w.state}${colon[lang]}${meeting.reason}` : undefined
}
