// What is due about one plan, kept: after an entry only what it touched is asked again, on a new day only what the day may change.
import type { Day } from '#src/calendar/day.ts'
import type { TaskNo } from '#src/ledger/ids.ts'
import { planNews, type Known } from '#src/queries/plan-news.ts'
import type { StandsOf } from '#src/queries/stand.ts'
import type { View } from '#src/queries/view.ts'
import { asksNobody } from './asks-nobody.ts'
import type { Notice } from './notice.ts'
import { planRules, taskRule, type Rule } from './rules.ts'

export type DueIndex = {
  /** All that is due on the view's day, as `noticesOfDay` says it in another order. The same list as long as nothing in it changed. */
  on: (view: View, known: Known) => readonly Notice[]
  /** Does a part of the same work, so that others can be seen to before the rest: a task or a rule at least, and more until it is enough. @returns whether nothing is left */
  some: (view: View, known: Known, isEnough: () => boolean) => boolean
}

/** A task by its number, or a rule about the whole plan. */
type Asked = TaskNo | Rule

const nothing: readonly Notice[] = []

/** @param standsOf how tasks stand, where that is kept: else a rule that asks for it works it out */
export function dueIndex(standsOf?: StandsOf): DueIndex {
  const said = new Map<Asked, readonly Notice[]>()
  const pending = new Set<Asked>()
  /** On which day each is to be asked again. */
  const changesOn = new Map<Asked, Day>()
  const byDay = new Map<Day, Set<Asked>>()
  const news = planNews()
  let all: readonly Notice[] | undefined

  const askEverything = ({ plan }: View): void => {
    for (const known of [said, changesOn, byDay, pending]) known.clear()
    for (const each of [...plan.tasks.keys(), ...planRules]) pending.add(each)
    all = undefined
  }

  const takeDay = (today: Day): void => {
    for (const [on, asked] of byDay) {
      if (on > today) continue
      for (const each of asked) pending.add(each)
      byDay.delete(on)
    }
  }

  const takeNews = (view: View, known: Known): void => {
    const { touched, isRecorded, isNewDay } = news(view, known)
    if (touched === 'everything') askEverything(view)
    else if (isRecorded) for (const each of [...touched, ...planRules]) pending.add(each)
    if (isNewDay) takeDay(view.today)
  }

  const ask = (view: View, each: Asked): void => {
    const task = typeof each === 'number' ? view.plan.tasks.get(each) : undefined
    const notices = typeof each !== 'number' ? each.says(view, standsOf) : task === undefined ? nothing : taskRule.says(view, task)
    const changes = typeof each !== 'number' ? each.changes(view, notices) : task === undefined ? undefined : taskRule.changes(view, task, notices)
    pending.delete(each)
    if (notices.length > 0 || said.has(each)) all = undefined
    if (notices.length > 0) said.set(each, notices)
    else said.delete(each)
    const before = changesOn.get(each)
    if (before === changes) {
      if (changes !== undefined) bucketOf(changes).add(each)
      return
    }
    if (before !== undefined) byDay.get(before)?.delete(each)
    changesOn.delete(each)
    if (changes === undefined) return
    changesOn.set(each, changes)
    bucketOf(changes).add(each)
  }

  const bucketOf = (on: Day): Set<Asked> => {
    const known = byDay.get(on) ?? new Set<Asked>()
    byDay.set(on, known)
    return known
  }

  return {
    on(view, known) {
      if (asksNobody(view)) return nothing
      takeNews(view, known)
      for (const each of pending) ask(view, each)
      all ??= [...said.values()].flat()
      return all
    },
    some(view, known, isEnough) {
      if (asksNobody(view)) return true
      takeNews(view, known)
      for (const each of pending) {
        ask(view, each)
        if (isEnough()) break
      }
      return pending.size === 0
    },
  }
}
