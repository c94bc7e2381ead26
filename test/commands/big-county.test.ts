// 250 tasks of 50 units: nothing is too long for a message or a Home, and nothing is out of reach.
import { describe, expect, it } from 'vitest'
import { commands } from '#commands/index.ts'
import { homeCard } from '#commands/home.ts'
import type { Directory } from '#src/directory/directory.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { renderBlocks, renderHome } from '#src/slack/render-blocks.ts'
import { renderForm } from '#src/slack/render-form.ts'
import type { Card } from '#templates/card.ts'
import { after, directoryWith, planOf, report, task, taskNo, unitId } from '#test/builders.ts'
import { deskOf } from '#test/desk.ts'
import { validateBlocks, validateModal } from '#test/slack/validate-blocks.ts'
import { actionsOf, linesOf } from '#test/templates/card-rules.ts'
import { act, cardIn, type } from './acting.ts'

const unitsAll = Array.from({ length: 50 }, (_, at) => `县第${at + 1}号工作局（含${'下属事业单位、'.repeat(3)}第${at + 1}办公室）`.slice(0, 58))
const longTitle = (no: number): string => `第${no}件：${'推动城乡义务教育优质均衡发展和县域普通高中振兴行动落地见效'.repeat(4)}`
const county = (): Directory =>
  directoryWith(
    [...unitsAll, { name: '各有关单位', aliases: [], members: unitsAll }],
    { name: '沈若兰', roles: ['secretary'], handle: 'U0SEC' }, { name: '何景川', roles: ['leader'], handle: 'U0LEAD' }, { name: '武志成', roles: ['admin'], handle: 'U0ADM' },
    { name: '苏晚晴', contactOf: unitsAll.slice(0, 1), headOf: unitsAll.slice(1, 3), handle: 'U0EDU' },
    ...unitsAll.slice(3).map((unit, at) => ({ name: `联络员${at + 1}`, contactOf: [unit], handle: `U0C${at + 1}` })),
  )

/** The first unit leads a hundred of them. */
function plan(): PlanState {
  const tasks = Array.from({ length: 250 }, (_, at) => task(at + 1, {
    title: longTitle(at + 1), section: `第${Math.floor(at / 25) + 1}部分 ${'重点任务'.repeat(6)}`, text: `${longTitle(at + 1)}。`.repeat(8),
    ...(at % 3 === 0 ? { due: at % 2 === 0 ? '2026-06-30' : '2026-07-08' } : {}), lead: unitsAll[at < 100 ? 0 : at % 50] ?? '', support: unitsAll.filter((_unit, which) => which !== (at < 100 ? 0 : at % 50)).slice(0, 12), ...(at % 10 === 0 ? { standing: ['各有关单位'] } : {}),
  }))
  const made = planOf(tasks, { title: `${'云溪县基础教育高质量发展'.repeat(5)}三年行动方案（2026—2028年）` })
  for (const no of [1, 2, 3, 4, 5]) after(made, '2026-06-20', report(no, unitsAll[0] ?? '', { state: 'blocked', problem: '用地未批。'.repeat(300) }))
  for (const no of [6, 7, 8]) after(made, '2026-06-20', { type: 'claim', task: taskNo(no), unit: unitId(unitsAll[0] ?? ''), words: '已完成。'.repeat(500) })
  return made
}
const standing = plan()
const directory = county()
const deskOfPerson = (asker: string): ReturnType<typeof deskOf> => deskOf({ plans: [standing], directory, asker })

const everybody = ['沈若兰', '何景川', '武志成', '苏晚晴', '联络员7']
const shown = commands.filter(({ sandboxOnly, name }) => sandboxOnly !== true && !['import', 'amend'].includes(name.en))

function expectTaken(card: Card): void {
  expect(validateBlocks(renderBlocks(card).blocks)).toEqual([])
}

describe('a county of 250 tasks and 50 units', () => {
  it.each(everybody)('has a Home that Slack takes, for %s', (asker) => {
    const home = renderHome(homeCard(deskOfPerson(asker)))
    expect(home.blocks.length).toBeLessThanOrEqual(100)
    expect(validateBlocks(home.blocks, 'home')).toEqual([])
  })

  it.each(['沈若兰', '苏晚晴'].flatMap((asker) => shown.map((command) => ({ asker, command: command.name.en, run: command }))))('has an answer that Slack takes, for $asker who types $command', async ({ asker, run }) => {
    const [example = ''] = run.usage.zh.replaceAll(/〔[^〕]*〕/g, '已办妥').split(/[（(]/)
    for (const words of ['', example.trim().split(/\s+/).slice(1).join(' ')]) {
      const answer = await type(run, words, deskOfPerson(asker)).catch(() => undefined)
      if (answer?.kind === 'card') expectTaken(answer.card)
      if (answer?.kind === 'form') expect(validateModal(renderForm(answer.form, { manner: 'private' }, 'zh'))).toEqual([])
    }
  })

  it.each([{ asker: '沈若兰', words: '红灯' }, { asker: '苏晚晴', words: unitsAll[0] ?? '' }])('lets $asker page to the last of $words', async ({ asker, words }) => {
    const list = commands.find(({ name }) => name.en === 'task')
    if (list === undefined) throw new Error('no list of tasks')
    const seen = new Set<string>()
    let card = cardIn(await act(list, { which: words }, deskOfPerson(asker)))
    const total = Number(/共(\d+)项/.exec(linesOf(card).join(' '))?.[1] ?? /(\d+)项/.exec(linesOf(card).join(' '))?.[1])
    for (let page = 1; page < 60; page += 1) {
      expectTaken(card)
      for (const { run } of actionsOf(card)) if (run.command === 'task' && /^p1-\d+$/.test(String(run.args['which']))) seen.add(String(run.args['which']))
      for (const line of linesOf(card)) for (const [, number] of line.matchAll(/第(\d+)件/g)) seen.add(`p1-${number}`)
      const next = actionsOf(card).find(({ run }) => run.command === 'task' && Number(run.args['page']) === page + 1)
      if (next === undefined) break
      card = cardIn(await act(list, next.run.args, deskOfPerson(asker)))
    }
    expect(total).toBeGreaterThan(20)
    expect(seen.size).toBe(total)
  })
})
