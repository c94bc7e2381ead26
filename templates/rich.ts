// Text with a hole in it: what is put in stays apart from what is written here, so that the renderer can escape it.

/** `text`: from outside, escaped by the renderer. `strong`: likewise, shown bold. `literal`: written in this room. */
export type Piece = { kind: 'literal'; text: string } | { kind: 'text'; text: string } | { kind: 'strong'; text: string }

declare const made: unique symbol
/** A line of text that only `rich` makes. */
export type Rich = { readonly pieces: readonly Piece[]; readonly [made]: true }

type Hole = string | number | Rich | Strong
type Strong = { readonly strong: string }

/** Bold outside text: rich`${strong(task.title)}`. */
export const strong = (text: string | number): Strong => ({ strong: String(text) })

/** The only maker of `Rich`. A hole takes outside text, a number, bold text or another line. */
export function rich(literals: TemplateStringsArray, ...holes: Hole[]): Rich {
  const pieces: Piece[] = []
  literals.forEach((literal, at) => {
    if (literal !== '') pieces.push({ kind: 'literal', text: literal })
    const hole = holes[at]
    if (hole !== undefined) pieces.push(...piecesOf(hole))
  })
  return { pieces } as unknown as Rich
}

function piecesOf(hole: Hole): readonly Piece[] {
  if (typeof hole === 'object' && 'pieces' in hole) return hole.pieces
  if (typeof hole === 'object') return [{ kind: 'strong', text: hole.strong }]
  return [{ kind: 'text', text: String(hole) }]
}

/** The line without any mark-up: for tests, the command line and forwarding. */
export const plain = (line: Rich): string => line.pieces.map((piece) => piece.text).join('')
