// `duban parse` as it is typed in a terminal: a process that ends when nothing is left to do.
import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const parse = async (file: string): Promise<string> =>
  (await promisify(execFile)(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'parse', file], { cwd: root })).stdout

const said = '组织力量逐村逐户摸底，建立台账，明确任务、措施和责任人，压实责任，健全长效管护机制。'
const item = (number: number, repeats: number): string => `${number}.整治第${number}片区。${said.repeat(repeats)}（责任单位：县水利局、县财政局）`
const planOf = (repeats: number): string => ['云溪县农村供水三年行动方案（2026—2028年）', '一、重点任务', item(1, repeats), item(2, repeats)].join('\n')

function written(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'duban-parse-')), '方案.txt')
  writeFileSync(file, text)
  return file
}

describe('duban parse', () => {
  it('prints the outline of a plan', async () => expect(await parse(written(planOf(1)))).toContain('2项'))

  it('prints it too where the file takes a larger reading process than the one that is warm', async () => expect(await parse(written(planOf(5_000)))).toContain('2项'))
})
