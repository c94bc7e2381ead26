// How a story opens: a sandbox of its own for all of it, and the conversations of its people.
import { afterAll, beforeAll } from 'vitest'
import { conversationsOf, type Conversations } from './conversation.ts'
import { runSandbox, type RunningSandbox } from './running-sandbox.ts'

/** @param opened is given them before the first test; they end after the last */
export function inSandbox(opened: (story: { sandbox: RunningSandbox; talk: Conversations }) => void): void {
  let sandbox: RunningSandbox | undefined
  beforeAll(async () => {
    sandbox = await runSandbox()
    opened({ sandbox, talk: conversationsOf(sandbox.slack) })
  })
  afterAll(async () => sandbox?.end())
}
