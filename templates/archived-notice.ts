// A message about a plan that was put away since: its lines stay, and ask for nothing any more.
import type { View } from '#src/queries/view.ts'
import type { Notice } from '#src/reminders/notice.ts'
import type { Drawing } from './answered-line.ts'
import type { Card, Lang } from './card.ts'
import { shortDay } from './day-words.ts'
import { named } from './answered-line.ts'
import type { NoticeLine } from './line-shapes.ts'
import { rich } from './rich.ts'
import { shortPlan } from './short-plan.ts'

const words = {
  zh: { away: (title: string, day: string) => `《${title}》已于${day}归档，不再填报和督办，不用再办。`, line: '方案已归档，不用再办' },
  en: { away: (title: string, day: string) => `“${title}” was put away ${day}: nothing is asked for any more.`, line: 'the plan was put away: nothing to do' },
} satisfies Record<Lang, unknown>

/** Undefined for a plan that goes on. */
export function archivedWords({ plan, today }: View, lang: Lang): string | undefined {
  return plan.archived === undefined ? undefined : words[lang].away(shortPlan(plan.title, 40), shortDay(plan.archived.on, lang, today))
}

/** An answer that was given stands as it was; what was still asked is not. */
export function archivedLine(line: NoticeLine, notice: Notice, drawing: Drawing): NoticeLine {
  if (drawing.view.plan.archived === undefined || line.isSettled || !('task' in notice)) return line
  const say = `${named(drawing, notice.task)} · ${words[drawing.lang].line}`
  return { say, row: { line: rich`↩️ ${say}` }, isSettled: true }
}

/** A card of one plan, without what can be pressed. */
export function archivedCard(card: Card, view: View, lang: Lang): Card {
  const away = archivedWords(view, lang)
  if (away === undefined) return card
  const { title, lines = [], sections = [], footer } = card
  return {
    text: away,
    ...(title === undefined ? {} : { title }),
    lines: [rich`${away}`, ...lines],
    sections: sections.map((section) => ({ ...section, rows: section.rows.map(({ line }) => ({ line })) })),
    ...(footer === undefined ? {} : { footer }),
  }
}
