// From "press this" and "fill in that" to what the workspace's page would send.
import { elementsOf, type Block, type Element, type SlackView } from './local-slack-shapes.ts'

/**
 * Which element, and what is chosen in it. Name it by `actionId`, by the `label` a person reads, or both;
 * `value` tells apart buttons that share an action id. `choice` is an option's value or its text; `date` a day.
 */
export type Press = { actionId?: string; label?: string; value?: string; choice?: string; date?: string }

/** The action the page sends for a press. Throws, naming what could be pressed, when nothing there fits. */
export function actionFor(blocks: readonly Block[], press: Press): Record<string, unknown> {
  const pressable = elementsOf(blocks)
  const found = pressable.find(({ element }) => fits(element, press))
  if (found === undefined) {
    const there = pressable.map(({ element }) => `${element.action_id ?? ''} "${element.text?.text ?? ''}" ${element.value ?? ''}`)
    throw new Error(`nothing to press fits ${JSON.stringify(press)}; there is: ${there.join(', ') || 'nothing'}`)
  }
  const { block, element } = found
  const name = { type: element.type, action_id: element.action_id, block_id: block.block_id }
  if (press.date !== undefined) return { ...name, selected_date: press.date }
  if (press.choice !== undefined) return { ...name, selected_option: optionOf(element, press.choice) }
  return { ...name, value: element.value, text: element.text }
}

function fits(element: Element, press: Press): boolean {
  const named = press.actionId !== undefined || press.label !== undefined
  return (
    named &&
    (press.actionId === undefined || element.action_id === press.actionId) &&
    (press.label === undefined || element.text?.text === press.label) &&
    (press.value === undefined || element.value === press.value)
  )
}

function optionOf(element: Element, choice: string): unknown {
  const option = element.options?.find(({ value, text }) => value === choice || text.text === choice)
  if (option === undefined) {
    const there = element.options?.map(({ value, text }) => `${value} "${text.text}"`) ?? []
    throw new Error(`${element.action_id ?? ''} has no choice ${choice}; there is: ${there.join(', ') || 'nothing'}`)
  }
  return option
}

/** What is written into a form: by block id or action id, a text, a choice, a day, or several choices for checkboxes. */
export type Filled = Record<string, string | readonly string[]>

/** The values the page sends for a form. A field that is not named is not touched: the page then sends null, whatever it showed. */
export function valuesOf(form: SlackView, filled: Filled): Record<string, Record<string, unknown>> {
  const inputs = elementsOf(form.blocks.filter(({ type }) => type === 'input'))
  const unknown = Object.keys(filled).filter((name) => !inputs.some((input) => isNamed(input, name)))
  if (unknown.length > 0) {
    const there = inputs.map(({ block, element }) => `${block.block_id ?? ''}/${element.action_id ?? ''}`)
    throw new Error(`the form has no field ${unknown.join(', ')}; there is: ${there.join(', ') || 'nothing'}`)
  }
  return Object.fromEntries(
    inputs.flatMap((input) => {
      const answer = Object.entries(filled).find(([name]) => isNamed(input, name))?.[1]
      return answer === undefined ? [] : [[input.block.block_id ?? '', { [input.element.action_id ?? '']: typed(input.element, answer) }]]
    }),
  )
}

const isNamed = ({ block, element }: { block: Block; element: Element }, name: string): boolean => block.block_id === name || element.action_id === name

function typed(element: Element, answer: string | readonly string[]): unknown {
  const { type } = element
  if (typeof answer !== 'string') return { type, selected_options: answer.map((choice) => optionOf(element, choice)) }
  switch (type) {
    case 'static_select':
    case 'radio_buttons':
      return { type, selected_option: optionOf(element, answer) }
    case 'checkboxes':
      return { type, selected_options: [optionOf(element, answer)] }
    case 'datepicker':
      return { type, selected_date: answer }
    default:
      return { type, value: answer }
  }
}
