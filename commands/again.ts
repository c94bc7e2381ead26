// 改后再发: words that could not be recorded, in a form filled in with them; or the same act once more.
import { z } from 'zod'
import { answered, command, type Answer, type Command, type Desk } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import { againForm, wordsGone } from '#templates/again-form.ts'
import type { Run } from '#templates/card.ts'
import { rich } from '#templates/rich.ts'
import { refused } from './refused.ts'

/** An act inside a button; what is too long for one is kept, and named by `id`. */
const Act = z.object({ command: z.string().max(40), args: z.record(z.string().max(60), z.union([z.string(), z.number(), z.boolean()])) })

/** Its list is given, because it stands in the list itself. */
export const againOf = (commands: () => readonly Command[]): Command =>
  command({
    name: { zh: '改后再发', en: 'again' },
    usage: { zh: '改后再发', en: 'again' },
    about: { zh: '把没有记录的内容改后再发', en: 'send again what was not recorded' },
    group: 'look',
    may: 'help',
    hidden: true,
    /** `at-once`: the act as it was, without a form. */
    args: z.object({ id: z.string().max(40).optional(), act: z.string().optional(), how: z.enum(['form', 'at-once']).default('form') }),
    typed: () => ({}),
    async run({ id, act, how }, desk): Promise<Answer> {
      const run = id === undefined ? actIn(act) : await desk.words.find(id)
      const meant = commands().find(({ name }) => name.en === run?.command)
      if (run === undefined || meant === undefined || meant.written.length === 0) return gone(desk)
      if (!may(desk.asker, meant.may)) return refused({ code: 'not-permitted', permission: meant.may }, desk)
      // What was answered meanwhile stands; what is sent now is said besides it.
      const args = Object.fromEntries(Object.entries(run.args).filter(([name]) => name !== 'asked' && name !== 'form'))
      if (how === 'form') return { kind: 'form', form: againForm(meant.name[desk.lang], meant.written, { command: run.command, args }, desk.lang) }
      const answer = await meant.handle(run.args, desk)
      return answer.kind === 'args-refused' ? gone(desk) : answer
    },
  })

function actIn(text: string | undefined): Run | undefined {
  try {
    return Act.safeParse(JSON.parse(text ?? '')).data
  } catch {
    return undefined
  }
}

const gone = (desk: Desk): Answer => answered({ text: wordsGone(desk.lang), lines: [rich`${wordsGone(desk.lang)}`] })
