import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The first of these programs that PATH has, as a full path. */
export function onPath(programs: readonly string[], path = process.env['PATH'] ?? ''): string | undefined {
  const candidates = programs.flatMap((program) => path.split(delimiter).map((folder) => join(folder, program)))
  return candidates.find((file) => isExecutable(file))
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
