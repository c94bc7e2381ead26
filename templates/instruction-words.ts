// How what was given out besides the plan is called: whose word it is, whether it was spoken, and under which heading it stands among the tasks.
import type { GivenFacts, Whose } from '#src/queries/given.ts'
import type { Origin, Rank } from '#src/ledger/origin.ts'
import type { Day } from '#src/calendar/day.ts'
import type { Lang } from './card.ts'
import { shortDay } from './day-words.ts'
import { reviewKindWords } from './review-kind-words.ts'
import { howWords } from './spoken-how.ts'

/** In the words of the plan, which are Chinese whoever reads them. */
export const instructionSection: Record<Rank, string> = { leader: '领导批示', office: '督查室交办' }
export const givenSection: Record<Exclude<Origin['kind'], 'instruction'>, string> = { meeting: '会议议定', review: '督查整改' }

/** Of what had to be put right, once it is judged otherwise. */
export const judgedOtherwise = '重新认定，不再要求整改'

type Named = (Pick<Extract<Whose, { rank: Rank }>, 'rank' | 'from'>) | Exclude<Whose, { rank: Rank }>

/** 李县长批示; 督查室交办; 教育领导小组6月18日议定第2项; 6月18日督查. */
export function givenBy(whose: Named, lang: Lang): string {
  const zh = lang === 'zh'
  switch (whose.rank) {
    case 'leader':
      return zh ? `${whose.from}批示` : `${whose.from}’s instruction`
    case 'office':
      return zh ? '督查室交办' : 'the secretary’s instruction'
    case 'meeting':
      return zh ? `${whose.body}${shortDay(whose.day, lang)}议定第${whose.item}项` : `item ${whose.item} decided by ${whose.body}, ${shortDay(whose.day, lang)}`
    case 'review':
      return zh ? `${shortDay(whose.day, lang)}${reviewKindWords[lang][whose.kind]}要求整改` : `to be put right, ${reviewKindWords[lang][whose.kind]} of ${shortDay(whose.day, lang)}`
  }
}

/** （电话，沈若兰代录，待李县长确认）; nothing where it was written. */
export function spokenWords({ spoken }: Pick<GivenFacts, 'spoken'>, lang: Lang): string {
  if (spoken === undefined) return ''
  const { from, how, recordedBy, confirmed } = spoken
  if (lang === 'zh') return `（${howWords(how, lang)}，${recordedBy}代录${confirmed ? '，本人已确认' : `·待${from}确认`}）`
  return ` (${howWords(how, lang)}, recorded by ${recordedBy}, ${confirmed ? 'confirmed' : `not confirmed by ${from} yet`})`
}

/** 李县长批示 6月30日（电话，沈若兰代录·待李县长确认） */
export const instructionWords = (facts: GivenFacts, lang: Lang, today: Day): string =>
  `${givenBy(facts, lang)}${facts.rank === 'leader' || facts.rank === 'office' ? ` ${shortDay(facts.on, lang, today)}` : ''}${spokenWords(facts, lang)}`
