// A desk, a handful of commands and sayings of the tests' own: enough to see what the Slack room itself does.
import { z } from 'zod'
import { command, type Command, type Desk } from '#src/command.ts'
import { PersonId } from '#src/ledger/ids.ts'
import type { Asked, Callbacks } from '#src/slack/callbacks.ts'
import type { Card } from '#templates/card.ts'
import { wordsBack } from '#templates/words-back.ts'
import { rich } from '#templates/rich.ts'

export const card = (text: string, more: Partial<Card> = {}): Card => ({ text, ...more })
export const personId = PersonId.parse('u1')

/** What the desk was asked for, in order; and what was said with `record`-like commands. */
export type Seen = { asked: Asked[]; said: string[]; settle: (text: string) => void; breakUp: (error: Error) => void; /** Lets the report of 等着 go on. */ goOn: () => void }

const about = { zh: '', en: '' }
const of = (zh: string, en: string) => ({ name: { zh, en }, usage: { zh, en }, about, group: 'look' as const, may: 'help' as const })

export function tinyCommands(seen: Seen): Command[] {
  const ping = command({
    ...of('问好', 'ping'),
    shortcut: { name: '转为问好', about: '把这条消息转为问好' },
    args: z.object({ word: z.string().max(8).default('') }),
    typed: (words) => (words.length === 0 ? {} : { word: words.join(' ') }),
    run: ({ word }) => {
      seen.said.push(`ping ${word}`)
      return {
        kind: 'card',
        ...(word === '换' ? { replaces: true } : {}),
        ...(word === '在' ? { inMessage: true as const } : {}),
        card: card(`好 ${word}`, {
          actions: [
            { label: '再来', run: { command: 'ping', args: { word: '再' } } },
            { label: '定了', style: 'primary', run: { command: 'ping', args: { word: '定' } } },
            { label: '填表', run: { command: 'report', args: { task: 7 } } },
          ],
          more: [{ label: '菜单', run: { command: 'ping', args: { word: '菜单' } } }],
        }),
      }
    },
  })
  const report = command({
    ...of('填报', 'report'),
    args: z.object({ task: z.coerce.number(), done: z.string().min(2).optional(), sure: z.string().optional() }),
    typed: ([task]) => (task === undefined ? {} : { task }),
    run: async ({ task, done, sure }) => {
      if (done === undefined)
        return {
          kind: 'form',
          form: {
            title: `填报第${task}项`,
            fields: [
              { name: 'done', label: '做了什么', kind: 'line', maxLength: 100 },
              { name: 'sure', label: '把握', kind: 'choice', as: 'radio', choices: [{ value: 'yes', label: '有' }], now: 'yes', optional: true },
            ],
            submit: '提交',
            run: { command: 'report', args: { task } },
          },
        }
      if (done === '坏了') throw new Error('redis is gone xoxb-123-secret')
      if (done === '无果') return { kind: 'form-errors', errors: { done: '请写明结果' } }
      if (done === '等着') await new Promise<void>((resolve) => (seen.goOn = resolve))
      seen.said.push(`report ${task} ${done} ${sure ?? '—'}`)
      return { kind: 'card', card: card(`已记录 ${task} ${done}`) }
    },
  })
  const settling = command({
    ...of('核对', 'settle'),
    args: z.object({}),
    typed: () => ({}),
    run: () => ({
      kind: 'settling',
      card: card('正在核对'),
      settled: new Promise((resolve, reject) => {
        seen.settle = (text) => {
          resolve(card(text))
        }
        seen.breakUp = reject
      }),
    }),
  })
  const publish = command({ ...of('公开', 'publish'), args: z.object({}), typed: () => ({}), run: () => ({ kind: 'card', card: card('通报'), public: true }) })
  const mine = command({ ...of('我的', 'mine'), also: ['待办'], args: z.object({}), typed: () => ({}), run: () => ({ kind: 'card', card: card('没有待办') }) })
  return [ping, report, settling, publish, mine]
}

/** Only what the router looks at; the tests' commands ask the desk for nothing. */
export const deskOf = (asked: Asked): Desk => ({ lang: asked.lang, handle: asked.handle, moveClock: undefined }) as unknown as Desk

export function tinyCallbacks(seen: Seen, delivered: Map<string, Card> = new Map()): Callbacks {
  return {
    makeDesk: (asked) => {
      seen.asked.push(asked)
      return Promise.resolve(deskOf(asked))
    },
    pasted: (text) => Promise.resolve({ kind: 'card', card: card(`粘贴了 ${text.split('\n').length} 行`) }),
    file: ({ name, bytes }) => Promise.resolve({ kind: 'card', card: card(`收到 ${name}，${bytes.length} 字节`) }),
    home: () => card('我的任务', { title: `已说 ${seen.said.length} 次`, actions: [{ label: '问好', run: { command: 'ping', args: {} } }] }),
    said: () => Promise.resolve(undefined),
    redraw: ({ ts }) => {
      const standing = delivered.get(ts)
      return Promise.resolve(standing === undefined ? undefined : { card: standing, key: 'digest/u1' })
    },
    toldOf: () => [],
    say: {
      giveBack: (refused, { texts, run }) => Promise.resolve(wordsBack(refused, texts, run, 'zh')),
      failed: (reference) => card(`没有记录，请再试（${reference}）`),
      unknownWord: (word, nearest) => card(`没有「${word}」，是不是 ${nearest.map(({ name }) => name.zh).join('、')}？`),
      argsRefused: (refused, issues) => card(`${refused.name.zh}：${issues.map(({ path }) => path.join('.')).join('、')} 不对`),
      fieldRefused: (issue) => `不对：${issue.code}`,
      fileRefused: (why) => card(`文件没有读：${why.code}`),
      outdated: () => card('这个按钮已经过时'),
      formWaits: (form, run) => card(`请点开：${form.title}`, { lines: [rich`${form.title}`], actions: [{ label: '打开', run }] }),
    },
  }
}

export const nothingSeen = (): Seen => ({ asked: [], said: [], settle: () => undefined, breakUp: () => undefined, goOn: () => undefined })
