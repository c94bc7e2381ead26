// 议题申报: what was asked of a body that others call, how long it waits, and what its office said.
import type { Day } from '#src/calendar/day.ts'
import type { AgendaRequest } from '#src/ledger/agenda-request.ts'
import type { Body } from '#src/ledger/body.ts'
import { present } from '#src/ledger/fields.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import type { Meeting } from '#src/ledger/meeting.ts'
import type { CadenceFacts } from '#src/meetings/cadence.ts'
import type { RequestWaiting } from '#src/meetings/requests.ts'
import { cadenceWords, clauseLine } from './cadences.ts'
import type { Action, Card, Form, Lang, Row, Run } from './card.ts'
import { counted } from './counted.ts'
import { cutTo } from './cut-to.ts'
import { dayWords, shortDay } from './day-words.ts'
import { notTakenWords } from './others-sitting.ts'
import { rich, strong } from './rich.ts'
import { saysOf } from './says-of.ts'
import { ways } from './ways.ts'

const words = {
  zh: {
    request: '议题申报', take: '已列入', decline: '未列入', file: '下载议题申报', heading: (count: number) => `议题申报待答复 ${count}`,
    topic: '议题名称', topicHint: '例如 听取全县基础教育工作情况汇报', wanted: '希望哪天上会', submit: '申报', missing: '请写一句议题名称。',
    recorded: (body: string, topic: string) => `已登记议题申报：${body}，议题“${topic}”。请下载文稿，盖章后送对方办公室`, wants: (day: string) => `希望${day}上会`, after: (days: number) => `对方答复后请点“已列入”或“未列入”；过${days}个工作日没有答复，每天的提醒里会告诉您。`,
    standsTaken: (day: string) => `已列入${day}的会`, standsDeclined: (day: string, why: string) => `${day}答复没有列入：${why}`, standsWaiting: '还没有答复', askedOn: (day: string) => `${day}申报`, open: '看会议', topicOf: (topic: string) => `议题“${topic}”`, waits: (day: string, days: number) => `${day}申报，已等${days}个工作日`,
    takeTitle: '已列入议题', day: '上会日期', takeSubmit: '登记', dayMissing: '请选是哪天的会。', taken: (body: string, day: string, topic: string) => `已登记：${body}${day}研究“${topic}”`, takenThen: (body: string, day: string, topic: string) => `已登记：${body}${day}已研究“${topic}”，按已召开记，计入频次`, corrected: (body: string, from: string, to: string, topic: string) => `已更正：${body}研究“${topic}”，由${from}改为${to}`, correctedThen: '，按已召开记，计入频次', change: '改日期', changeTitle: '更正上会日期', takenAfter: '会后我会问您开了没有；开了才计入频次。', number: (meeting: string) => `会议编号${meeting}。`,
    declineTitle: '未列入议题', reason: '对方答复的原因', declineSubmit: '登记', reasonMissing: '请写明对方答复的原因。', declined: (body: string, topic: string) => `已登记：${body}没有列入“${topic}”`, again: '要再报，点“议题申报”重新申报。', meetings: '会议',
  },
  en: {
    request: 'Request an item', take: 'On the agenda', decline: 'Not taken up', file: 'Request (Word)', heading: (count: number) => `Requests awaiting an answer: ${count}`,
    topic: 'The item', topicHint: 'In a few words', wanted: 'Preferred day', submit: 'Request', missing: 'Write the item in a few words.',
    recorded: (body: string, topic: string) => `Recorded: “${topic}” for ${body}. Download the request, have it sealed, and send it to their office`, wants: (day: string) => `for ${day} if possible`, after: (days: number) => `Once they answer, press “On the agenda” or “Not taken up”; after ${counted(days, 'working day')} without an answer you will be reminded.`,
    standsTaken: (day: string) => `on the agenda of ${day}`, standsDeclined: (day: string, why: string) => `not taken up, answered ${day}: ${why}`, standsWaiting: 'no answer yet', askedOn: (day: string) => `requested ${day}`, open: 'Open the meeting', topicOf: (topic: string) => `“${topic}”`, waits: (day: string, days: number) => `requested ${day}, ${days} working ${days === 1 ? 'day' : 'days'} ago`,
    takeTitle: 'On the agenda', day: 'Meeting date', takeSubmit: 'Record', dayMissing: 'Choose the date of that meeting.', taken: (body: string, day: string, topic: string) => `Recorded: ${body} will take up “${topic}” on ${day}`, takenThen: (body: string, day: string, topic: string) => `Recorded: ${body} took up “${topic}” on ${day}; it counts as held`, corrected: (body: string, from: string, to: string, topic: string) => `Put right: ${body} on “${topic}”, moved from ${from} to ${to}`, correctedThen: '; it counts as held', change: 'Change the day', changeTitle: 'Correct the date', takenAfter: 'You will be asked afterwards whether it was held; it counts only then.', number: (meeting: string) => ` Meeting ${meeting}.`,
    declineTitle: 'Not taken up', reason: 'What they said', declineSubmit: 'Record', reasonMissing: 'Say why it was not taken up.', declined: (body: string, topic: string) => `Recorded: ${body} did not take up “${topic}”`, again: 'To try again, make a new request.', meetings: 'Meetings',
  },
} satisfies Record<Lang, unknown>

