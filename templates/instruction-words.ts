// How an instruction is called: whose it is, whether it was spoken, and under which heading it stands among the tasks.
import type { InstructionFacts } from '#src/queries/instructions.ts'
import type { Rank } from '#src/ledger/origin.ts'
import type { Day } from '#src/calendar/day.ts'
import type { Lang } from './card.ts'
import { shortDay } from './day-words.ts'

/** In the words of the plan, which are Chinese whoever reads them. */
export const instructionSection: Record<Rank, string> = { leader: '领导批示', office: '督查室交办' }

/** 李县长批示; 督查室交办. */
export const givenBy = ({ rank, from }: Pick<InstructionFacts, 'rank' | 'from'>, lang: Lang): string =>
  lang === 'zh' ? (rank === 'leader' ? `${from}批示` : '督查室交办') : rank === 'leader' ? `${from}’s instruction` : 'the secretary’s instruction'

/** （电话，沈若兰代录，待李县长确认）; nothing where it was written. */
export function spokenWords({ spoken, from }: Pick<InstructionFacts, 'spoken' | 'from'>, lang: Lang): string {
  if (spoken === undefined) return ''
  const { how, recordedBy, confirmed } = spoken
  if (lang === 'zh') return `（${how}，${recordedBy}代录${confirmed ? '，本人已确认' : `·待${from}确认`}）`
  return ` (${how}, recorded by ${recordedBy}, ${confirmed ? 'confirmed' : `not confirmed by ${from} yet`})`
}

/** 李县长批示 6月30日（电话，沈若兰代录·待李县长确认） */
export const instructionWords = (facts: Pick<InstructionFacts, 'rank' | 'from' | 'on' | 'spoken'>, lang: Lang, today: Day): string =>
  `${givenBy(facts, lang)} ${shortDay(facts.on, lang, today)}${spokenWords(facts, lang)}`
