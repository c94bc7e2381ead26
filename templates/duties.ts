// Duties that come back, and one that was done.
import type { Day } from '#src/calendar/day.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import type { Occurrence } from '#src/queries/occurrences.ts'
import type { Card, Lang, Row } from './card.ts'
import { cutTo } from './cut-to.ts'
import { dayWords } from './day-words.ts'
import { rich, strong, type Rich } from './rich.ts'

export type Duty = { plan: PlanId; occurrence: Occurrence; debtor?: string; receiver?: string; mayFulfil: boolean; mayReceive: boolean }

const words = {
  zh: {
    text: (open: number, all: boolean) => (open === 0 ? '本期没有待办的周期任务。' : `${all ? '' : '您'}有${open}项周期任务待办，最近一项：`), by: (day: string) => `${day}前`, late: (day: string) => `应于${day}前办，已过期`,
    done: (day: string, words: string) => `✅ ${day}已办${words === '' ? '' : `：${words}`}`, nobody: '无人认领', to: (receiver: string) => `，报${receiver}`, press: '已完成', fulfilled: (time: string, what: string) => `已记录 ${time}：${what}，本期已完成`, submitted: (time: string, what: string, receiver: string) => `已记录 ${time}：${what}，待${receiver}确认收到后算完成`, waits: (day: string, receiver: string) => `${day}已报送，待${receiver}确认收到`, receive: '已收到',
    type: (reference: string) => `也可以输入：/duban 周期 完成 ${reference} 说明`,
    rest: (left: number) => `另有${left}项。`, confirm: '登记本期已完成？',
  },
  en: {
    text: (open: number, all: boolean) => (open === 0 ? 'No recurring duty is open in this period.' : `${all ? '' : 'You have '}${open} recurring ${open === 1 ? 'duty' : 'duties'} open, the nearest: `), by: (day: string) => `by ${day}`, late: (day: string) => `was due ${day}`,
    done: (day: string, words: string) => `✅ done ${day}${words === '' ? '' : `: ${words}`}`, nobody: 'nobody named', to: (receiver: string) => `, to ${receiver}`, press: 'Done', fulfilled: (time: string, what: string) => `Recorded ${time}: ${what}, done for this period`, submitted: (time: string, what: string, receiver: string) => `Recorded ${time}: ${what}; done once ${receiver} confirms receipt`, waits: (day: string, receiver: string) => `submitted ${day}, waits for ${receiver} to confirm receipt`, receive: 'Received',
    type: (reference: string) => `Or type /duban duties done ${reference} what was done`,
    rest: (left: number) => `${left} more.`, confirm: 'Record it as done for this period?',
  },
} satisfies Record<Lang, unknown>

export function dutyList({ duties, all, today }: { duties: readonly Duty[]; all: boolean; today: Day }, lang: Lang): Card {
  const w = words[lang]
  const open = duties.filter(({ occurrence }) => occurrence.done === undefined)
  const [first] = open
  const text = `${w.text(open.length, all)}${first === undefined ? '' : `${when(first.occurrence, today, lang)} ${cutTo(first.occurrence.obligation.what, 40)}`}`
  const own = duties.find(({ mayFulfil }) => mayFulfil)
  return { text, lines: [rich`${text}`], ...(own === undefined ? {} : { footer: rich`${w.type(referenceOf(own))}` }), ...(duties.length === 0 ? {} : { sections: [{ rows: duties.map((duty) => rowOf(duty, today, lang)) }], rest: { line: (left: number) => rich`${w.rest(left)}` } }) }
}

/** As it is typed: p1/c3/2026H1/1. */
const referenceOf = ({ plan, occurrence }: Duty): string => `${plan}/${occurrence.key}`

const when = ({ due }: Occurrence, today: Day, lang: Lang): string => (due < today ? words[lang].late(dayWords(due, lang, today)) : words[lang].by(dayWords(due, lang, today)))

function rowOf(duty: Duty, today: Day, lang: Lang): Row {
  const w = words[lang]
  const { plan, occurrence, debtor, receiver, mayFulfil, mayReceive } = duty
  const { obligation } = occurrence
  const state = stateOf(duty, today, lang)
  const line: Rich = rich`${state} · ${debtor ?? w.nobody}${receiver === undefined ? '' : w.to(receiver)} · ${strong(cutTo(obligation.what, 80))}`
  if (mayReceive) return { line, beside: { label: w.receive, says: cutTo(`${w.receive}：${obligation.what}`, 70), run: { command: 'receive', args: { plan, occurrence: occurrence.key } } } }
  return mayFulfil ? { line: rich`${line} (${referenceOf(duty)})`, beside: { label: w.press, says: cutTo(`${w.press}：${obligation.what}`, 70), run: { command: 'fulfil', args: { plan, occurrence: occurrence.key } }, confirm: w.confirm } } : { line }
}

/** A submission is done only at its receipt: until then nobody is told that it is. */
function stateOf({ occurrence, receiver }: Duty, today: Day, lang: Lang): string {
  const { done, submitted } = occurrence
  if (submitted !== undefined && receiver !== undefined) return words[lang].waits(dayWords(submitted.on, lang, today), receiver)
  return done === undefined ? when(occurrence, today, lang) : words[lang].done(dayWords(done.on, lang, today), done.words)
}

/** @param waitsFor the unit whose receipt is still to come, by name */
export function dutyFulfilled({ what, time, waitsFor }: { what: string; time: string; waitsFor?: string }, lang: Lang): Card {
  const head = waitsFor === undefined ? words[lang].fulfilled(time, cutTo(what, 80)) : words[lang].submitted(time, cutTo(what, 80), waitsFor)
  return { text: head, lines: [rich`✅ ${head}`] }
}
