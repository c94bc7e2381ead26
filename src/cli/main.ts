// `duban` in the terminal: the second way in, for operators and for other programs.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { readDocument } from '#src/documents/read-document.ts'
import { outlineJson } from '#src/reader/outline-json.ts'
import { read } from '#src/reader/read.ts'
import { readSandboxFile } from '#src/sandbox/sandbox-file.ts'
import { noFile, noRedis, nothingToVerify, severalPlans, unreachable, usage, verifiedLine } from '#templates/command-line.ts'
import { outline } from '#templates/outline.ts'
import { plain } from '#templates/rich.ts'
import { refusalWords } from '#templates/refusal.ts'
import { verify } from './verify.ts'

const sandboxFile = '.duban/sandbox.json'
const say = (line: string): void => void process.stdout.write(`${line}\n`)

function fail(line: string): void {
  process.stderr.write(`${line}\n`)
  process.exitCode = 1
}

async function parse(words: readonly string[]): Promise<void> {
  const [file] = words.filter((word, index) => !word.startsWith('--') && words[index - 1] !== '--part')
  if (file === undefined) return fail(usage)
  if (!existsSync(file)) return fail(noFile(file))
  const document = await readDocument(basename(file), await readFile(file))
  if (!document.ok) return fail(plain(refusalWords(document.refusal, 'zh')))
  const part = words.includes('--part') ? Number(words[words.indexOf('--part') + 1]) : undefined
  const parsed = read(document.text, part === undefined ? {} : { part })
  if (parsed.ok) return say(words.includes('--json') ? JSON.stringify(outlineJson(parsed.reading), undefined, 1) : outline(parsed.reading))
  fail(parsed.refusal.code === 'text-several-plans' ? severalPlans(parsed.refusal) : plain(refusalWords(parsed.refusal, 'zh')))
}

async function verifyAll(): Promise<void> {
  const redis = process.env['REDIS_URL'] ?? (existsSync(sandboxFile) ? readSandboxFile(sandboxFile).redis : undefined)
  if (redis === undefined || redis === '') return fail(noRedis)
  try {
    const logs = await verify(redis)
    for (const log of logs) say(verifiedLine(log))
    if (logs.length === 0) say(nothingToVerify)
    if (logs.some(({ ok }) => !ok)) process.exitCode = 1
  } catch (error) {
    fail(unreachable(String(error)))
  }
}

const [word, ...rest] = process.argv.slice(2)
switch (word) {
  case 'parse':
    await parse(rest)
    break
  case 'verify':
    await verifyAll()
    break
  case undefined:
  case 'help':
  case '--help':
    say(usage)
    break
  default:
    fail(usage)
}
