// What the marks in a list mean, below it: for whoever did not set them.
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Card, Lang } from './card.ts'
import { rich } from './rich.ts'

type Mark = 'presumed' | 'byDefault' | 'late'
const marks: Record<Lang, Record<Mark, string>> = {
  zh: { presumed: '推定：原文没写谁牵头，暂按第一个单位', byDefault: '默认：原文没写时限，每季度报一次', late: '迟报：过了截止日才报' },
  en: { presumed: 'presumed: the text names no lead, so the first unit counts as it', byDefault: 'default: the text gives no date, so a report is due each quarter', late: 'late: reported after the deadline' },
}
const has: Record<Mark, (task: TaskCard) => boolean> = {
  presumed: ({ lead }) => lead?.presumed === true,
  byDefault: ({ why, due, next }) => (why.rule === 'reported' || why.rule === 'nothing-due') && due.kind !== 'dated' && next.kind === 'progress',
  late: ({ lead }) => lead?.late === true || (lead?.group?.late ?? 0) > 0,
}

/** Only of those that are seen; nothing where there are none. */
export function legendOf(tasks: readonly TaskCard[], lang: Lang): Pick<Card, 'footer'> {
  const seen = (['presumed', 'byDefault', 'late'] as const).filter((mark) => tasks.some(has[mark])).map((mark) => marks[lang][mark])
  return seen.length === 0 ? {} : { footer: rich`${seen.join(lang === 'zh' ? '；' : '; ')}` }
}
