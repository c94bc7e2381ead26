// When a child process counts as started.
import type { ChildProcess } from 'node:child_process'

/** How much of what a child said is shown: its end says why. */
const lastWords = 4_000

/** Resolves once it is up, and listens no more from then on; rejects when it ends before that. @param said what it said, asked for at such an end */
export async function started(child: ChildProcess, isUp: () => boolean, said: () => Promise<string>): Promise<void> {
  const end = await new Promise<{ code: number | null } | undefined>((resolve, reject) => {
    const settle = (end?: { code: number | null }): void => {
      child.stdout?.off('data', look)
      child.off('exit', ended)
      child.off('error', reject)
      resolve(end)
    }
    const look = (): void => {
      if (isUp()) settle()
    }
    const ended = (code: number | null): void => settle({ code })
    child.stdout?.on('data', look)
    child.once('exit', ended)
    child.once('error', reject)
  })
  if (end === undefined) return
  const words = await said().catch((error: unknown) => `what it said is out of reach: ${String(error)}`)
  throw new Error(`the sandbox ended with ${end.code}: ${words.slice(-lastWords)}`)
}
