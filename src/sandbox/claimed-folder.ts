// One process a data folder: two that append to the same files would ruin both.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { cannotStart } from './cannot-start.ts'
import { lifeOf, runningFrom, writePidFile } from './process-life.ts'

export type ClaimedFolder = { release: () => void }

/**
 * Makes a folder ours until `release`. A claim left by a process that is gone is taken over.
 * Throws SandboxCannotStart (`folder-in-use`) while its owner runs.
 */
export function claimFolder(dir: string): ClaimedFolder {
  mkdirSync(dir, { recursive: true })
  const file = join(dir, 'owner.pid')
  const self = lifeOf(process.pid)
  if (self === undefined) throw new Error(`this process (${process.pid}) cannot be seen in the list of processes`)
  try {
    writePidFile(file, self, { onlyIfNew: true })
  } catch (cause) {
    const owner = runningFrom(file)
    if (owner !== undefined) throw cannotStart({ code: 'folder-in-use', dir, pid: owner.pid }, cause)
    rmSync(file, { force: true })
    writePidFile(file, self, { onlyIfNew: true }) // loses to another start that was quicker, and says so
  }
  return { release: () => rmSync(file, { force: true }) }
}

/** A server whose data are in a claimed folder: when it has stopped, the folder is free. */
export const servedFrom = (folder: ClaimedFolder, server: { pid: () => number; stop: () => Promise<void> }): { pid: () => number; stop: () => Promise<void> } => ({
  pid: server.pid,
  async stop() {
    await server.stop()
    folder.release()
  },
})
