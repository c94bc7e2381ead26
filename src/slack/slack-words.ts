// The few words that Slack's own elements want and no card has.
import type { Lang } from '#templates/card.ts'

type Words = {
  more: string
  choose: string
  open: string
  confirmTitle: string
  back: string
  cancel: string
  left: (rows: number) => string
  tooLongForButton: (label: string) => string
  onlyFirst: (shown: number, all: number) => string
}

export const slackWords: Record<Lang, Words> = {
  zh: {
    more: '更多',
    choose: '请选择',
    open: '打开哪一项',
    confirmTitle: '请确认',
    back: '返回',
    cancel: '取消',
    left: (rows) => `另有 ${rows} 项未显示。`,
    tooLongForButton: (label) => `「${label}」放不下这么长的文字，请缩短到 500 字以内后重新发送。`,
    onlyFirst: (shown, all) => `共 ${all} 项，这里只列前 ${shown} 项；其余请直接输入命令。`,
  },
  en: {
    more: 'More',
    choose: 'Choose',
    open: 'Open which one',
    confirmTitle: 'Please confirm',
    back: 'Back',
    cancel: 'Cancel',
    left: (rows) => `${rows} more not shown.`,
    tooLongForButton: (label) => `“${label}” cannot carry that much text: shorten it to 500 characters and send it again.`,
    onlyFirst: (shown, all) => `The first ${shown} of ${all}; for the others, type the command.`,
  },
}
