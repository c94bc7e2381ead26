// A question as it was understood, above its answer, with the command that asks the same; and one that was not, with the nearest that would be.
import type { Day } from '#src/calendar/day.ts'
import type { Meeting } from '#src/ledger/meeting.ts'
import type { DecisionWaiting } from '#src/queries/decisions-waiting.ts'
import type { Asked } from '#src/reader/asked.ts'
import type { Action, Card, Lang, Run } from './card.ts'
import { cutTo } from './cut-to.ts'
import { meetingLine } from './meetings.ts'
import { rich, strong, type Rich } from './rich.ts'
import { ways } from './ways.ts'

type Light = NonNullable<Extract<Asked, { kind: 'tasks' }>['light']>
type Only = NonNullable<Extract<Asked, { kind: 'tasks' }>['only']>

const lights: Record<Lang, Record<Light, string>> = {
  zh: { red: '滞后（红灯）', yellow: '预警（黄灯）', green: '正常', done: '已办结', pending: '待定' },
  en: { red: 'behind (red)', yellow: 'at risk (yellow)', green: 'on track', done: 'done', pending: 'pending' },
}
const onlys: Record<Lang, Record<Only, string>> = {
  zh: { unreported: '未报', open: '未办结', overdue: '逾期', claimed: '待审核', 'no-unit': '单位待定', 'no-contact': '没有联络员', week: '7日内到期', coordination: '需协调', blocked: '受阻', difficulty: '有困难', extended: '申请延期或已延期' },
  en: { unreported: 'not reported', open: 'not done', overdue: 'overdue', claimed: 'waiting for review', 'no-unit': 'without a unit', 'no-contact': 'without a contact', week: 'due within 7 days', coordination: 'that need coordination', blocked: 'blocked', difficulty: 'in difficulty', extended: 'with a later day, asked for or given' },
}

/** 何县长分管的; of whoever asks, 您分管的. */
const inChargeWords = (person: string, lang: Lang): string => (lang === 'zh' ? `${person === '我' ? '您' : person}分管的` : person === '我' ? 'in your charge' : `in the charge of ${person}`)

/** 县教育局未办结的任务. */
export function askedWords(asked: Asked, lang: Lang): string {
  const zh = lang === 'zh'
  switch (asked.kind) {
    case 'tasks': {
      const { unit: first, or, leads, light, only: state, due, done, inCharge, during, finishes, overBy } = asked
      const unit = or === undefined ? first : `${first ?? ''}${zh ? '或' : ' or '}${or}`
      const only = overBy === undefined ? state : undefined
      const long = overBy === undefined ? '' : zh ? `逾期${overBy}天以上` : `overdue by ${overBy} days or more`
      if (!zh) return ['tasks', ...(inCharge === undefined ? [] : [inChargeWords(inCharge, lang)]), ...(unit === undefined ? [] : [`${leads === true ? 'led by' : 'of'} ${unit}`]), ...(light === undefined ? [] : [lights.en[light]]), ...(only === undefined ? [] : [onlys.en[only]]), ...(long === '' ? [] : [long]), ...(during === undefined ? [] : [`for ${during.replaceAll('-', ' ')}`]), ...(due === undefined ? [] : [dueWords(due, finishes === true, lang)]), ...(done === undefined ? [] : [`done ${done.replaceAll('-', ' ')}`])].join(' ')
      return `${inCharge === undefined ? '' : inChargeWords(inCharge, lang)}${unit ?? ''}${leads === true ? '牵头的' : ''}${due === undefined ? '' : dueWords(due, finishes === true, lang)}${during ?? ''}${long}${done === undefined ? '' : `${done}办结`}${light === undefined ? '' : lights.zh[light]}${only === undefined ? '' : onlys.zh[only]}${due === undefined && done === undefined && overBy === undefined && light === undefined && only === undefined ? '' : '的'}任务`
    }
    case 'unit':
      return zh ? `${asked.unit}的情况` : `how ${asked.unit} stands`
    case 'contact':
      return zh ? `${asked.unit}的联络员` : `the contact of ${asked.unit}`
    case 'in-charge':
      return zh ? `${inChargeWords(asked.person, lang)}任务` : `tasks ${inChargeWords(asked.person, lang)}`
    case 'topic':
      return zh ? `${asked.unit ?? ''}与“${cutTo(asked.words, 16)}”有关的任务` : `tasks about “${cutTo(asked.words, 16)}”${asked.unit === undefined ? '' : ` of ${asked.unit}`}`
    case 'overall':
      return zh ? '总体情况' : 'how all stands'
    case 'plan-end':
      return zh ? '方案到什么时候' : 'until when the plans run'
    case 'by-unit':
      return zh ? '各单位的情况' : 'how the units stand'
    case 'task':
      return ofTask[lang][asked.about](asked.task)
    case 'silent':
      return zh ? '谁还没报' : 'who has not reported'
    case 'changes':
      if (asked.body !== undefined) return zh ? `${asked.body}上次会议以来的变化` : `what has changed since the last meeting of ${asked.body}`
      return zh ? `${asked.since === undefined || asked.since === '' ? '最近' : `${sinceSaid(asked.since)}以来`}的变化` : asked.since === undefined || asked.since === '' ? 'what has changed' : `what has changed since ${asked.since}`
    case 'next-meeting':
      return zh ? '下次会议' : 'the next meeting'
    case 'decisions':
      return zh ? `${asked.body ?? ''}上次会议定的事办得怎样` : `how what the last meeting${asked.body === undefined ? '' : ` of ${asked.body}`} decided stands`
    case 'instructions':
      return zh ? '批示和交办办得怎样' : 'how instructions stand'
    case 'to-decide':
      return zh ? '待您决定的事' : 'what waits for your decision'
    case 'unmanned':
      return zh ? '哪些单位没有联络员' : 'units without a contact'
    case 'unchecked':
      return zh ? '哪些单位还没核对' : 'units that have not checked their parts'
    case 'waits':
      return zh ? '我要办的事' : 'what waits for me'
    case 'queue':
      return zh ? '待审的事项' : 'what waits for review'
  }
}

