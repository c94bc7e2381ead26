// Text cut to what a line or a button takes.

/** One line of at most so many characters, the last an ellipsis where something was left out. */
export function cutTo(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const characters = Array.from(line)
  return characters.length <= most ? line : `${characters.slice(0, most - 1).join('')}…`
}
