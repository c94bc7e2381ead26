// Cards and forms as no template would make them, for the properties that must hold of every one.
import fc from 'fast-check'
import type { Action, Card, Choice, Field, Form, Row, Section } from '#templates/card.ts'
import { rich, strong, type Rich } from '#templates/rich.ts'

/** Text as it comes from outside: with everything that Slack could take for a mention, a link, a format or an end. */
export const anyText = fc.oneof(
  { weight: 3, arbitrary: fc.array(fc.constantFrom('<!channel>', '<!here>', '<@U01>', '<#C01|a>', '<http://a|b>', '&lt;!channel&gt;', '*', '_', '~', '`', '```', '>', '\n', ' ', '&', '<', '>', '|', '普惠园', 'a', '7', '@channel', '😀'), { maxLength: 12 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('长', '<', '&', '*a ', '😀'), fc.integer({ min: 1, max: 4000 })).map(([part, times]) => part.repeat(times)) },
)

const anyRich: fc.Arbitrary<Rich> = fc.oneof(
  anyText.map((text) => rich`${text}`),
  fc.tuple(anyText, anyText).map(([a, b]) => rich`第 ${strong(a)}：${b}`),
)

const anyAction: fc.Arbitrary<Action> = fc
  .record({ label: anyText, says: fc.option(anyText, { nil: undefined }), style: fc.constantFrom(undefined, 'primary' as const, 'danger' as const), confirm: fc.option(anyText, { nil: undefined }), note: anyText })
  .map(({ label, says, style, confirm, note }) => ({
    label: label.trim() === '' ? '好' : label,
    run: { command: 'task', args: { task: 7, note } },
    ...(says === undefined ? {} : { says: says === '' ? '好' : says }),
    ...(style === undefined ? {} : { style }),
    ...(confirm === undefined || confirm === '' ? {} : { confirm }),
  }))

const few = { maxLength: 3 }
const anyRow: fc.Arbitrary<Row> = fc
  .record({ line: anyRich, note: fc.option(anyRich, { nil: undefined }), beside: fc.option(anyAction, { nil: undefined }), actions: fc.array(anyAction, few), more: fc.array(anyAction, few) })
  .map(({ beside, note, ...row }) => ({ ...row, ...(note === undefined ? {} : { note }), ...(beside === undefined ? {} : { beside }) }))

const anySection: fc.Arbitrary<Section> = fc
  .record({ heading: fc.option(anyRich, { nil: undefined }), rows: fc.array(anyRow, { maxLength: 40 }), note: fc.option(anyRich, { nil: undefined }), opens: fc.constantFrom(undefined, true as const, 'card' as const) })
  .map(({ heading, rows, note, opens }) => ({ rows, ...(opens === undefined ? {} : { opensBelow: opens }), ...(heading === undefined ? {} : { heading }), ...(note === undefined ? {} : { note }) }))

export const anyCard: fc.Arbitrary<Card> = fc
  .record({ text: anyText, title: anyText, lines: fc.array(anyRich, { maxLength: 6 }), sections: fc.array(anySection, few), actions: fc.array(anyAction, few), more: fc.array(anyAction, { maxLength: 8 }), footer: fc.option(anyRich, { nil: undefined }) })
  .map(({ text, title, footer, ...card }) => ({ ...card, text: text === '' ? '空' : text, title: title.trim() === '' ? '空' : title, ...(footer === undefined ? {} : { footer }) }))

const anyChoices: fc.Arbitrary<Choice[]> = fc.nat({ max: 130 }).chain((count) =>
  anyText.map((label) => Array.from({ length: count }, (_, at) => ({ value: String(at), label: `${at}${label}` }))),
)

const anyField: fc.Arbitrary<Field> = fc.record({ label: anyText.map((text) => (text === '' ? '项' : text)), now: fc.option(anyText, { nil: undefined }), choices: anyChoices, kind: fc.constantFrom('line', 'radio', 'select', 'checks', 'date') }).map(({ label, now, choices, kind }): Field => {
  const base = { name: 'to-be-named', label }
  switch (kind) {
    case 'line':
      return { ...base, kind, maxLength: 500, ...(now === undefined ? {} : { now }) }
    case 'checks':
      return { ...base, kind, choices }
    case 'date':
      return { ...base, kind, now: '2026-06-30' }
    case 'radio':
    case 'select':
      return { ...base, kind: 'choice', as: kind, choices, now: '1' }
  }
})

export const anyForm: fc.Arbitrary<Form> = fc
  .record({ title: anyText, intro: fc.array(anyRich, few), fields: fc.array(anyField, { minLength: 1, maxLength: 8 }) })
  .map(({ title, intro, fields }) => ({
    title: title === '' ? '表' : title,
    intro,
    fields: [{ name: 'first', label: '第一项', kind: 'line' as const, maxLength: 10 }, ...fields.map((field, at) => ({ ...field, name: `field-${at}` }))],
    submit: '提交',
    run: { command: 'report', args: { task: 7 } },
  }))
