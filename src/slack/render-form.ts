// A form as a Slack modal, of fields that the local workspace draws too: one-line text, radios, selects, checkboxes, dates.
import type { types } from '@slack/bolt'
import type { Choice, Field, Form, Lang } from '#templates/card.ts'
import { rememberForm } from './form-memory.ts'
import { cut, limits } from './limits.ts'
import type { Origin } from './origin.ts'
import { slackWords } from './slack-words.ts'
import { plainText, textOf } from './text-object.ts'

/** The callback_id of every form. */
export const formCallback = 'form'

export function renderForm(form: Form, from: Origin, lang: Lang = 'zh'): types.ModalView {
  const named = uniqueNames()
  const blocks = form.fields.flatMap((field) => inputsOf(field, lang, named))
  const intro: types.SectionBlock[] = form.intro === undefined || form.intro.length === 0 ? [] : [{ type: 'section', text: textOf(form.intro) }]
  return {
    type: 'modal',
    callback_id: formCallback,
    title: plainText(form.title, limits.modalTitle),
    submit: plainText(form.submit, limits.modalTitle),
    close: plainText(closing(form.submit, slackWords[lang]), limits.modalTitle),
    private_metadata: rememberForm({ run: { command: form.run.command, args: { ...form.run.args } }, now: shownValues(form.fields), from }),
    blocks: [...intro, ...blocks].slice(0, limits.blocksInView),
  }
}

/** Beside 取消会议 a 取消 could mean either. */
const closing = (submit: string, { cancel, back }: { cancel: string; back: string }): string => (submit.includes(cancel) ? back : cancel)

const shownValues = (fields: readonly Field[]): Record<string, string> =>
  Object.fromEntries(fields.flatMap((field) => (field.kind === 'checks' || field.now === undefined ? [] : [[field.name, field.now]])))

/** The local workspace shows an error as `block_id: text`, so a block is named by what the person reads; the field is named by its action_id. */
function uniqueNames(): (label: string) => string {
  const taken = new Set<string>()
  return (label) => {
    let name = plainText(label, limits.blockId - 4).text
    for (let again = 2; taken.has(name); again += 1) name = `${plainText(label, limits.blockId - 4).text} ${again}`
    taken.add(name)
    return name
  }
}

function inputsOf(field: Field, lang: Lang, named: (label: string) => string): types.InputBlock[] {
  const input = (element: types.InputBlock['element'], more: { label?: string; hint?: string; optional?: boolean } = {}): types.InputBlock => {
    const label = more.label ?? field.label
    const hint = more.hint ?? field.hint
    return {
      type: 'input',
      block_id: named(label),
      label: plainText(label, limits.fieldLabel),
      element,
      optional: more.optional ?? field.optional === true,
      ...(hint === undefined ? {} : { hint: plainText(hint, limits.fieldHint) }),
    }
  }
  switch (field.kind) {
    case 'line':
      return [
        input({
          type: 'plain_text_input',
          action_id: field.name,
          multiline: false,
          max_length: Math.min(field.maxLength, limits.lineLength),
          ...(field.now === undefined || field.now === '' ? {} : { initial_value: cut(field.now, Math.min(field.maxLength, limits.lineLength)) }),
        }),
      ]
    case 'date':
      return [input({ type: 'datepicker', action_id: field.name, ...(field.now === undefined ? {} : { initial_date: field.now }) })]
    case 'choice':
      return field.choices.length === 0 ? [] : [choiceInput(field, lang, input)]
    case 'checks':
      // An empty set of checkboxes is an answer too; ten boxes are what one block takes.
      return chunksOf(field.choices, limits.boxOptions).map((choices, at, all) =>
        input(
          { type: 'checkboxes', action_id: at === 0 ? field.name : `${field.name}~${at}`, options: choices.map(optionOf) },
          { label: all.length === 1 ? field.label : `${field.label} (${at + 1}/${all.length})`, optional: true },
        ),
      )
  }
}

function choiceInput(
  field: Extract<Field, { kind: 'choice' }>,
  lang: Lang,
  input: (element: types.InputBlock['element'], more?: { hint?: string }) => types.InputBlock,
): types.InputBlock {
  const now = field.choices.find(({ value }) => value === field.now)
  const first = field.choices.slice(0, limits.selectOptions)
  // What stands is among those that are shown, however many there are.
  const choices = now === undefined || first.includes(now) ? first : [now, ...first.slice(0, -1)]
  const start = now === undefined ? {} : { initial_option: optionOf(now) }
  if (field.as === 'radio' && field.choices.length <= limits.boxOptions)
    return input({ type: 'radio_buttons', action_id: field.name, options: choices.map(optionOf), ...start })
  const cutShort = field.choices.length > choices.length
  return input(
    { type: 'static_select', action_id: field.name, placeholder: plainText(slackWords[lang].choose, limits.placeholder), options: choices.map(optionOf), ...start },
    cutShort ? { hint: [field.hint, slackWords[lang].onlyFirst(choices.length, field.choices.length)].filter((text) => text !== undefined).join(' ') } : {},
  )
}

/** The value goes out whole or not at all: a shortened one would answer something else. */
function optionOf({ value, label }: Choice): types.PlainTextOption {
  if (value.length > limits.optionValue) throw new Error(`a choice's value is longer than ${limits.optionValue} characters: ${value.slice(0, 20)}…`)
  return { text: plainText(label, limits.optionLabel), value }
}

const chunksOf = <Of>(all: readonly Of[], size: number): Of[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size))