export const requestRun = (plan: PlanId, body: string): Run => ({ command: 'request-agenda', args: { plan, body } })
export const requestAction = (plan: PlanId, body: Pick<Body, 'id' | 'name'>, lang: Lang): Action => ({ label: words[lang].request, says: saysOf(words[lang].request, body.name, lang), run: requestRun(plan, body.id) })

/** What its office said is recorded by whoever is told. */
export function answerActions(plan: PlanId, { id: request, topic }: Pick<AgendaRequest, 'id' | 'topic'>, lang: Lang): Action[] {
  const w = words[lang]
  const action = (label: string, command: string): Action => ({ label, says: saysOf(label, topic, lang), run: { command, args: { plan, request } } })
  return [action(w.take, 'take-request'), action(w.decline, 'decline-request')]
}

export const fileAction = (plan: PlanId, { id: request, topic }: Pick<AgendaRequest, 'id' | 'topic'>, lang: Lang): Action => ({ label: words[lang].file, says: saysOf(words[lang].file, topic, lang), run: { command: 'request-paper', args: { plan, request } } })

export function requestForm({ plan, body, cadences, topic, wanted, today }: { plan: PlanId; body: Body; cadences: readonly CadenceFacts[]; topic: string; wanted?: Day | undefined; today: Day }, lang: Lang): Form {
  const w = words[lang]
  return {
    title: w.request,
    intro: [rich`${strong(body.name)}`, ...cadences.flatMap((facts) => [rich`${cadenceWords(facts, lang, today)}`, clauseLine(facts)])],
    fields: [{ name: 'topic', label: w.topic, hint: w.topicHint, kind: 'line', maxLength: 190, ...(topic === '' ? {} : { now: topic }) }, { name: 'wanted', label: w.wanted, kind: 'date', optional: true, ...(wanted === undefined ? {} : { now: wanted }) }],
    submit: w.submit,
    run: { command: 'request-agenda', args: { plan, body: body.id, form: true } },
  }
}
export const topicMissing = (lang: Lang): Record<string, string> => ({ topic: words[lang].missing })

export function requestRecorded({ plan, name, request, within, today }: { plan: PlanId; name: string; request: AgendaRequest; within: number; today: Day }, lang: Lang): Card {
  const w = words[lang]
  const head = w.recorded(name, request.topic)
  return {
    text: head,
    lines: [rich`✅ ${head}`, ...(request.wanted === undefined ? [] : [rich`${w.wants(dayWords(request.wanted, lang, today))}`])],
    actions: [fileAction(plan, request, lang), ...answerActions(plan, request, lang)],
    footer: rich`${w.after(within)}`,
  }
}

/** One that was requested, as it stands, with what is next. @param from the day on record, as it is put right from @param sitting that took it up, where one did */
export function requestCard({ plan, name, request, from, sitting, today }: { plan: PlanId; name: string; request: AgendaRequest; from?: Day; sitting?: Meeting; today: Day }, lang: Lang): Card {
  const w = words[lang]
  const head = `${request.id} ${name}${lang === 'zh' ? '，' : ', '}${w.topicOf(cutTo(request.topic, 120))}`
  const off = sitting === undefined ? undefined : notTakenWords(sitting, { convened: false }, lang)
  const stands = request.status === 'waiting' ? w.standsWaiting : request.status === 'declined' ? w.standsDeclined(shortDay(request.declinedOn, lang, today), cutTo(request.reason, 120)) : `${w.standsTaken(dayWords(sitting?.day ?? request.day, lang, today))}${off === undefined ? '' : `${lang === 'zh' ? '；' : '; '}${off}`}`
  const wanted = request.wanted === undefined || request.status !== 'waiting' ? [] : [w.wants(dayWords(request.wanted, lang, today))]
  return { text: `${head}${lang === 'zh' ? '：' : ': '}${stands}`, lines: [rich`${strong(head)}`, rich`${[stands, w.askedOn(shortDay(request.on, lang, today)), ...wanted].join(lang === 'zh' ? '；' : '; ')}`], actions: nextOf({ plan, name, request, ...present({ from, sitting }) }, lang) }
}

