// What can be seen: a task, a list, one's own, the screen, plans, units, people, help, Home.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commands } from '#commands/index.ts'
import { homeCard } from '#commands/home.ts'
import { mine } from '#commands/mine.ts'
import { people } from '#commands/people.ts'
import { plan as planCommand } from '#commands/plan.ts'
import { summary } from '#commands/summary.ts'
import { task as taskCommand } from '#commands/task.ts'
import { units as unitsCommand } from '#commands/units.ts'
import type { Command, Desk } from '#src/command.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Action, Card } from '#templates/card.ts'
import { plain } from '#templates/rich.ts'
import { anyPlan, smallCounty } from '../any-plan.ts'
import { acceptClaim, after, claim, planOf, planWith, report, task, taskNo, unitId } from '../builders.ts'
import { deskOf } from '../desk.ts'
import { actionsOf, expectGoodCard, linesOf } from '../templates/card-rules.ts'
import { act, cardIn, formIn, shown, type } from './acting.ts'

const help = commands.find(({ name }) => name.en === 'help') ?? mine
const deskFor = (asker: string | undefined, ...plans: PlanState[]) => deskOf({ plans, directory: smallCounty(), ...(asker === undefined ? {} : { asker }) })
const press = async (action: Action, desk: Desk): Promise<Card> => {
  const command = commands.find(({ name }) => name.en === action.run.command)
  if (command === undefined) throw new Error(`no command ${action.run.command}`)
  return cardIn(await act(command, action.run.args, desk))
}
const labelled = (card: Card, label: string): Action => {
  const found = actionsOf(card).find((action) => action.label.includes(label))
  if (found === undefined) throw new Error(`no button ${label} among ${actionsOf(card).map((action) => action.label).join('|')}`)
  return found
}

/** Seven working days late, blocked, in difficulty, claimed, accepted, silent. */
function busyPlan(id = 'p1'): PlanState {
  const plan = planOf(
    [
      task(1, { title: '普惠园建设', lead: '县教育局', due: '2026-06-27' }), task(2, { title: '教师编制', presumed: '县教育局' }), task(3, { title: '项目资金', lead: '县财政局', due: '2026-09-30' }),
      task(4, { title: '食堂安全', lead: '县教育局', due: '2026-07-20' }), task(5, { title: '控辍保学', lead: '县教育局', standing: ['各乡镇'] }), task(6, { title: '校车管理' }), task(7, { title: '宿舍改造', lead: '县住建局', due: '2026-08-31' }),
    ],
    { id },
  )
  after(plan, '2026-06-20', report(3, '县财政局', { state: 'blocked', problem: '专项债未下达' }))
  after(plan, '2026-06-22', claim(4, '县教育局', '食堂全部接入'))
  after(plan, '2026-05-20', claim(7, '县住建局'))
  return after(plan, '2026-05-25', acceptClaim(7, '县住建局'))
}

