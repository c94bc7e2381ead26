// 语言: whoever reads English has all of it in English, and back. Without a word, the two to choose from.
import { z } from 'zod'
import { answered, command } from '#src/command.ts'
import { Language } from '#src/directory/person.ts'
import { languageChoice, languageChosen } from '#templates/language.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'

const called: Readonly<Record<string, Language>> = { 中文: 'zh', 汉语: 'zh', chinese: 'zh', zh: 'zh', 英文: 'en', 英语: 'en', english: 'en', en: 'en' }

export const language = command({
  name: { zh: '语言', en: 'language' },
  also: ['lang'],
  usage: { zh: '语言 中文（或 语言 English）', en: 'language English (or: language 中文)' },
  about: { zh: '改用中文或英文显示', en: 'be answered in English or in Chinese' },
  then: { zh: '之后的回复和提醒都用这种语言。', en: 'Answers and reminders are in it from now on.' },
  group: 'people',
  may: 'see',
  args: z.object({ language: Language.optional() }),
  typed: ([word]) => (word === undefined ? {} : { language: called[word.toLowerCase()] ?? word }),
  run({ language: chosen }, desk) {
    const { asker, lang } = desk
    if (chosen === undefined) return answered(languageChoice(lang))
    if (asker === undefined) return refused({ code: 'not-permitted', permission: 'choose-language' }, desk)
    return recorded(desk.recordPerson({ type: 'choose-language', person: asker.id, language: chosen }), desk, () => languageChosen(chosen))
  },
})