/** 2026年6月22日, where it was worked out from 上周. */
const sinceSaid = (since: string): string => since.replace(/^(\d{4})-0?(\d{1,2})-0?(\d{1,2})$/, '$1年$2月$3日')

const ofTask: Record<Lang, Record<Extract<Asked, { kind: 'task' }>['about'], (task: string) => string>> = {
  zh: { standing: (task) => `${numbered(task)}的进展`, why: (task) => `${numbered(task)}为什么是这个灯`, who: (task) => `${numbered(task)}由谁负责`, history: (task) => `${numbered(task)}的记录` },
  en: { standing: (task) => `how task ${task} stands`, why: (task) => `why task ${task} has its light`, who: (task) => `who is responsible for task ${task}`, history: (task) => `the record of task ${task}` },
}

const numbered = (task: string): string => (task.startsWith('第') ? task : `任务${task}`)

/** 本月到期, 本月要完成; due this month. */
function dueWords(due: string, finishes: boolean, lang: Lang): string {
  const [named, isEnglish] = [due.replace(/^due-/, '').replaceAll('-', ' '), due.startsWith('due-')]
  if (lang === 'zh') return `${isEnglish ? named : due}${finishes ? '要完成' : '到期'}`
  return `${finishes ? 'to be finished' : 'due'} ${isEnglish ? named : due}`
}

export const asOfWords = (day: string, lang: Lang): string => (lang === 'zh' ? `截至${day}` : `as of ${day}`)

/** What is on record of the next meeting, before all that is owed. */
export function nextMeetingWords(next: { meeting: Meeting; body: string } | undefined, lang: Lang, today: Day): string {
  if (next === undefined) return lang === 'zh' ? '目前没有已安排的' : 'none is scheduled now'
  return meetingLine(next.meeting, next.body, lang, today)
}

/** Nothing, or how much and of which task; the screen below has what can be chosen. */
export function toDecideWords(waiting: readonly DecisionWaiting[], lang: Lang): string {
  const names = waiting.slice(0, namedAtMost).map(({ plan, number, title }) => `${plan}-${number} ${cutTo(title, 20)}`).join(lang === 'zh' ? '、' : ', ')
  if (lang === 'zh') return waiting.length === 0 ? '目前没有待您决定的' : `${waiting.length}件：${names}${waiting.length > namedAtMost ? '等' : ''}`
  return waiting.length === 0 ? 'nothing waits for your decision now' : `${waiting.length}: ${names}${waiting.length > namedAtMost ? ', …' : ''}`
}
const namedAtMost = 3

/** 《…》到2028年12月31日; of a plan that names no years, that it does not. */
export function planEndWords(plans: readonly { title: string; until?: number }[], lang: Lang): string {
  const zh = lang === 'zh'
  if (plans.length === 0) return zh ? '目前没有方案' : 'there is no plan now'
  const each = plans.slice(0, namedAtMost).map(({ title, until }) => (zh ? `《${cutTo(title, 24)}》${until === undefined ? '没有写起止年份' : `到${until}年12月31日`}` : `“${cutTo(title, 30)}” ${until === undefined ? 'names no years' : `runs until 31 Dec ${until}`}`))
  return `${each.join(zh ? '；' : '; ')}${plans.length > namedAtMost ? (zh ? '；其余见下' : '; the rest below') : ''}`
}

/** The answer with what was understood above it. @param typed the command that asks the same @param note what is answered at once */
export function withQuestion(card: Card, { asked, typed, note }: { asked: Asked; typed: string; note?: string }, lang: Lang): Card {
  const words = `${askedWords(asked, lang)}${note === undefined ? '' : lang === 'zh' ? `（${note}）` : ` (${note})`}`
  const head: Rich = lang === 'zh' ? rich`问的是：${words}\n命令：${typed}` : rich`Understood: ${strong(words)}\nCommand: ${typed}`
  const text = lang === 'zh' ? `问的是：${words}。${card.text}` : `Understood: ${words}. ${card.text}`
  const { title, ...rest } = card
  return { ...rest, text, lines: [head, ...(title === undefined ? [] : [rich`${strong(title)}`]), ...(card.lines ?? [rich`${card.text}`])] }
}

/** Nothing is guessed: what could have been meant is one press away. */
export function notUnderstood(words: string, nearest: readonly { asked: Asked; run: Run }[], lang: Lang): Card {
  const zh = lang === 'zh'
  const asked = cutTo(words, 30)
  const text = zh ? `没看懂“${asked}”，不猜。您要问的可能是下面这些。` : `“${asked}” was not understood, and is not guessed at. Perhaps you ask one of these.`
  const actions: Action[] = nearest.map((each) => ((label) => ({ label: cutTo(label, 24), says: cutTo(label, 70), run: each.run }))(askedWords(each.asked, lang)))
  return { text, lines: [rich`${text}`], actions: [...actions, { label: zh ? '帮助' : 'Help', run: ways.help() }], refused: 'again' }
}