describe('a task', () => {
  it('says its light and why, who leads and by when', async () => {
    const card = cardIn(await type(taskCommand, '1', deskFor('何景川', busyPlan())))
    expect(card.text).toBe('1 普惠园建设：🔴 滞后：应于6月27日(周六)完成，已逾期5天')
    expect(shown({ kind: 'card', card })).toContain('牵头：县教育局')
  })

  it('is found however its number is written', async () => {
    for (const words of ['2', '２', '二', '第二项', 'p1-2']) expect(cardIn(await type(taskCommand, words, deskFor('何景川', busyPlan()))).text).toContain('教师编制')
  })

  it('offers its three answers to the unit it is for, and to nobody else', async () => {
    const answers = ['正常推进', '有困难', '已完成']
    const labels = async (asker: string) => actionsOf(cardIn(await type(taskCommand, '1', deskFor(asker, busyPlan())))).filter(({ run }) => !['forward', 'why', 'history'].includes(run.command)).map(({ label }) => label)
    expect(await labels('苏晚晴')).toEqual([...answers, '申请延期', '对灯有异议', '分派', '不是我负责'])
    expect(await labels('唐一鸣')).toEqual([])
    // A leader gives an instruction about it.
    expect(await labels('何景川')).toEqual(['批示'])
  })

  it('offers to name a contact in the place of 催办 where nobody can be told', async () => {
    const card = cardIn(await type(taskCommand, '1', deskFor('沈若兰', planWith(task(1, { lead: '县住建局' })))))
    expect(actionsOf(card)[0]).toMatchObject({ label: '指定联络员', run: { command: 'people', args: { act: 'name', unit: '县住建局' } } })
    expect(actionsOf(card).map(({ label }) => label)).not.toContain('催办')
  })

  it('is a member’s to report on where its group is bound', async () => expect(actionsOf(cardIn(await type(taskCommand, '5', deskFor('姚春梅', busyPlan())))).map(({ label }) => label)).toContain('正常推进'))

  it('offers the secretary what can be decided: nudge while open, accept or send back when claimed, name a lead where there is none', async () => {
    const labels = async (no: number) => actionsOf(cardIn(await type(taskCommand, String(no), deskFor('沈若兰', busyPlan())))).filter(({ run }) => !['forward', 'why', 'history'].includes(run.command)).map(({ label }) => label)
    expect(await labels(1)).toEqual(['催办', '代录', '改时限', '定牵头', '暂缓', '交办'])
    expect(await labels(4)).toEqual(['同意办结', '退回', '改时限', '定牵头', '暂缓', '交办'])
    expect(await labels(6)).toEqual(['定牵头', '改时限', '暂缓', '交办'])
    expect(await labels(7)).toEqual(['销号', '恢复办理', '交办'])
  })

  it('shows a group as one matrix', async () => {
    const plan = after(busyPlan(), '2026-07-01', report(5, '各乡镇', { member: '青石镇', progress: 40 }))
    expect(shown(await type(taskCommand, '5', deskFor('何景川', plan)))).toContain('均需落实：各乡镇 2家已报1')
  })

  it('of a number that is not there says which numbers are', async () => expect(shown(await type(taskCommand, '99', deskFor('何景川', busyPlan())))).toContain('编号在1到7之间'))

  it('of a number that several plans have asks which', async () => {
    const desk = deskFor('何景川', busyPlan('p1'), busyPlan('p2'))
    const card = cardIn(await type(taskCommand, '1', desk))
    expect((await press(labelled(card, 'p2-1'), desk)).text).toContain('普惠园建设')
  })
})

describe('a list of tasks', () => {
  const heads: [string, string][] = [
    ['', '全部任务：共7项'], ['红灯', '🔴 滞后：共2项'], ['red', '🔴 滞后：共2项'], ['待审', '待审核：共1项'], ['县教育局', '县教育局：共4项'], ['牵头 县教育局', '县教育局牵头：共4项'], ['财政局', '县财政局：共1项'],
    ['食堂', '含“食堂”：共1项'], ['青石镇', '青石镇：落实1项（没有牵头的）'], ['单位待定', '单位待定：共1项'], ['绿灯 县财政局', '“县财政局 · 🟢 正常”目前没有任务。'],
  ]
  it.each(heads)('%s → %s', async (words, head) => expect(cardIn(await type(taskCommand, words, deskFor('何景川', busyPlan()))).text).toBe(head))

  it('turns its pages, twelve rows each', async () => {
    const desk = deskFor('何景川', planWith(...Array.from({ length: 30 }, (_, at) => task(at + 1, { lead: '县教育局' }))))
    const first = cardIn(await type(taskCommand, '', desk))
    expect(first.text).toBe('全部任务：共30项，第1/3页')
    expect(first.sections?.[0]?.rows).toHaveLength(12)
    const last = await press(labelled(await press(labelled(first, '下一页'), desk), '下一页'), desk)
    expect(last.sections?.[0]?.rows).toHaveLength(6)
    expect(actionsOf(last).map(({ label }) => label)).not.toContain('下一页')
  })
})

