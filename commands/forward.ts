// 转发文本: what a card or a message says, as plain text to be pasted elsewhere. It is asked again, so that it says what stands.
import { z } from 'zod'
import { answered, command, type Answer, type Command, type Desk } from '#src/command.ts'
import { officeName } from '#src/directory/office.ts'
import { may } from '#src/directory/permissions.ts'
import type { Card } from '#templates/card.ts'
import { forwardCard, forwardText, nothingToForward } from '#templates/forward.ts'
import { refused } from './refused.ts'
import { messageAgain, sentMessage } from './sent-message.ts'

/** Its list is given, because it stands in the list itself. */
export const forwardOf = (commands: () => readonly Command[]): Command =>
  command({
    name: { zh: '转发文本', en: 'forward' },
    usage: { zh: '转发文本 汇总', en: 'forward summary' },
    about: { zh: '生成可粘贴到微信、短信的文字：汇总、任务 12、我的等', en: 'plain text to paste elsewhere: summary, task 12, mine' },
    then: { zh: '给您一段纯文字，复制就能发。', en: 'You get plain text to copy.' },
    group: 'look',
    may: 'see',
    /** `of`: the command whose card it is, with its arguments, a task's where none is named; `message`: the key of a message that was sent to the asker. */
    args: z.looseObject({ of: z.string().max(40).default('summary'), message: z.string().max(255).optional() }),
    typed: ([first, ...rest]) => {
      const meant = commands().find(({ name, also }) => [name.zh, name.en, ...(also ?? [])].includes(first ?? ''))
      if (meant !== undefined) return { ...meant.typed(rest), of: meant.name.en }
      return first === undefined ? {} : { of: 'task', which: [first, ...rest].join(' ') }
    },
    async run({ of, message, ...args }, desk): Promise<Answer> {
      if (message !== undefined) return textOf(messageOf(message, desk), desk)
      const shown = commands().find(({ name }) => name.en === of)
      if (shown?.looks !== true) return answered(nothingToForward(desk.lang))
      if (!may(desk.asker, shown.may)) return refused({ code: 'not-permitted', permission: shown.may }, desk)
      const answer = await shown.handle(args, lookingOnly(desk))
      if (answer.kind === 'card' && answer.card.refused !== undefined) return answer
      // Of a picture: the words that stand beside it.
      if (answer.kind === 'file' && answer.caption !== undefined) return textOf({ text: '', lines: [answer.caption] }, desk)
      return textOf(answer.kind === 'card' ? answer.card : undefined, desk)
    },
  })

function textOf(card: Card | undefined, desk: Desk): Answer {
  return answered(card === undefined ? nothingToForward(desk.lang) : forwardCard(forwardText(card, officeName(desk.directory), desk.lang), desk.lang))
}

/** As its reader would see it now. */
function messageOf(key: string, desk: Desk): Card | undefined {
  const sent = sentMessage(key, desk)
  return sent === undefined ? undefined : messageAgain(sent, desk, { passesOn: true })
}

/** The same desk, at which nothing can be recorded, and what is passed on is no look of one's own. */
const lookingOnly = (desk: Desk): Desk => ({
  ...desk, passesOn: true,
  record: () => Promise.resolve({ ok: false, refusal: { code: 'cannot-record' } }),
  recordPerson: () => Promise.resolve({ ok: false, refusal: { code: 'cannot-record' } }),
  looked: () => Promise.resolve(),
})
