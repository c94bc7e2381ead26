// From the first typed word to the command it means.
import type { Command } from '#src/command.ts'

export type Found = { kind: 'found'; command: Command; words: readonly string[] } | { kind: 'unknown'; word: string; nearest: readonly Command[] }

const names = ({ name, also }: Command): string[] => [name.zh, name.en, ...(also ?? [])]
const key = (word: string): string => word.normalize('NFKC').toLowerCase().replace(/^[/／]+|[。.!！,，:：、?？]{1,8}$/gu, '')

/** Where a number may follow a command's word without a space: 填报12, 任务第十二项, 方案《…》. */
const mayFollow = /^[\d#第《「〇零一二三四五六七八九十百千两]/u

/** @param words what was typed, normalised; not empty */
export function findCommand(commands: readonly Command[], words: readonly string[]): Found {
  const [first = '', ...rest] = words
  const typed = commands.filter(({ hidden }) => hidden !== true)
  const exact = typed.find((command) => names(command).some((name) => key(name) === key(first)))
  if (exact !== undefined) return { kind: 'found', command: exact, words: rest }
  const meant = typed.find(({ alone = [] }) => alone.some((word) => key(word) === key(first)))
  if (meant !== undefined) return { kind: 'found', command: meant, words }
  const [glued] = typed
    .flatMap((command) => names(command).map((name) => ({ command, name })))
    .filter(({ name }) => first.toLowerCase().startsWith(name.toLowerCase()) && mayFollow.test(first.slice(name.length)))
    .toSorted((a, b) => b.name.length - a.name.length)
  if (glued !== undefined) return { kind: 'found', command: glued.command, words: [first.slice(glued.name.length), ...rest] }
  return { kind: 'unknown', word: first, nearest: nearest(typed, key(first)) }
}

/** All of them, the nearest first: who asks decides which are offered. */
function nearest(commands: readonly Command[], word: string): Command[] {
  return commands
    .map((command) => ({ command, distance: Math.min(...names(command).map((name) => relativeDistance(word, key(name)))) }))
    .toSorted((a, b) => a.distance - b.distance)
    .map(({ command }) => command)
}

/** 0 for the same word, 1 for nothing in common. A word that contains the other is near: 我的任务 and 任务. */
function relativeDistance(a: string, b: string): number {
  const longer = Math.max(a.length, b.length, 1)
  const contained = a !== '' && b !== '' && (a.includes(b) || b.includes(a))
  return contained ? (longer - Math.min(a.length, b.length)) / (2 * longer) : editDistance(a, b) / longer
}

/** Insertions, deletions and replacements from one word to the other. */
export function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let at = 1; at <= b.length; at += 1) {
      const same = a[row - 1] === b[at - 1]
      current.push(Math.min((above[at] ?? 0) + 1, (current[at - 1] ?? 0) + 1, (above[at - 1] ?? 0) + (same ? 0 : 1)))
    }
    above = current
  }
  return above[b.length] ?? 0
}
