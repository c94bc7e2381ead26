// Something broke behind a door, or what was pressed is no longer there.
import type { Card, Form, Lang, Run } from './card.ts'
import { rich, strong, type Rich } from './rich.ts'
import { ways } from './ways.ts'

/** `store-away`: drafts and kept words could not be asked for. `reading-stopped`: the bot is told to stop while it reads a document. `log-stopped`: the ledger is not what it was, and takes nothing more. */
export type WhyFailed = 'unknown' | 'store-away' | 'reading-stopped' | 'log-stopped'

/** What happened, what to do, and when to turn to an admin. */
const words = {
  zh: {
    unknown: ['出了故障，这次可能没有记录，请先核对再试。', '输入 /duban 任务 任务号(如 /duban 任务 12)看有没有记上；没有再试，有了就不要重复提交。', (reference: Rich) => rich`仍不行，请把编号 ${reference} 告诉管理员。`],
    'store-away': ['出了故障：暂时连不上存储，这次没有办成。', '请过几分钟再点一次或再发一次，不会重复写入。', (reference: Rich) => rich`仍不行，请把编号 ${reference} 告诉管理员。`],
    'reading-stopped': ['机器人正要停机，没有读完，这次没有办成。', '请过几分钟再发一次；点的是按钮，就再点一次。', (reference: Rich) => rich`仍不行，请把编号 ${reference} 告诉管理员。`],
    'log-stopped': ['出了故障：台账记录与先前的对不上，已停止写入，这次没有记录。', '请先不要再试，内容留好，等管理员恢复后再报。', (reference: Rich) => rich`请现在就把编号 ${reference} 告诉管理员。`],
  },
  en: {
    unknown: ['Something broke and this may not have been recorded: look before you try again.', 'Type /duban task and its number (/duban task 12) to see whether it is there. If not, try again; if it is, do not send it once more.', (reference: Rich) => rich`If it breaks again, tell an admin the reference ${reference}.`],
    'store-away': ['Something broke: the store is away, and this was not done.', 'Press or send it again in a few minutes; nothing is written twice.', (reference: Rich) => rich`If it breaks again, tell an admin the reference ${reference}.`],
    'reading-stopped': ['duban is being stopped: this was not read to its end, and was not done.', 'Send it again in a few minutes; if it was a button, press it again.', (reference: Rich) => rich`If it does not work then, tell an admin the reference ${reference}.`],
    'log-stopped': ['Something broke: the ledger is not what it was, takes nothing more, and this was not recorded.', 'Do not try again for now; keep your words until an admin has mended it.', (reference: Rich) => rich`Tell an admin the reference ${reference} now.`],
  },
} satisfies Record<Lang, Record<WhyFailed, readonly [string, string, (reference: Rich) => Rich]>>

/** @param reference what the operator finds in the log */
export function failed(reference: string, lang: Lang, why: WhyFailed = 'unknown'): Card {
  const [what, next, whom] = words[lang][why]
  return {
    text: lang === 'zh' ? `${what}编号 ${reference}` : `${what} Reference ${reference}`,
    lines: [rich`⚠️ ${what}`, rich`${next}`, whom(rich`${strong(reference)}`)],
    refused: why === 'log-stopped' ? 'final' : 'again',
  }
}

/** A button of a card too old to be understood. */
export function outdated(lang: Lang): Card {
  const text = lang === 'zh' ? '这个按钮来自旧消息，已经不能用了，什么也没有改动。请从“我的任务”重新进入。' : 'This button is from an old message and no longer works; nothing was changed. Start again from your tasks.'
  return { text, lines: [rich`${text}`], actions: [{ label: lang === 'zh' ? '我的任务' : 'My tasks', run: ways.mine() }, { label: lang === 'zh' ? '帮助' : 'Help', run: ways.help() }] }
}

/** A form that could not be opened by itself: one press opens it. */
export function formWaits(form: Form, run: Run, lang: Lang): Card {
  const text = lang === 'zh' ? `${form.gap ?? '还要填几项。'}请点“${form.title}”打开表单补上。` : `${form.gap ?? 'A few things are still to be filled in.'} Press “${form.title}” to fill it in.`
  return { text, lines: [rich`${text}`], actions: [{ label: form.title, run, style: 'primary' }] }
}

export type FileGone = { code: 'too-big'; name: string; limit: number } | { code: 'forbidden'; name: string } | { code: 'gone'; name: string }

/** A shared file that could not be fetched. */
export function fileGone(why: FileGone, lang: Lang): Card {
  const zh = lang === 'zh'
  const text = ((): string => {
    switch (why.code) {
      case 'too-big': {
        const limit = `${Math.floor(why.limit / (1024 * 1024))}MB`
        const isText = /\.(?:txt|md)$/i.test(why.name)
        return zh ? `“${why.name}”超过${limit}的上限，没有读取。请${isText ? '只保留方案正文' : '去掉图片'}后再发，或直接粘贴正文。` : `“${why.name}” is over the limit of ${limit} and was not read. ${isText ? 'Send the plan itself only' : 'Send it without pictures'}, or paste the text.`
      }
      case 'forbidden':
        return zh ? `没有权限读取“${why.name}”。请在与我的私聊里发送，或直接粘贴正文。` : `I am not allowed to read “${why.name}”. Send it in our own conversation, or paste the text.`
      case 'gone':
        return zh ? `“${why.name}”已经取不到了，可能已被删除。请重新发送。` : `“${why.name}” cannot be fetched any more; it may have been deleted. Send it again.`
    }
  })()
  return { text, lines: [rich`${text}`] }
}
