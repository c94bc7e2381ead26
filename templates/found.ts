// 查: what was found for some words, in under three lines each; the most urgent first, and a way to the rest.
import type { Day } from '#src/calendar/day.ts'
import type { PersonId } from '#src/ledger/ids.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Action, Card, Lang, Row, Section } from './card.ts'
import { counted } from './counted.ts'
import { cutTo } from './cut-to.ts'
import { nextStep } from './next-step.ts'
import { rich, strong } from './rich.ts'
import { sectionWords } from './section-matrix.ts'
import { shortTitle, taskLine } from './task-line.ts'
import { ways } from './ways.ts'

export const tasksShown = 7
const namesShown = 7
const wordsAtMost = 20

export type FoundFacts = {
  asked: string
  /** The words for the list of all that was found. */
  which: string
  tasks: readonly TaskCard[]
  /** The one unit whose tasks these are, where the words are its name. */
  unit?: string
  units: readonly { name: string; tasks: number; leads: number }[]
  people: readonly { id: PersonId; name: string; what: string }[]
  sections: readonly { name: string; tasks: number }[]
}

export function foundCard(facts: FoundFacts, lang: Lang, today: Day): Card {
  const { tasks, which, unit } = facts
  const head = headOf(facts, lang)
  const shown = tasks.slice(0, tasksShown)
  // What was looked for names no plan.
  const several = tasks.some(({ ofSeveral }) => ofSeveral === true)
  const names = namesOf(facts, lang).slice(0, namesShown)
  return {
    text: head,
    lines: [rich`${head}`],
    sections: [...(names.length === 0 ? [] : [{ rows: names }]), ...(shown.length === 0 ? [] : [{ rows: shown.map((task) => taskFound(task, several, lang, today)) }])],
    actions: [
      ...(tasks.length > shown.length ? [{ label: lang === 'zh' ? `全部${tasks.length}项` : `All ${tasks.length}`, run: ways.tasks(which) }] : []),
      ...(unit === undefined ? [] : [{ label: lang === 'zh' ? '单位情况' : 'The unit', says: unit, run: ways.unit(unit) }]),
    ],
  }
}

function headOf({ asked, tasks, unit, units, people, sections }: FoundFacts, lang: Lang): string {
  const zh = lang === 'zh'
  const words = cutTo(asked, wordsAtMost)
  const parts = [
    ...(units.length === 0 ? [] : [zh ? `单位${units.length}个` : counted(units.length, 'unit')]),
    ...(people.length === 0 ? [] : [zh ? `人员${people.length}位` : counted(people.length, 'person', 'people')]),
    ...(sections.length === 0 ? [] : [zh ? `领域${sections.length}个` : counted(sections.length, 'section')]),
    ...(tasks.length === 0 ? [] : [`${zh ? `任务${tasks.length}项` : counted(tasks.length, 'task')}${ledAmong(tasks, unit, lang)}`]),
  ].join(zh ? '，' : ', ')
  const first = tasks.length > tasksShown ? (zh ? `，先列最急的${tasksShown}项` : `; the ${tasksShown} most urgent first`) : ''
  const of = unit === undefined || unit === asked ? '' : zh ? `，即${unit}` : `, which is ${unit}`
  return zh ? `查“${words}”${of}：${parts === '' ? '目前没有任务' : parts}${first}` : `“${words}”${of}: ${parts === '' ? 'no tasks now' : parts}${first}`
}

/** Light, number, title, unit, date; and below it what is owed next. */
const taskFound = (task: TaskCard, several: boolean, lang: Lang, today: Day): Row => ({
  line: ((next) => (next === undefined ? taskLine(task, lang, today, several) : rich`${taskLine(task, lang, today, several)}\n${lang === 'zh' ? '下一步：' : 'Next: '}${next}`))(nextStep(task, lang, today)),
  beside: { label: lang === 'zh' ? '查看' : 'Open', says: lang === 'zh' ? `查看第${task.number}项 ${shortTitle(task)}` : `Open task ${task.number} ${shortTitle(task)}`, run: ways.task(task) },
})