function nextOf({ plan, name, request, from, sitting }: { plan: PlanId; name: string; request: AgendaRequest; from?: Day; sitting?: Meeting }, lang: Lang): Action[] {
  const w = words[lang]
  if (request.status === 'waiting') return [...answerActions(plan, request, lang), fileAction(plan, request, lang)]
  const again = requestAction(plan, { id: request.body, name }, lang)
  if (request.status === 'declined' || sitting === undefined || from === undefined) return [again]
  const isOff = sitting.status === 'cancelled' || sitting.status === 'not-held'
  return [{ label: w.open, run: ways.meeting(plan, sitting.id) }, { label: w.change, says: saysOf(w.change, request.topic, lang), run: { command: 'take-request', args: { plan, request: request.id, from } } }, ...(isOff ? [again] : [])]
}

export const requestsHeading = (count: number, lang: Lang): string => words[lang].heading(count)

/** @param mayAnswer whether the reader records what the office said @param mayAct whether they request items themselves */
export function requestRow(plan: PlanId, { request, body, waits }: RequestWaiting, { today, mayAnswer, mayAct }: { today: Day; mayAnswer: boolean; mayAct: boolean }, lang: Lang): Row {
  const w = words[lang]
  const wants = request.wanted === undefined ? '' : `${lang === 'zh' ? '，' : ', '}${w.wants(shortDay(request.wanted, lang, today))}`
  return {
    line: rich`${strong(body?.name ?? request.body)} · ${w.topicOf(cutTo(request.topic, 60))}`, note: rich`${w.waits(shortDay(request.on, lang, today), waits)}${wants}`,
    ...(mayAnswer ? { actions: [...answerActions(plan, request, lang), ...(mayAct ? [fileAction(plan, request, lang)] : [])] } : {}),
  }
}

type Answered = { plan: PlanId; name: string; request: Pick<AgendaRequest, 'id' | 'topic' | 'body'> }

/** @param from the day that is put right, where one is on record */
export function takeForm({ plan, name, request, wanted, from }: Answered & { wanted?: Day | undefined; from?: Day | undefined }, lang: Lang): Form {
  const w = words[lang]
  const now = from ?? wanted
  return {
    title: from === undefined ? w.takeTitle : w.changeTitle, intro: [rich`${strong(name)} · ${w.topicOf(request.topic)}`], fields: [{ name: 'day', label: w.day, kind: 'date', ...(now === undefined ? {} : { now }) }],
    submit: w.takeSubmit, run: { command: 'take-request', args: { plan, request: request.id, form: true, ...(from === undefined ? {} : { from }) } },
  }
}
export const takeDayMissing = (lang: Lang): Record<string, string> => ({ day: words[lang].dayMissing })

export function declineForm({ plan, name, request }: Answered, lang: Lang): Form {
  const w = words[lang]
  return { title: w.declineTitle, intro: [rich`${strong(name)} · ${w.topicOf(request.topic)}`], fields: [{ name: 'reason', label: w.reason, kind: 'line', maxLength: 300 }], submit: w.declineSubmit, run: { command: 'decline-request', args: { plan, request: request.id, form: true } } }
}
export const declineReasonMissing = (lang: Lang): Record<string, string> => ({ reason: words[lang].reasonMissing })

/** @param from the day that was put right */
/** `meeting`: the number of the sitting that has it. */
export function requestTaken({ plan, name, request, day, from, today, meeting }: Answered & { day: Day; from?: Day | undefined; today: Day; meeting?: string }, lang: Lang): Card {
  const w = words[lang]
  const isPast = day < today
  const head = from === undefined ? (isPast ? w.takenThen : w.taken)(name, dayWords(day, lang, today), request.topic) : `${w.corrected(name, shortDay(from, lang, today), dayWords(day, lang, today), request.topic)}${isPast ? w.correctedThen : ''}`
  const change: Action = { label: w.change, says: saysOf(w.change, request.topic, lang), run: { command: 'take-request', args: { plan, request: request.id, from: day } } }
  return { text: head, lines: [rich`✅ ${head}`], actions: [{ label: w.meetings, run: ways.meetings() }, change], ...(isPast ? {} : { footer: rich`${w.takenAfter}${meeting === undefined ? '' : w.number(meeting)}` }) }
}

export function requestDeclined({ plan, name, request, reason }: Answered & { reason: string }, lang: Lang): Card {
  const w = words[lang]
  const head = w.declined(name, request.topic)
  return { text: head, lines: [rich`✅ ${head}`, rich`“${cutTo(reason, 200)}”`], actions: [requestAction(plan, { id: request.body, name }, lang)], footer: rich`${w.again}` }
}
