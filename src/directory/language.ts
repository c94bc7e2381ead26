// 语言: in which language somebody is answered and told. Nobody chose, as the chat platform says; where it says nothing, Chinese.
import { z } from 'zod'
import { accept, refuse, type Decision } from '#src/ledger/decision.ts'
import { PersonId } from '#src/ledger/ids.ts'
import type { Directory } from './directory-state.ts'
import { Language, type Person } from './person.ts'

export const LanguageSet = z.strictObject({ type: z.literal('language-set'), person: PersonId, language: Language })
export type LanguageSet = z.infer<typeof LanguageSet>
export type LanguageIntent = { type: 'choose-language'; person: PersonId; language: Language }

export function decideLanguage({ people }: Directory, { person: id, language }: LanguageIntent): Decision<LanguageSet> {
  const person = people.get(id)
  if (person === undefined) return refuse({ code: 'person-unknown', asked: id })
  return person.language === language ? accept() : accept({ type: 'language-set', person: id, language })
}

/** Never refuses. */
export const evolveLanguage = (person: Person, { language }: LanguageSet): Person => ({ ...person, language })

/** In which language somebody is answered, reminded and drawn a message again. @param chat as the platform says, where it is known */
export const languageOf = (person: Pick<Person, 'language'> | undefined, chat: Language | undefined): Language => person?.language ?? chat ?? 'zh'
