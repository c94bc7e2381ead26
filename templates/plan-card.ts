// One plan: how it stands, and what is to be put right, the next step first.
import type { Day } from '#src/calendar/day.ts'
import { asksForReview, type ClauseFacts } from '#src/meetings/clauses.ts'
import type { PlanCounts } from '#src/queries/desk-of-secretary.ts'
import type { Summary } from '#src/queries/summary.ts'
import type { Action, Card, Lang, Row } from './card.ts'
import { counted } from './counted.ts'
import { cutTo } from './cut-to.ts'
import { shortDay, yearsWords } from './day-words.ts'
import { rich, strong, type Rich } from './rich.ts'
import { gapLine } from './meeting-rows.ts'
import { verdictLine } from './summary.ts'
import { checkCountsWords } from './unit-checks.ts'
import { ways } from './ways.ts'

export type PlanFacts = {
  counts: PlanCounts
  summary: Summary
  period?: { from: number; to: number }
  source: string
  importedOn?: Day
  /** The last amendment: its text is the one in force. */
  amended?: { name: string; on: Day }
  handedOutOn?: Day
  obligations: number
  /** All that the text names. */
  bodyCount: number
  bodies: readonly ClauseFacts[]
  today: Day
  /** The asker puts these right; others see how it stands. */
  supervises: boolean
}

export function planCard(facts: PlanFacts, lang: Lang): Card {
  const zh = lang === 'zh'
  const { counts, summary, period, obligations, bodies, bodyCount, today } = facts
  const verdict = verdictLine(summary, lang)
  const timed = new Set(bodies.filter((facts) => !asksForReview(facts)).map(({ body }) => body.id)).size
  const reviewing = new Set(bodies.filter(asksForReview).map(({ body }) => body.id)).size
  const years = period === undefined ? (zh ? '未写起止年份' : 'no period given') : yearsWords(period, lang)
  return {
    text: zh ? `《${counts.title}》${verdict}` : `“${counts.title}”: ${verdict}`,
    title: cutTo(counts.title, 140),
    lines: [
      rich`${verdict}`,
      zh ? rich`期限：${years} · 周期任务${obligations}项 · 机构${bodyCount}个${bodyCount === 0 ? '' : `，写明开会频次${timed}个${reviewing === 0 ? '' : `，写明督查要求${reviewing}个`}`}` : rich`Period: ${years} · ${counted(obligations, 'recurring duty', 'recurring duties')} · ${counted(bodyCount, 'body', 'bodies')}${bodyCount === 0 ? '' : `, ${timed} with a set frequency${reviewing === 0 ? '' : `, ${reviewing} to inspect`}`}`,
      handedOutLine(facts, lang),
      ...bodies.filter(({ missing }) => missing > 0).map((gap) => gapLine(gap, lang, today)),
    ],
    sections: facts.supervises ? [{ heading: zh ? rich`下一步` : rich`Next steps`, rows: stepsOf(counts, lang) }] : [],
    actions: [
      { label: zh ? `全部任务 ${counts.tasks}` : `All tasks ${counts.tasks}`, run: ways.tasks('', counts.id) },
      { label: zh ? '汇总' : 'Summary', run: ways.summary(counts.id) },
      { label: zh ? '按单位' : 'By unit', run: ways.units(counts.id) },
      { label: zh ? '提醒设置' : 'Reminders', says: zh ? '这个方案怎么提醒' : 'How this plan reminds', run: ways.settings(counts.id) },
      ...(facts.supervises ? [{ label: zh ? '归档' : 'Put away', says: zh ? '归档这个方案' : 'Put this plan away', run: ways.archive(counts.id) }] : []),
    ],
    footer: zh ? rich`编号 ${counts.id} · 来源 ${origin(facts, lang)}` : rich`${counts.id} · from ${origin(facts, lang)}`,
  }
}

