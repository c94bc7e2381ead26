// Help, made from the list of commands: what the asker may, and an example of each.
import type { Card, Lang } from './card.ts'
import { rich, strong } from './rich.ts'
import { ways } from './ways.ts'

type Listed = { name: { zh: string; en: string }; usage: { zh: string; en: string }; about: { zh: string; en: string } }

/** `others`: how many commands there are that the asker may not use. */
export function helpCard(commands: readonly Listed[], others: number, isKnown: boolean, lang: Lang): Card {
  const zh = lang === 'zh'
  const head = zh ? `督办：您能用${commands.length}个命令。直接输入 /duban 看自己的待办。` : `Duban: ${commands.length} commands for you. /duban alone shows what is yours to do.`
  return {
    text: head,
    lines: [rich`${head}`],
    sections: [{ rows: commands.map(({ name, usage, about }) => ({ line: zh ? rich`${strong(name.zh)}　${about.zh}　例：/duban ${usage.zh}` : rich`${strong(name.en)}: ${about.en}. /duban ${usage.en}` })) }],
    actions: isKnown ? [{ label: zh ? '我的任务' : 'My tasks', run: ways.mine() }, { label: zh ? '汇总' : 'Summary', run: ways.summary() }] : [],
    footer: zh
      ? rich`中文、英文命令都行；数字写 12、１２、第十二项 都行；也可以在私聊里不写 /duban 直接输入。${others > 0 ? `另有${others}个命令由督查室等使用。` : ''}`
      : rich`Chinese and English names both work, and so do 12, １２ and 第十二项; in our own conversation /duban can be left out. ${others > 0 ? `${others} more are for the secretary and others.` : ''}`,
  }
}
