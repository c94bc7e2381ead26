// Somebody the directory does not know: what this is, and who can let them in.
import type { Card, Lang } from './card.ts'
import { homeFooter, type Seen } from './home-footer.ts'
import { rich } from './rich.ts'
import { ways } from './ways.ts'

export function homeStranger(seen: Seen, lang: Lang): Card {
  const zh = lang === 'zh'
  const who = seen.secretaries.length === 0 ? (zh ? '督查室' : 'the secretary') : zh ? `督查室(${seen.secretaries.join('、')})` : `the secretary (${seen.secretaries.join(', ')})`
  const head = zh ? `您还没有登记，看不到方案和任务。请联系${who}登记。` : `You are not registered, so plans and tasks are not shown. Ask ${who} to register you.`
  return {
    text: head,
    title: zh ? '督办' : 'Duban',
    lines: [rich`${head}`, zh ? rich`登记只要一条命令：/duban 人员 登记 @您 姓名。` : rich`It takes one command: /duban people add @you name.`],
    actions: [{ label: zh ? '帮助' : 'Help', run: ways.help() }],
    footer: homeFooter(seen, lang),
  }
}
