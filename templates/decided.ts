// 已定: what a leader decided, in the same words on the task, in its history, in what changed and on the message that asked.
import type { Day } from '#src/calendar/day.ts'
import type { TaskNo } from '#src/ledger/ids.ts'
import type { Decided } from '#src/queries/decided.ts'
import type { Lang } from './card.ts'
import { shortDay } from './day-words.ts'
import { rich, type Rich } from './rich.ts'

const words = {
  zh: { meeting: '开协调会', instruction: (made: string) => `批示交办${made}`, decided: (what: string) => `已定：${what}`, by: (by: string, day: string) => `（${by}，${day}）` },
  en: { meeting: 'a coordination meeting', instruction: (made: string) => `an instruction${made === '' ? '' : ` (${made})`}`, decided: (what: string) => `Decided: ${what}`, by: (by: string, day: string) => ` (${by}, ${day})` },
} satisfies Record<Lang, unknown>

type Chosen = Pick<Decided, 'choice'> & { made?: TaskNo | undefined }

/** 开协调会, 批示交办32: behind the word that it was decided. */
export const choiceWords = ({ choice, made }: Chosen, lang: Lang): string => ((w) => (choice === 'meeting' ? w.meeting : w.instruction(made === undefined ? '' : String(made))))(words[lang])

/** 已定：开协调会, 已定：批示交办32. */
export const decidedWords = (chosen: Chosen, lang: Lang): string => words[lang].decided(choiceWords(chosen, lang))

/** 已定：开协调会（何景川，7月2日） */
export const decidedLine = (decided: Decided, lang: Lang, today: Day): Rich => rich`${decidedWords(decided, lang)}${words[lang].by(decided.by ?? '', shortDay(decided.on, lang, today))}`
