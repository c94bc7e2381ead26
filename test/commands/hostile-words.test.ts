// 3,000 characters of everything that could mention, link, format, hide or turn round: harmless wherever they are shown.
import { describe, expect, it } from 'vitest'
import { commands } from '#commands/index.ts'
import { correctReport } from '#commands/correct-report.ts'
import { homeCard } from '#commands/home.ts'
import { queue } from '#commands/queue.ts'
import { queue as queueOf } from '#src/queries/queue.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { noticesDue } from '#src/reminders/parcels.ts'
import { renderBlocks, renderHome } from '#src/slack/render-blocks.ts'
import { renderForm } from '#src/slack/render-form.ts'
import type { Card, Form } from '#templates/card.ts'
import { digest } from '#templates/digest.ts'
import { forwardText } from '#templates/forward.ts'
import { after, day, directoryWith, nineOn, personNamed, planOf, report, returnClaim, task, taskNo, unitId, viewOn } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { validateBlocks, validateModal } from '#test/slack/validate-blocks.ts'
import { act, type } from './acting.ts'

const start = '见 <!channel> <@U0SEC> <http://a|b> &lt;!here&gt; 与 *粗* `码` ~删~ _斜_ 零\u200b宽 \u202e倒写\u202c \u2069 مرحبا'
const words = `${start}${'长'.repeat(3_000 - start.length - 2)}到底`
const unit = unitId('县教育局')
const directory = directoryWith(['县教育局'], { name: '沈若兰', roles: ['secretary'], handle: 'U0SEC' }, { name: '何景川', roles: ['leader'] }, { name: '苏晚晴', contactOf: ['县教育局'], handle: 'U0EDU' })
const today = '2026-07-02'

function plan(): PlanState {
  const of = planOf([1, 2, 3, 4, 5, 6, 7].map((no) => task(no, { title: `任务${no}`, lead: '县教育局', due: '2026-07-03' })))
  after(of, '2026-06-20', report(1, '县教育局', { state: 'difficulty', progress: 10, done: words, problem: words }))
  after(of, '2026-06-20', { type: 'claim', task: taskNo(2), unit, words })
  after(of, '2026-06-20', { type: 'claim', task: taskNo(3), unit, words: '已完成' })
  after(of, '2026-07-01', returnClaim(3, '县教育局', words), personNamed(directory, '沈若兰').id)
  after(of, '2026-06-20', { type: 'ask-extension', task: taskNo(4), unit, day: day('2026-09-30'), reason: words })
  after(of, '2026-06-20', report(5, '县教育局', { progress: 10, done: '已招标' }))
  after(of, '2026-06-21', { type: 'object', task: taskNo(5), unit, about: 'light', against: 'yellow', words })
  after(of, '2026-06-20', { type: 'remark', task: taskNo(6), unit, words })
  return after(of, '2026-06-21', { type: 'pause-task', task: taskNo(7), until: day('2026-07-02'), reason: words }, personNamed(directory, '沈若兰').id)
}
const standing = plan()
const deskFor = (asker: string): TestDesk => deskOf({ today, plans: [plan()], directory, asker })
const everybody = ['沈若兰', '何景川', '苏晚晴']

type Text = { type: string; text: string }
function textsIn(part: unknown): Text[] {
  if (Array.isArray(part)) return part.flatMap(textsIn)
  if (typeof part !== 'object' || part === null) return []
  const own = 'text' in part && typeof part.text === 'string' && 'type' in part ? [{ type: String(part.type), text: part.text }] : []
  return [...own, ...Object.values(part).flatMap(textsIn)]
}

function expectHarmless(card: Card): void {
  for (const { text, blocks } of [renderBlocks(card), { text: '', blocks: renderHome(card).blocks }]) {
    for (const read of [text, ...textsIn(blocks).filter(({ type: kind }) => kind === 'mrkdwn').map(({ text: shown }) => shown)]) expect(read).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/)
    for (const { type: kind, text: shown } of textsIn(blocks)) if (kind === 'mrkdwn') expect(shown).not.toMatch(/\*粗\*|`码`|~删~|_斜_/)
  }
  expect(validateBlocks(renderBlocks(card).blocks)).toEqual([])
  expect(validateBlocks(renderHome(card).blocks, 'home')).toEqual([])
  const forwarded = forwardText(card, undefined, 'zh')
  expect(forwarded.length).toBeLessThanOrEqual(300)
  expect(forwarded).not.toMatch(/[\u200B-\u200F\u202A-\u202E\u2066-\u2069*`]/)
}

describe('words of 3,000 characters', () => {
  it.each(everybody.flatMap((asker) => commands.filter(({ sandboxOnly, name }) => sandboxOnly !== true && !['import', 'amend'].includes(name.en)).map((command) => ({ asker, command: command.name.en, run: command }))))('harm nothing that $asker is shown by $command', async ({ asker, run }) => {
    for (const typed of ['', '1', '2', '3', '4', '5', '6', '7']) {
      const answer = await type(run, typed, deskFor(asker)).catch(() => undefined)
      if (answer?.kind === 'card') expectHarmless(answer.card)
      if (answer?.kind === 'form') expect(validateModal(renderForm(answer.form, { manner: 'private' }, 'zh'))).toEqual([])
    }
  })

  it.each(everybody)('harm nothing on the Home and in the messages of %s', (asker) => {
    expectHarmless(homeCard(deskFor(asker)))
    const person = personNamed(directory, asker)
    const view = viewOn(today, standing, directory)
    const notices = noticesDue(view, '09:00').filter(({ to }) => to === person.id)
    expectHarmless(digest({ parcel: { key: 'k', to: person.id, notices }, view: () => view, person, directory, lang: 'zh' }))
    for (const notice of notices) expectHarmless(digest({ parcel: { key: 'k', to: person.id, notices: [notice] }, view: () => view, person, directory, lang: 'zh', sentAt: nineOn(today) }))
  })

  it('harm nothing in what is to be decided', async () => {
    const waiting = queueOf([viewOn(today, standing, directory)])
    expect(waiting.length).toBeGreaterThan(2)
    for (const { key } of waiting) {
      const answer = await act(queue, { at: key }, deskFor('沈若兰'))
      if (answer.kind === 'card') expectHarmless(answer.card)
    }
  })

  it('fill a form in to the letter', async () => {
    const answer = await type(correctReport, '1', deskFor('苏晚晴'))
    const form: Form | undefined = answer.kind === 'form' ? answer.form : undefined
    expect(form?.fields.flatMap((field) => (field.kind === 'line' ? [field.now] : []))).toContain(words)
    expect(JSON.stringify(form === undefined ? undefined : renderForm(form, { manner: 'private' }, 'zh'))).toContain(JSON.stringify(words).slice(1, -1))
  })
})