function namesOf({ units, people, sections }: FoundFacts, lang: Lang): Section['rows'] {
  const zh = lang === 'zh'
  const list = (name: string, count: number, which: string): Action => ({ label: zh ? `清单 ${count}` : `List ${count}`, says: zh ? `${cutTo(name, 40)}的${count}项任务` : `The ${count} tasks of ${cutTo(name, 40)}`, run: ways.tasks(which) })
  return [
    ...units.map(({ name, tasks, leads }) => ({ line: rich`${strong(name)} · ${zh ? '单位' : 'unit'}${leads === tasks ? '' : zh ? `，牵头${leads}项` : `, leads ${leads}`}`, beside: tasks === 0 ? { label: zh ? '查看' : 'Open', says: name, run: ways.unit(name) } : list(name, tasks, name) })),
    ...people.map(({ id, name, what }) => ({ line: rich`${strong(name)}${what === '' ? '' : ` · ${cutTo(what, 40)}`}`, beside: { label: zh ? '查看' : 'Open', says: name, run: ways.person(id) } })),
    ...sections.map(({ name, tasks }) => ({ line: rich`${strong(cutTo(name, 30))} · ${zh ? '领域' : 'section'}`, beside: list(name, tasks, sectionWords(name)) })),
  ]
}

/** 查 alone: what may stand behind it. */
export function whatToFind(lang: Lang): Card {
  const zh = lang === 'zh'
  const text = zh ? '查什么？后面写任务号、几个字、单位、人名或领域，例：查 校车、查 p1-9、查 教育局。' : 'Find what? Write a number, some words, a unit, a person or a section behind it: find p1-9, find education.'
  return { text, lines: [rich`${text}`], actions: [{ label: zh ? '全部任务' : 'All tasks', run: ways.tasks('') }] }
}

/** Says where it was looked, and offers the three that are nearest. */
export function nothingFound(asked: string, { units, tasks }: { units: readonly string[]; tasks: readonly TaskCard[] }, lang: Lang): Card {
  const zh = lang === 'zh'
  const words = cutTo(asked, wordsAtMost)
  const isNear = units.length + tasks.length > 0
  const text = zh ? `没有查到“${words}”。${isNear ? '您要的可能是下面这些。' : '换个词再查，或看全部任务。'}` : `Nothing was found for “${words}”. ${isNear ? 'Perhaps you mean one of these.' : 'Try another word, or see all tasks.'}`
  const where = zh ? '查过：任务号、标题和原文、单位（别名、拼音首字母）、人名、领域。' : 'Looked at: numbers, titles and texts of tasks, units (other names, pinyin), people, sections.'
  return {
    text,
    lines: [rich`${text}`, rich`${where}`],
    actions: [
      ...units.map((name) => ({ label: name, says: zh ? `查${name}` : `Find ${name}`, run: ways.find(name) })),
      ...tasks.map((task) => ({ label: cutTo(`${task.number} ${task.title}`, 24), says: zh ? `查看第${task.number}项` : `Open task ${task.number}`, run: ways.task(task) })),
      { label: zh ? '全部任务' : 'All tasks', run: ways.tasks('') },
    ],
  }
}

/** ，其中牵头32项: so many are counted where a unit's own numbers are shown. Nothing where it leads them all. */
function ledAmong(tasks: readonly TaskCard[], unit: string | undefined, lang: Lang): string {
  const led = tasks.filter(({ lead }) => lead?.name === unit).length
  if (unit === undefined || led === tasks.length) return ''
  if (led === 0) return lang === 'zh' ? '，都不牵头' : ', none of them as lead'
  return lang === 'zh' ? `，其中牵头${led}项` : `, ${led} of them as lead`
}
