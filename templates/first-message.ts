// The first message a contact ever gets: how many, the nearest date, who asks, one button.
import { withRole } from '#src/directory/directory.ts'
import { nearestOf, owedBy } from '#src/queries/owed-by.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import { tasksOfUnits } from '#src/queries/task-list.ts'
import type { View } from '#src/queries/view.ts'
import { unitAndItsGroups, unitName, type Directory } from '#src/directory/directory.ts'
import { unitsAnsweredBy, type Person } from '#src/directory/person.ts'
import type { Action, Lang } from './card.ts'
import { dayWords } from './day-words.ts'
import { rich, type Rich } from './rich.ts'
import { ways } from './ways.ts'

const words = {
  zh: {
    leads: (count: number, nearest: string) => `您负责${count}项${nearest}`, late: (count: number) => `，其中${count}项已过期`, supports: (count: number) => `您单位配合${count}项，目前不需要填报`, none: '目前没有需要您填报的任务',
    completion: (day: string) => `，最近一项${day}到期`, other: (day: string) => `，最近一项请于${day}前报进展`,
    who: (office: string, units: string, plans: string) => `${office}请您作为${units}的联络员，落实${plans}。`, office: (names: string) => `督查室${names === '' ? '' : `（${names}）`}`,
    how: '到时间我会在这里提醒，一个工作日最多一条；没有变化，点一下“正常推进”就行。', wrong: (office: string) => `如果不是您负责，请告诉${office}。`, mine: '看我的任务', and: '、', plan: (title: string) => `《${title}》`,
  },
  en: {
    leads: (count: number, nearest: string) => `You answer for ${count} ${count === 1 ? 'task' : 'tasks'}${nearest}`, late: (count: number) => `, ${count} overdue`, supports: (count: number) => `Your unit supports ${count} ${count === 1 ? 'task' : 'tasks'}; no report is needed now`, none: 'No report is needed of you now',
    completion: (day: string) => `, the nearest due ${day}`, other: (day: string) => `, the nearest report by ${day}`,
    who: (office: string, units: string, plans: string) => `${office} asks you, as contact of ${units}, to carry out ${plans}.`, office: (names: string) => `The secretary${names === '' ? '' : ` (${names})`}`,
    how: 'You are reminded here in time, at most once a working day; where nothing changed, one tap on “On track” will do.', wrong: (office: string) => `If it is not yours, tell ${office}.`, mine: 'My tasks', and: ', ', plan: (title: string) => `“${title}”`,
  },
} satisfies Record<Lang, unknown>

export type FirstMessage = { say: string; lines: Rich[]; action: Action }

/** Of one or several plans handed out together. */
export function firstMessage(views: readonly View[], person: Person, directory: Directory, lang: Lang): FirstMessage {
  const w = words[lang]
  const own = unitsAnsweredBy(person)
  const tasks = views.flatMap((view) => owedBy(view).people.find((owed) => owed.person.id === person.id)?.tasks ?? [])
  const units = own.flatMap((unit) => unitAndItsGroups(directory, unit))
  const supported = views.reduce((sum, view) => sum + tasksOfUnits(view, units).length, 0)
  const today = views[0]?.today
  const say = tasks.length > 0 ? w.leads(tasks.length, nearestWords(tasks, today, lang)) : supported > 0 ? w.supports(supported) : w.none
  const office = w.office(withRole(directory, 'secretary').map(({ name }) => name).join(w.and))
  return {
    say,
    lines: [
      rich`${say}`,
      rich`${w.who(office, own.map((unit) => unitName(directory, unit)).join(w.and), views.map(({ plan }) => w.plan(plan.title)).join(lang === 'zh' ? '' : w.and))}`,
      rich`${w.how}${lang === 'zh' ? '' : ' '}${w.wrong(office)}`,
    ],
    action: { label: w.mine, run: ways.mine() },
  }
}

function nearestWords(tasks: readonly TaskCard[], today: View['today'] | undefined, lang: Lang): string {
  if (today === undefined) return ''
  const w = words[lang]
  const { late, nearest } = nearestOf(tasks, today)
  const overdue = late === 0 ? '' : w.late(late)
  if (nearest === undefined || !('due' in nearest.next)) return overdue
  const day = dayWords(nearest.next.due, lang, today)
  return `${overdue}${nearest.next.kind === 'completion' ? w.completion(day) : w.other(day)}`
}