/** The text that was imported, and the one in force where it was issued again. */
function origin({ source, importedOn, amended, today }: PlanFacts, lang: Lang): Rich {
  const zh = lang === 'zh'
  const imported = importedOn === undefined ? '' : zh ? ` · ${shortDay(importedOn, lang, today)}导入` : ` · imported ${shortDay(importedOn, lang, today)}`
  const since = amended === undefined ? '' : zh ? ` · ${shortDay(amended.on, lang, today)}修订（${cutTo(amended.name, 40)}）` : ` · amended ${shortDay(amended.on, lang, today)} (${cutTo(amended.name, 40)})`
  return rich`${source}${imported}${since}`
}

function handedOutLine({ handedOutOn, today }: PlanFacts, lang: Lang): Rich {
  if (handedOutOn === undefined) return lang === 'zh' ? rich`尚未通知联络员，没有人收到过消息` : rich`Not handed out: nobody has been told`
  return lang === 'zh' ? rich`${shortDay(handedOutOn, lang, today)}已通知联络员` : rich`Handed out on ${shortDay(handedOutOn, lang, today)}`
}

const noun = (count: number, one: string): string => (count === 1 ? one : `${one}s`)

/** What seldom waits is named only while it does. */
export function stepsOf({ id, amended, doubts, ownerless, noUnit, withoutContact, handedOut, checks }: PlanCounts, lang: Lang): Row[] {
  const zh = lang === 'zh'
  const steps: { done: boolean; did?: Rich; todo: Rich; action: Action }[] = [
    { done: amended === 0, todo: zh ? rich`核定修订留下的${strong(amended)}项` : rich`settle ${strong(amended)} left by an amendment`, action: { label: zh ? '核定' : 'Settle', run: ways.amended(id) } },
    { done: doubts === 0, did: zh ? rich`存疑已核完` : rich`no doubts left`, todo: zh ? rich`核对存疑${strong(doubts)}处` : rich`settle ${strong(doubts)} ${noun(doubts, 'doubt')}`, action: { label: zh ? '核对' : 'Settle', run: ways.doubts(id) } },
    { done: ownerless === 0, todo: zh ? rich`${strong(ownerless)}个指标没有写由谁负责(可以先不定)` : rich`${strong(ownerless)} ${ownerless === 1 ? 'target has' : 'targets have'} nobody who answers (this can wait)`, action: { label: zh ? '看指标' : 'Targets', run: ways.doubts(id) } },
    { done: noUnit === 0, did: zh ? rich`每项都有单位` : rich`every task has a unit`, todo: zh ? rich`给${strong(noUnit)}项定牵头单位` : rich`name the lead of ${strong(noUnit)} ${noun(noUnit, 'task')}`, action: { label: zh ? '看这些任务' : 'Open', run: ways.tasks('单位待定', id) } },
    { done: withoutContact === 0, did: zh ? rich`要填报的单位都有联络员` : rich`every unit that reports has a contact`, todo: zh ? rich`给${strong(withoutContact)}个单位指定联络员` : rich`name contacts of ${strong(withoutContact)} ${noun(withoutContact, 'unit')}`, action: { label: zh ? '指定' : 'Name', run: ways.silentUnits(id) } },
    { done: handedOut, did: zh ? rich`已通知联络员` : rich`contacts were told`, todo: zh ? rich`通知联络员(先预览)` : rich`tell the contacts (shown first)`, action: { label: zh ? '通知联络员' : 'Hand out', run: ways.handOut(id) } },
    { done: checks.unchecked + checks.questions === 0, ...(checks.units === 0 ? {} : { did: zh ? rich`各单位都已核对，没有异议待定` : rich`every unit has looked at its lines` }), todo: zh ? rich`单位核对：${checkCountsWords(checks, lang)}` : rich`lines: ${checkCountsWords(checks, lang)}`, action: { label: zh ? '看核对' : 'Open', says: zh ? '看哪些单位核对过' : 'Which units have looked', run: ways.checkLines(id) } },
  ]
  return steps.flatMap(({ done, did, todo, action }): Row[] => (!done ? [{ line: rich`☐ ${todo}`, beside: action }] : did === undefined ? [] : [{ line: rich`✅ ${did}` }]))
}
