// The first message a contact ever gets: which plan, who asks, how many lines, the next one, how often, one button.
import type { Directory } from '#src/directory/directory.ts'
import type { Person } from '#src/directory/person.ts'
import { firstWord, type FirstWord } from '#src/queries/first-word.ts'
import { nearestOf } from '#src/queries/owed-by.ts'
import type { View } from '#src/queries/view.ts'
import { digestsAWeek } from '#src/reminders/policy.ts'
import type { Action, Lang } from './card.ts'
import { counted } from './counted.ts'
import { cutTo } from './cut-to.ts'
import { dayWords } from './day-words.ts'
import { rich, type Rich } from './rich.ts'
import { shortTitle } from './task-line.ts'
import { planNamed, rolesWords } from './unit-lines.ts'
import { ways } from './ways.ts'

type Words = {
  leads: (count: number, nearest: string) => string
  duties: (count: number) => string
  late: (count: number) => string
  /** `only`: it has no other part in any. */
  supports: (of: { count: number; only: boolean; plans: number }) => string
  none: string
  completion: (day: string) => string
  other: (day: string) => string
  who: (of: { office: string; units: string; plans: string }) => string
  office: (names: string, telephone?: string) => string
  lines: (of: { lines: number; roles: string; first: string }) => string
  first: (task: string) => string
  checked: (lines: number) => string
  asked: string
  unasked: (plans: number) => string
  nothing: string
  check: string
  mine: string
  and: string
}

/** Of another plan they may answer for something. */
const thesePlans = (plans: number): string => (plans > 1 ? '这些方案' : '这份方案')

const words: Record<Lang, Words> = {
  zh: {
    leads: (count, nearest) => `您负责${count}项${nearest}`, late: (count) => `，其中${count}项已过期`, duties: (count) => `您单位有${count}项周期任务要按期办理`,
    supports: ({ count, only, plans }) => `${thesePlans(plans)}里您单位${only ? '配合' : '参与'}${count}项，平时不用填报`, none: '目前没有您单位的任务',
    completion: (day) => `，最近一项${day}到期`, other: (day) => `，最近一项请于${day}前报进展`,
    who: ({ office, units, plans }) => `${office}请您作为${units}的联络员，落实${plans}。`,
    office: (names, telephone) => `督查室${names === '' && telephone === undefined ? '' : `（${[...(names === '' ? [] : [names]), ...(telephone === undefined ? [] : [`电话${telephone}`])].join('，')}）`}`,
    lines: ({ lines, roles, first }) => `您单位在里面共${lines}项：${roles}。${first}请先看一遍：都对点一下“全部无异议”，不对的点“有出入”。`,
    first: (task) => `最近一项是${task}。`, checked: (lines) => `✅ 您单位的${lines}项已全部核对。`,
    asked: `到时间我会在这里提醒：一个工作日最多一条，一周最多${digestsAWeek}条；催办、审核结果，时限、分工、方案的变动另发。没有变化，点一下“正常推进”就行。`,
    unasked: (plans) => `${thesePlans(plans)}没有定期提醒；有变化或需要您单位填报时才发消息，一个工作日最多一条，一周最多${digestsAWeek}条；催办、审核结果和变动另发。`,
    nothing: '有了任务我会在这里告诉您，现在不用做什么。', check: '看我的单位任务', mine: '我的任务', and: '、',
  },
  en: {
    leads: (count, nearest) => `You answer for ${counted(count, 'task')}${nearest}`, late: (count) => `, ${count} overdue`, duties: (count) => `Your unit owes ${counted(count, 'recurring duty', 'recurring duties')}`,
    supports: ({ count, only, plans }) => `Your unit ${only ? 'supports' : 'takes part in'} ${counted(count, 'task')} of ${plans > 1 ? 'these plans' : 'this plan'}; no regular report is needed`, none: 'Your unit has no task now',
    completion: (day) => `, the nearest due ${day}`, other: (day) => `, the nearest report by ${day}`,
    who: ({ office, units, plans }) => `${office} asks you, as contact of ${units}, to carry out ${plans}.`,
    office: (names, telephone) => `The secretary${names === '' && telephone === undefined ? '' : ` (${[...(names === '' ? [] : [names]), ...(telephone === undefined ? [] : [`telephone ${telephone}`])].join(', ')})`}`,
    lines: ({ lines, roles, first }) => `Your unit has ${counted(lines, 'line')} in it: ${roles}. ${first}Please look at them once: one tap if all is right, “Not right” on one that is not.`,
    first: (task) => `The nearest is ${task}. `, checked: (lines) => `✅ All ${counted(lines, 'line')} of your unit are looked at.`,
    asked: `You are reminded here in time: at most once a working day, ${digestsAWeek} times a week; a chase, what a secretary decides, and a change of date, part or plan come beside it. Where nothing changed, one tap on “On track” will do.`,
    unasked: (plans) => `There are no regular reminders of ${plans > 1 ? 'these plans' : 'this plan'}; you hear only of changes, or when a report of your unit is needed: at most once a working day, ${digestsAWeek} times a week; a chase, what a secretary decides and changes come beside it.`,
    nothing: 'When there is a task you are told here; nothing is to be done now.', check: 'My unit’s tasks', mine: 'My tasks', and: ', ',
  },
}

