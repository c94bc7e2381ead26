// What a leader asks in words: of past rounds, of times behind and ahead, of several units, and what is typed a little otherwise. What it says agrees with the screens.
import { describe, expect, it } from 'vitest'
import { commands } from '#commands/index.ts'
import { instruct } from '#commands/instruct.ts'
import { said } from '#commands/said.ts'
import { history } from '#commands/history.ts'
import { why } from '#commands/why.ts'
import { task as taskCommand } from '#commands/task.ts'
import type { Answer, Desk } from '#src/command.ts'
import { findCommand } from '#src/queries/find-command.ts'
import { replyDoor, sayings } from '#src/sayings.ts'
import { wordsOfTyped } from '#src/slack/incoming-text.ts'
import type { Lang } from '#templates/card.ts'
import { acceptClaim, after, claim, day, directoryWith, personNamed, planOf, report, task, taskNo, unitId } from '../builders.ts'
import { deskOf } from '../desk.ts'
import { buttons, cardIn, shown, type } from './acting.ts'

const county = () => directoryWith(
  [{ name: '县教育局', aliases: ['县教体局'] }, '县财政局', '县委编办', '县妇联', { name: '各乡镇', aliases: [], members: ['青石镇'] }, '青石镇'],
  { name: '沈若兰', roles: ['secretary'] }, { name: '何景川', roles: ['leader'] }, { name: '苏晚晴', contactOf: ['县教育局'] },
)
/** Tasks 1, 2 and 3 are asked each quarter; 1 reported in June. 4 has a date, 5 is done. */
const plan = () => {
  const made = planOf([
    task(1, { title: '校车安全', lead: '县教育局' }), task(2, { title: '校舍排查', lead: '县教育局', support: ['县财政局'] }), task(3, { title: '编制核定', lead: '县委编办' }),
    task(4, { title: '食堂整治', lead: '县教育局', support: ['县财政局'], due: '2026-06-10' }), task(5, { title: '经费拨付', lead: '县财政局', due: '2026-07-20' }), task(6, { title: '年底验收', lead: '县财政局', due: '2026-08-28' }),
  ], { importedOn: '2026-03-02', handedOutOn: '2026-03-03' })
  return after(after(after(made, '2026-06-24', report(1, '县教育局', { done: '已检修' })), '2026-07-10', claim(5, '县财政局')), '2026-07-13', acceptClaim(5, '县财政局'))
}
const deskAt = (today: string, asker = '何景川', lang: Lang = 'zh', of = plan()): Desk => deskOf({ today, asker, lang, plans: [of], directory: county() })

const { said: door } = replyDoor(said, () => [])
/** As the router does: what is no answer in words is a command, or a word that nobody knows. */
async function asks(words: string, desk: Desk): Promise<string> {
  const found = findCommand(commands, wordsOfTyped(words))
  const answer: Answer | undefined = await door({ words, isDocument: false, ...(found.kind === 'found' ? { understood: { command: found.command.name.en, args: found.command.typed(found.words) } } : {}) }, desk)
  if (answer !== undefined) return shown(answer)
  if (found.kind === 'unknown') return shown({ kind: 'card', card: sayings.unknownWord(found.word, found.nearest, desk) })
  return shown(await type(found.command, found.words.join(' '), desk))
}

