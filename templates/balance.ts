// 对账: a day's 应发、已发、补发、未发, plan by plan; and what has waited longer than it may.
import type { Day } from '#src/calendar/day.ts'
import type { PersonId, PlanId } from '#src/ledger/ids.ts'
import { totalOf, type Balance, type PlanBalance, type WhyUnsent } from '#src/reminders/balance.ts'
import type { Card, Lang, Row, Section } from './card.ts'
import { counted } from './counted.ts'
import { cutTo } from './cut-to.ts'
import { dayWords, shortDay } from './day-words.ts'
import { rich, strong, type Rich } from './rich.ts'
import { withRest } from './rest-of-rows.ts'
import { ways } from './ways.ts'

type Figures = Omit<PlanBalance, 'plan'>
type Who = { id: PersonId; name: string; units: readonly string[] }
export type LateLine = Who & { minutes: number; why: 'refused' | 'in-doubt' | 'waiting' }
type UnsentLine = Who & { plan: PlanId; count: number; why: WhyUnsent }

const words = {
  zh: {
    figures: ({ due, sent, late, unsent }: Figures) => `应发${due}项，已发${sent}，补发${late}，未发${unsent}`,
    nothing: '没有应发的提醒', head: (day: string, said: string) => `${day}对账：${said}`, soFar: (day: string, said: string) => `${day}到现在：${said}`,
    even: '账平。', lapsed: (count: number) => `另有${count}项在发出前已有答复或不再需要，没有发。`, wrong: (notOwed: number, twice: number) => `账不平：不该发而发${notOwed}项，重复发${twice}项。请告诉管理员。`,
    unsent: '未发', count: (count: number) => `${count}项`, why: { unreachable: '收不到消息，请核对账号或换联络员', 'in-doubt': '可能已送达，正在核对，不重发', waiting: '没有发出，下一个工作日补发；天天这样请告诉管理员' },
    open: '查看', earlier: '前几天', today: '今天到现在', latest: '最近一天', none: { ahead: (day: string) => `${day}还没有到，没有账可对。`, rest: (day: string) => `${day}不对账：不是工作日。那天加急发的，算在前一个工作日里。`, before: (day: string) => `${day}没有账：那时还没有启用。` }, unclear: (asked: string) => `看不懂日期“${asked}”。例：对账 7月7日`, note: '按要告知的事项数：并成一行的（如“22项待审”）每项都算，一条消息里可以有几行。',
    late: (count: number) => `应发未发，已超过30分钟：${count}条消息`, waited: (minutes: number) => minutes < 120 ? `已等${minutes}分钟` : `已等${Math.floor(minutes / 60)}小时`,
    whyLate: { refused: 'Slack 暂时不收，会自动再发', 'in-doubt': '可能已送达，正在核对，不重发', waiting: '没有发出，请管理员看运行情况' }, more: (left: number) => `还有${left}条`,
  },
  en: {
    figures: ({ due, sent, late, unsent }: Figures) => `${due} owed, ${sent} sent, ${late} sent late, ${unsent} not sent`,
    nothing: 'nothing was owed', head: (day: string, said: string) => `Balance of ${day}: ${said}`, soFar: (day: string, said: string) => `${day} until now: ${said}`,
    even: 'It balances.', lapsed: (count: number) => `${count} more were answered or no longer needed before they went, and were not sent.`, wrong: (notOwed: number, twice: number) => `It does not balance: ${notOwed} sent that were not owed, ${twice} sent twice. Tell an admin.`,
    unsent: 'Not sent', count: (count: number) => counted(count, 'reminder'), why: { unreachable: 'no message reaches them: check the account, or name another contact', 'in-doubt': 'it may have arrived and is being looked for; it is not sent again', waiting: 'has not left, and goes on the next working day; tell an admin where it happens each day' },
    open: 'Open', earlier: 'Days before', today: 'Today until now', latest: 'Last day', none: { ahead: (day: string) => `There is no balance of ${day}: it is still ahead.`, rest: (day: string) => `There is no balance of ${day}, which is no working day: what was sent then as urgent counts for the working day before.`, before: (day: string) => `There is no balance of ${day}: it was before the beginning.` }, unclear: (asked: string) => `“${asked}” is no day I can read. For example: balance 7/7`, note: 'Counted in things to be told: those that share a line (“22 to review”) count each, and a message may have several lines.',
    late: (count: number) => `Owed for more than 30 minutes and not sent: ${counted(count, 'message')}`, waited: (minutes: number) => minutes < 120 ? `for ${minutes} minutes` : `for ${Math.floor(minutes / 60)} hours`,
    whyLate: { refused: 'Slack does not take it for now; it is tried again', 'in-doubt': 'it may have arrived and is being looked for; it is not sent again', waiting: 'has not left: an admin should look' }, more: (left: number) => `${left} more`,
  },
} satisfies Record<Lang, unknown>

