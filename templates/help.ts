// Help: what waits for the reader and what they do most, then the rest by what one wants to do, then how one command is written.
import type { Action, Card, Lang, Row } from './card.ts'
import { exampleOf, usageParts, type OwnExample } from './command-example.ts'
import { groupName, type CommandGroup } from './command-groups.ts'
import { cutTo } from './cut-to.ts'
import { plain, rich, strong, type Rich } from './rich.ts'
import { ways } from './ways.ts'

type Listed = { name: { zh: string; en: string }; also?: readonly string[]; usage: { zh: string; en: string }; about: { zh: string; en: string }; then?: { zh: string; en: string }; group: CommandGroup }

/** One thing a reader does often: as it is typed, and the button that does the same. */
export type Often = { typed: string; press: Action }

/** `waits`: what waits for them, or who they should turn to; `open` shows it. `asks`: how it is asked in words. */
export type FirstHelp = { waits: string; open?: Action; often: readonly Often[]; hasRest: boolean; asks?: string }

/** What a message says at most of what waits: two lines of a phone. */
const waitsAtMost: Record<Lang, number> = { zh: 44, en: 80 }

export function firstHelp({ waits, open, often, hasRest, asks }: FirstHelp, lang: Lang): Card {
  const zh = lang === 'zh'
  const head = cutTo(waits, waitsAtMost[lang])
  const heading = zh ? rich`常用：照着发，或点下面的按钮` : rich`Type one of these, or press below`
  return {
    text: head,
    sections: [
      { rows: [{ line: rich`${head}`, ...(open === undefined ? {} : { beside: open }) }] },
      ...(often.length === 0 ? [] : [{ heading, rows: often.map(({ typed }) => ({ line: rich`${typed}` })) }]),
    ],
    // On a phone a button beside a line falls below it: together they take two rows.
    actions: [...often.map(({ press }) => press), ...(hasRest ? [{ label: zh ? '更多' : 'More', says: zh ? '更多：按要做的事找' : 'More, by what you want to do', run: ways.helpGroups() }] : [])],
    ...(asks === undefined ? {} : { footer: rich`${asks}` }),
  }
}

type Group = { group: CommandGroup; commands: readonly Listed[] }

/** The rest, by what one wants to do: a button each. */
export function helpGroups(groups: readonly Group[], lang: Lang): Card {
  const zh = lang === 'zh'
  const head = zh ? '您想做什么？' : 'What do you want to do?'
  return {
    text: head,
    lines: [rich`${head}`],
    actions: [...groups.map(({ group }) => ({ label: groupName(group, lang), run: ways.helpGroup(group) })), back(lang)],
    footer: zh ? rich`也可以发“帮助 延期”，看一件事怎么写。私聊里不用写 /duban；数字写 12、１２、第十二项 都行。` : rich`“help extend” says how one thing is written. Here /duban can be left out; 12, １２ and 第十二项 are all read.`,
  }
}

/** More commands than this are on the next page. */
export const commandsOnCard = 6

/** @param own for the examples */
export function helpGroup(group: CommandGroup, commands: readonly Listed[], wanted: number, own: OwnExample, lang: Lang): Card {
  const zh = lang === 'zh'
  const { shown, page, pages } = pageOf(commands, wanted, commandsOnCard)
  const head = `${groupName(group, lang)}${pageWords(page, pages, lang)}`
  const row = (command: Listed): Row => ({ line: rich`${strong(exampleOf(command, own, lang))}\n${command.about[lang]}` })
  const explain = ({ name }: Listed): Action => ({ label: name[lang], says: zh ? `怎么写：${name.zh}` : `How to write ${name.en}`, run: ways.helpOn(name.en) })
  return {
    text: head,
    lines: [rich`${strong(head)}`],
    sections: [{ rows: shown.map(row), note: zh ? rich`点下面的按钮，看怎么写、写了以后怎样` : rich`Press below for how it is written and what happens then` }],
    actions: [...shown.map(explain), ...turning(page, pages, (to) => ways.helpGroup(group, to), lang), { label: zh ? '其他' : 'Others', says: zh ? '其他：按要做的事找' : 'Others, by what you want to do', run: ways.helpGroups() }],
  }
}

/** How one command is written. @param barred who may, where the reader may not */
export function helpCommand(command: Listed, own: OwnExample, barred: Rich | undefined, lang: Lang): Card {
  const zh = lang === 'zh'
  const { besides } = usageParts(command, lang)
  const also = (command.also ?? []).filter((word) => /\p{Script=Han}/u.test(word) === zh && word.length > 1)
  const lines = [
    zh ? rich`${strong(command.name.zh)}　${command.about.zh}` : rich`${strong(command.name.en)}: ${command.about.en}`,
    ...(barred === undefined ? [] : [barred]),
    zh ? rich`例：${exampleOf(command, own, lang)}` : rich`Example: ${strong(exampleOf(command, own, lang))}`,
    ...(besides === '' ? [] : [zh ? rich`另：${besides}` : rich`Besides: ${besides}`]),
    ...(command.then === undefined ? [] : [zh ? rich`之后：${command.then.zh}` : rich`Then: ${command.then.en}`]),
    ...(also.length === 0 ? [] : [zh ? rich`也可以写：${also.join('、')}` : rich`Also: ${also.join(', ')}`]),
  ]
  const rest = groupName(command.group, lang)
  return { text: plain(lines[0] ?? rich``), lines, actions: [{ label: rest, says: zh ? `同类：${rest}` : `More of ${rest}`, run: ways.helpGroup(command.group) }, back(lang)] }
}

const back = (lang: Lang): Action => ({ label: lang === 'zh' ? '帮助' : 'Help', run: ways.help() })

function pageOf<Shown>(all: readonly Shown[], wanted: number, onCard: number): { shown: readonly Shown[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(all.length / onCard))
  const page = Math.min(Math.max(1, wanted), pages)
  return { shown: all.slice((page - 1) * onCard, page * onCard), page, pages }
}

const pageWords = (page: number, pages: number, lang: Lang): string => (pages === 1 ? '' : lang === 'zh' ? `（第${page}/${pages}页）` : ` (page ${page} of ${pages})`)

const turning = (page: number, pages: number, to: (page: number) => Action['run'], lang: Lang): Action[] => [
  ...(page < pages ? [{ label: lang === 'zh' ? '下一页' : 'Next page', run: to(page + 1) }] : []),
  ...(page > 1 ? [{ label: lang === 'zh' ? '上一页' : 'Previous page', run: to(page - 1) }] : []),
]