describe('the leader’s screen', () => {
  /** What is read; headings beside. */
  const count = ({ sections = [], ...card }: Card): number => linesOf({ ...card, sections: sections.map(({ rows, note }) => ({ rows, ...(note === undefined ? {} : { note }) })) }).join('\n').split('\n').length
  const many = (tasks: number, id = 'p1'): PlanState =>
    planOf(Array.from({ length: tasks }, (_, at) => task(at + 1, { title: '一项名称很长的重点任务'.repeat(3), lead: '县教育局', ...(at % 2 === 0 ? { due: '2026-06-20' } : {}) })), {
      id, bodies: ['领导小组', '专班', '联席会议'].map((name, at) => ({ id: `b${at}`, name, convened: true, deputies: [], members: ['县教育局'], cadences: [{ id: 'k1', every: 'half-year', times: 2, text: '每半年至少召开2次' }] })),
    })

  it.each([30, 250])('has at most fifteen lines for %i tasks, for one plan and for four', async (tasks) => {
    const one = deskFor('沈若兰', after(many(tasks), '2026-07-01', report(1, '县教育局', { state: 'difficulty', problem: '一\n二\n三'.repeat(50) })))
    expect(count(cardIn(await type(summary, '', one)))).toBeLessThanOrEqual(15)
    const four = deskFor('沈若兰', ...['p1', 'p2', 'p3', 'p4'].map((id) => many(tasks, id)))
    expect(count(cardIn(await type(summary, '', four)))).toBeLessThanOrEqual(15)
  })

  it('begins with the verdict, and shows the worst with cause and next step', async () => {
    const lines = linesOf(cardIn(await type(summary, '', deskFor('何景川', busyPlan()))))
    expect(lines[1]).toMatch(/^有风险：7项中 ✅1办结 🟢\d正常 🟡\d预警 🔴2滞后 ⚪1待定$/)
    expect(lines.join('\n')).toContain('1 县教育局 逾期5天 普惠园建设，时限6月27日\n原因：单位未说明；下一步：请办结或报新时限')
    expect(lines.join('\n')).toContain('原因：专项债未下达')
    expect(lines.at(-1)).toMatch(/^截至7月2日 09:00，已报/)
  })

  it('counts 未报 apart, with the word that silence is not 正常', async () => expect(shown(await type(summary, '', deskFor('何景川', busyPlan())))).toMatch(/二季度\(至6月30日\)应报\d+项，已报\d+，未报\d+；到期临期任务应报1项，已报0，未报1\(未报不等于正常\)/))

  it('of several plans has a way to each', async () => {
    const desk = deskFor('何景川', planOf([task(1, { lead: '县教育局' })], { id: 'p1', title: '甲方案' }), planOf([task(1), task(2)], { id: 'p2', title: '乙方案（2026—2028年）' }))
    const all = cardIn(await type(summary, '', desk))
    expect(all.text).toContain('3项中')
    expect((await press(labelled(all, '乙方案'), desk)).text).toContain('2项中')
  })

  it('says that a plan is not handed out', async () => expect(cardIn(await type(summary, '', deskFor('何景川', planOf([task(1, { lead: '县教育局' })], { handedOutOn: false })))).text).toMatch(/^尚未下发：1项中/))

  it('is asked for where there is no plan: says what to do', async () => expect(shown(await type(summary, '', deskFor('何景川')))).toContain('还没有任何方案'))
})

describe('every number opens a list with exactly that many', () => {
  const counted = (card: Card) => actionsOf(card).filter(({ label, run }) => /\d$/.test(label) && ['task', 'units'].includes(run.command))
  const opened = (card: Card): number => Number((/共(\d+)项/.exec(card.text) ?? /(\d+)项（没有牵头的）/.exec(card.text))?.[1] ?? 0)

  it('on the screen, by unit, on a plan and on a unit, whatever has happened', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlan('p1'), anyPlan('p2', 5), fc.boolean(), async (first, second, isAlone) => {
        const desk = deskFor('沈若兰', ...(isAlone ? [first] : [first, second]))
        const cards = [cardIn(await type(summary, '', desk)), cardIn(await type(summary, 'p1', desk)), cardIn(await act(unitsCommand, { by: 'lights' }, desk)), cardIn(await type(planCommand, 'p1', desk)), cardIn(await type(unitsCommand, '县教育局', desk))]
        for (const card of cards) for (const action of counted(card)) expect([action.label, opened(await press(action, desk))]).toEqual([action.label, Number(/\d+$/.exec(action.label)?.[0])])
      }),
      { numRuns: 40 },
    )
  })

  it('and the lights of the screen, and the rows by unit, add up to all tasks of the plans that are handed out: none is counted twice', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlan('p1'), anyPlan('p2', 5), async (first, second) => {
        const desk = deskFor('何景川', first, second)
        const verdict = cardIn(await type(summary, '', desk)).text
        const told = [first, second].filter(({ handedOutOn }) => handedOutOn !== undefined)
        const total = (told.length === 0 ? [first, second] : told).reduce((sum, { tasks }) => sum + tasks.size, 0)
        const lights = [...verdict.matchAll(/[✅🟢🟡🔴⚪](\d+)/gu)].reduce((sum, [, count]) => sum + Number(count), 0)
        const rows = actionsOf(cardIn(await act(unitsCommand, { by: 'lights' }, desk))).filter(({ label }) => label.startsWith('查看')).reduce((sum, { label }) => sum + Number(label.split(' ')[1]), 0)
        expect([lights, rows]).toEqual([total, total])
      }),
      { numRuns: 40 },
    )
  })
})

