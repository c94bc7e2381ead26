import { describe, expect, it } from 'vitest'
import { mostCharacters } from '#src/reader/readable.ts'
import { read } from '#src/reader/read.ts'
import { reading } from './plans.ts'

const plan = '治水方案\n一、任务\n1.清淤。(责任单位:县水利局)'
const codeOf = (text: string): string | undefined => {
  const answer = read(text)
  return answer.ok ? undefined : answer.refusal.code
}

describe('a text that is not read', () => {
  it('is empty', () => expect(codeOf(' \n\n')).toBe('text-empty'))
  it('is too long', () => expect(read('一'.repeat(mostCharacters + 1))).toEqual({ ok: false, refusal: { code: 'text-too-long', characters: mostCharacters + 1, limit: mostCharacters } }))
  it('is no text', () => expect(codeOf(`PK\u0003\u0004\u0000${plan}`)).toBe('text-binary'))
  it('has more tasks than any plan', () => expect(read(`某行动方案\n${'1.建设学校。（责任单位：县教育局）\n'.repeat(2001)}`)).toMatchObject({ ok: false, refusal: { code: 'text-too-many-tasks', limit: 2000 } }))
  it('has no tasks', () => expect(read('今天天气很好。\n明天也好。')).toEqual({ ok: false, refusal: { code: 'text-no-tasks', lines: 2 } }))

  it.each([['机密★1年'], ['秘密★'], ['绝密'], ['  机 密 '], ['000012 机密★3年 特急'], ['密级：秘密']])('is marked secret: %s', (mark) => {
    expect(read(`${mark}\n${plan}`)).toEqual({ ok: false, refusal: { code: 'text-secret', mark: mark.trim() } })
  })

  it.each([['保护商业秘密。'], ['1.落实国家秘密管理制度'], ['秘密投票']])('is not refused for the word in %s', (line) => {
    expect(codeOf(`${plan}\n${line}`)).toBeUndefined()
  })
})

describe('a file of several plans', () => {
  const file = `范文大全\n篇一:治水方案\n一、任务\n1.清淤。\n2.固堤。\n篇二:治山方案\n一、任务\n1.植树。`

  it('is asked about, with the title, the line and the tasks of each', () => {
    expect(read(file)).toEqual({ ok: false, refusal: { code: 'text-several-plans', plans: [{ title: '治水方案', line: 2, tasks: 2 }, { title: '治山方案', line: 6, tasks: 1 }] } })
  })

  it('is read by the part chosen', () => {
    expect(reading(file, { part: 2 })).toMatchObject({ title: '治山方案', tasks: [{ title: '植树' }] })
  })

  it('is asked about again for a part it does not have', () => expect(read(file, { part: 3 })).toMatchObject({ ok: false, refusal: { code: 'text-several-plans' } }))
})

describe('the title of a plan', () => {
  it('is the plan’s own, not that of the notice it came with', () => {
    expect(reading('关于印发治水方案的通知\n各乡镇:\n现将方案印发给你们。\n云溪县治水方案\n一、任务\n1.清淤。').title).toBe('云溪县治水方案')
  })

  it('is joined where it was set in two lines', () => expect(reading('关于支持水利设施建设\n高质量发展的若干措施\n一、清淤。\n二、固堤。').title).toBe('关于支持水利设施建设高质量发展的若干措施'))
  it('is what the caller says it is', () => expect(reading(plan, { title: '治水' }).title).toBe('治水'))
})
