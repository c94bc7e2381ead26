import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recallForm, rememberForm } from '#src/slack/form-memory.ts'
import { argsOfForm } from '#src/slack/form-values.ts'
import { renderForm } from '#src/slack/render-form.ts'
import type { Form } from '#templates/card.ts'
import { anyForm } from './any-card.ts'
import { validateModal } from './validate-blocks.ts'

const from = { manner: 'private' as const, conversation: 'D01', message: { ts: '1.2', key: 'digest/u1/2026-06-30', ephemeral: false } }
const form: Form = {
  title: '填报',
  fields: [
    { name: 'progress', label: '进度（上次50%）', kind: 'choice', as: 'radio', choices: ['0', '50', '100'].map((value) => ({ value, label: `${value}%` })), now: '50' },
    { name: 'done', label: '做了什么', kind: 'line', maxLength: 500, now: '已招标' },
    { name: 'by', label: '到何时', kind: 'date', now: '2026-06-30', optional: true },
    { name: 'files', label: '材料', kind: 'checks', choices: Array.from({ length: 12 }, (_, at) => ({ value: `f${at}`, label: `材料${at}` })) },
  ],
  submit: '提交',
  run: { command: 'report', args: { task: 7 } },
}

describe('a form in Slack', () => {
  it('names each block by what the person reads, and each field by its own name', () => {
    expect(renderForm(form, from).blocks).toMatchObject([
      { block_id: '进度（上次50%）', element: { action_id: 'progress' } },
      { block_id: '做了什么', element: { action_id: 'done' } },
      { block_id: '到何时', element: { action_id: 'by' } },
      { block_id: '材料 (1/2)', element: { action_id: 'files' } },
      { block_id: '材料 (2/2)', element: { action_id: 'files~1' } },
    ])
  })

  it('is left by 返回 where what it does is a cancelling', () => {
    expect(renderForm(form, from).close?.text).toBe('取消')
    expect(renderForm({ ...form, submit: '取消会议' }, from).close?.text).toBe('返回')
  })

  it('shows the values that stand', () => {
    expect(renderForm(form, from).blocks).toMatchObject([{ element: { initial_option: { value: '50' } } }, { element: { initial_value: '已招标' } }, { element: { initial_date: '2026-06-30' } }, {}, {}])
  })

  it('keeps every limit of Slack, whatever the form', () => {
    fc.assert(
      fc.property(anyForm, (any) => {
        expect(validateModal(renderForm(any, from))).toEqual([])
      }),
      { numRuns: 50 },
    )
  })

  it('turns radios into a list when there are too many of them', () => {
    const choices = Array.from({ length: 22 }, (_, at) => ({ value: String(at), label: `单位${at}` }))
    expect(renderForm({ ...form, fields: [{ name: 'unit', label: '单位', kind: 'choice', as: 'radio', choices }] }, from).blocks).toMatchObject([{ element: { type: 'static_select' } }])
  })

  it('shows what stands in a list that is cut short', () => {
    const choices = Array.from({ length: 130 }, (_, at) => ({ value: String(at), label: `单位${at}` }))
    const [block] = renderForm({ ...form, fields: [{ name: 'unit', label: '单位', kind: 'choice', as: 'select', choices, now: '120' }] }, from).blocks
    expect(block).toMatchObject({ element: { type: 'static_select', initial_option: { value: '120' } } })
    expect(validateModal(renderForm({ ...form, fields: [{ name: 'unit', label: '单位', kind: 'choice', as: 'select', choices, now: '120' }] }, from))).toEqual([])
  })

  it('remembers what it is for and where it was asked for', () => {
    expect(recallForm(renderForm(form, from).private_metadata ?? '')).toEqual({ run: form.run, now: { progress: '50', done: '已招标', by: '2026-06-30' }, from })
  })

  it('forgets the longest shown value first when Slack takes no more', () => {
    const memory = { run: { command: 'report', args: {} }, now: { done: '长'.repeat(2800), next: '短' }, from }
    expect(recallForm(rememberForm({ ...memory, now: { ...memory.now, problem: '长'.repeat(500) } })).now).toEqual({ next: '短', problem: '长'.repeat(500) })
  })
})

describe('a sent form', () => {
  const memory = { run: { command: 'report', args: { task: 7 } }, now: { progress: '50', done: '已招标' }, from }
  const state = {
    进度: { progress: { type: 'radio_buttons', selected_option: { value: '75' } } },
    做了什么: { done: { type: 'plain_text_input', value: null } },
    到何时: { by: { type: 'datepicker', selected_date: '2026-07-31' } },
    '材料 (1/2)': { files: { type: 'checkboxes', selected_options: [{ value: 'f1' }] } },
    '材料 (2/2)': { 'files~1': { type: 'checkboxes', selected_options: [{ value: 'f11' }] } },
  }

  it('gives the command its own arguments and the fields, boxes as one list', () => {
    expect(argsOfForm(memory, state, 'emptied')).toEqual({ task: 7, progress: '75', by: '2026-07-31', files: ['f1', 'f11'] })
  })

  it('takes null for unchanged in the local workspace, which sends no value that was only shown', () => {
    expect(argsOfForm(memory, state, 'unchanged')).toMatchObject({ done: '已招标' })
  })

  it('has an empty list where no box was ticked', () => {
    expect(argsOfForm(memory, { 材料: { files: { type: 'checkboxes', selected_options: [] } } }, 'emptied')).toEqual({ task: 7, files: [] })
  })
})