describe('every card', () => {
  const askers = [undefined, '沈若兰', '何景川', '苏晚晴', '姚春梅']
  const typedFor: [Command, string][] = [[mine, ''], [summary, ''], [summary, 'p1'], [taskCommand, ''], [taskCommand, 'p1-1'], [taskCommand, '红灯'], [planCommand, ''], [planCommand, 'p1'], [unitsCommand, ''], [unitsCommand, '灯'], [unitsCommand, '县教育局'], [people, ''], [help, '']]

  it('says in its notification what it says, and can be read aloud, in both languages and whoever asks', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlan('p1', 8), anyPlan('p2', 3), fc.constantFrom(...askers), fc.constantFrom('zh' as const, 'en' as const), async (first, second, asker, lang) => {
        const desk = { ...deskFor(asker, first, second), lang }
        expectGoodCard(homeCard(desk))
        for (const [command, words] of typedFor) expectGoodCard(cardIn(await type(command, words, desk)))
      }),
      { numRuns: 25 },
    )
  })

  it('has buttons whose arguments their commands take', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlan('p1', 6), fc.constantFrom(...askers), async (plan, asker) => {
        for (const [command, words] of typedFor)
          for (const { run } of actionsOf(cardIn(await type(command, words, deskFor(asker, plan))))) {
            const pressed = commands.find(({ name }) => name.en === run.command)
            expect((await pressed?.handle(run.args, deskFor(asker, plan)))?.kind).not.toBe('args-refused')
          }
      }),
      { numRuns: 10 },
    )
  })
})

describe('one’s own', () => {
  it('is a contact’s most urgent first, each with its three answers', async () => {
    const card = cardIn(await type(mine, '', deskFor('苏晚晴', busyPlan())))
    expect(card.text).toMatch(/^县教育局待办3项，其中🔴滞后1、🟡预警\d/)
    expect(plain(card.sections?.[0]?.rows[0]?.line ?? { pieces: [] } as never)).toContain('普惠园建设')
    expect(card.sections?.[0]?.rows[0]?.actions?.map(({ label }) => label)).toEqual(['正常推进', '有困难', '已完成', '查看'])
  })

  it('shows seven and the way to the rest', async () => {
    const desk = deskFor('苏晚晴', planWith(...Array.from({ length: 29 }, (_, at) => task(at + 1, { lead: '县教育局' }))))
    const card = cardIn(await type(mine, '', desk))
    expect(card.sections?.[0]?.rows).toHaveLength(7)
    expect((await press(labelled(card, '下一页，另有22项'), desk)).sections?.[0]?.rows).toHaveLength(7)
  })

  it('of a town that leads nothing is what its group is bound to', async () => expect(cardIn(await type(mine, '', deskFor('姚春梅', busyPlan()))).text).toBe('青石镇目前没有牵头待办；配合和共同落实1项。'))
  it('of a town names what its group answers for and every member is asked', async () => {
    expect(cardIn(await type(mine, '', deskFor('姚春梅', planWith(task(1, { lead: '各乡镇' }))))).text).toBe('青石镇目前没有牵头待办；配合和共同落实1项，其中1项各单位都要报、您单位还没报过。')
  })
  it('of a town says as 没有变化 does that nobody waits for its word, where its group only takes part', async () => {
    const bound = (): PlanState => planWith(task(1, { lead: '县教育局', standing: ['各乡镇'] }), task(2, { lead: '县教育局', responsible: ['各乡镇'] }), task(3, { lead: '县财政局', standing: ['各乡镇'] }))
    const of = after(after(bound(), '2026-06-24', claim(3, '县财政局')), '2026-06-25', acceptClaim(3, '县财政局'))
    expect(cardIn(await type(mine, '', deskFor('姚春梅', of))).text).toBe('青石镇目前没有牵头待办；配合和共同落实2项；另有1项已办结。')
  })
  it('of the secretary is what waits for a decision', async () => expect(cardIn(await type(mine, '', deskFor('沈若兰', busyPlan()))).text).toMatch(/^待审1件，未报\d项，7日内到期\d项，红灯2项。$/))
  it('of a leader is the screen', async () => expect(cardIn(await type(mine, '', deskFor('何景川', busyPlan()))).text).toMatch(/^有风险/))
  it('of a stranger is whom to ask', async () => expect(cardIn(await type(mine, '', deskFor(undefined, busyPlan()))).text).toBe('您还没有登记，看不到方案和任务。请联系督查室(沈若兰)登记。'))
})

