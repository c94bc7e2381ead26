// Text cut to what a line or a button takes.

/** At most so many characters, the last an ellipsis where something was left out. */
export function cutTo(text: string, most: number): string {
  const characters = Array.from(text)
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`
}
