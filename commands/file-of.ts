// The one way in which a command answers with a file that is made for it.
import { answered, type Answer, type Desk } from '#src/command.ts'
import type { FileToSend } from '#templates/file-content.ts'

/** The file, sent to whoever asked; its words, where it cannot be written. */
export async function fileOf({ content, ...sent }: FileToSend, desk: Desk): Promise<Answer> {
  const bytes = await desk.write(content)
  return bytes === undefined ? answered(sent.otherwise) : { kind: 'file', bytes, ...sent }
}
