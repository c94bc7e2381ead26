// What somebody wrote to the bot: a command, nothing at all, or a document to import.
import type { Command } from '#src/command.ts'
import { findCommand, type Found } from '#src/queries/find-command.ts'
import { unescapeText, wordsOfTyped } from './incoming-text.ts'

export type ReadLine = { kind: 'nothing' } | { kind: 'pasted'; text: string } | Found<Command>

/** Longer than this, or in several lines, a text that begins with no command is a document. */
const sentenceAtMost = 200

/** No command takes more behind its word, and its words are taken apart before its own bounds are looked at. */
const lineAtMost = 6_000

/** A text pasted behind this command's word is a document too, and its line breaks matter. */
const importing = 'import'

/** @param raw as Slack sent it. In a slash command nothing is ever a document: its text has one line. */
export function readWritten(raw: string, commands: readonly Command[], { documents }: { documents: boolean }): ReadLine {
  const text = unescapeText(raw)
  const words = wordsOfTyped(text)
  if (words.length === 0) return { kind: 'nothing' }
  const found = findCommand(commands, words)
  const isTooLong = found.kind === 'found' && text.length > lineAtMost
  if (!documents) return isTooLong ? { kind: 'unknown', word: words[0] ?? '', nearest: [found.command] } : found
  if (found.kind === 'unknown') return isDocument(text) ? { kind: 'pasted', text } : found
  const rest = text.trimStart().replace(/^\S+/, '')
  if (found.command.name.en === importing && isDocument(rest)) return { kind: 'pasted', text: rest.trimStart() }
  return isTooLong ? { kind: 'pasted', text } : found
}

const isDocument = (text: string): boolean => text.trim().length > sentenceAtMost || text.trim().includes('\n')
