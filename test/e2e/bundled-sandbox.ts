// The product as one file, made once for all stories: most of a sandbox's start is loading. What a newcomer does and what begins again starts as it is written.
import type { TestProject } from 'vitest/node'
import { bundled } from '#test/bundled.ts'

declare module 'vitest' {
  interface ProvidedContext {
    sandboxProgram: string
  }
}

export default async function bundleSandbox(project: TestProject): Promise<() => Promise<void>> {
  let made = await bundled('src/main.ts')
  project.provide('sandboxProgram', made.program)
  project.onTestsRerun(async () => {
    await made.remove()
    made = await bundled('src/main.ts')
    project.provide('sandboxProgram', made.program)
  })
  return async () => made.remove()
}
