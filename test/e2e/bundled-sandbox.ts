// The bot as `npm start` builds it, made once for all stories. What a newcomer does and what begins again goes through the start itself.
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { built } from '../../scripts/build.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    sandboxProgram: string
  }
}

export default async function bundleSandbox(project: TestProject): Promise<void> {
  const provide = async (): Promise<void> => project.provide('sandboxProgram', join(await built(), 'main.mjs'))
  await provide()
  project.onTestsRerun(provide)
}
