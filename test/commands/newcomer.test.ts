// What somebody notices in their first hour: screens that agree with each other, and words that are understood.
import { describe, expect, it } from 'vitest'
import { commands } from '#commands/index.ts'
import { homeCard } from '#commands/home.ts'
import { mine } from '#commands/mine.ts'
import { nudge } from '#commands/nudge.ts'
import { plan as planCommand } from '#commands/plan.ts'
import { summary } from '#commands/summary.ts'
import { task as taskCommand } from '#commands/task.ts'
import { units } from '#commands/units.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { findCommand } from '#src/slack/find-command.ts'
import { sayings } from '#src/sayings.ts'
import { importDone } from '#templates/import-done.ts'
import { smallCounty } from '../any-plan.ts'
import { after, planOf, planWith, report, task, taskNo } from '../builders.ts'
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
    const plan = after(planOf([task(1, { lead: '县教育局' })], { obligations: [yearly] }), '2026-05-01', report(1, '县教育局'))
    expect(await nextOn(deskFor('何景川', plan))).toMatch(/^尽快报送，6月30日已到期：报送半年总结$/)
  })

  it.each([
    ['nothing was said', planWith(task(1, { lead: '县教育局', due: '2026-06-27' })), '尽快办结，6月27日已到期'],
    ['it is blocked', after(planWith(task(1, { lead: '县教育局', due: '2026-09-30' })), '2026-06-20', report(1, '县教育局', { state: 'blocked', problem: '用地未批' })), '9月30日(周三)前完成'],
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
    expect(shown(await type(summary, '', desk('何景川')))).toContain('p2-1 卫生甲')
    expect(shown(await type(taskCommand, '红灯', desk('何景川')))).toContain('p2-1 卫生甲')
    expect(shown(await type(mine, '', deskFor('苏晚晴', dated('p1', '教育'))))).toMatch(/🔴滞后 1 教育甲/)
  })
})

describe('a plan', () => {
  it('counts its bodies, and those whose text says how often they meet', async () => {
    const plan = planOf([task(1, { lead: '县教育局' })], { bodies: [{ id: 'b1', name: '领导小组', convened: true, deputies: [], members: [] }] })
    expect(shown(await type(planCommand, 'p1', deskFor('沈若兰', plan)))).toContain('机构1个，写明开会频次0个')
  })

  it('with nobody to lead is led by nobody', async () => {
    expect(shown(await act(units, { by: 'lights' }, deskFor('沈若兰', planWith(task(1), task(2, { lead: '县教育局' })))))).toContain('1个单位牵头1项，单位待定1项')
  })

  it('of tasks without a unit has that step open', () => {
    const card = importDone({ plan: 'p1' as never, title: '方案', tasks: 17, before: false, doubts: 0, withoutContact: 0, noUnit: 17, handedOut: false }, 'zh')
    const rows = card.sections?.[0]?.rows ?? []
    expect(rows.map(({ line }) => JSON.stringify(line)).join('\n')).toMatch(/定牵头单位：17项还没有/)
    expect(JSON.stringify(rows)).not.toContain('牵头单位都有联络员')
  })
})
