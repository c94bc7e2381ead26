// What somebody wrote for an act, to be given back if it comes to nothing.
import type { Command } from '#src/command.ts'
import type { Written } from './callbacks.ts'
import type { Run } from '#templates/card.ts'

/** What a button can carry of arguments. */
export const plainArgs = (args: Record<string, unknown>): Run['args'] =>
  Object.fromEntries(Object.entries(args).flatMap(([name, value]) => (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [[name, value]] : [])))

/** The words among the arguments of a press or a form; undefined where there are none. */
export function writtenIn(command: Command, args: Record<string, unknown>): Written | undefined {
  const texts = command.written.flatMap((name) => (typeof args[name] === 'string' && args[name].trim() !== '' ? [args[name]] : []))
  return texts.length === 0 ? undefined : { texts, run: { command: command.name.en, args: plainArgs(args) } }
}

/** Shorter than this, it is typed again sooner than it is copied. */
const worthCopying = 16

/** A typed line as it was typed. Where no command was understood, there is nothing to send again. */
export function writtenAs(line: string, understood?: { command: Command; args: Record<string, unknown> }): Written | undefined {
  const inWords = understood === undefined ? undefined : writtenIn(understood.command, understood.args)
  if (inWords === undefined && line.trim().length < worthCopying) return undefined
  return { texts: [line.trim()], ...(inWords?.run === undefined ? {} : { run: inWords.run }) }
}