describe('Home of the secretary', () => {
  it('has what waits first, with its counts, each completion to be accepted or sent back', () => {
    const [first] = homeCard(deskFor('沈若兰', busyPlan())).sections ?? []
    expect(first?.rows[1]?.actions?.map(({ label }) => label)).toEqual(['同意办结', '退回', '查看'])
  })
  it('names what a plan still lacks, and nothing once it lacks nothing', () => {
    const steps = (plan: PlanState) => (homeCard(deskFor('沈若兰', plan)).sections ?? []).filter(({ heading }) => plain(heading ?? ({ pieces: [] } as never)).includes('还差')).flatMap(({ rows }) => rows.map(({ line }) => plain(line)))
    expect(steps(planOf([task(1), task(2, { lead: '县住建局' })], { handedOutOn: false }))).toEqual(['☐ 给1项定牵头单位', '☐ 给1个单位指定联络员', '☐ 通知联络员(先预览)'])
    const handedOut = planWith(task(1, { lead: '县教育局' }))
    expect(steps(handedOut)).toEqual(['☐ 单位核对：1家单位中0家已核对，1家未核对（不算同意）'])
    expect(steps(after(handedOut, '2026-01-07', { type: 'check-parts', unit: unitId('县教育局'), lines: [{ task: taskNo(1), unit: unitId('县教育局') }] }))).toEqual([])
  })
})

describe('people and units', () => {
  it('a contact is named by mention and by any name of the unit, and is then who is asked', async () => {
    const desk = deskFor('沈若兰', busyPlan())
    expect(shown(await type(people, '指定 <@U0LEAD|hejingchuan> 县住建局', desk))).toContain('何景川是县住建局联络员')
    expect(shown(await type(unitsCommand, '县住建局', desk))).toContain('联络员：何景川')
    expect(shown(await type(people, '指定 <@U0LEAD> 财政局', desk))).toContain('县财政局联络员')
  })

  it('a unit that is misspelt is offered, and one press names the contact', async () => {
    const desk = deskFor('沈若兰', busyPlan())
    const card = cardIn(await type(people, '指定 <@U0LEAD> 县住健局', desk))
    expect((await press(labelled(card, '县住建局'), desk)).text).toContain('何景川是县住建局联络员')
  })

  it('without a person the secretary chooses from the directory', async () => {
    const desk = deskFor('沈若兰', busyPlan())
    const form = formIn(await act(people, { act: 'name', unit: '县住建局' }, desk))
    expect(shown(await act(people, { ...form.run.args, person: 'u3' }, desk))).toContain('苏晚晴是县住建局联络员')
  })

  it('somebody who is not registered is told how to be', async () => expect(shown(await type(people, '指定 <@U0NEW> 县住建局', deskFor('沈若兰', busyPlan())))).toContain('/duban 人员 登记'))

  it('somebody is registered once', async () => {
    const desk = deskFor('沈若兰')
    expect(shown(await type(people, '登记 <@U0NEW|qiaoan> 乔安 科员', desk))).toContain('已登记乔安')
    expect(shown(await type(people, '登记 <@U0NEW|qiaoan> 乔安', desk))).toContain('已经登记为“乔安”')
    expect(shown(await type(people, '登记 乔安', desk))).toContain('登记要写明是谁')
  })

  it('only who may names a contact', async () => expect(shown(await type(people, '指定 <@U0LEAD> 县住建局', deskFor('何景川', busyPlan())))).toContain('只有督查室'))

  it('by unit, those without a contact are named to whoever can name one', async () => {
    const card = cardIn(await type(unitsCommand, '灯', deskFor('沈若兰', busyPlan())))
    expect(linesOf(card).join()).toContain('县住建局')
    expect(labelled(card, '指定联络员').run).toEqual({ command: 'people', args: { act: 'name', unit: '县住建局' } })
  })
})

describe('plans', () => {
  it('one plan is shown at once, several are listed', async () => {
    expect(cardIn(await type(planCommand, '', deskFor('沈若兰', busyPlan()))).text).toMatch(/^《教育强县三年行动方案》有风险/)
    expect(cardIn(await type(planCommand, '', deskFor('沈若兰', busyPlan(), busyPlan('p2')))).text).toBe('方案共2个')
    expect(shown(await type(planCommand, '没有的', deskFor('沈若兰', busyPlan(), busyPlan('p2'))))).toContain('没有找到方案“没有的”')
  })
})
