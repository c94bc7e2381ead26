// Slack as the router sees it, writing down what is asked of it.
import type { types } from '@slack/bolt'
import type { SlackCalls } from '#src/slack/slack-calls.ts'

export type Recorded = { call: string; text?: string; to?: string; how?: unknown; view?: types.ModalView | types.HomeView }

export function recordedCalls(answers: Partial<SlackCalls> = {}): { calls: SlackCalls; made: Recorded[] } {
  const made: Recorded[] = []
  const calls: SlackCalls = {
    post: (to, { text }) => {
      made.push({ call: 'post', to, text })
      return Promise.resolve({ conversation: to, ts: '9.9' })
    },
    postPrivate: (to, user, { text }) => {
      made.push({ call: 'postPrivate', to: `${to}/${user}`, text })
      return Promise.resolve()
    },
    update: ({ conversation, ts }, { text }) => {
      made.push({ call: 'update', to: `${conversation}/${ts}`, text })
      return Promise.resolve()
    },
    respond: (to, { text }, how) => {
      made.push({ call: 'respond', to, text, how })
      return Promise.resolve()
    },
    openDm: (user) => Promise.resolve(`D-${user}`),
    openForm: (_, view) => {
      made.push({ call: 'openForm', view })
      return Promise.resolve('opened')
    },
    publishHome: (to, view) => {
      made.push({ call: 'publishHome', to, view })
      return Promise.resolve()
    },
    permalinkOf: ({ conversation, ts }) => Promise.resolve(`https://cloud.slack.com/archives/${conversation}/p${ts.replace('.', '')}`),
    localeOf: () => Promise.resolve('zh-CN'),
    upload: ({ conversation }, { name }) => {
      made.push({ call: 'upload', to: conversation, text: name })
      return Promise.resolve()
    },
    download: () => Promise.resolve({ ok: false, why: { code: 'forbidden', name: '方案.docx' } }),
    ...answers,
  }
  return { calls, made }
}
