// A leader's Home: the screen itself, and the way to the plans.
import { briefActions, type BriefWanted } from './brief.ts'
import type { Card, Lang } from './card.ts'
import { ways } from './ways.ts'

/** @param screen the summary, as it is shown in a message: a leader's has 批示 on it @param instructs whether they give instructions of their own, or record a leader's @param brief whether it is sent to them each Monday */
export function homeLeader(screen: Card, instructs: 'leader' | 'recorded' | undefined, brief: BriefWanted, lang: Lang): Card {
  const zh = lang === 'zh'
  const give = instructs !== 'recorded' ? [] : [{ label: zh ? '口头批示' : 'Record an instruction', run: ways.instructOnBehalf() }, { label: zh ? '我的批示' : 'Instructions', run: ways.instructions() }]
  return { ...screen, actions: [...(screen.actions ?? []), ...give], more: [...(screen.more ?? []), ...briefActions(brief, lang), { label: zh ? '方案' : 'Plans', run: ways.plans() }, { label: zh ? '会议' : 'Meetings', run: ways.meetings() }, { label: zh ? '帮助' : 'Help', run: ways.help() }] }
}
