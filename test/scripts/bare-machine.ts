// A machine to run the bootstrap on: a copy of the project's scripts, with only those programs on PATH that a test names.
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { z } from 'zod'

const Lock = z.looseObject({ packages: z.record(z.string(), z.looseObject({ version: z.string().optional(), dev: z.boolean().optional(), optional: z.boolean().optional() })) })
export type Lock = z.infer<typeof Lock>

const nobody = 65534
export const isRoot = process.getuid?.() === 0

export type Outcome = { code: number | null; said: string; calls: string[] }

/** Everything is installed, nothing is on PATH: a test takes away the one and adds the other. */
export function bareMachine() {
  const root = mkdtempSync(join(tmpdir(), 'duban-machine-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const programs = join(root, 'bin')
  const callsFile = join(root, 'calls')
  const slack = join(root, 'node_modules', 'local-slack-linux-x64', 'bin', 'local-slack')
  const installed = join(root, 'node_modules', '.package-lock.json')
  for (const folder of [programs, dirname(slack)]) mkdirSync(folder, { recursive: true })
  writeFileSync(slack, '')
  writeFileSync(callsFile, '')
  chmodSync(root, 0o777)
  chmodSync(callsFile, 0o666)
  for (const name of ['scripts', 'package.json', 'package-lock.json']) cpSync(name, join(root, name), { recursive: true })
  cpSync('package-lock.json', installed)

  /** Puts a program on PATH that writes down how it was called, and then does what the shell lines say. */
  const program = (name: string, lines = ''): void => {
    const file = join(programs, name)
    writeFileSync(file, `#!/bin/sh\necho "${name} $*" >> ${callsFile}\n${lines}\n`)
    chmodSync(file, 0o755)
  }
  program('npm')
  return {
    root,
    program,
    /** Shell lines that put a program on PATH, for a package manager that works. */
    installing: (name: string) => `printf '#!/bin/sh\\n' > ${join(programs, name)}; /bin/chmod 755 ${join(programs, name)}`,
    removeProgram: (name: string) => rmSync(join(programs, name)),
    without: (path: string) => rmSync(join(root, path), { recursive: true }),
    /** Changes what npm says is installed. */
    editInstalled(edit: (packages: Lock['packages']) => Lock['packages']) {
      const lock = Lock.parse(JSON.parse(readFileSync(installed, 'utf8')))
      writeFileSync(installed, JSON.stringify({ ...lock, packages: edit(lock.packages) }))
    },
    /** @param preload JavaScript run first, to make this process look like one on another system */
    run(purpose: string, { env = {}, preload = '', asNobody = false }: { env?: Record<string, string>; preload?: string; asNobody?: boolean } = {}): Outcome {
      const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', `data:text/javascript,${preload}`, 'scripts/bootstrap.mjs', purpose], {
        cwd: root,
        env: { PATH: programs, ...env },
        encoding: 'utf8',
        ...(asNobody && isRoot ? { uid: nobody, gid: nobody } : {}),
      })
      const calls = existsSync(callsFile) ? readFileSync(callsFile, 'utf8').split('\n').filter((line) => line !== '') : []
      return { code: status, said: `${stdout}${stderr}`, calls }
    },
  }
}
