// Plain words at a desk of a small county, as they come in through the door.
import { said } from '#commands/said.ts'
import type { Answer } from '#src/command.ts'
import { replyDoor } from '#src/sayings.ts'
import { directoryWith, planWith, task } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { expectGoodCard } from '../templates/card-rules.ts'

export const county = () =>
  directoryWith(
    ['县教育局', { name: '县交通运输局', aliases: ['县交通局'] }, '县公安局'],
    { name: '沈若兰', roles: ['secretary'] },
    { name: '苏晚晴', contactOf: ['县教育局'], handle: 'U0SU' }, { name: '唐一鸣', contactOf: ['县教育局'], handle: 'U0TANG' }, { name: '方叔文', headOf: ['县教育局'], handle: 'U0FANG' },
    { name: '乔安' }, { name: '秦朗', contactOf: ['县公安局'] },
  )
export const plan = () => planWith(task(1, { title: '校舍安全排查', lead: '县教育局' }), task(2, { title: '学前教育扩容', lead: '县教育局' }), task(3, { title: '校车安全管理', lead: '县交通运输局' }), task(4, { title: '农村公路养护', lead: '县交通运输局' }))
export const deskFor = (asker: string): TestDesk => deskOf({ asker, plans: [plan()], directory: county() })
export const { said: door } = replyDoor(said, () => [])
export const wrote = async (words: string, desk: TestDesk): Promise<Answer> => {
  const answer = await door({ words, isDocument: false }, desk)
  if (answer === undefined) throw new Error(`nothing came of ${words}`)
  if (answer.kind === 'card') expectGoodCard(answer.card)
  return answer
}
