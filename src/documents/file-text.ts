// What one kind of file comes to, before it is known what the file is called.

/** `too-large`: what it holds, in bytes. `legacy`: of an older program or locked, so it has to be saved anew. */
export type FileText =
  | { ok: true; text: string }
  | { ok: false; why: 'broken' | 'binary' | 'legacy' }
  | { ok: false; why: 'too-large'; bytes: number; limit: number }

/** Lines as a text: no more than one blank line between two, and none at its ends. */
export const textOfLines = (lines: readonly string[]): string =>
  lines.filter((line, at) => line !== '' || (at > 0 && at < lines.length - 1 && lines[at - 1] !== '')).join('\n').replace(/\n$/, '')
