// What somebody notices in their first hour: screens that agree with each other, and words that are understood.
import { describe, expect, it } from 'vitest'
import { commands } from '#commands/index.ts'
import { homeCard } from '#commands/home.ts'
import { handOut } from '#commands/hand-out.ts'
import { mine } from '#commands/mine.ts'
import { nudge } from '#commands/nudge.ts'
import { plan as planCommand } from '#commands/plan.ts'
import { summary } from '#commands/summary.ts'
import { task as taskCommand } from '#commands/task.ts'
import { units } from '#commands/units.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { findCommand } from '#src/queries/find-command.ts'
import { sayings } from '#src/sayings.ts'
import { renderText } from '#src/slack/render-text.ts'
import { fileGone } from '#templates/failed.ts'
import { firstMessage } from '#templates/first-message.ts'
import { importDone } from '#templates/import-done.ts'
import { refusalCard } from '#templates/refusal.ts'
import { plain } from '#templates/rich.ts'
import { smallCounty } from '../any-plan.ts'
import { after, personNamed, planOf, planWith, report, task, taskNo, viewOn } from '../builders.ts'
import { deskOf } from '../desk.ts'
import { actionsOf } from '../templates/card-rules.ts'
import { act, cardIn, shown, type } from './acting.ts'

const deskFor = (asker: string, ...plans: PlanState[]) => deskOf({ plans, directory: smallCounty(), asker })
const nextOn = async (desk: ReturnType<typeof deskOf>): Promise<string | undefined> => /下一步：(.+)/.exec(shown(await type(taskCommand, 'p1-1', desk)))?.[1]
const nextOnScreen = async (desk: ReturnType<typeof deskOf>): Promise<string | undefined> => /原因：.+；下一步：(.+)/.exec(shown(await type(summary, '', desk)))?.[1]

describe('the next step', () => {
  it('is what the light says is missing', async () => expect(await nextOn(deskFor('何景川', planWith(task(1, { lead: '县教育局' }))))).toBe('补报二季度进展'))

  it('of a submission that is late says so', async () => {
    const yearly = { id: 'c1', task: taskNo(1), every: 'year' as const, times: 1, month: 6, what: '报送半年总结', text: '每年6月报送' }
    const plan = after(planOf([task(1, { lead: '县教育局' })], { obligations: [yearly] }), '2026-06-24', report(1, '县教育局'))
    expect(await nextOn(deskFor('何景川', plan))).toMatch(/^尽快报送，6月30日已到期：报送半年总结$/)
  })

  it.each([
    ['nothing was said', planWith(task(1, { lead: '县教育局', due: '2026-06-27' })), '请办结或报新时限'],
    ['it is blocked', after(planWith(task(1, { lead: '县教育局', due: '2026-09-30' })), '2026-06-20', report(1, '县教育局', { state: 'blocked', problem: '用地未批' })), '可上报协调或批示'],
  ])('is the same on the leader’s screen and on the task’s page: %s', async (_, plan, next) => {
    const desk = deskFor('何景川', plan)
    expect([await nextOnScreen(desk), await nextOn(desk)]).toEqual([next, next])
  })
})

const dated = (id: string, title: string, handedOutOn?: false): PlanState => planOf([task(1, { title: `${title}甲`, lead: '县教育局', due: '2026-06-27' }), task(2, { lead: '县教育局', due: '2026-12-31' })], { id, title: `${title}方案`, ...(handedOutOn === false ? { handedOutOn } : {}) })
const five = [dated('p1', '教育'), dated('p2', '卫生'), dated('p3', '水利'), dated('p4', '交通'), dated('p5', '住房', false)]

