// Nothing typed is lost: whatever refuses or breaks, the card the person gets has their words whole.
import fc from 'fast-check'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { commands } from '#commands/index.ts'
import { guarded } from '#src/desk.ts'
import type { Desk } from '#src/command.ts'
import { calledBy } from '#src/queries/command-words.ts'
import type { Callbacks } from '#src/slack/callbacks.ts'
import { router, type Router } from '#src/slack/router.ts'
import { errorForLog } from '#src/error-for-log.ts'
import { sayings } from '#src/sayings.ts'
import { LogBroken, LogForked, StoreUnavailable } from '#src/store/store-error.ts'
import { after, directoryWith, planWith, task, unitId, taskNo } from '../builders.ts'
import { deskOf, type TestDesk } from '../desk.ts'
import { recordedCalls } from './recorded-calls.ts'

/** Everything a person is shown, as Slack is sent it. */
function bot(desk: Desk): { route: Router; shown: string[]; pressed: () => Record<string, unknown>[]; forms: unknown[] } {
  const shown: string[] = []
  const blocks: unknown[] = []
  const forms: unknown[] = []
  const see = (message: { text: string; blocks: unknown[] }): void => {
    shown.push(...textsIn(message.blocks))
    blocks.push(...message.blocks)
  }
  const { calls } = recordedCalls({
    post: (conversation, message) => Promise.resolve((see(message), { conversation, ts: '9.9' })),
    postPrivate: (_, __, message) => {
      see(message)
      return Promise.resolve()
    },
    respond: (_, message) => {
      see(message)
      return Promise.resolve()
    },
    openForm: (_, view) => Promise.resolve((forms.push(view), 'opened')),
  })
  const callbacks: Callbacks = {
    makeDesk: () => Promise.resolve(desk), say: sayings, said: () => Promise.resolve(undefined), redraw: () => Promise.resolve(undefined), toldOf: () => [], home: () => ({ text: '' }),
    pasted: () => Promise.resolve({ kind: 'card', card: { text: '' } }), file: () => Promise.resolve({ kind: 'card', card: { text: '' } }),
  }
  const route = router({ commands: guarded(commands), callbacks, calls, nullMeans: 'emptied', logger: pino({ level: 'silent' }) })
  return { route, shown, forms, pressed: () => buttonsIn(blocks) }
}

function textsIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(textsIn)
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([key, inside]) => (key === 'text' && typeof inside === 'string' ? [inside] : textsIn(inside)))
}

function buttonsIn(part: unknown): Record<string, unknown>[] {
  if (Array.isArray(part)) return part.flatMap(buttonsIn)
  if (typeof part !== 'object' || part === null) return []
  return [...('type' in part && part.type === 'button' ? [part as Record<string, unknown>] : []), ...Object.values(part).flatMap(buttonsIn)]
}

const ack = (): Promise<void> => Promise.resolve()
const form = (command: string, args: Record<string, unknown>, written: Record<string, string>) => ({
  user: { id: 'U01' },
  view: {
    id: 'V1',
    private_metadata: JSON.stringify({ run: { command, args }, now: {}, from: { conversation: 'D01', manner: 'message' } }),
    state: { values: Object.fromEntries(Object.entries(written).map(([name, value]) => [name, { [name]: { type: 'plain_text_input', value } }])) },
    blocks: [],
  },
})

const written = commands.filter((command) => command.written.length > 0)
const secretary = directoryWith(['县教育局', '县财政局'], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] })
const closed = (): TestDesk => {
  const plan = planWith(task(12, { title: '普惠园建设', lead: '县教育局' }))
  after(plan, '2026-06-01', { type: 'claim', task: taskNo(12), unit: unitId('县教育局'), words: '已完成' })
  after(plan, '2026-06-02', { type: 'accept-claim', task: taskNo(12), unit: unitId('县教育局') })
  return deskOf({ plans: [plan], directory: secretary, asker: '苏晚晴' })
}
/** A command's own word is none that `help` could refuse. */
const anyWords = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 3, maxLength: 3_000 }),
  fc.constantFrom('<!channel> 请看', '见 <http://a|b> 与 *粗* `码` ~删~ _斜_', '零\u200b宽\u202e倒\u202c写', '&lt;b&gt; & 同意', '一'.repeat(3_000)),
).filter((text) => text.trim().length > 2 && calledBy(commands, text.trim().split(' ')[0] ?? '') === undefined)
/** A text object ends where the next begins: long words go on in the next. */
const holds = (shown: readonly string[], words: string): boolean => shown.join('').includes(words)

describe('every command that takes a person’s words', () => {
  it('is known by the room its arguments leave for them', () => {
    expect(written.map(({ name }) => name.en)).toEqual(expect.arrayContaining(['report', 'difficulty', 'claim', 'return', 'set-due', 'close-review', 'meeting', 'meeting-held', 'duties', 'settle']))
    expect(commands.find(({ name }) => name.en === 'report')?.written).toEqual(expect.arrayContaining(['done', 'problem', 'needs']))
    expect(commands.find(({ name }) => name.en === 'import')?.written).toEqual([])
  })
  it('is not what a button carries for itself: a place in the queue, an act’s tasks, what was seen', () =>
    expect(commands.flatMap((command) => command.written.map((name) => `${command.name.en} ${name}`)).filter((name) => /after|seen|tasks|against|instead/.test(name))).toEqual([]))

  it.each(written.map((command) => [command.name.en, command] as const))('gives them back whole when it is refused: %s', async (_, command) => {
    await fc.assert(fc.asyncProperty(anyWords, fc.constantFrom('stranger', 'closed', 'empty'), async (words, who) => {
      const desk = who === 'stranger' ? deskOf() : who === 'closed' ? closed() : deskOf({ directory: secretary, asker: '沈若兰' })
      const { route, shown, forms } = bot(desk)
      const replies: unknown[] = []
      const name = command.written[0] ?? ''
      await route.form(form(command.name.en, { task: '12', unit: '县教育局', plan: 'p9', occurrence: 'x', meeting: 'm9', review: 'v9', held: false, act: 'done', day: '7月10日', schedule: true, decide: 'return' }, { [name]: words }), (reply) => Promise.resolve(void replies.push(reply)))
      // A form whose field was refused stays open, with what stands in it.
      const staysOpen = replies.some((reply) => reply !== undefined) || forms.length > 0
      expect(staysOpen || holds(shown, words.trim()) || (who !== 'stranger' && desk.recorded.length > 0)).toBe(true)
    }), { numRuns: 15 })
  })
})

