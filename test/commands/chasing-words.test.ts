// 催 and 谁还没报 as they are said.
import { describe, expect, it } from 'vitest'
import { nudge } from '#commands/nudge.ts'
import { said } from '#commands/said.ts'
import { replyDoor } from '#src/sayings.ts'
import { after, directoryWith, planOf, planWith, task } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { openRound } from '#test/rounds.ts'
import { expectGoodCard } from '../templates/card-rules.ts'
import { shown, type } from './acting.ts'

const county = () => directoryWith(['县公安局'], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '唐一鸣', contactOf: ['县财政局'] })
const plan = () => planWith(task(1, { title: '普惠园建设', lead: '县教育局', due: '2026-06-15' }), task(2, { title: '经费保障', lead: '县财政局' }))
const deskFor = (of = plan(), asker = '沈若兰'): TestDesk => deskOf({ asker, plans: [of], directory: county() })
const { said: door } = replyDoor(said, () => [])
const wrote = async (words: string, desk: TestDesk): Promise<string> => {
  const answer = await door({ words, isDocument: false }, desk)
  if (answer?.kind === 'card') expectGoodCard(answer.card)
  return answer?.kind === 'card' ? shown(answer) : 'nothing'
}

describe('催 in plain words', () => {
  it.each(['一下教育局', '一下 教育局', '催县教育局', '教育局吧', '县教育局'])('behind the command’s word: 催 %s', async (words) => expect(shown(await type(nudge, words, deskFor()))).toContain('苏晚晴 · 县教育局'))
  it.each(['一下没报的', '没报的', '还没报的', '还没有填报的单位', '所有没报的', '未填报的'])('of those who have not reported: 催 %s', async (words) => expect(shown(await type(nudge, words, deskFor()))).toMatch(/将提醒\d项/))
  it.each(['催没报的', '催一下没报的', '帮我催一下教育局', '催催教育局', '再催一下县教育局吧'])('without a blank: %s', async (words) => expect(await wrote(words, deskFor())).toMatch(/将提醒\d项/))
  it.each(['催了两次教育局还没动', '催办函已发'])('is no order where it only tells: %s', async (words) => expect(await wrote(words, deskFor())).not.toContain('将提醒'))
  it('is a secretary’s alone', async () => expect(await wrote('催一下教育局', deskFor(plan(), '唐一鸣'))).not.toContain('将提醒'))
})

describe('who has not reported', () => {
  it.each(['谁还没报', '还有谁没报？', '哪些单位还没填报', '还有哪些单位没报', '没报的有哪些', '哪几家没报'])('is answered by the round that is held: %s', async (words) => {
    expect(await wrote(words, deskFor(after(plan(), '2026-07-02', openRound({ tasks: [1, 2] }))))).toContain('“年中进展”报送中')
  })
  it('is answered by the tasks where none is', async () => expect(await wrote('谁还没报', deskFor())).toContain('未报'))
})

describe('a chase of two plans', () => {
  it('names each task with its plan, and of one plan without', async () => {
    const second = planOf([task(1, { title: '食堂整治', lead: '县教育局', due: '2026-06-10' })], { id: 'p2' })
    expect(await wrote('催教育局', deskOf({ asker: '沈若兰', plans: [plan(), second], directory: county() }))).toContain('苏晚晴 · 县教育局 · 2项：p1-1、p2-1')
    expect(await wrote('催教育局', deskFor())).toContain('苏晚晴 · 县教育局 · 1项：1 普惠园建设')
  })
})
