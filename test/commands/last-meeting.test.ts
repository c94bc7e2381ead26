// What came of the last sitting of a body: the conclusion first, then each decision in a line.
import { describe, expect, it } from 'vitest'
import { commands } from '#commands/index.ts'
import { lastMeeting } from '#commands/last-meeting.ts'
import { resolve } from '#commands/resolve.ts'
import { said } from '#commands/said.ts'
import type { Answer } from '#src/command.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { findCommand } from '#src/queries/find-command.ts'
import { wordsOfTyped } from '#src/slack/incoming-text.ts'
import { replyDoor } from '#src/sayings.ts'
import { acceptClaim, after, claim, planOf, task } from '../builders.ts'
import type { TestDesk } from '../desk.ts'
import { call, deskFor, group, lines, press, secretary, team } from './a-sitting.ts'
import { buttons, cardIn, shown, type } from './acting.ts'

const works = { ...team, id: 'b3', name: '县学校建设工作专班' }
const plan = (): PlanState => planOf([task(1, { lead: '县教育局' }), task(2, { lead: '县财政局' })], { bodies: [group, team, works] })

async function sat(of: PlanState, meeting: string, on: string, body: string, decisions: readonly string[]): Promise<PlanState> {
  after(of, '2026-07-01', call(on, body), secretary)
  for (const words of decisions) await press(await type(resolve, `${meeting} ${words}`, deskFor(of, on)), '记为议定事项', deskFor(of, on))
  if (decisions.length === 0) after(of, on, { type: 'record-meeting', meeting: meeting, held: true }, secretary)
  return of
}
const { said: door } = replyDoor(said, () => [])
/** As the router does it: the command that the words begin with, else they are read. */
async function wrote(words: string, desk: TestDesk): Promise<Answer> {
  const found = findCommand(commands, wordsOfTyped(words))
  const understood = found.kind === 'found' ? { understood: { command: found.command.name.en, args: found.command.typed(found.words) } } : {}
  const answer = await door({ words, isDocument: false, ...understood }, desk)
  if (answer !== undefined) return answer
  if (found.kind !== 'found') throw new Error(`nothing came of ${words}`)
  return type(found.command, found.words.join(' '), desk)
}

async function county(): Promise<PlanState> {
  const of = await sat(plan(), 'm1', '2026-07-06', 'b1', ['教育局7月8日前拿出方案', '财政局8月底前安排经费', '人社局7月底前补充教师'])
  after(of, '2026-07-07', claim(5, '县人社局'))
  after(of, '2026-07-08', acceptClaim(5, '县人社局'), secretary)
  await sat(of, 'm2', '2026-07-09', 'b2', ['教育局8月底前选好园址'])
  return sat(of, 'm3', '2026-07-10', 'b3', [])
}

describe('上次会议 of a body', () => {
  it('begins with how its decisions stand, and has each in one line', async () => {
    const answer = await type(lastMeeting, '领导小组', deskFor(await county(), '2026-07-14', '何景川'))
    const [first, second] = shown(answer).split('\n')
    expect(first).toBe('议定3项：已办结1，正常1，滞后1')
    expect(second).toBe('县教育工作领导小组2026年第一次会议 · 7月6日(周一) 15:00，二楼会议室')
    expect(lines(answer)).toEqual([
      expect.stringMatching(/^第1项 🔴滞后 3 .*县教育局 · 7月8日\(逾期6天\)$/), expect.stringMatching(/^第2项 🟢正常 4 .*县财政局 · 8月31日$/), expect.stringMatching(/^第3项 ✅已办结 5 .*7月8日办结$/),
    ])
    expect(shown(answer)).not.toMatch(/到会|议题|签到/)
    expect(buttons(cardIn(answer))['纪要']).toEqual({ command: 'minutes', args: { plan: 'p1', meeting: 'm1' } })
  })

  it('says in a word where all stand alike', async () => {
    expect(shown(await type(lastMeeting, '学前专班', deskFor(await county(), '2026-07-14'))).split('\n')[0]).toBe('议定1项：正常')
    const of = await sat(plan(), 'm1', '2026-07-06', 'b1', ['教育局8月底前拿出方案', '财政局8月底前安排经费'])
    expect(shown(await type(lastMeeting, '领导小组', deskFor(of, '2026-07-14'))).split('\n')[0]).toBe('议定2项，都正常')
    expect(shown(await type(lastMeeting, '领导小组', deskFor(of, '2026-07-14', '沈若兰', 'en'))).split('\n')[0]).toBe('2 decisions, all on track')
  })

  it('of one that decided nothing says so, and leads to what changed since', async () => {
    const answer = await type(lastMeeting, '学校建设专班', deskFor(await county(), '2026-07-14'))
    expect(shown(answer)).toMatch(/^没有议定事项\n县学校建设工作专班2026年第一次会议/)
    expect(buttons(cardIn(answer))).toMatchObject({ 纪要: { command: 'minutes' }, 变化: { command: 'changes', args: { meeting: 'm3' } } })
  })

  it('is asked which, where two bodies are meant', async () => {
    const desk = deskFor(await county(), '2026-07-14')
    const answer = await type(lastMeeting, '专班', desk)
    expect(lines(answer).join('\n')).toMatch(/学前专班[^]*县学校建设工作专班/)
    const chosen = Object.values(buttons(cardIn(answer)))
    expect(chosen).toEqual([{ command: 'last-meeting', args: { plan: 'p1', body: 'b3' } }])
  })

  it('is found behind its name in more words, and of a plan by its number', async () => {
    const desk = deskFor(await county(), '2026-07-14')
    expect(shown(await type(lastMeeting, '领导小组 议定事项落实情况', desk))).toContain('县教育工作领导小组2026年第一次会议')
    expect(shown(await type(lastMeeting, 'p1', desk))).toContain('县学校建设工作专班2026年第一次会议')
  })

  it('without a name is the last of all', async () => expect(shown(await type(lastMeeting, '', deskFor(await county(), '2026-07-14')))).toContain('县学校建设工作专班2026年第一次会议'))

  it('of a body that never met says so, and of one nobody knows which there are', async () => {
    const of = plan()
    expect(shown(await type(lastMeeting, '领导小组', deskFor(of)))).toContain('县教育工作领导小组还没有召开过会议的记录')
    expect(shown(await type(lastMeeting, '环保专班', deskFor(of)))).toContain('环保专班')
    expect(shown(await type(lastMeeting, '', deskFor(of)))).toContain('还没有召开过会议的记录')
  })

  it('says where a later day of it has passed and nobody said whether it met', async () => {
    const of = after(await county(), '2026-07-10', call('2026-07-13'), secretary)
    expect(shown(await type(lastMeeting, '领导小组', deskFor(of, '2026-07-14')))).toContain('7月13日(周一)的会还没有登记是否召开')
  })
})