describe('who has not reported', () => {
  it.each(['二季度谁没报', '上个季度谁没报', '6月谁没报', '2026年二季度还有哪些没报', '上半年谁没报'])('of a time that is over is what 汇总 and 未报 count, and nobody who has: %s', async (words) => {
    const says = await asks(words, deskAt('2026-08-07'))
    expect(says).toContain('校舍排查')
    expect(says).toContain('编制核定')
    expect(says).not.toContain('校车安全')
  })
  it('has the numbers of the screens', async () => {
    expect(await asks('二季度谁没报', deskAt('2026-08-07'))).toContain('4月1日至6月30日截止的填报 · 未报：共2项')
    expect(await asks('汇总', deskAt('2026-08-07'))).toContain('二季度(至6月30日)应报3项，已报1，未报2')
  })
  it('goes on being that quarter once the next is asked about', async () => {
    expect(await asks('三季度谁没报', deskAt('2026-10-12'))).toContain('共3项')
    expect(await asks('汇总', deskAt('2026-10-12'))).toContain('三季度(至9月30日)应报3项，已报0，未报3')
    expect(await asks('二季度谁没报', deskAt('2026-10-12'))).toContain('共2项')
  })
  it('of one unit is of that unit', async () => expect(await asks('教育局二季度报了没有', deskAt('2026-08-07'))).toContain('校舍排查'))
  it('of a quarter that is not asked about yet is nobody', async () => expect(await asks('本季度谁没报', deskAt('2026-08-07'))).toContain('还没有到填报的时候'))
  it.each(['本周谁没报', '7月谁没报'])('of a time in which no round closed leads to who owes now: %s', async (words) => expect(await asks(words, deskAt('2026-08-07'))).toContain('现在还有谁没报，看“现在未报”'))
  it('is said in English', async () => expect(await asks('who has not reported last quarter', deskAt('2026-08-07', '何景川', 'en'))).toMatch(/Not reported|not reported: 2/i))
})

describe('times', () => {
  it.each(['最近一个月完成了哪些', '7月底前完成的任务有哪些', '上个月办结的有哪些'])('look back where it is done: %s', async (words) => expect(await asks(words, deskAt('2026-08-07'))).toMatch(/办结.*共1项[^]*经费拨付/))
  it.each(['8月底前完成的任务有哪些', '8月底前要完成的有哪些', '三季度要完成的有哪些', '本月要完成哪些'])('ask what is to be done, and no report: %s', async (words) => {
    const says = await asks(words, deskAt('2026-08-07'))
    expect(says).toContain('年底验收')
    expect(says).not.toMatch(/校车安全|编制核定/)
  })
  it('of what waits for a later day are those of the day that stands', async () => {
    const of = after(plan(), '2026-08-06', { type: 'ask-extension', task: taskNo(6), unit: unitId('县财政局'), day: day('2026-09-30'), reason: '等批复' })
    expect(await asks('本月到期的有哪些', deskAt('2026-08-07', '何景川', 'zh', of))).toMatch(/年底验收.*时限8月28日\(周五\)\(延期待批\)/)
    expect(await asks('汇总', deskAt('2026-08-07', '何景川', 'zh', of))).toMatch(/最近到期[^]*年底验收/)
    expect(await asks('8月28日到期的有哪些', deskAt('2026-08-07', '何景川', 'zh', of))).toContain('年底验收')
  })
  it.each(['变化 最近一周', '最近一周有什么变化'])('that look back begin then: %s', async (words) => expect(await asks(words, deskAt('2026-08-07'))).toContain('7月31日'))
  it('without a year are the last that were', async () => {
    expect(await asks('截至 1月7日 汇总', deskAt('2026-08-07'))).not.toContain('2027')
    expect(await asks('变化 1月5日', deskAt('2026-08-07'))).toMatch(/1月5日[^]*那天还没有导入方案/)
  })
})

describe('units', () => {
  it('several are both listed', async () => {
    const says = await asks('任务 县教育局 县财政局', deskAt('2026-08-07'))
    expect(says).toContain('县教育局或县财政局')
    for (const title of ['校车安全', '年底验收']) expect(says).toContain(title)
    expect(await asks('教育局和财政局有哪些逾期的', deskAt('2026-08-07'))).toContain('食堂整治')
  })
  it('of which one only supports has no reds of its own', async () => expect(await asks('财政局有没有红灯', deskAt('2026-07-02'))).toContain('县财政局 · 🔴 滞后：配合1项（没有牵头的）'))
  it('are known by their short names', async () => expect(await asks('任务 编办', deskAt('2026-08-07'))).toContain('编制核定'))
})

