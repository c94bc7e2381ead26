// What the asker can do here, made from the list of commands.
import { z } from 'zod'
import { answered, command, type Command } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import { helpCard } from '#templates/help.ts'

/** Its list is given, because it stands in the list itself. */
export const helpOf = (commands: () => readonly Command[]): Command =>
  command({
    name: { zh: '帮助', en: 'help' },
    also: ['?', '？', '命令', 'h'],
    usage: { zh: '帮助', en: 'help' },
    about: { zh: '能做什么、怎么写', en: 'what you can do and how to write it' },
    may: 'help',
    args: z.object({}),
    typed: () => ({}),
    run(_args, desk) {
      const listed = commands().filter(({ hidden, sandboxOnly }) => hidden !== true && (sandboxOnly !== true || desk.moveClock !== undefined))
      const own = listed.filter((each) => may(desk.asker, each.may))
      return answered(helpCard(own, listed.length - own.length, desk.asker !== undefined, desk.lang))
    },
  })