describe('words that come back', () => {
  const closedFor = async (words: string) => {
    const shown = bot(closed())
    await shown.route.form(form('report', { task: '12' }, { done: words }), ack)
    return shown
  }

  it('are on the card to the letter, and cannot mention, link or format', async () => {
    for (const words of ['<!channel> 请看 <http://a|b>', '*粗* `码` ~删~ _斜_', '零\u200b宽\u202e倒\u202c写', '第一行\n第二行']) {
      const { shown } = await closedFor(words)
      expect(shown.join('\n')).toContain('已于6月2日(周二)办结')
      expect(shown).toContain(words)
    }
  })

  it('of a closed assignment are not offered to be sent again', async () => {
    const { pressed } = await closedFor('已完成招标')
    expect(JSON.stringify(pressed())).not.toContain('改后再发')
  })

  it('of an act that may still be done open a form filled in with them, however long', async () => {
    for (const words of ['已完成招标', '招'.repeat(2_900)]) {
      const desk = deskOf({ plans: [planWith(task(12, { lead: '县教育局' }))], directory: secretary, asker: '苏晚晴' })
      const { route, pressed, forms, shown } = bot(desk)
      await route.form(form('report', { task: '99', progress: '60' }, { done: words }), ack)
      expect(shown.join('\n')).toContain('没有找到任务“99”')
      const again = pressed().find(({ text }) => JSON.stringify(text).includes('改后再发'))
      expect(String(again?.['value']).length).toBeLessThanOrEqual(2_000)
      await route.press({ user: { id: 'U01' }, trigger_id: 't', channel: { id: 'D01' }, message: { ts: '1.1' }, actions: [{ action_id: 'run:1', value: again?.['value'] }] }, ack)
      expect(JSON.stringify(forms)).toContain(words)
      expect(JSON.stringify(forms)).toContain('progress')
    }
  })

  it('are given back when the command breaks, with the reference', async () => {
    const desk = { ...deskOf({ plans: [planWith(task(12, { lead: '县教育局' }))], directory: secretary, asker: '苏晚晴' }), record: () => Promise.reject(new Error('gone')), words: { keep: () => Promise.reject(new Error('away')), find: () => Promise.reject(new Error('away')), of: () => Promise.reject(new Error('away')) } }
    const { route, shown } = bot(desk)
    await route.message({ channel: 'D01', channel_type: 'im', user: 'U01', text: '填报 12 60 已完成　招标 &lt;!channel&gt;', ts: '7.7' })
    expect(shown.join('\n')).toContain('出了故障')
    expect(shown).toContain('填报 12 60 已完成　招标 <!channel>')
  })

  it('are given back when no command was understood', async () => {
    const { route, shown } = bot(deskOf({ directory: secretary, asker: '沈若兰' }))
    await route.message({ channel: 'D01', channel_type: 'im', user: 'U01', text: '请帮我把下周会议的材料都准备好吧', ts: '7.7' })
    expect(shown.join('\n')).toContain('不认识')
    expect(shown).toContain('请帮我把下周会议的材料都准备好吧')
  })
})

describe('what broke says what to do, by what it was', () => {
  const broken = async (error: Error): Promise<string> => {
    const desk = { ...deskOf({ plans: [planWith(task(12, { lead: '县教育局' }))], directory: secretary, asker: '苏晚晴' }), record: () => Promise.reject(error) }
    const { route, shown } = bot(desk)
    await route.message({ channel: 'D01', channel_type: 'im', user: 'U01', text: '填报 12 60 已完成招标', ts: '7.7' })
    return shown.join('\n')
  }

  it('where the log was deleted or changed: keep the words, tell an admin now, and do not try again', async () => {
    for (const error of [new LogForked('gone'), new LogBroken('changed')]) {
      const said = await broken(error)
      expect(said).toMatch(/台账记录与先前的对不上，已停止写入，这次没有记录[^]*先不要再试[^]*编号 *\*?[A-Z0-9]{6}\*? *告诉管理员/)
      expect(said).toContain('已完成招标')
      expect(said).not.toContain('改后再发')
    }
  })

  it('where the drafts’ store is away: the same again in a few minutes', async () => {
    const desk = deskOf({ directory: secretary, asker: '沈若兰' })
    const { route, shown } = bot({ ...desk, drafts: { ...desk.drafts, mine: () => Promise.reject(new StoreUnavailable('away')) } })
    await route.message({ channel: 'D01', channel_type: 'im', user: 'U01', text: '导入', ts: '7.7' })
    expect(shown.join('\n')).toMatch(/暂时连不上存储，这次没有办成[^]*过几分钟再点一次/)
  })

  it('and stands in the log under its code', () => expect(errorForLog(new LogForked('gone'))).toMatchObject({ code: 'log-forked' }))
})
