// 下一步: what comes next for a task, the same on every screen, and never at odds with its light.
import type { Day } from '#src/calendar/day.ts'
import { handedUpWaiting } from '#src/ledger/handed-up.ts'
import { isWaiting } from '#src/ledger/petition.ts'
import type { NextOwed } from '#src/queries/next-owed.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Lang } from './card.ts'
import { cutTo } from './cut-to.ts'
import { dayWords, quarterWords, shortDay } from './day-words.ts'
import { rich, type Rich } from './rich.ts'
import { missedName, openedName } from './round-name.ts'

/** What is left of it on a phone. */
const needsAtMost = 36

/** What a leader decided, what a secretary settled, what the unit itself asks for, what its light says is missing, else what is owed. A date that has passed is no next step: then it is said what can be done about it; undefined where that is nothing. */
export function nextStep(task: TaskCard, lang: Lang, today: Day): Rich | undefined {
  const zh = lang === 'zh'
  const { next, why, lead, light } = task
  if (task.status !== 'open') return nextWords(next, lang, today)
  const isPast = 'due' in next && next.due < today
  if ((light === 'red' || isPast) && lead?.hasContact === false) return zh ? rich`先指定联络员` : rich`name a contact first`
  if (task.decided?.isNext === true) return decidedNext(task.decided, lang)
  const isHindered = why.rule === 'blocked' || why.rule === 'overdue' || why.rule === 'milestone-overdue' || why.rule === 'difficulty'
  if (isHindered && task.settled !== undefined) return settledNext(task.settled, lang, today)
  const needs = isHindered ? lead?.report?.needs : undefined
  if (needs !== undefined && needs !== '') return zh ? rich`请${cutTo(needs, needsAtMost)}协调` : rich`${cutTo(needs, needsAtMost)} to help`
  if (why.rule === 'unanswered') return zh ? rich`补报${missedName(why, lang, today)}进展` : rich`the report for ${missedName(why, lang, today)} is to be made up`
  if (why.rule === 'blocked') return blockedNext(task, lang)
  return isPast ? pastNext(task, lang, today) : nextWords(next, lang, today)
}

function decidedNext({ choice, made }: NonNullable<TaskCard['decided']>, lang: Lang): Rich {
  if (choice === 'meeting') return lang === 'zh' ? rich`督查室安排协调会` : rich`the secretary arranges the meeting`
  return lang === 'zh' ? rich`按批示办${made === undefined ? '' : `（第${made}项）`}` : rich`as instructed${made === undefined ? '' : ` (task ${made})`}`
}

/** What the secretary settled is to be done, and to be said once it is. */
const settledNext = ({ on }: NonNullable<TaskCard['settled']>, lang: Lang, today: Day): Rich =>
  (lang === 'zh' ? rich`按${shortDay(on, lang, today)}协调意见办，办后填报` : rich`as settled on ${shortDay(on, lang, today)}; a report once it is done`)

/** What stands in the way is no unit's alone; once it went up, somebody else has the next word. */
function blockedNext({ course }: TaskCard, lang: Lang): Rich {
  if (handedUpWaiting(course).length > 0) return lang === 'zh' ? rich`待协调` : rich`waits for coordination`
  return lang === 'zh' ? rich`可上报协调或批示` : rich`hand it up, or instruct`
}

/** Its day is on the screen already, beside the light. */
function pastNext(task: TaskCard, lang: Lang, today: Day): Rich | undefined {
  const zh = lang === 'zh'
  const { next, due, extension, unansweredNudges } = task
  const asksLater = isWaiting(extension)
  const owed = next.kind !== 'completion' ? nextWords(next, lang, today) : asksLater ? (zh ? rich`督查室批复延期` : rich`the secretary decides on the later date`) : due.kind === 'dated' ? (zh ? rich`请办结或报新时限` : rich`to be finished, or a later date asked for`) : undefined
  if (unansweredNudges === 0) return owed
  const nudged = zh ? `已催办${unansweredNudges}次，待单位答复` : `nudged ${unansweredNudges}×, waits for the unit`
  return owed === undefined ? rich`${nudged}` : zh ? rich`${owed}；${nudged}` : rich`${owed}; ${nudged}`
}

/** What is owed, in words. */
export function nextWords(next: NextOwed, lang: Lang, today: Day): Rich {
  const zh = lang === 'zh'
  const isPast = 'due' in next && next.due < today
  switch (next.kind) {
    case 'completion': {
      if (next.waits !== undefined) return zh ? rich`时限${dayWords(next.due, lang, today)}(延期待批)` : rich`due ${dayWords(next.due, lang, today)} (a later day is asked for)`
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