describe('what is typed a little otherwise', () => {
  it.each([['查校车', '校车安全'], ['汇总教育局', '县教育局牵头'], ['任务红灯', '食堂整治'], ['教育局红灯', '食堂整治'], ['教育局未办结', '校舍排查'], ['二季度未报', '编制核定'], ['8月底前完成', '年底验收'], ['截至上周五 汇总', '截至7月31日'], ['截至6月20日汇总', '截至6月20日'], ['截至上周五汇总', '截至7月31日'], ['逾期超过一个月', '食堂整治'], ['任务 逾期超过一个月', '食堂整治']])('%s', async (words, has) => {
    const desk = deskOf({ today: '2026-08-07', asker: '何景川', plans: [plan()], directory: county(), past: () => deskAt('2026-06-20') })
    expect(await asks(words, desk)).toContain(has)
  })
  it.each([['task not reported', 'Not reported'], ['Not reported 2', 'Not reported'], ['overdue by more than a month', 'verdue by 31 days or more: 1'], ['task overdue by more than a month', 'verdue by 31 days or more: 1'], ['by section', '重点任务'], ['by unit', '县教育局'], ['hello', 'othing']])('%s', async (words, has) => expect(await asks(words, deskAt('2026-08-07', '何景川', 'en'))).toContain(has))
  it('a leader is offered nothing that units do', () => {
    const desk = deskAt('2026-08-07')
    for (const word of ['撤消', '单位核实', '年度分']) {
      const found = findCommand(commands, [word])
      if (found.kind === 'unknown') expect(Object.keys(buttons(sayings.unknownWord(word, found.nearest, desk)))).not.toEqual(expect.arrayContaining([expect.stringMatching(/撤销|单位核对|年度分解/)]))
    }
  })
})

describe('what waits', () => {
  it.each(['有什么要我定的', '待领导决定'])('for nobody is said: %s', async (words) => expect(await asks(words, deskAt('2026-08-07'))).toContain('目前没有待您决定的'))
  it('when the plan ends is said', async () => expect(await asks('方案什么时候到期', deskAt('2026-08-07'))).toMatch(/到20\d\d年12月31日|没有写起止年份/))
})

describe('an instruction', () => {
  it('is shown as it stood on a day', async () => {
    const of = (): ReturnType<typeof plan> => after(plan(), '2026-07-02', { type: 'instruct', rank: 'leader', section: '领导批示', title: '拿出方案', words: '请教育局拿出方案', hash: 'w', day: day('2026-07-10'), units: [{ unit: unitId('县教育局'), part: 'lead' }] }, personNamed(county(), '何景川').id)
    const desk = deskOf({ today: '2026-08-07', asker: '何景川', plans: [of()], directory: county(), past: () => deskAt('2026-07-03', '何景川', 'zh', of()) })
    expect(await asks('截至 7月3日 我的批示', desk)).toMatch(/截至7月3日[^]*拿出方案/)
  })
  it('that names a task is about it, and is found from it', async () => {
    const leader = personNamed(county(), '何景川').id
    const card = shown(await type(instruct, '请教育局7月10日前就p1-3报方案', deskAt('2026-07-02')))
    expect(card).toContain('编制核定')
    const of = after(plan(), '2026-07-02', { type: 'instruct', rank: 'leader', section: '领导批示', title: '拿出方案', words: '请教育局就p1-3报方案', hash: 'w', day: day('2026-07-10'), units: [{ unit: unitId('县教育局'), part: 'lead' }] }, leader)
    const desk = deskAt('2026-07-03', '何景川', 'zh', of)
    for (const command of [taskCommand, why]) expect(shown(await type(command, '3', desk))).toMatch(/何景川批示.*关于本项，编号p1-7：请教育局就p1-3报方案/)
    expect(history.looks).toBe(true)
    expect(cardIn(await type(taskCommand, '4', desk)).text).not.toContain('p1-7')
  })
  it('reads every unit, and says which name nobody has', async () => {
    const says = shown(await type(instruct, '请编办、教育局7月10日前会同妇联、信访办报方案', deskAt('2026-07-02')))
    expect(says).toMatch(/牵头：县委编办/)
    expect(says).toContain('县妇联')
    expect(says).toContain('信访办')
  })
})
