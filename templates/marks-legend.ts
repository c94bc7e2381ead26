// What the marks in a list mean, below it: for whoever did not set them.
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Card, Lang } from './card.ts'
import { rich } from './rich.ts'

type Mark = 'presumed' | 'byDefault' | 'late' | 'bare' | 'unchecked'
const marks: Record<Lang, Record<Mark, string>> = {
  zh: { presumed: '推定：原文没写谁牵头，暂按第一个单位', byDefault: '默认：原文没写时限，每季度报一次', late: '迟报：过了截止日才报', bare: '自报：单位自己说正常，没有写依据', unchecked: '待核对：单位还没看过自己的分工' },
  en: { presumed: 'presumed: the text names no lead, so the first unit counts as it', byDefault: 'default: the text gives no date, so a report is due each quarter', late: 'late: reported after the deadline', bare: 'the unit’s word alone: it says on track and shows nothing', unchecked: 'to be checked: the unit has not looked at its part yet' },
}
const has: Record<Mark, (task: TaskCard) => boolean> = {
  presumed: ({ lead }) => lead?.presumed === true,
  byDefault: ({ why, due, next }) => (why.rule === 'reported' || why.rule === 'nothing-due') && due.kind !== 'dated' && next.kind === 'progress',
  late: ({ lead }) => lead?.late === true || (lead?.group?.late ?? 0) > 0,
  bare: ({ why }) => why.rule === 'reported' && why.bare,
  unchecked: ({ stage }) => stage === 'to-check',
}

const inLists: readonly Mark[] = ['presumed', 'byDefault', 'late']
const onCards: readonly Mark[] = ['bare', 'unchecked']

/** Only of those that are seen; nothing where there are none. */
export const legendOf = (tasks: readonly TaskCard[], lang: Lang): Pick<Card, 'footer'> => ((words) => (words === '' ? {} : { footer: rich`${words}` }))(legendWords(inLists, tasks, lang))

/** Of the card of one task: what its light and its stage say. Empty where they say nothing that needs it. */
export const cardLegend = (task: TaskCard, lang: Lang): string => legendWords(onCards, [task], lang)

const legendWords = (of: readonly Mark[], tasks: readonly TaskCard[], lang: Lang): string =>
  of.filter((mark) => tasks.some(has[mark])).map((mark) => marks[lang][mark]).join(lang === 'zh' ? '；' : '; ')
