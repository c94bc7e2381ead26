// 下一步: what comes next for a task, the same on every screen, and never at odds with its light.
import type { Day } from '#src/calendar/day.ts'
import type { NextOwed } from '#src/queries/next-owed.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Lang } from './card.ts'
import { cutTo } from './cut-to.ts'
import { dayWords, quarterWords, shortDay } from './day-words.ts'
import { rich, type Rich } from './rich.ts'
import { missedName, openedName } from './round-name.ts'

/** What is left of it on a phone. */
const needsAtMost = 36

/** What the unit itself asks for, what its light says is missing, else what is owed. A date that has passed is no next step: then it is said whether the unit was chased. */
export function nextStep(task: TaskCard, lang: Lang, today: Day): Rich {
  const zh = lang === 'zh'
  const { next, why, lead, light, unansweredNudges } = task
  if (task.status !== 'open') return nextWords(next, lang, today)
  const isPast = 'due' in next && next.due < today
  if ((light === 'red' || isPast) && lead?.hasContact === false) return zh ? rich`先指定联络员` : rich`name a contact first`
  const needs = why.rule === 'blocked' || why.rule === 'overdue' || why.rule === 'milestone-overdue' || why.rule === 'difficulty' ? lead?.report?.needs : undefined
  if (needs !== undefined && needs !== '') return zh ? rich`请${cutTo(needs, needsAtMost)}协调` : rich`${cutTo(needs, needsAtMost)} to help`
  if (why.rule === 'unanswered') return zh ? rich`补报${missedName(why, lang, today)}进展` : rich`the report for ${missedName(why, lang, today)} is to be made up`
  if (!isPast || unansweredNudges === 0) return nextWords(next, lang, today)
  return zh ? rich`${nextWords(next, lang, today)}；已催办${unansweredNudges}次，待单位答复` : rich`${nextWords(next, lang, today)}; nudged ${unansweredNudges}×, waits for the unit`
}

/** What is owed, in words. */
export function nextWords(next: NextOwed, lang: Lang, today: Day): Rich {
  const zh = lang === 'zh'
  const isPast = 'due' in next && next.due < today
  switch (next.kind) {
    case 'completion': {
      if (isPast) return zh ? rich`尽快办结，${shortDay(next.due, lang, today)}已到期` : rich`to be done at once; it was due ${shortDay(next.due, lang, today)}`
      const mark = next.byDefault ? (zh ? '(默认)' : ' (default)') : ''
      return zh ? rich`${dayWords(next.due, lang, today)}前完成${mark}` : rich`to be done by ${dayWords(next.due, lang, today)}${mark}`
    }
    case 'milestone': {
      const what = cutTo(next.what, 40)
      if (isPast) return zh ? rich`尽快完成节点“${what}”，${shortDay(next.due, lang, today)}已到期` : rich`reach the milestone “${what}” at once; it was due ${shortDay(next.due, lang, today)}`
      return zh ? rich`${dayWords(next.due, lang, today)}前：${what}(节点)` : rich`by ${dayWords(next.due, lang, today)}: ${what} (milestone)`
    }
    case 'progress':
      return zh ? rich`${dayWords(next.due, lang, today)}前报${quarterWords(next.quarter, lang, today)}进展(默认)` : rich`a report for ${quarterWords(next.quarter, lang, today)} by ${dayWords(next.due, lang, today)} (default)`
    case 'round':
      return zh ? rich`${dayWords(next.due, lang, today)}前填报${openedName(next.round, next.title, lang, today)}` : rich`a report for ${openedName(next.round, next.title, lang, today)} by ${dayWords(next.due, lang, today)}`
    case 'occurrence': {
      const what = cutTo(next.occurrence.obligation.what, 40)
      if (isPast) return zh ? rich`尽快报送，${shortDay(next.due, lang, today)}已到期：${what}` : rich`to be handed in at once, it was due ${shortDay(next.due, lang, today)}: ${what}`
      return zh ? rich`${dayWords(next.due, lang, today)}前：${what}` : rich`by ${dayWords(next.due, lang, today)}: ${what}`
    }
    case 'review-claim':
      return zh ? rich`督查室审核办结申请` : rich`the secretary reviews the completion`
    case 'rule-question':
      return zh ? rich`督查室核定由谁负责` : rich`the secretary says whose it is`
    case 'rule-extension':
      return zh ? rich`督查室批复延期；最迟到${shortDay(next.until, lang, today)}不催办` : rich`the secretary decides on the later date; nobody is chased until ${shortDay(next.until, lang, today)}`
    case 'resume':
      if (next.until === undefined) return zh ? rich`暂缓，恢复前不用办` : rich`paused; nothing until it is resumed`
      return zh ? rich`暂缓，督查室拟${shortDay(next.until, lang, today)}再看` : rich`paused; the secretary looks again on ${shortDay(next.until, lang, today)}`
    case 'name-unit':
      return zh ? rich`督查室确定责任单位` : rich`the secretary names the unit`
    case 'nothing':
      return zh ? rich`没有待办` : rich`nothing is owed`
  }
}
