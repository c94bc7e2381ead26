// Plain words that can be two things: what they are first, what is offered beside it, and that nothing is recorded before 确认.
import { describe, expect, it } from 'vitest'
import { confirmSaid } from '#commands/confirm-said.ts'
import { correctReport } from '#commands/correct-report.ts'
import { extend } from '#commands/extend.ts'
import { object } from '#commands/object.ts'
import { said } from '#commands/said.ts'
import { PersonId } from '#src/ledger/ids.ts'
import { replyDoor } from '#src/sayings.ts'
import { after, directoryWith, planWith, report, task } from '../builders.ts'
import { deskOf, type TestDesk } from '../desk.ts'
import { expectGoodCard } from '../templates/card-rules.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'

const people = directoryWith(['县教育局'], { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '顾平', contactOf: ['县教育局'] }, { name: '沈若兰', roles: ['secretary'] })
const two = () => planWith(task(3, { title: '健全心理健康网络', due: '2026-06-30', lead: '县教育局' }), task(12, { title: '普惠园建设', due: '2026-06-30', lead: '县教育局' }))
const reported = () => after(after(two(), '2026-06-01', report(12, '县教育局', { progress: 40, done: '主体施工' }), PersonId.parse('u2')), '2026-06-02', report(3, '县教育局', { progress: 60, done: '已完成招标' }), PersonId.parse('u1'))
const deskAt = (asker = '苏晚晴', plan = two()): TestDesk => deskOf({ today: '2026-06-10', plans: [plan], directory: people, asker })
const near12 = [{ task: 'p1-12', unit: '县教育局' }]
const reply = async (desk: TestDesk, words: string, near: readonly { task: string; unit?: string }[] = near12) => act(said, { words, near }, desk)

describe('a report that asks for something besides', () => {
  it('stays a report, with the other as a button, also once it is recorded', async () => {
    const desk = deskAt()
    const echo = cardIn(await reply(desk, '已完成60%，申请延期到8月底'))
    expectGoodCard(echo)
    expect(echo.text).toContain('按此记录：12 普惠园建设，进展60%')
    expect(Object.keys(buttons(echo))).toEqual(['确认', '改', '申请延期'])
    expect(desk.recorded.map(({ type }) => type)).toEqual(['remark'])
    const receipt = cardIn(await act(said, buttons(echo)['确认']?.args, desk))
    expect(desk.recorded.at(-1)).toMatchObject({ type: 'report', progress: 60 })
    expect(formIn(await act(extend, buttons(receipt)['申请延期']?.args, desk)).fields[0]).toMatchObject({ now: '2026-08-31' })
  })

  it('that it was wrong is offered as an objection, its words in the form', async () => {
    const desk = deskAt()
    const echo = cardIn(await reply(desk, '不对，已经完成了'))
    expect(Object.keys(buttons(echo))).toEqual(['确认', '改', '申请办结', '提出异议'])
    expect(formIn(await act(object, buttons(echo)['提出异议']?.args, desk)).fields[0]).toMatchObject({ now: '不对，已经完成了' })
    expect(desk.recorded.map(({ type }) => type)).toEqual(['remark'])
  })
})

describe('what others ask for', () => {
  it('is a remark, with the later day as a button', async () => {
    const desk = deskAt()
    const card = cardIn(await reply(desk, '上级要求延期至12月底'))
    expectGoodCard(card)
    expect(card.text).toBe('已作为备注保存：12 普惠园建设')
    expect(Object.keys(buttons(card))).toEqual(['填报', '申请延期'])
    expect(formIn(await act(extend, buttons(card)['申请延期']?.args, desk)).fields[0]).toMatchObject({ now: '2026-12-31' })
  })
  it('is a remark alone where the task has no date', async () => {
    const card = cardIn(await reply(deskAt('苏晚晴', planWith(task(12, { lead: '县教育局' }))), '上级要求延期至12月底'))
    expect(Object.keys(buttons(card))).toEqual(['填报'])
  })
})