describe('asked in words', () => {
  it.each([
    ['领导小组上次会议定的事办得怎么样', '县教育工作领导小组2026年第一次会议'], ['上次会议 学前专班', '学前专班2026年第一次会议'], ['学校建设专班上次会议', '县学校建设工作专班2026年第一次会议'], ['上次领导小组会议定的事落实了吗', '县教育工作领导小组2026年第一次会议'],
    ['上次会议领导小组定了什么', '县教育工作领导小组2026年第一次会议'], ['学校建设工作专班 上次会议', '县学校建设工作专班2026年第一次会议'], ['上次会议 定的事办得怎么样', '县学校建设工作专班2026年第一次会议'], ['what did the last meeting of 领导小组 decide', '县教育工作领导小组2026年第一次会议'],
  ])('%s is of that body', async (words, name) => {
    const desk = deskFor(await county(), '2026-07-14', '何景川')
    expect(shown(await wrote(words, desk))).toContain(name)
    expect(desk.recorded).toEqual([])
  })

  it('says what was understood', async () => expect(shown(await wrote('领导小组上次会议定的事办得怎么样', deskFor(await county(), '2026-07-14', '何景川')))).toMatch(/^问的是：领导小组上次会议定的事办得怎样\n命令：上次会议 领导小组/))

  it('since it: what changed since the last of that body', async () => expect(shown(await wrote('领导小组上次会议以来有什么变化', deskFor(await county(), '2026-07-14', '何景川')))).toMatch(/命令：变化 上次会议 领导小组[^]*自县教育工作领导小组会议\(7月6日 15:00\)/))

  it('of whichever body: one that decided nothing does not hide what was decided before it', async () => {
    const desk = deskFor(await county(), '2026-07-14', '何景川')
    const answer = await type(lastMeeting, '', desk)
    expect(shown(answer)).toMatch(/^没有议定事项\n县学校建设工作专班2026年第一次会议[^]*之前：学前专班2026年第一次会议\(7月9日\)议定1项/)
    expect(cardIn(await press(answer, '看之前议定的', desk)).text).toContain('学前专班2026年第一次会议：议定1项')
  })

  it('since it is asked in English, too', async () => {
    for (const words of ['what has changed since the last meeting of 领导小组', 'what has changed since the last meeting of the leading group']) expect([words, shown(await wrote(words, deskFor(await county(), '2026-07-14', '何景川')))]).toEqual([words, expect.stringMatching(/自县教育工作领导小组会议\(7月6日 15:00\)/)])
  })
  it('has no words of time in the name of its body', async () => {
    const read = async (words: string): Promise<string> => shown(await wrote(words, deskFor(await county(), '2026-07-14', '何景川')))
    expect(await read('上个月领导小组定的任务完成了吗')).not.toContain('没有找到')
    expect(await read('上次会议之后领导小组定了什么')).not.toContain('没有找到')
  })

  it('of a unit is no question about a body', async () => expect(cardIn(await wrote('教育局上次会议定的事办得怎么样', deskFor(await county(), '2026-07-14', '何景川'))).text).toContain('没看懂'))
})