const isWrong = ({ notOwed, twice }: Figures): boolean => notOwed + twice > 0
const said = (figures: Figures, lang: Lang): string => (figures.due === 0 ? words[lang].nothing : words[lang].figures(figures))
const mark = (figures: Figures): string => (figures.unsent > 0 || isWrong(figures) ? '⚠️ ' : '')
const whoOf = ({ name, units }: Who, lang: Lang): Rich => rich`${strong(name)}${units.length === 0 ? '' : ` · ${cutTo(units.join(lang === 'zh' ? '、' : ', '), 60)}`}`
const toPerson = ({ id, name }: Who, lang: Lang): NonNullable<Row['beside']> => ({ label: words[lang].open, says: `${words[lang].open} ${cutTo(name, 40)}`, run: ways.person(id) })

type Facts = { balance: Balance; /** Of a day that is over. */ isKept: boolean; earlier: readonly Balance[]; today: Day; titleOf: (plan: PlanId) => string | undefined; unsent: readonly UnsentLine[] }

export function balanceCard({ balance, earlier, today, titleOf, unsent }: Facts, lang: Lang): Card {
  const w = words[lang]
  const total = totalOf(balance)
  const isOver = balance.day < today
  const head = (isOver ? w.head : w.soFar)(shortDay(balance.day, lang, today), said(total, lang))
  const title = (plan: PlanId): string => ((name) => name === undefined ? plan : lang === 'zh' ? `《${cutTo(name, 40)}》(${plan})` : `“${cutTo(name, 40)}” (${plan})`)(titleOf(plan))
  const plans = balance.plans.map((each): Row => ({ line: rich`${mark(each)}${title(each.plan)} · ${said(each, lang)}` }))
  const left = unsent.map((each): Row => ({ line: rich`${whoOf(each, lang)} · ${w.count(each.count)}${balance.plans.length > 1 ? ` (${each.plan})` : ''} · ${w.why[each.why]}`, beside: toPerson(each, lang) }))
  return {
    text: `${mark(total)}${head}`,
    lines: [rich`${mark(total)}${strong(head)}`, ...(isWrong(total) ? [rich`${w.wrong(total.notOwed, total.twice)}`] : isOver && total.due > 0 && total.unsent === 0 ? [rich`${w.even}`] : []), ...(total.lapsed > 0 ? [rich`${w.lapsed(total.lapsed)}`] : [])],
    sections: [
      ...(plans.length > 1 ? [{ rows: plans, note: rich`${w.note}` }] : total.due > 0 ? [{ rows: [], note: rich`${w.note}` }] : []),
      ...(left.length === 0 ? [] : [{ heading: rich`${w.unsent}`, rows: left.slice(0, rowsShown) , ...(left.length > rowsShown ? { note: rich`${w.more(left.length - rowsShown)}` } : {}) }]),
      ...earlierSection(earlier, today, lang),
    ],
    actions: isOver ? [{ label: w.today, run: ways.balance(today) }] : [{ label: w.latest, run: ways.balance() }],
  }
}

const rowsShown = 10
const daysShown = 5

function earlierSection(earlier: readonly Balance[], today: Day, lang: Lang): Section[] {
  if (earlier.length === 0) return []
  const w = words[lang]
  const row = (balance: Balance): Row => {
    const [total, day] = [totalOf(balance), shortDay(balance.day, lang, today)]
    return { line: rich`${mark(total)}${dayWords(balance.day, lang, today)} ${said(total, lang)}`, beside: { label: w.open, says: `${w.open} ${day}`, run: ways.balance(balance.day) } }
  }
  return [{ heading: rich`${w.earlier}`, rows: earlier.slice(0, daysShown).map(row) }]
}

/** Still ahead, a day of rest, or before the county was begun. */
export type WhyNoBalance = 'ahead' | 'rest' | 'before'

export function noBalance(day: Day, why: WhyNoBalance, today: Day, earlier: readonly Balance[], lang: Lang): Card {
  const text = words[lang].none[why](shortDay(day, lang, today))
  return { text, lines: [rich`${text}`], sections: earlierSection(earlier, today, lang), actions: [{ label: words[lang].today, run: ways.balance(today) }] }
}

export function balanceUnknown(asked: string, lang: Lang): Card {
  const text = words[lang].unclear(asked)
  return { text, lines: [rich`${text}`], actions: [{ label: words[lang].latest, run: ways.balance() }], refused: 'again' }
}

/** On the secretary's Home, in a line. */
export function balanceSection(balance: Balance | undefined, today: Day, lang: Lang): Section[] {
  if (balance === undefined) return []
  const total = totalOf(balance)
  const label = lang === 'zh' ? '对账' : 'Balance'
  return [{ rows: [{ line: rich`${mark(total)}${words[lang].head(shortDay(balance.day, lang, today), said(total, lang))}`, beside: { label, says: `${label} ${shortDay(balance.day, lang, today)}`, run: ways.balance() } }] }]
}

const lateShown = 5

/** An alarm: nothing where nothing waits too long. */
export function lateSection(late: readonly LateLine[], lang: Lang): Section[] {
  if (late.length === 0) return []
  const w = words[lang]
  const rows = late.slice(0, lateShown).map((each): Row => ({ line: rich`${whoOf(each, lang)} · ${w.waited(each.minutes)} · ${w.whyLate[each.why]}`, beside: toPerson(each, lang) }))
  return [{ heading: rich`⚠️ ${w.late(late.length)}`, rows: withRest(rows, late.length > lateShown ? [{ label: w.more(late.length - lateShown), run: ways.balance() }] : []) }]
}
