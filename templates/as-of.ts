// 截至: what was known at the end of a day that has passed. Its buttons look further into that day; what would change something is not on it.
import type { Day } from '#src/calendar/day.ts'
import type { Action, Card, Lang, Row, Run, Section } from './card.ts'
import { dayWords } from './day-words.ts'
import { rich } from './rich.ts'
import { ways } from './ways.ts'

/** `since`: how much was recorded afterwards that speaks of that day or of an earlier one. `looks`: commands that show something and change nothing. */
export type AsOf = { day: Day; today: Day; since: number; looks: (command: string) => boolean }

export function asOfCard(card: Card, asOf: AsOf, lang: Lang): Card {
  const { day, today, since } = asOf
  const zh = lang === 'zh'
  const words = dayWords(day, lang, today)
  const head = zh ? `截至${words}24时，当时已记录的情况` : `As of the end of ${words}, by what was on record then`
  const late = since === 0 ? [] : [zh ? rich`（此后又补录、更正${since}件说的是这天以前的事，不在其中；看“记录”可查）` : rich`(${since} entries recorded or put right since speak of that day or before; they are not in it. “History” has them)`]
  const { more, actions, sections, lines = [], ...rest } = card
  const now: Action = { label: zh ? '回到今天' : 'Back to today', run: ways.summary() }
  return {
    ...rest,
    text: `${head}${zh ? '：' : ': '}${card.text}`,
    lines: [rich`${head}`, ...late, ...lines],
    ...(sections === undefined ? {} : { sections: sections.map((section) => sectionThen(section, asOf)) }),
    actions: [...(actions ?? []).flatMap((action) => then(action, asOf)), now],
    ...(more === undefined ? {} : { more: more.flatMap((action) => then(action, asOf)) }),
    ...(card.rest?.action === undefined ? {} : { rest: { line: card.rest.line, ...firstOf(then(card.rest.action, asOf)) } }),
  }
}

const firstOf = ([action]: readonly Action[]): { action?: Action } => (action === undefined ? {} : { action })

const sectionThen = (section: Section, asOf: AsOf): Section => ({ ...section, rows: section.rows.map((row) => rowThen(row, asOf)) })

function rowThen({ line, note, beside, actions, more }: Row, asOf: AsOf): Row {
  const [looking] = beside === undefined ? [] : then(beside, asOf)
  const all = (of: readonly Action[]): Action[] => of.flatMap((action) => then(action, asOf))
  return { line, ...(note === undefined ? {} : { note }), ...(looking === undefined ? {} : { beside: looking }), ...(actions === undefined ? {} : { actions: all(actions) }), ...(more === undefined ? {} : { more: all(more) }) }
}

/** The same question, asked of that day; nothing where it would change something. */
function then(action: Action, { day, looks }: AsOf): Action[] {
  return looks(action.run.command) ? [{ label: action.label, ...(action.says === undefined ? {} : { says: action.says }), run: asOfRun(day, action.run) }] : []
}

/** A question inside a question, as a button carries it. */
export const asOfRun = (day: Day, { command, args }: Run): Run => ({ command: 'as-of', args: { day, of: command, ...(Object.keys(args).length === 0 ? {} : { with: JSON.stringify(args) }) } })

export const notLooking = (lang: Lang): string => (lang === 'zh' ? '“截至”后面请写要看的内容，例如：截至 昨天 汇总、截至 昨天 任务 12、截至 上周五 县教育局' : 'Say what you want to see behind the day: as-of 2026-06-30 summary, as-of 2026-06-30 task 12')

/** Nothing was issued yet. */
export function noPlanThen(day: Day, today: Day, lang: Lang): Card {
  const words = dayWords(day, lang, today)
  const text = lang === 'zh' ? `${words}那天还没有导入任何方案，没有可看的。请换一个晚一点的日子。` : `On ${words} no plan had been imported yet: there is nothing to see. Choose a later day.`
  return { text, lines: [rich`${text}`] }
}