describe('several plans', () => {
  it('count on the leader’s screen once they are handed out, and those left out are told', async () => {
    const screen = shown(await type(summary, '', deskFor('何景川', ...five)))
    expect(screen).toContain('8项中')
    expect(screen).toContain('另有1个方案')
    expect(screen).toContain('另有1个方案未下发，未计入')
    expect(screen).not.toContain('住房')
  })

  it('lists have as many as the screen says', async () => {
    const desk = deskFor('何景川', ...five)
    expect(shown(await type(taskCommand, '', desk))).toContain('共8项')
    expect(shown(await act(units, { by: 'lights' }, desk))).toContain('牵头8项')
    expect(shown(await act(taskCommand, { which: '', plan: 'p5' }, desk))).toContain('共2项')
  })

  it('that are not handed out ask nothing of a contact', async () => {
    expect(shown(await type(mine, '', deskFor('苏晚晴', dated('p1', '教育'), dated('p5', '住房', false))))).toContain('待办2项')
    expect(homeCard(deskFor('苏晚晴', dated('p5', '住房', false))).text).toContain('目前没有牵头待办')
  })

  it('number their tasks with the plan’s', async () => {
    const desk = (asker: string) => deskFor(asker, ...five)
    expect(shown(await type(mine, '', desk('苏晚晴')))).toContain('p2-1 卫生甲')
    expect(shown(await type(summary, '', desk('何景川')))).toMatch(/p2-1 县教育局 逾期\d+天 卫生甲/)
    expect(shown(await type(taskCommand, '红灯', desk('何景川')))).toContain('p2-1 卫生甲')
    expect(shown(await type(mine, '', deskFor('苏晚晴', dated('p1', '教育'))))).toMatch(/🔴滞后 1 教育甲/)
  })
})

describe('a plan', () => {
  it('counts its bodies, and those whose text says how often they meet', async () => {
    const plan = planOf([task(1, { lead: '县教育局' })], { bodies: [{ id: 'b1', name: '领导小组', convened: true, deputies: [], members: ['县教育局'], cadences: [] }] })
    expect(shown(await type(planCommand, 'p1', deskFor('沈若兰', plan)))).toContain('机构1个，写明开会频次0个')
  })

  it('with nobody to lead is led by nobody', async () => {
    expect(shown(await act(units, { by: 'lights' }, deskFor('沈若兰', planWith(task(1), task(2, { lead: '县教育局' })))))).toContain('1个单位牵头1项，单位待定1项')
  })

  it('of tasks without a unit has that step open', () => {
    const card = importDone({ id: 'p1' as never, title: '方案', tasks: 17, before: false, doubts: 0, ownerless: 0, withoutContact: 0, noUnit: 17, checks: { units: 0, checked: 0, unchecked: 0, questions: 0 }, handedOut: false }, 'zh')
    const rows = card.sections?.[0]?.rows ?? []
    expect(rows.map(({ line }) => JSON.stringify(line)).join('\n')).toMatch(/定牵头单位：17项还没有/)
    expect(JSON.stringify(rows)).not.toContain('单位都有联络员')
  })
})

describe('a word of a button', () => {
  const typed = async (words: string, desk: ReturnType<typeof deskOf>) => {
    const found = findCommand(commands, words.split(' '))
    return found.kind === 'found' ? { command: found.command.name.en, answer: await found.command.handle(found.command.typed(found.words), desk) } : found
  }
  const contact = () => deskFor('苏晚晴', planWith(task(1, { lead: '县教育局', due: '2026-09-30' })))

  it.each([
    ['正常推进 1', { type: 'report', state: 'normal' }], ['有困难 1 用地未批', { type: 'report', state: 'difficulty', problem: '用地未批' }],
    ['已完成 1 已投用', { type: 'claim', words: '已投用' }], ['进展 p1-1 60%', { type: 'report', progress: 60 }],
  ])('is understood when it is typed: %s', async (words, intent) => {
    const desk = contact()
    await typed(words, desk)
    expect(desk.recorded).toMatchObject([intent])
  })

  it('有困难 without its reason opens the form', async () => expect(await typed('有困难 1', contact())).toMatchObject({ answer: { kind: 'form' } }))
  it('进展 with a figure that is none is about the figure', async () => expect(await typed('进展 p1-1 130%', contact())).toMatchObject({ command: 'report', answer: { kind: 'args-refused' } }))
})

