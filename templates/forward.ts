// 转发文本: a card or a message as a few plain lines, to be pasted into WeChat or a text message: that is where it will go anyway.
import type { Action, Card, Lang, Run } from './card.ts'
import { cutTo } from './cut-to.ts'
import { plain, rich } from './rich.ts'

const words = {
  zh: { label: '转发文本', head: (length: number) => `转发文本（${length}字，长按可复制）：`, left: '（以下略）', gone: '这条消息已经找不到了，请从“我的任务”重新进入。', office: '督查室', open: '【', close: '】' },
  en: { label: 'Text to forward', head: (length: number) => `Text to forward (${length} characters):`, left: '(shortened)', gone: 'This message is no longer known. Start again from your tasks.', office: 'Supervision office', open: '[', close: '] ' },
} satisfies Record<Lang, unknown>

/** What a text message and a phone take without being asked. */
export const forwardAtMost = 300
const lineAtMost = 120

/** Behind … on every notice and summary. @param run what shows the card: it is asked again, so that the text says what stands */
export const forwardAction = (run: Run, lang: Lang): Action => ({ label: words[lang].label, run: { command: 'forward', args: { of: run.command, ...run.args } } })

/** The same of a message that was sent. */
export const forwardMessage = (key: string, lang: Lang): Action => ({ label: words[lang].label, run: { command: 'forward', args: { message: key } } })

/** 17 on track 🟡3 at risk: the picture is all that parts two counts in English. */
const betweenCounts = /(?<=[a-z\d]) \p{Extended_Pictographic}\uFE0F?(?=\d)/gu

/** Signs that are nothing, or something else, where the text is pasted: pictures, what cannot be seen, what turns a line round. */
const stripped = (text: string): string => text.replace(betweenCounts, ', ').replace(/[\p{Extended_Pictographic}\uFE0F\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu, '').replace(/[*`]/g, '').replace(/[ \u3000]{2,}/g, ' ').trim()

/** At most 300 characters, whole lines, each once; the office in front. */
export function forwardText(card: Card, office: string | undefined, lang: Lang): string {
  const w = words[lang]
  const shown = card.forward ?? [...(card.lines ?? []), ...(card.sections ?? []).flatMap(({ heading, rows }) => [...(heading === undefined ? [] : [heading]), ...rows.flatMap((row) => [row.line, ...(row.note === undefined ? [] : [row.note])])])]
  const all = [card.title ?? '', ...shown.map(plain), ...(card.footer === undefined || card.forward !== undefined ? [] : [plain(card.footer)])]
  const lines = [...new Set(all.flatMap((line) => line.split('\n')).map((line) => cutTo(stripped(line), lineAtMost)).filter((line) => line !== ''))]
  const front = `${w.open}${cutTo(stripped(office ?? w.office), 30)}${w.close}`
  let text = front
  for (const [at, line] of lines.entries()) {
    const next = `${text}${at === 0 ? '' : '\n'}${line}`
    const rest = lines.length - at - 1
    const end = rest === 0 ? '' : `\n${w.left}`
    if (next.length + end.length > forwardAtMost) return `${text}\n${w.left}`
    text = next
  }
  return text
}

/** By itself, so that it can be copied and nothing else with it. */
export function forwardCard(text: string, lang: Lang): Card {
  const head = words[lang].head(text.length)
  return { text: head, lines: [rich`${head}`], sections: [{ rows: [{ line: rich`${text}` }] }] }
}

export const nothingToForward = (lang: Lang): Card => ({ text: words[lang].gone, lines: [rich`${words[lang].gone}`] })
