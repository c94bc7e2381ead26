// A sitting that begins before its hour: asked first, for what has begun cannot be called off or moved any more.
import type { Card, Lang, Run } from './card.ts'
import { sittingName, type NamedSitting } from './meeting-names.ts'
import { rich, strong } from './rich.ts'

const words = {
  zh: { early: (time: string) => `还没到${time}，现在就开始？`, then: '开始后这次会议就记为已召开，不能再改期、取消。', begin: '开始', back: '返回' },
  en: { early: (time: string) => `It is not ${time} yet. Begin now?`, then: 'Once begun, the meeting is recorded as held and can no longer be moved or called off.', begin: 'Begin', back: 'Back' },
} satisfies Record<Lang, unknown>

/** @param back where it was asked from */
export function beginsEarly(of: NamedSitting, { begin, back }: { begin: Run; back: Run }, lang: Lang): Card {
  const w = words[lang]
  const head = w.early(of.meeting.time)
  return { text: `${sittingName(of, lang)}${lang === 'zh' ? '：' : ': '}${head}`, lines: [rich`${strong(head)}`, rich`${sittingName(of, lang)}`], actions: [{ label: w.begin, run: begin, style: 'primary' }, { label: w.back, run: back }], footer: rich`${w.then}` }
}
