// Redis's own file of everything it wrote: the one order in which entries of several logs came about, whoever wrote them.
import { open, stat } from 'node:fs/promises'
import type { Written } from './history.ts'

export const sizeOf = async (file: string): Promise<number> => (await stat(file)).size

/** The entries of all logs that were written after the first `from` bytes. What was being written when Redis was killed is left out: it was not answered. */
export async function entriesWritten(file: string, from: number): Promise<Written[]> {
  return commandsIn(await bytesFrom(file, from)).flatMap(([command, log, at, ...fields]) => {
    if (command?.toUpperCase() !== 'XADD' || log === undefined || at === undefined) return []
    const valueOf = (name: string): string => fields[fields.indexOf(name) + 1] ?? ''
    return [{ log, entry: { position: Number.parseInt(at, 10), id: valueOf('id'), body: valueOf('body'), prev: valueOf('prev'), hash: valueOf('hash') } }]
  })
}

async function bytesFrom(file: string, from: number): Promise<Buffer> {
  const handle = await open(file)
  try {
    const bytes = Buffer.alloc(Math.max(0, (await handle.stat()).size - from))
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, from)
    return bytes.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** `*2\r\n$3\r\nGET\r\n$1\r\na\r\n` is ['GET', 'a']; a last one that is not whole is left out. */
function commandsIn(bytes: Buffer): string[][] {
  const commands: string[][] = []
  let at = 0
  /** The number behind a sign, up to the end of its line; NaN where the line is not whole. */
  const number = (): number => {
    const end = bytes.indexOf('\r\n', at)
    if (end < 0) return Number.NaN
    const text = bytes.toString('latin1', at + 1, end)
    at = end + 2
    return Number(text)
  }
  while (at < bytes.length) {
    const words: string[] = []
    const count = number()
    for (let nth = 0; nth < count; nth += 1) {
      const length = number()
      if (Number.isNaN(length) || at + length + 2 > bytes.length) return commands
      words.push(bytes.toString('utf8', at, at + length))
      at += length + 2
    }
    if (Number.isNaN(count)) return commands
    commands.push(words)
  }
  return commands
}
