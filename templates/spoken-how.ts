// How something was said that somebody else recorded: 电话, 当面. Kept as it was chosen, and shown in the reader's language.
import type { Lang } from './card.ts'

const inEnglish: ReadonlyMap<string, string> = new Map([['电话', 'by telephone'], ['当面', 'in person'], ['微信', 'on WeChat'], ['会上', 'in a meeting'], ['口头', 'orally'], ['纸质', 'on paper'], ['书面', 'in writing'], ['短信', 'by text message'], ['现场', 'on site'], ['邮件', 'by e-mail']])
const inChinese: ReadonlyMap<string, string> = new Map([...inEnglish].map(([zh, en]) => [en, zh]))

/** Any other way is somebody's own word, and stays as it is. */
export const howWords = (how: string, lang: Lang): string => (lang === 'zh' ? inChinese : inEnglish).get(how) ?? how
