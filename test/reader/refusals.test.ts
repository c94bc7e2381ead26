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
  it('is a file of more plans than anybody chooses from', () => expect(read('篇一:治水方案\n一、任务\n1.清淤。\n'.repeat(101))).toEqual({ ok: false, refusal: { code: 'text-too-many', what: 'plans', found: 101, limit: 100 } }))
  it('has no tasks', () => expect(read('今天天气很好。\n明天也好。')).toEqual({ ok: false, refusal: { code: 'text-no-tasks', lines: 2 } }))

  it.each([['机密★1年'], ['秘密★'], ['绝密'], ['  机 密 '], ['000012 机密★3年 特急'], ['密级：秘密']])('is marked secret: %s', (mark) => {
    expect(read(`${mark}\n${plan}`)).toEqual({ ok: false, refusal: { code: 'text-secret', mark: mark.trim() } })
  })

  it.each([['保护商业秘密。'], ['1.落实国家秘密管理制度'], ['秘密投票']])('is not refused for the word in %s', (line) => {
    expect(codeOf(`${plan}\n${line}`)).toBeUndefined()
  })
})

describe('a text that has more than any plan', () => {
  const named = (at: number): string => String(at).replace(/\d/g, (digit) => '甲乙丙丁戊己庚辛壬癸'.charAt(Number(digit)))
  const of = (count: number, each: (at: number) => string): string => Array.from({ length: count }, (_, at) => each(at)).join('')
  const refusalOf = (text: string) => ((answer) => (answer.ok ? undefined : answer.refusal))(read(text))
  const holding = (words: string): string => `治水三年行动方案（2026—2028年）\n一、任务\n1.清淤。${words}（责任单位：县水利局）`

  it.each([
    ['tasks', `治水方案\n${'1.清淤。（责任单位：县水利局）\n'.repeat(2001)}`, 2001, 2000],
    ['parts', `治水方案\n${`1.清淤。（责任单位：${of(50, (at) => `县${named(at)}局、`)}县水利局）\n`.repeat(400)}`, 20_400, 20_000],
    ['units', `治水方案\n${of(101, (task) => `1.清淤。（责任单位：${of(10, (at) => `县${named(task * 10 + at)}局、`)}县水利局）\n`)}`, 1011, 1000],
    ['dates', holding('2026年6月底前完成。'.repeat(5001)), 5001, 5000],
    ['duties', holding(of(1001, (at) => `每年报送${named(at)}情况。`)), 1001, 1000],
    ['targets', holding(of(2001, (at) => `建成${named(at)}泵站10座。`)), 2001, 2000],
    ['members', `${holding('')}\n二、组织\n${of(60, (body) => `成立县${named(body + 10)}工作领导小组，由县长任组长，成员由${of(40, (at) => `县${named(at)}局、`)}县水利局组成。\n`)}`, 2460, 2000],
    ['people', `治水方案\n${`1.清淤。（${'牵头领导：张三；'.repeat(51)}）\n`.repeat(110)}`, 5610, 5000],
    ['proposals', `${holding('')}\n二、保障措施\n${of(1001, (at) => `县${named(at)}局要做好统筹工作。\n`)}`, 1001, 1000],
    ['doubts', `治水三年行动方案（2026—2028年）\n${`1.清淤。${'20__年6月底前完成。'.repeat(60)}（责任单位：县水利局）\n`.repeat(60)}`, 3600, 3000],
    ['paragraphs', `${holding('')}\n${'二、统筹\n\n'.repeat(5_000)}`, 5002, 5000],
  ])('is refused with how many %s there are and how many may be', (what, text, found, limit) =>
    expect(refusalOf(text)).toEqual({ code: 'text-too-many', what, found, limit }))
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