describe('a number that names no task', () => {
  const shownFor = (word: string, desk = deskOf({ directory: smallCounty(), plans: [planWith(task(1, { lead: '县教育局' }))], asker: '何景川' })): string => renderText(sayings.unknownWord(word, [], desk))

  it('is said to be none, and in which numbers there are', () => expect(shownFor('99')).toContain('没有找到任务“99”'))
  it('of a plan that was put away is said to be of that one', () => {
    const desk = deskOf({ directory: smallCounty(), plans: [after(planWith(task(1, { lead: '县教育局' })), '2026-07-01', { type: 'archive-plan', reason: '试点结束' })], asker: '何景川' })
    expect(shownFor('p1-1', desk)).toContain('试点结束')
  })
})

describe('a word nobody knows', () => {
  const offered = (asker: string | undefined): string[] => {
    const found = findCommand(commands, ['催半'])
    return found.kind === 'found' ? [] : actionsOf(sayings.unknownWord(found.word, found.nearest, deskOf({ directory: smallCounty(), ...(asker === undefined ? {} : { asker }) }))).map(({ run }) => (run.command === 'help' ? String(run.args['on']) : run.command))
  }
  it('is answered with what the asker may do', () => {
    expect(offered('沈若兰')).toContain('nudge')
    expect(offered('何景川')).not.toContain('nudge')
    expect(offered(undefined)).not.toContain('summary')
  })
})

describe('what is not found', () => {
  it('of a plan that is not there says so', async () => expect(shown(await type(taskCommand, 'p9-1', deskFor('何景川', ...five)))).toContain('没有找到方案“p9”'))
  it('of a name that is near offers it', async () => expect(actionsOf(cardIn(await type(taskCommand, '县教局', deskFor('何景川', ...five)))).map(({ label }) => label)).toContain('县教育局'))
  it('of a body offers the nearest', () => {
    const card = refusalCard({ code: 'body-unknown', asked: '学校建设专班', bodies: ['领导小组', '学校建设工作专班'] }, 'zh')
    expect(card.actions?.[0]).toMatchObject({ label: '学校建设工作专班', run: { command: 'meeting', args: { body: '学校建设工作专班' } } })
  })
  it('tells a secretary what she can do, not whom to ask', async () => {
    const answer = await type(nudge, '1', deskFor('沈若兰', planOf([task(1, { lead: '县教育局' })], { handedOutOn: false })))
    expect(shown(answer)).toContain('请您先点')
    expect(shown(answer)).not.toContain('沈若兰')
  })
  it('of a text that is too large says nothing of pictures', () => {
    expect(refusalCard({ code: 'file-too-large', bytes: 5 << 20, limit: 4 << 20, unpacked: false, kind: 'txt' }, 'zh').text).not.toContain('图片')
    expect(fileGone({ code: 'too-big', name: '方案.txt', limit: 4 << 20 }, 'zh').text).not.toContain('图片')
  })
  it('of nothing to chase says it plainly', async () => expect(shown(await type(nudge, '红灯', deskFor('沈若兰', planWith(task(1, { lead: '县教育局' })))))).toContain('没有需要催办的任务，没有发出任何消息'))
})

describe('the first message', () => {
  it('is previewed as it arrives', async () => {
    const desk = deskFor('沈若兰', planOf([task(1, { lead: '县教育局', due: '2026-09-30' })], { handedOutOn: false }))
    const preview = shown(await type(handOut, '', desk))
    await act(handOut, { confirmed: true }, desk)
    const [plan] = desk.allPlans.values()
    if (plan === undefined) throw new Error('no plan')
    const { lines } = firstMessage([viewOn('2026-07-02', plan, desk.directory)], personNamed(desk.directory, '苏晚晴'), desk.directory, 'zh')
    for (const line of lines) expect(preview).toContain(plain(line))
  })
})
