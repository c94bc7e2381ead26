// Why the sandbox did not start. The words are in templates/sandbox-banner.ts; this carries them to whoever prints.
import { sandboxTrouble, type SandboxTrouble } from '#templates/sandbox-banner.ts'

/** The message is the sentence to print, in Chinese and English; no stack is worth showing. */
export class SandboxCannotStart extends Error {
  override readonly name = 'SandboxCannotStart'
  readonly why: SandboxTrouble

  constructor(why: SandboxTrouble, cause?: unknown) {
    super(sandboxTrouble(why), { cause })
    this.why = why
  }
}

export const cannotStart = (why: SandboxTrouble, cause?: unknown): SandboxCannotStart => new SandboxCannotStart(why, cause)