describe('a figure said roughly', () => {
  it.each([['60%左右', '约60%', 60], ['将近100%', '约99%', 99], ['超过60%', '约60%', 60], ['快60%了', '约60%', 60], ['近六成', '约60%', 60], ['60%多', '约60%', 60], ['已完成招标，大约60%', '约60%', 60]])('is echoed as about so much, and its words are recorded: %s', async (words, about, progress) => {
    const desk = deskAt()
    const echo = cardIn(await reply(desk, words))
    expect(echo.text).toContain(`进展${about}`)
    expect(Object.keys(buttons(echo))).toEqual(['确认', '改'])
    await act(said, buttons(echo)['确认']?.args, desk)
    expect(desk.recorded.at(-1)).toMatchObject({ type: 'report', progress, done: words })
  })
})

describe('a figure put right in plain words', () => {
  it.each(['改成80%', '不是60%是80%', '刚才那个应该是80', '错了，是80%', '更正 3 改成80%'])('is of the person’s own last report where no task is named, and is recorded with 确认: %s', async (words) => {
    const desk = deskAt('苏晚晴', reported())
    const echo = cardIn(await reply(desk, words, []))
    expectGoodCard(echo)
    expect(echo.text).toBe('按此更正：3 健全心理健康网络，进展60%→80%')
    expect(shown({ kind: 'card', card: echo })).toContain('6月2日')
    expect(desk.recorded.map(({ type }) => type)).toEqual(['remark'])
    await act(correctReport, buttons(echo)['确认']?.args, desk)
    expect(desk.recorded.at(-1)).toMatchObject({ type: 'report', task: 3, progress: 80, done: '已完成招标', correction: true, reason: words })
  })

  it('is of the task that is named, or of the message’s one task', async () => {
    expect(cardIn(await reply(deskAt('苏晚晴', reported()), '12号任务改成50%', [])).text).toBe('按此更正：12 普惠园建设，进展40%→50%')
    expect(cardIn(await reply(deskAt('苏晚晴', reported()), '错了，是50%')).text).toBe('按此更正：12 普惠园建设，进展40%→50%')
  })

  it('is changed in the form of 更正, filled in with it', async () => {
    const desk = deskAt('苏晚晴', reported())
    const form = formIn(await act(correctReport, buttons(cardIn(await reply(desk, '改成80%', [])))['改']?.args, desk))
    expect(form.fields.some((field) => 'now' in field && field.now === '80')).toBe(true)
  })

  it('is recorded by 确认 typed, once', async () => {
    const desk = deskAt('苏晚晴', reported())
    await reply(desk, '改成80%', [])
    await type(confirmSaid, '', desk)
    expect(desk.recorded.at(-1)).toMatchObject({ type: 'report', task: 3, progress: 80, correction: true })
    await type(confirmSaid, '', desk)
    expect(desk.recorded).toHaveLength(2)
  })

  it('is a report where nothing was reported yet', async () => {
    expect(cardIn(await reply(deskAt(), '错了，是60%')).text).toContain('按此记录：12 普惠园建设，进展60%')
  })
})

describe('确认, typed behind something asked for', () => {
  it('asks for it, and reports nothing', async () => {
    const desk = deskAt()
    await reply(desk, '延期到下周五，因为招标流标')
    await type(confirmSaid, '', desk)
    expect(desk.recorded.at(-1)).toMatchObject({ type: 'ask-extension', task: 12, day: '2026-06-19' })
  })
})

describe('the door', () => {
  const { said: door } = replyDoor(said, () => [])
  const understood = (words: string) => ({ command: 'correct-report', args: correctReport.typed(words.split(' ').slice(1)) })
  it.each(['更正 3 改成80%', '改成80%', '刚才那个应该是80'])('takes a figure put right, typed with the command’s word or without: %s', async (words) => {
    const desk = deskAt('苏晚晴', reported())
    expect((await door({ words, isDocument: false, ...(words.startsWith('更正') ? { understood: understood(words) } : {}) }, desk))?.kind).toBe('card')
    expect(desk.recorded.map(({ type }) => type)).toEqual(['remark'])
  })
  it('leaves the command alone where it is typed as one', async () => {
    for (const words of ['更正 3 80 上次填错', '更正 3', '更正']) expect(await door({ words, isDocument: false, understood: understood(words) }, deskAt('苏晚晴', reported()))).toBeUndefined()
  })
})
