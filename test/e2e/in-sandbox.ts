// How a story opens: a sandbox of its own for all of it, and the conversations of its people.
import { afterAll, beforeAll, inject } from 'vitest'
import { conversationsOf, type Conversations } from './conversation.ts'
import { runSandbox, type RunningSandbox } from './running-sandbox.ts'

/** The product as one file: `bundled-sandbox.ts`. */
export const runBundledSandbox = async (): Promise<RunningSandbox> => runSandbox({ program: ['--enable-source-maps', inject('sandboxProgram')] })

/** @param opened is given them before the first test; they end after the last */
export function inSandbox(opened: (story: { sandbox: RunningSandbox; talk: Conversations }) => void): void {
  let sandbox: RunningSandbox | undefined
  beforeAll(async () => {
    sandbox = await runBundledSandbox()
    opened({ sandbox, talk: conversationsOf(sandbox.slack) })
  })
  afterAll(async () => sandbox?.end())
}
