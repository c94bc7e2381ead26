// Every match of a global form in a text.

const none: readonly RegExpExecArray[] = []

/** As matchAll, which makes a new form and an iterator each time: for forms that are asked thousands of times and mostly find nothing. */
export function matchesOf(form: RegExp, text: string): readonly RegExpExecArray[] {
  form.lastIndex = 0
  let match = form.exec(text)
  if (match === null) return none
  const found: RegExpExecArray[] = []
  while (match !== null) {
    found.push(match)
    if (match[0] === '') form.lastIndex++
    match = form.exec(text)
  }
  return found
}
