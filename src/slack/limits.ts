// Slack's documented limits on what is shown. Characters are UTF-16 units, as Slack counts them.

export const limits = {
  blocksInMessage: 50,
  blocksInView: 100,
  /** A text object of a section, a context or a notification. */
  text: 3000,
  /** All texts of a message together: undocumented, measured at about 13,000 before `msg_blocks_too_long`. */
  textInMessage: 13_000,
  header: 150,
  label: 75,
  accessibilityLabel: 75,
  blockId: 255,
  buttonValue: 2000,
  elementsInActions: 25,
  overflowOptions: 5,
  selectOptions: 100,
  /** Radio buttons and checkboxes alike. */
  boxOptions: 10,
  optionLabel: 75,
  optionValue: 150,
  placeholder: 150,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  modalTitle: 24,
  fieldLabel: 2000,
  fieldHint: 2000,
  lineLength: 3000,
  privateMetadata: 3000,
} as const

/** The text, or as much of it as the limit takes with an ellipsis at its end. Never half a surrogate pair. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text
  return `${firstOf(text, limit - 1)}…`
}

/** At most so many characters from the start, never half a surrogate pair. */
export function firstOf(text: string, length: number): string {
  const splitsPair = /[\uD800-\uDBFF]/.test(text.charAt(length - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(length))
  return text.slice(0, Math.max(0, splitsPair ? length - 1 : length))
}