export type FirstMessage = { say: string; lines: Rich[]; action: Action }

/** Of one or several plans handed out together. */
export function firstMessage(views: readonly View[], person: Person, directory: Directory, lang: Lang): FirstMessage {
  const w = words[lang]
  const facts = firstWord(views, person, directory)
  const { office, units, plans, asked, duties, lines, checks } = facts
  const today = views[0]?.today
  const nearest = today === undefined ? undefined : nearestOf(asked, today)
  const say = sayOf(facts, nearest, today, lang)
  const named = plans.map(({ id, title }) => planNamed({ plan: id, title }, lang)).join(lang === 'zh' ? '' : w.and)
  const isAsked = asked.length + duties > 0
  return {
    say,
    lines: [
      rich`${say}`,
      rich`${w.who({ office: w.office(office.names.join(w.and), office.telephone), units: units.join(w.and), plans: named })}`,
      ...(lines === 0 ? [] : [linesLine(facts, nearest, lang)]),
      rich`${isAsked ? w.asked : lines === 0 ? w.nothing : w.unasked(plans.length)}`,
    ],
    action: checks.length === 0 ? { label: w.mine, run: ways.mine() } : { label: w.check, run: ways.checkLines(plans.length === 1 ? plans[0]?.id : undefined) },
  }
}

type Nearest = ReturnType<typeof nearestOf> | undefined

function sayOf({ asked, duties, lines, roles, plans }: FirstWord, nearest: Nearest, today: View['today'] | undefined, lang: Lang): string {
  const w = words[lang]
  if (asked.length === 0) return duties > 0 ? w.duties(duties) : lines > 0 ? w.supports({ count: lines, only: roles.support === lines, plans: plans.length }) : w.none
  const overdue = nearest === undefined || nearest.late === 0 ? '' : w.late(nearest.late)
  const next = nearest?.nearest?.next
  if (next === undefined || !('due' in next)) return w.leads(asked.length, overdue)
  const day = dayWords(next.due, lang, today)
  return w.leads(asked.length, `${overdue}${next.kind === 'completion' ? w.completion(day) : w.other(day)}`)
}

/** To be looked at once; afterwards that it was. */
function linesLine({ asked, lines, unchecked, roles }: FirstWord, nearest: Nearest, lang: Lang): Rich {
  const w = words[lang]
  if (unchecked === 0) return rich`${w.checked(lines)}`
  const task = nearest?.nearest
  const first = task === undefined || asked.length === 1 ? '' : w.first(cutTo(`${task.number} ${shortTitle(task)}`, 40))
  return rich`${w.lines({ lines, roles: rolesWords({ roles }, lang), first })}`
}
