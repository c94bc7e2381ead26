// What the asker can do now; the rest by what one wants to do; how one command is written. Made from the list of commands.
import { z } from 'zod'
import { answered, command, type Command, type Desk } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import { calledBy, nearestTo } from '#src/queries/command-words.ts'
import type { Card } from '#templates/card.ts'
import { groupCalled, grouped, type CommandGroup } from '#templates/command-groups.ts'
import { firstHelp, helpCommand, helpGroup, helpGroups } from '#templates/help.ts'
import { namesOf } from '#templates/names.ts'
import { refusalWords } from '#templates/refusal.ts'
import { unknownWord } from '#templates/unknown-word.ts'
import { firstFacts, helpFacts } from './help-first.ts'

/** How many are offered for a word nobody knows. */
const offered = 3

/** Its list is given, because it stands in the list itself. */
export const helpOf = (commands: () => readonly Command[]): Command =>
  command({
    name: { zh: '帮助', en: 'help' },
    also: ['?', '？', '命令', 'h', '怎么用', '怎么使用', 'how to use'],
    usage: { zh: '帮助（或 帮助 延期、帮助 审核）', en: 'help (or: help extend, help reviewing)' },
    about: { zh: '现在能做什么，一件事怎么写', en: 'what you can do now, and how one thing is written' },
    group: 'look',
    may: 'help',
    /** `about`: a word as it is typed; `on`: a command by its English name; `all`: the groups. */
    args: z.object({ about: z.string().trim().max(3_000).default(''), on: z.string().max(40).optional(), group: z.string().max(20).optional(), all: z.boolean().default(false), page: z.coerce.number().int().min(1).max(999).default(1) }),
    typed: (words) => (words.length === 0 ? {} : { about: words.join(' ') }),
    run({ about, on, group, all, page }, desk) {
      const listed = commands().filter(({ hidden, unoffered, sandboxOnly }) => hidden !== true && unoffered !== true && (sandboxOnly !== true || desk.moveClock !== undefined))
      const permitted = listed.filter((each) => may(desk.asker, each.may))
      const own = desk.asker?.roles.includes('leader') === true && !may(desk.asker, 'report') ? byActs(permitted) : permitted
      const groups = grouped(own)
      const shown = group === undefined ? undefined : groups.find((each) => each.group === group)
      if (shown !== undefined) return answered(groupCard(shown, page, desk))
      const named = listed.find(({ name }) => name.en === on)
      if (named !== undefined) return answered(commandCard(named, desk))
      if (all) return answered(helpGroups(groups, desk.lang))
      return answered(about === '' ? firstHelp(firstFacts(desk, desk.asker !== undefined), desk.lang) : onWord(about, listed, own, desk))
    },
  })

const everybodys: ReadonlySet<Command['may']> = new Set<Command['may']>(['see', 'help', 'undo', 'snooze'])

/** Where somebody may only look, what a group has is among what can be looked at: a leader is not offered 填报. */
function byActs(own: readonly Command[]): Command[] {
  const acting = new Set(own.filter((each) => !everybodys.has(each.may)).map(({ group }) => group))
  return own.map((each) => (acting.has(each.group) ? each : { ...each, group: 'look' }))
}

/** A group's own name comes before the command of that name, which its card has; then a command; then half of a group's name. */
function onWord(about: string, listed: readonly Command[], own: readonly Command[], desk: Desk): Card {
  const groups = grouped(own)
  const groupOf = (part: boolean): { group: CommandGroup; commands: readonly Command[] } | undefined => ((called) => groups.find(({ group }) => group === called))(groupCalled(about, { part }))
  const [word = ''] = about.split(' ')
  const group = groupOf(false)
  if (group !== undefined) return groupCard(group, 1, desk)
  const named = calledBy(listed, about) ?? calledBy(listed, word)
  if (named !== undefined) return commandCard(named, desk)
  const half = groupOf(true)
  return half === undefined ? unknownWord(about, nearestTo(own, about).slice(0, offered).map((each) => ({ ...each, explains: true })), desk.lang, helpFacts(desk)) : groupCard(half, 1, desk)
}

const groupCard = ({ group, commands }: { group: CommandGroup; commands: readonly Command[] }, page: number, desk: Desk): Card => helpGroup(group, commands, page, helpFacts(desk).own, desk.lang)

function commandCard(named: Command, desk: Desk): Card {
  const barred = may(desk.asker, named.may) ? undefined : refusalWords({ code: 'not-permitted', permission: named.may }, desk.lang, namesOf(desk, desk.zone))
  return helpCommand(named, helpFacts(desk).own, barred, desk.lang)
}
