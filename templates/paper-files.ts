// A paper as it is sent: its file, the sentence above it, and the same words where no file can be sent.
import type { Lang, Run } from './card.ts'
import { cutTo } from './cut-to.ts'
import type { FileToSend } from './file-content.ts'
import { minutesFileName, paperMinutes, type MinutesFacts } from './paper-minutes.ts'
import { noticeFileName, paperNotice, type NoticeFacts } from './paper-notice.ts'
import { paperRequest, requestFileName, type RequestFacts } from './paper-request.ts'
import { toFill } from './paper-words.ts'
import { paperText, type Paper } from './paper.ts'
import { rich } from './rich.ts'

/** `again`: asks for it once more. */
export type PaperAsked = { lang: Lang; again: Run }

const words = {
  zh: {
    blanks: (count: number) => (count === 0 ? '' : `还有${count}处空白（${toFill}）要填，`),
    caption: (name: string, blanks: string) => `${name}（代拟稿）：${blanks}请核对后再用，未编号、未盖章。`,
    failed: (name: string) => `${name}的文件没有发成，文字在这里；过几分钟可以再要一次。`, again: '再要一次', rest: '文字较长，这里只有开头，其余在文件里。',
    sitIn: (names: readonly string[]) => `有${names.length}个汇报单位不是成员，已列为列席：${names.join('、')}。`,
    notice: '会议通知', minutes: '会议纪要', request: '议题申报',
  },
  en: {
    blanks: (count: number) => (count === 0 ? '' : `${count} ${count === 1 ? 'blank' : 'blanks'} (${toFill}) to fill in; `),
    caption: (name: string, blanks: string) => `${name} (a draft, in Chinese): ${blanks}check it before use. It has no number and no seal.`,
    failed: (name: string) => `The file of the ${name.toLowerCase()} could not be sent; its words are here. Ask again in a few minutes.`, again: 'Ask again', rest: 'This is the beginning; the rest is in the file.',
    sitIn: (names: readonly string[]) => ` ${names.length === 1 ? 'One unit that reports is' : `${names.length} units that report are`} no member, and asked to sit in: ${names.join(', ')}.`,
    notice: 'Notice of meeting', minutes: 'Minutes', request: 'Agenda request',
  },
} satisfies Record<Lang, unknown>

export const noticeFile = (facts: NoticeFacts, asked: PaperAsked): FileToSend => paperFile('notice', paperNotice(facts), noticeFileName(facts), asked, facts.observers?.flatMap(({ unit }) => unit ?? []))
export const minutesFile = (facts: MinutesFacts, asked: PaperAsked): FileToSend => paperFile('minutes', paperMinutes(facts), minutesFileName(facts), asked)
export const requestFile = (facts: RequestFacts, asked: PaperAsked): FileToSend => paperFile('request', paperRequest(facts), requestFileName(facts), asked)

/** How many places of a paper wait to be filled in. */
export const blanksIn = (paper: Paper): number => paperText(paper).split(toFill).length - 1

/** So many lines of a paper stand in a message. */
const linesShown = 40
const lineMost = 1_000

function paperFile(kind: 'notice' | 'minutes' | 'request', paper: Paper, name: string, { lang, again }: PaperAsked, sitIn: readonly string[] = []): FileToSend {
  const w = words[lang]
  const lines = paperText(paper).split('\n').filter((line) => line !== '')
  const shown = lines.slice(0, linesShown).map((line) => rich`${line.length > lineMost ? cutTo(line, lineMost) : line}`)
  const failed = w.failed(w[kind])
  return {
    content: paper, name, caption: rich`${w.caption(w[kind], w.blanks(blanksIn(paper)))}${sitIn.length === 0 ? '' : w.sitIn(sitIn)}`,
    otherwise: { text: failed, lines: [rich`${failed}`, ...shown, ...(lines.length > linesShown ? [rich`${w.rest}`] : [])], actions: [{ label: w.again, run: again }] },
  }
}
