// 语言: the two to choose from, each in its own words; and that it was chosen, in the one that was.
import type { Card, Lang } from './card.ts'
import { rich } from './rich.ts'

const words = {
  zh: { which: '用哪种语言显示？', name: '中文', chosen: '好，以后用中文。方案原文、单位和姓名不变。', other: '改用英文' },
  en: { which: 'Which language do you read?', name: 'English', chosen: 'English from now on. The plans’ own words, units and names stay as they are.', other: 'Back to Chinese' },
} satisfies Record<Lang, unknown>

const to = (language: Lang, label: string): NonNullable<Card['actions']>[number] => ({ label, run: { command: 'language', args: { language } } })

export function languageChoice(lang: Lang): Card {
  const text = lang === 'zh' ? `${words.zh.which} ${words.en.which}` : `${words.en.which} ${words.zh.which}`
  return { text, lines: [rich`${text}`], actions: [to('zh', words.zh.name), to('en', words.en.name)] }
}

export function languageChosen(language: Lang): Card {
  const w = words[language]
  return { text: `✅ ${w.chosen}`, lines: [rich`✅ ${w.chosen}`], actions: [to(language === 'zh' ? 'en' : 'zh', w.other)] }
}
