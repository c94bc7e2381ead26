// 查: whatever somebody remembers of it — a number, some words, a unit, a person, a section, or how they are typed in pinyin.
import { z } from 'zod'
import { answered, command, type Answer, type Desk } from '#src/command.ts'
import { unitAndItsGroups, unitName } from '#src/directory/directory.ts'
import { unitsHeldBy, type Person } from '#src/directory/person.ts'
import { inForce } from '#src/queries/county-summary.ts'
import { countInSection, namesFound, nearestTo, tasksFound } from '#src/queries/find.ts'
import { tasksOfUnits } from '#src/queries/task-list.ts'
import type { View } from '#src/queries/view.ts'
import { foundCard, nothingFound, whatToFind } from '#templates/found.ts'
import { viewsOf } from './plan-argument.ts'
import { namesTask } from './plan-number.ts'
import { refused } from './refused.ts'
import { task } from './task.ts'
import { findTask } from './task-argument.ts'
import { filterIn } from './task-filter.ts'

export const find = command({
  name: { zh: '查', en: 'find' },
  also: ['查找', '搜索', '查询', 'search'],
  usage: { zh: '查 普惠园（或 12、县教育局、jyj、人名、章节）', en: 'find 普惠园 (or 12, a unit, jyj, a person, a section)' },
  about: { zh: '按任务号、词、单位、人名、章节或拼音首字母查', en: 'by number, words, unit, person, section or pinyin initials' },
  group: 'look',
  may: 'see',
  looks: true,
  args: z.object({ words: z.union([z.string().max(100), z.number().int()]).transform((asked) => String(asked).normalize('NFKC').replace(/\s+/g, ' ').trim().replace(/^the /i, '')).default('') }),
  typed: (words) => ({ words: words.join(' ') }),
  run({ words }, desk) {
    if (words === '') return answered(whatToFind(desk.lang))
    const number = words.replace(/^(?:task|item|no\.?|number) ?/i, '')
    const one = namesTask(number) ? findTask(desk, number) : undefined
    // 2026 is the number of no task, and may stand in the text of one.
    if (one !== undefined && (one.ok || one.refusal.code !== 'task-unknown')) return listed(number, desk)
    return found(words, desk)
  },
})

async function listed(which: string, desk: Desk): Promise<Answer> {
  const answer = await task.handle({ which }, desk)
  if (answer.kind === 'args-refused') throw new TypeError('words that were found are words of a list')
  return answer
}

function found(words: string, desk: Desk): Answer | Promise<Answer> {
  const { filter, by, plan } = filterIn(desk, words)
  const of = viewsOf(desk, plan)
  if (!of.ok) return refused(of.refusal, desk)
  const views = inForce(of.views)
  // 红灯, 未报 and the like are the list itself.
  if (filter.words === undefined && by.unit === undefined) return listed(words, desk)
  const tasks = tasksFound(views, filter)
  const names = by.unit === undefined ? namesFound(views, desk.directory, words) : { units: [], people: [], sections: [] }
  if (by.unit === undefined && tasks.length + names.units.length + names.people.length + names.sections.length === 0) return answered(nothingFound(words, nearestTo(views, desk.directory, words), desk.lang))
  return answered(foundCard({
    asked: words, which: words, tasks,
    ...(by.unit === undefined ? {} : { unit: by.unit }),
    units: names.units.map(({ id, name }) => ({
      name, tasks: sumOver(views, (view) => tasksOfUnits(view, unitAndItsGroups(desk.directory, id)).length),
      leads: sumOver(views, ({ plan }) => [...desk.tally(plan.id).stands.values()].filter(({ lead }) => lead === id).length),
    })),
    people: names.people.map((person) => ({ id: person.id, name: person.name, what: whatIs(person, desk) })),
    sections: names.sections.map((name) => ({ name, tasks: countInSection(views, name) })),
  }, desk.lang, desk.today))
}

const sumOver = (views: readonly View[], count: (view: View) => number): number => views.reduce((sum, view) => sum + count(view), 0)

const whatIs = (person: Person, { directory }: Desk): string => [person.title ?? '', ...unitsHeldBy(person.own ?? person).map((unit) => unitName(directory, unit))].filter((part) => part !== '').join('，')
