// A leader's Home: the screen itself, and the way to the plans.
import type { Card, Lang } from './card.ts'
import { ways } from './ways.ts'

/** @param screen the summary, as it is shown in a message */
export function homeLeader(screen: Card, lang: Lang): Card {
  const zh = lang === 'zh'
  return { ...screen, more: [...(screen.more ?? []), { label: zh ? '方案' : 'Plans', run: ways.plans() }, { label: zh ? '会议' : 'Meetings', run: ways.meetings() }, { label: zh ? '帮助' : 'Help', run: ways.help() }] }
}
