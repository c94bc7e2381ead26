// Buttons, and the menu of what is seldom needed.
import type { types } from '@slack/bolt'
import type { Action, Lang } from '#templates/card.ts'
import { limits } from './limits.ts'
import { valueOfRun } from './run-value.ts'
import { slackWords } from './slack-words.ts'
import { plainText } from './text-object.ts'

/** A decision (a styled button) replaces the private card it stands on; anything else answers below it. */
export type Weight = 'run' | 'decide'
export const actionIds = /^(run|decide):/
export const weightOf = (actionId: string): Weight => (actionId.startsWith('decide:') ? 'decide' : 'run')

/** An action, and what its button or its line in a menu carries. */
type Valued = { action: Action; value: string }

/** Makes the elements of one message: each gets an id of its own, and what does not fit a button is remembered for a note. */
export function actionElements(lang: Lang) {
  const words = slackWords[lang]
  const tooLong: string[] = []
  let made = 0

  /** Undefined when its arguments are too long for a button. */
  function button(action: Action, value = valueOfRun(action.run)): types.Button | undefined {
    if (value.length > limits.buttonValue) {
      tooLong.push(action.label)
      return undefined
    }
    made += 1
    return {
      type: 'button',
      action_id: `${action.style === undefined ? 'run' : 'decide'}:${made}`,
      text: plainText(action.label, limits.label),
      value,
      ...(action.says === undefined ? {} : { accessibility_label: plainText(action.says, limits.accessibilityLabel).text }),
      ...(action.style === undefined ? {} : { style: action.style }),
      ...(action.confirm === undefined ? {} : { confirm: confirmation(action, action.confirm) }),
    }
  }

  function confirmation(action: Action, question: string): types.ConfirmationDialog {
    return {
      title: plainText(words.confirmTitle, limits.confirmTitle),
      text: plainText(question, limits.confirmText),
      confirm: plainText(action.label, limits.confirmButton),
      deny: plainText(words.back, limits.confirmButton),
      ...(action.style === undefined ? {} : { style: action.style }),
    }
  }

  /** A … for up to five, a menu for more. Options neither confirm nor carry much: such actions are to be buttons (`fitsMenu`). */
  function menu(actions: readonly Valued[]): types.Overflow | types.StaticSelect | undefined {
    if (actions.length === 0) return undefined
    made += 1
    const options = actions.slice(0, limits.selectOptions).map(({ action, value }) => ({ text: plainText(action.label, limits.optionLabel), value }))
    if (options.length <= limits.overflowOptions) return { type: 'overflow', action_id: `run:${made}:more`, options }
    return { type: 'static_select', action_id: `run:${made}:more`, placeholder: plainText(words.more, limits.placeholder), options }
  }

  /** … beside a line; undefined where one of them is to be a button, or there are too many. */
  function menuBeside(more: readonly Action[]): types.Overflow | undefined {
    const all = more.map((action) => ({ action, value: valueOfRun(action.run) }))
    const made = all.length <= limits.overflowOptions && all.every(fitsMenu) ? menu(all) : undefined
    return made?.type === 'overflow' ? made : undefined
  }

  /** One or more rows of buttons, the menu at the end of the last. */
  function rows(actions: readonly Action[], more: readonly Action[]): types.ActionsBlock[] {
    const fewer = more.map((action) => ({ action, value: valueOfRun(action.run) }))
    const buttons = [...actions.flatMap((action) => button(action) ?? []), ...fewer.filter((each) => !fitsMenu(each)).flatMap(({ action, value }) => button(action, value) ?? [])]
    const last = menu(fewer.filter(fitsMenu))
    const elements = last === undefined ? buttons : [...buttons, last]
    const blocks: types.ActionsBlock[] = []
    for (let at = 0; at < elements.length; at += limits.elementsInActions)
      blocks.push({ type: 'actions', elements: elements.slice(at, at + limits.elementsInActions) })
    return blocks
  }

  /** One choice for all of them, each by the words that tell which it is. */
  function choice(actions: readonly Action[]): types.ActionsBlock {
    made += 1
    const options = actions.map((action) => ({ text: plainText(action.says ?? action.label, limits.optionLabel), value: valueOfRun(action.run) }))
    return { type: 'actions', elements: [{ type: 'static_select', action_id: `run:${made}:open`, placeholder: plainText(words.open, limits.placeholder), options }] }
  }

  return { button, menuBeside, rows, choice, tooLong }
}

const fitsMenu = ({ action, value }: Valued): boolean => action.confirm === undefined && value.length <= limits.optionValue

/** Whether it can be one line of a choice. */
export const fitsChoice = (action: Action): boolean => action.style === undefined && fitsMenu({ action, value: valueOfRun(action.run) })
