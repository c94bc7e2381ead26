// 休息日 of one plan as people read it: what is known, the form, what it will mean, and the receipt.
import type { Day } from '#src/calendar/day.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import type { Card, Form, Lang, Row, Run } from './card.ts'
import { counted } from './counted.ts'
import { cutTo } from './cut-to.ts'
import { dayWords, shortDay } from './day-words.ts'
import { withRest } from './rest-of-rows.ts'
import { rich, strong } from './rich.ts'
import { ways } from './ways.ts'

type Named = { id: PlanId; title: string }

/** Working days that follow each other, for one reason. */
export type Rest = { from: Day; until: Day; count: number; reason: string }

const spanWords = (from: Day, until: Day, lang: Lang, today: Day): string =>
  from === until ? dayWords(from, lang, today) : lang === 'zh' ? `${dayWords(from, lang, today)}至${dayWords(until, lang, today)}` : `${dayWords(from, lang, today)} to ${dayWords(until, lang, today)}`

const onPage = 10

/** From today on, by plan. */
export function ownDaysOffKnown({ plans, may, today, page }: { plans: readonly (Named & { rests: readonly Rest[] })[]; may: boolean; today: Day; page: number }, lang: Lang): Card {
  const zh = lang === 'zh'
  const known = plans.flatMap(({ id, title, rests }) => rests.map((rest) => ({ id, title, ...rest })))
  const head = known.length === 0 ? (zh ? '没有登记方案自己的休息日，都按国家放假安排。' : 'No plan has days off of its own; all go by the public holidays.') : zh ? `方案自己的休息日${known.length}段` : `${counted(known.length, 'rest')} of plans’ own`
  const row = ({ id, title, from, until, count, reason }: (typeof known)[number]): Row => ({
    line: zh ? rich`${strong(spanWords(from, until, lang, today))}，工作日${count}天：${reason}\n《${cutTo(title, 60)}》(${id})` : rich`${strong(spanWords(from, until, lang, today))}, ${counted(count, 'working day')}: ${reason}\n“${cutTo(title, 60)}” (${id})`,
    ...(may ? { actions: [{ label: zh ? '取消' : 'Take back', says: zh ? `取消${shortDay(from, lang, today)}起的休息日` : `Take back the days off from ${shortDay(from, lang, today)}`, run: ways.cancelDaysOff(id, from, until) }] } : {}),
  })
  const left = known.length - page * onPage
  return {
    text: head, lines: [rich`${head}`],
    ...(known.length === 0 ? {} : { sections: [{ rows: withRest(known.slice((page - 1) * onPage, page * onPage).map(row), left > 0 ? [{ label: zh ? `还有${left}段` : `${left} more`, run: ways.planDaysOffKnown(page + 1) }] : []) }] }),
    ...(may ? { actions: [{ label: zh ? '登记休息日' : 'Enter days off', run: ways.planDaysOff() }] } : {}),
  }
}

export const ownDaysOffForm = ({ id, title }: Named, { from = '', until = '', reason = '' }: { from?: string; until?: string; reason?: string }, lang: Lang): Form => {
  const zh = lang === 'zh'
  const day = (name: 'from' | 'until', label: string, now: string): Form['fields'][number] => ({ name, label, kind: 'line', maxLength: 40, ...(now === '' ? {} : { now }), ...(name === 'until' ? { optional: true } : {}) })
  return {
    title: zh ? '登记休息日' : 'A plan’s days off',
    intro: [rich`${strong(cutTo(title, 120))} (${id})`, zh ? rich`地方节日、停课停工等。国家放假安排已经算好，不用在这里登记。` : rich`A local holiday, a closure. Public holidays are known already.`],
    fields: [
      day('from', zh ? '从哪天（如 4月14日）' : 'From (such as 4/14)', from), day('until', zh ? '到哪天（只有一天可不填）' : 'Until (leave empty for one day)', until),
      { name: 'reason', label: zh ? '原因' : 'Reason', hint: zh ? '写入记录，例如：三月三、暴雪停课' : 'Kept on record', kind: 'line', maxLength: 200, ...(reason === '' ? {} : { now: reason }) },
    ],
    submit: zh ? '下一步' : 'Next',
    run: { command: 'plan-days-off', args: { plan: id, form: true } },
  }
}

export const ownDaysOffReasonMissing = (lang: Lang): Record<string, string> => ({ reason: lang === 'zh' ? '请写明原因，会写入记录。' : 'Say why: it is kept on record.' })

type Entered = { plan: Named; days: readonly Day[]; /** Left out: they are taken back. */ reason?: string; today: Day }

const daysSaid = ({ days, today }: Entered, lang: Lang): string => ((first, last) => (first === undefined || last === undefined ? '' : spanWords(first, last, lang, today)))(days[0], days.at(-1))

export function ownDaysOffPreview({ confirm, ...entered }: Entered & { confirm: Run }, lang: Lang): Card {
  const zh = lang === 'zh'
  const { plan, days, reason = '' } = entered
  const text = zh ? `登记${daysSaid(entered, lang)}为休息日（工作日${days.length}天）？` : `Enter ${daysSaid(entered, lang)} as days off (${counted(days.length, 'working day')})?`
  return {
    text,
    lines: [
      rich`${strong(text)}`, rich`《${cutTo(plan.title, 80)}》(${plan.id})`, zh ? rich`原因：${reason}` : rich`Reason: ${reason}`,
      zh ? rich`确认后，那几天这个方案不提醒任何人；到期日落在其中的，提前到之前的工作日提醒。` : rich`This plan reminds nobody on them; what is due on one of them is reminded of on the working day before.`,
    ],
    actions: [{ label: zh ? '确认' : 'Confirm', says: text, run: confirm, style: 'primary' }],
  }
}

export function ownDaysOffRecorded(entered: Entered, lang: Lang): Card {
  const zh = lang === 'zh'
  const { plan, days, reason } = entered
  const said = daysSaid(entered, lang)
  const done = reason === undefined ? (zh ? `已取消${said}的休息日，照常提醒。` : `${said}: working days again.`) : zh ? `已登记${said}为休息日（工作日${days.length}天）。` : `${said}: days off (${counted(days.length, 'working day')}).`
  const [first, last] = [days[0], days.at(-1)]
  return {
    text: done,
    lines: [rich`✅ ${done}`, rich`《${cutTo(plan.title, 80)}》(${plan.id})${reason === undefined ? '' : zh ? `，原因：${reason}` : `; reason: ${reason}`}`],
    ...(reason === undefined || first === undefined || last === undefined ? {} : { actions: [{ label: zh ? '取消' : 'Take back', says: zh ? `取消${said}的休息日` : `Take back ${said}`, run: ways.cancelDaysOff(plan.id, first, last) }] }),
  }
}
