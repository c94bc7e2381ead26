// 待审, in words: what kinds of things wait, and how many.
import type { QueueKind } from '#src/queries/queue.ts'
import type { Hollow } from '#src/queries/hollow.ts'
import type { Lang } from './card.ts'
import { counted } from './counted.ts'
import { rich, type Rich } from './rich.ts'

export const queueKindName: Record<Lang, Record<QueueKind, string>> = {
  zh: { claim: '办结申请', extension: '延期申请', objection: '异议', 'part-question': '分工疑问', milestones: '年度分解', coordination: '协调事项', correction: '迟报更正', 'late-report': '迟报' },
  en: { claim: 'completion', extension: 'extension', objection: 'objection', 'part-question': 'question about a part', milestones: 'milestones', coordination: 'matter between two units', correction: 'late correction', 'late-report': 'late report' },
}
const several: Record<QueueKind, string> = {
  claim: 'completions', extension: 'extensions', objection: 'objections', 'part-question': 'questions about parts', milestones: 'milestone proposals', coordination: 'matters between units', correction: 'late corrections', 'late-report': 'late reports',
}

/** 办结申请2、延期申请1 */
export const queueCountWords = (counts: readonly { kind: QueueKind; count: number }[], lang: Lang): string =>
  counts.map(({ kind, count }) => (lang === 'zh' ? `${queueKindName.zh[kind]}${count}` : counted(count, queueKindName.en[kind], several[kind]))).join(lang === 'zh' ? '、' : ', ')

/** Why a report is 待补实: to the secretary alone. */
export const hollowWords: Record<Lang, Record<Hollow, string>> = {
  zh: { vague: '待补实：没有数字、日期或佐证', repeated: '待补实：与上次相同', 'bare-again': '待补实：连续三次没有说明' },
  en: { vague: 'thin: no figure, date or proof', repeated: 'thin: the same as last time', 'bare-again': 'thin: three times without a word' },
}

/** In the place of a completion that does not wait. */
export function waitsInstead(kinds: readonly QueueKind[], lang: Lang): { line: Rich; label: string } {
  const names = kinds.map((kind) => queueKindName[lang][kind])
  if (lang === 'zh') return { line: rich`这一项在等您审的是${names.join('、')}。`, label: `去审${names[0]}` }
  return { line: rich`What waits for you on it: ${names.join(', ')}.`, label: `Review the ${names[0]}` }
}
