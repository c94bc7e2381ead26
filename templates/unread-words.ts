// What was typed behind a number and is not read: said above what is shown, so that nobody takes it for done.
import type { Card, Lang } from './card.ts'
import { cutTo } from './cut-to.ts'
import { rich } from './rich.ts'

const words = {
  zh: { meeting: (said: string) => `“${said}”没有用上，这里只看会议。`, request: (said: string) => `“${said}”没有用上，这里只看已申报的这一项。另报一项，请写会议名称和议题。` },
  en: { meeting: (said: string) => `“${said}” was not used: the meeting is only shown here.`, request: (said: string) => `“${said}” was not used: the item that was requested is only shown here. For another, write the body and its title.` },
} satisfies Record<Lang, unknown>

/** @param said nothing where all was read */
export const withUnread = (card: Card, said: string | undefined, of: 'meeting' | 'request', lang: Lang): Card => (said === undefined || said === '' ? card : { ...card, lines: [rich`⚠️ ${words[lang][of](cutTo(said, 60))}`, ...(card.lines ?? [])] })
