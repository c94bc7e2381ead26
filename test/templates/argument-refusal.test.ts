import { describe, expect, it } from 'vitest'
import { report } from '#commands/report.ts'
import { commands } from '#commands/index.ts'
import type { Command } from '#src/command.ts'
import { argumentRefusal } from '#templates/argument-refusal.ts'
import { deskOf } from '../desk.ts'
import { expectGoodCard } from './card-rules.ts'

async function told(command: Command, words: readonly string[]): Promise<string> {
  const answer = await command.handle(command.typed(words), deskOf())
  if (answer.kind !== 'args-refused') throw new Error('nothing was wrong with the arguments')
  const card = argumentRefusal(answer.issues, command, 'zh')
  expectGoodCard(card)
  return card.text
}

describe('arguments that a command cannot take', () => {
  it('130%: the limit, the value, an example', async () => expect(await told(report, ['12', '130', '已完成招标'])).toBe('进度要在0到100之间，您填的是130。例：/duban 填报 12 60 〔做了什么〕'))

  it('nothing at all: what is missing', async () => expect(await told(report, [])).toBe('请写明任务号。例：/duban 填报 12 60 〔做了什么〕'))

  it('a sentence that is too long: how long it may be', async () => expect(await told(report, ['12', '长'.repeat(3001)])).toContain('“做了什么”最多3000字'))

  it('are worded in both languages for every command that needs some', async () => {
    for (const command of commands) {
      const answer = await command.handle({}, deskOf({ lang: 'en' }))
      if (answer.kind === 'args-refused') for (const lang of ['zh', 'en'] as const) expectGoodCard(argumentRefusal(answer.issues, command, lang))
    }
  })
})
