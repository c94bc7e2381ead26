import { describe, expect, it } from 'vitest'
import { doubts } from '#commands/doubts.ts'
import { handOut } from '#commands/hand-out.ts'
import { importPlan } from '#commands/import-plan.ts'
import { settle } from '#commands/settle.ts'
import { hashOfWords } from '#commands/words-hash.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import { read } from '#src/reader/read.ts'
import { directoryWith, taskNo } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'
import { act, buttons, cardIn, shown, type } from './acting.ts'

const text = `云溪县校园安全行动方案（2026—2028年）

为保障校园安全，制定本方案。

一、重点任务

（一）筑牢安全防线

1.建设一键报警。2026年9月30日前完成全县一键报警装置建设。（牵头单位：县公安局；配合单位：县教育局）

2.改造校舍。20__年12月底前完成乡镇学校校舍改造。（责任单位：县教育局、县住建局）

3.排查食堂。每半年开展1次食堂排查。（责任单位：县市场监管局）
`

const found = read(text)
const readText = found.ok ? found.reading.text : ''

const county = () => directoryWith(['县公安局', '县教育局'], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'], handle: 'U0DBJY01' })

const secretary = (): TestDesk => deskOf({ directory: county(), asker: '沈若兰' })

async function previewed(desk: TestDesk, given: object = { text, source: '方案.docx' }): Promise<ReturnType<typeof buttons>> {
  return buttons(cardIn(await act(importPlan, given, desk)))
}

describe('a document sent to be imported', () => {
  it('is shown with its counts, its first tasks and its doubts', async () => {
    const answer = await act(importPlan, { text, source: '方案.docx' }, secretary())
    expect(cardIn(answer).text).toMatch(/^《云溪县校园安全行动方案.*》读出3项·4单位·1处存疑，点“确认导入”后才写入。$/)
    expect(shown(answer)).toContain('1 建设一键报警 · 县公安局 · 9月30日')
    expect(shown(answer)).toMatch(/名册里没有的单位2个.*县住建局、县市场监管局/)
    expect(shown(answer)).toMatch(/没有联络员的单位2个.*县公安局、县市场监管局/)
    expect(shown(answer)).toMatch(/第\d+行 · .*20__年12月底前.*是哪一年/)
  })

  it('shows what comes back each period, and who meets, before anything is written', async () => {
    const desk = secretary()
    const preview = await act(importPlan, { text: text.replace('一、重点任务', '一、组织领导\n\n成立校园安全领导小组，由分管副县长任组长，县教育局负责人为成员，领导小组每季度至少召开1次会议。\n\n二、重点任务'), source: '方案.docx' }, desk)
    expect(shown(preview)).toContain('另有周期任务1项：每半年1项；机构1个，都写明开会频次。')
    const duties = await act(importPlan, buttons(cardIn(preview))['看周期任务']?.args, desk)
    expectGoodCard(cardIn(duties))
    expect(duties).toMatchObject({ replaces: true })
    expect(shown(duties)).toMatch(/每半年 1项\n县市场监管局 · .*食堂排查.* · 每半年1次 · 任务3/)
    expect(shown(duties)).toMatch(/机构 1个\n校园安全领导小组 · 每季度1次/)
    expect(shown(await act(importPlan, buttons(cardIn(duties))['返回预览']?.args, desk))).toContain('确认导入')
  })

  it('says nothing of bodies or duties where there are none', async () => {
    const preview = await act(importPlan, { text: text.replace('每半年开展1次食堂排查', '开展食堂排查'), source: '方案.docx' }, secretary())
    expect(shown(preview)).not.toMatch(/另有|机构|0个|2026—2026/)
  })

  it('writes nothing before 确认', async () => {
    const desk = secretary()
    await previewed(desk)
    expect(desk.recorded).toEqual([])
    expect(desk.allPlans.size).toBe(0)
    expect([...desk.directory.units.keys()]).toEqual(['县公安局', '县教育局'])
  })

  it('becomes a plan with its units when it is confirmed, and says what comes next', async () => {
    const desk = secretary()
    const answer = await act(importPlan, (await previewed(desk))['确认导入']?.args, desk)
    expect(shown(answer)).toMatch(/已导入.*p1.*共3项/)
    expect(Object.keys(buttons(cardIn(answer)))).toEqual(['核对存疑', '指定联络员', '通知联络员'])
    expect([...(desk.allPlans.values().next().value?.tasks.keys() ?? [])]).toEqual([1, 2, 3])
    expect(desk.directory.units.has('县住建局' as never)).toBe(true)
  })

  it('confirmed twice is one plan', async () => {
    const desk = secretary()
    const confirm = (await previewed(desk))['确认导入']?.args
    await act(importPlan, confirm, desk)
    expect(shown(await act(importPlan, confirm, desk))).toContain('此前已经导入，没有重复写入')
    expect(desk.allPlans.size).toBe(1)
  })

  it('confirmed by two, each with a preview of their own, is one plan', async () => {
    const desk = secretary()
    const [one, other] = [(await previewed(desk))['确认导入']?.args, (await previewed(desk, { text, source: '另一份.docx' }))['确认导入']?.args]
    const answers = await Promise.all([act(importPlan, one, desk), act(importPlan, other, desk)])
    expect(answers.map((answer) => shown(answer).includes('此前已经导入')).toSorted()).toEqual([false, true])
    expect([...desk.directory.plans.keys()]).toEqual(['p1'])
  })

  it('that another began and did not finish is finished', async () => {
    const desk = secretary()
    const confirm = (await previewed(desk))['确认导入']?.args
    const opened = { draft: 'd999999' as never, hash: hashOfWords(readText, desk) }
    await desk.openPlan(opened.draft, opened.hash)
    expect(shown(await act(importPlan, confirm, desk))).toMatch(/已导入.*p1/)
  })

  it('speaks of a unit by the name it was given between preview and confirmation', async () => {
    const desk = secretary()
    const confirm = (await previewed(desk))['确认导入']?.args
    await desk.recordPerson({ type: 'add-units', units: [{ name: '县住房和城乡建设局', aliases: ['县住建局'] }] })
    await act(importPlan, confirm, desk)
    expect(desk.allPlans.get('p1' as PlanId)?.unitsOf.get(taskNo(2))).toContain('县住房和城乡建设局')
  })

  it('can be looked through and dropped', async () => {
    const desk = secretary()
    const shownButtons = await previewed(desk)
    expect(shown(await act(importPlan, shownButtons['看全部任务']?.args, desk))).toContain('3 排查食堂')
    expect(shown(await act(importPlan, shownButtons['放弃']?.args, desk))).toContain('什么都没有写入')
    expect(shown(await act(importPlan, shownButtons['确认导入']?.args, desk))).toContain('导入稿已经不在')
  })

  it('is named 粘贴的文字 where it was pasted', async () => {
    expect(shown(await act(importPlan, { text }, secretary()))).toContain('来源：粘贴的文字')
  })

  it('that holds several plans asks which, and imports the one that was chosen', async () => {
    const plan = (title: string, tasks: string): string => `${title}\n一、重点任务\n${tasks}\n`
    const both = `范文大全\n篇一:${plan('治水方案', '1.清淤。（责任单位：县水利局）\n2.护岸。（责任单位：县水利局）')}篇二:${plan('治山方案', '1.造林。（责任单位：县林业局）')}`
    const desk = secretary()
    const answer = await act(importPlan, { text: both }, desk)
    expect(shown(answer)).toContain('这份文件里有2个方案')
    const second = cardIn(answer).sections?.[0]?.rows[1]?.beside
    const preview = await act(importPlan, second?.run.args, desk)
    expect(cardIn(preview).text).toContain('《治山方案》读出1项')
    expect(desk.recorded).toEqual([])
    await act(importPlan, buttons(cardIn(preview))['确认导入']?.args, desk)
    expect(desk.allPlans.get('p1' as PlanId)?.title).toBe('治山方案')
  })

  it.each([
    ['', '没有读到文字'],
    ['今天天气不错。', '没有找到编了号的任务'],
    [`机密★\n${text}`, '涉密'],
  ])('that cannot be a plan is answered with one sentence and nothing is kept: %j', async (given, words) => {
    const desk = secretary()
    expect(shown(await act(importPlan, { text: given }, desk))).toContain(words)
    expect(desk.recorded).toEqual([])
  })

  it('is explained where 导入 is typed alone', async () => {
    expect(shown(await type(importPlan, '', secretary()))).toContain('把方案正文直接粘贴')
  })
})

async function imported(): Promise<TestDesk> {
  const desk = secretary()
  await act(importPlan, (await previewed(desk))['确认导入']?.args, desk)
  return desk
}

describe('通知联络员', () => {
  it('shows first to whom, how much, and whom it cannot reach', async () => {
    const desk = await imported()
    const answer = await type(handOut, '', desk)
    expect(shown(answer)).toContain('通知1人，共1项')
    expect(shown(answer)).toContain('苏晚晴 · 县教育局 · 1项')
    expect(shown(answer)).toMatch(/通知不到：2个单位没有联络员，共2项/)
    expect(desk.allPlans.get('p1' as PlanId)?.handedOutOn).toBeUndefined()
  })

  it('is sent once', async () => {
    const desk = await imported()
    const send = buttons(cardIn(await type(handOut, '', desk)))['通知']?.args
    expect(shown(await act(handOut, send, desk))).toContain('已通知1人')
    expect(shown(await act(handOut, send, desk))).toContain('不会再通知一遍')
  })
})

describe('a doubt', () => {
  it('is asked with the line and the words of the text', async () => {
    const answer = await type(doubts, '', await imported())
    expect(shown(answer)).toMatch(/1 · 第\d+行 · “20__年12月底前”是哪一年/)
    expect(Object.keys(buttons(cardIn(answer)))).toEqual(['2026年', '2027年', '2028年', '其他答复'])
  })

  it('about a year binds the date of its task', async () => {
    const desk = await imported()
    const answer = await type(settle, '1 2026', desk)
    expect(shown(answer)).toContain('时限定为12月31日(周四)')
    expect(desk.allPlans.get('p1' as PlanId)?.tasks.get(taskNo(2))?.due).toMatchObject({ kind: 'dated', day: '2026-12-31', moved: 0 })
  })

  it('is settled once', async () => {
    const desk = await imported()
    await type(settle, '1 2026年', desk)
    expect(shown(await type(settle, '1 2027年', desk))).toContain('已经核定为“2026年”')
  })

  it('that is not there is answered with how many are open', async () => {
    expect(shown(await type(settle, '9 2026', await imported()))).toContain('还有1处待核')
  })
})

describe('a document of several plans', () => {
  const second = text.replaceAll('校园安全', '食品安全').replace('建设一键报警', '建设快检室')
  const both = `篇一：${text}\n\n篇二：${second}`

  it('says which of them are imported already, and is done with when all are', async () => {
    const desk = secretary()
    const choice = await act(importPlan, { text: both, source: '汇编.docx' }, desk)
    const confirm = async (label: string): Promise<void> => {
      const preview = await act(importPlan, buttons(cardIn(choice))[label]?.args, desk)
      await act(importPlan, buttons(cardIn(preview))['确认导入']?.args, desk)
    }
    await confirm('导入篇一')
    expect(shown(await type(importPlan, '', desk))).toContain('2个方案，已导入1个')
    const again = await act(importPlan, { text: both, source: '汇编.docx' }, desk)
    expect(shown(again)).toContain('已导入（p1）')
    expect(Object.keys(buttons(cardIn(again)))).toEqual(['导入篇二'])
    await confirm('导入篇二')
    expect(shown(await type(importPlan, '', desk))).toContain('把方案正文直接粘贴')
  })
})
