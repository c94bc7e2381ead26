// Files and links that show what was said: whose they are, is said or asked, and none is dropped.
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { addEvidence } from '#commands/add-evidence.ts'
import { claim } from '#commands/claim.ts'
import { evidence } from '#commands/evidence.ts'
import { linksIn } from '#commands/links-said.ts'
import { importPlan } from '#commands/import-plan.ts'
import { report } from '#commands/report.ts'
import { undo } from '#commands/undo.ts'
import { keyOf } from '#src/ledger/assignment.ts'
import { daysOff } from '#commands/days-off.ts'
import { documentDoors } from '#src/sayings.ts'
import { after, directoryWith, nineOn, personNamed, planWith, report as reported, task, taskNo, unitId } from '../builders.ts'
import { deskOf, type TestDesk } from '../desk.ts'
import { expectGoodCard } from '../templates/card-rules.ts'
import { act, buttons, cardIn, shown, type } from './acting.ts'

const people = directoryWith(['县教育局', '县财政局'], { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '陆岩', contactOf: ['县财政局'] }, { name: '沈若兰', roles: ['secretary'] }, { name: '周明远', roles: ['leader'] })
const two = () => planWith(task(3, { title: '健全心理健康网络', lead: '县教育局' }), task(12, { title: '普惠园建设', lead: '县教育局' }), task(20, { title: '经费保障', lead: '县财政局' }))
const deskAt = (asker: string, plan = two()): TestDesk => deskOf({ today: '2026-06-10', plans: [plan], directory: people, asker })
const bytes = new TextEncoder().encode('验收报告正文')
const hash = createHash('sha256').update(bytes).digest('hex')
const file = { name: '验收报告.pdf', hash, size: bytes.length }
const { file: door } = documentDoors({ importPlan, addEvidence, daysOff }, () => Promise.resolve({ ok: true, text: '无' }), ({ ts }) => (ts === 'one' ? [{ task: 'p1-12', unit: personNamed(people, '苏晚晴').contactOf[0] as never }] : []))
const send = async (desk: TestDesk, words = '', to?: string, name = file.name) => door({ name, bytes }, desk, { words, ...(to === undefined ? {} : { to: { conversation: 'D01', ts: to } }) })
const press = async (desk: TestDesk, run: { command: string; args: object } | undefined) => act(run?.command === 'evidence' ? evidence : addEvidence, run?.args, desk)
const proofs = (desk: TestDesk) => desk.recorded.flatMap((intent) => (intent.type === 'add-evidence' ? [[intent.task, intent.evidence]] : []))

describe('a file from a contact', () => {
  it('with words that name a task is evidence of it, kept with name, size and hash', async () => {
    const desk = deskAt('苏晚晴')
    const card = cardIn(await send(desk, '12 验收报告'))
    expectGoodCard(card)
    expect(card.text).toBe('✅ 已存为佐证：12 普惠园建设 · 验收报告.pdf')
    expect(proofs(desk)).toEqual([[12, { kind: 'file', ...file }]])
    expect((await desk.evidence.find(hash)).ok).toBe(true)
  })

  it('that was guessed is put to a task in which the unit helps, too', async () => {
    const plan = planWith(task(12, { title: '普惠园建设', lead: '县教育局' }), task(20, { title: '经费保障', lead: '县财政局', support: ['县教育局'] }))
    const desk = deskAt('苏晚晴', plan)
    const which = cardIn(await press(desk, buttons(cardIn(await send(desk)))['不是这一项']))
    expect(Object.keys(buttons(which))).toEqual(['20 经费保障'])
    expect(plan.assignments.get(keyOf(taskNo(12), unitId('县教育局')))?.evidence).toEqual([])
  })

  it('is taken off the unit’s part to which it was put, of somebody who answers for two', async () => {
    const both = directoryWith(['县教育局', '县财政局'], { name: '何两', contactOf: ['县教育局', '县财政局'] })
    const plan = planWith(task(12, { title: '普惠园建设', lead: '县教育局', support: ['县财政局'] }), task(20, { title: '经费保障', lead: '县财政局' }))
    after(plan, '2026-06-10', reported(12, '县财政局', { progress: 20 }), personNamed(both, '何两').id)
    const desk = deskOf({ today: '2026-06-10', plans: [plan], directory: both, asker: '何两' })
    await press(desk, buttons(cardIn(await send(desk)))['不是这一项'])
    expect([...plan.assignments.values()].flatMap(({ evidence: given = [] }) => given)).toEqual([])
  })

  it('sent with words is taken back, and the words stay as a remark', async () => {
    const plan = two()
    await send(deskAt('苏晚晴', plan), '12 验收报告')
    const card = cardIn(await type(undo, '', deskAt('苏晚晴', plan)))
    expectGoodCard(card)
    expect(shown({ kind: 'card', card })).toContain('已撤销佐证：12 普惠园建设')
    expect(shown({ kind: 'card', card })).toContain('一起写的话仍作为备注保留')
    const part = plan.assignments.get(keyOf(taskNo(12), unitId('县教育局')))
    expect(part?.evidence ?? []).toEqual([])
    expect(part?.remarks).toMatchObject([{ words: '12 验收报告' }])
  })

  it('in the thread of a message about one task is evidence of that', async () => {
    const desk = deskAt('苏晚晴')
    await send(desk, '', 'one')
    expect(proofs(desk)).toEqual([[12, { kind: 'file', ...file }]])
  })

  it('right after a report is put with it, says so, and can be put elsewhere', async () => {
    const plan = after(two(), '2026-06-10', reported(12, '县教育局', { progress: 60 }), personNamed(people, '苏晚晴').id)
    const desk = deskAt('苏晚晴', plan)
    const card = cardIn(await send(desk))
    expectGoodCard(card)
    expect(shown({ kind: 'card', card })).toContain('您刚填报过这一项')
    const which = cardIn(await press(desk, buttons(card)['不是这一项']))
    expect(Object.keys(buttons(which))).toEqual(['3 健全心理健康网络'])
    await press(desk, buttons(which)['3 健全心理健康网络'])
    expect(shown(await act(evidence, { task: '12' }, desk))).toContain('还没有佐证')
    expect(shown(await act(evidence, { task: '3' }, desk))).toContain('验收报告.pdf')
  })

  it('long after one, or after another’s, asks which of the unit’s open tasks', async () => {
    const plan = after(two(), '2026-06-09', reported(12, '县教育局', { progress: 60 }), personNamed(people, '苏晚晴').id)
    const desk = deskAt('苏晚晴', plan)
    const card = cardIn(await send(desk))
    expectGoodCard(card)
    expect(card.text).toBe('“验收报告.pdf”是哪一项的佐证？请点选。')
    expect(proofs(desk)).toEqual([])
    await press(desk, buttons(card)['12 普惠园建设'])
    expect(proofs(desk)).toEqual([[12, { kind: 'file', ...file }]])
  })

  it('of a unit with one open task is put with that, and says why', async () => expect(shown(await send(deskAt('陆岩')))).toContain('您单位只有这一项在办'))

  it('that names a task of another unit is told whose it is', async () => expect(shown(await send(deskAt('苏晚晴'), '第20项验收报告'))).toContain('第20项不由您的单位承担'))

  it('keeps what else was written as a remark', async () => {
    const desk = deskAt('苏晚晴')
    await send(desk, '12 验收报告，第二页有签字')
    expect(desk.recorded.map(({ type }) => type)).toEqual(['remark', 'add-evidence'])
  })

  it('counts once, however often it is sent', async () => {
    const desk = deskAt('苏晚晴')
    await send(desk, '12 验收报告')
    await send(desk, '12 验收报告')
    expect(shown(await act(evidence, { task: '12' }, desk))).toContain('佐证1件')
  })

  it('with a name that would turn or break its line is named without those signs', async () => {
    const desk = deskAt('苏晚晴')
    expect(shown(await send(desk, '12 报告', undefined, '\u202egnp.exe\n<!channel>*x*'))).toContain('gnp.exe<!channel>*x*')
  })
})

describe('a file from somebody else', () => {
  it('who imports is a plan', async () => {
    const desk = deskAt('沈若兰')
    await send(desk)
    expect(proofs(desk)).toEqual([])
  })

  it('who imports is a plan, whatever its file is called: a name is cut to what is kept of one, and turns no line', async () => {
    const { file: planDoor } = documentDoors({ importPlan, addEvidence, daysOff }, () => Promise.resolve({ ok: true, text: '教育振兴方案\n一、重点任务\n1．新建小学。2026年底前完成。（县教育局）\n' }), () => [])
    const sentAs = async (name: string) => shown(await planDoor({ name, bytes }, deskAt('沈若兰'), { words: '' }))
    expect(await sentAs(`${'某'.repeat(10_000)}方案.docx`)).toContain(`来源：${'某'.repeat(248)}方案.docx`)
    expect(await sentAs(`某😀${'某'.repeat(247)}方案.docx`)).toContain(`来源：${'某'.repeat(247)}方案.docx`)
    expect(await sentAs('\u202e方案\r\n第二行.docx')).toContain('来源：方案第二行.docx')
  })

  it('who has no unit is answered with who may', async () => expect(shown(await send(deskAt('周明远')))).toContain('只有'))
})

describe('佐证 12', () => {
  it('lists name, who, when and the beginning of the hash, and gives the file back', async () => {
    const desk = deskAt('苏晚晴')
    await send(desk, '12 验收报告')
    const list = cardIn(await type(evidence, '12', desk))
    expectGoodCard(list)
    expect(shown({ kind: 'card', card: list })).toContain(`📎 验收报告.pdf · 县教育局苏晚晴 6月10日 · 1 KB · 校验 ${hash.slice(0, 12)}`)
    expect(await press(desk, buttons(list)['取回'])).toMatchObject({ kind: 'file', name: '验收报告.pdf', bytes })
  })

  it('says that a file is gone or altered, and what to do', async () => {
    const desk = deskAt('苏晚晴')
    await send(desk, '12 验收报告')
    const run = buttons(cardIn(await type(evidence, '12', desk)))['取回']
    expect(shown(await press({ ...desk, evidence: { ...desk.evidence, find: () => Promise.resolve({ ok: false, why: 'altered' }) } }, run))).toContain('校验值不符')
    expect(shown(await press({ ...desk, evidence: { ...desk.evidence, find: () => Promise.resolve({ ok: false, why: 'gone' }) } }, run))).toContain('不在服务器上了')
  })

  it('pages, and every file is within reach', async () => {
    const desk = deskAt('苏晚晴')
    for (let no = 0; no < 23; no++) await act(addEvidence, { file: { ...file, hash: String(no).padStart(64, '0') }, words: '第12项' }, desk)
    let card = cardIn(await type(evidence, '12', desk))
    let seen = 0
    for (let page = 1; page < 9; page++) {
      expectGoodCard(card)
      seen += card.sections?.[0]?.rows.length ?? 0
      const more = buttons(card)['更早的']
      if (more === undefined) break
      card = cardIn(await press(desk, more))
    }
    expect(seen).toBe(23)
  })
})

describe('a link in a report', () => {
  it('is evidence of it, and in a claim too', async () => {
    const desk = deskAt('苏晚晴')
    await act(report, { task: '12', progress: '60', done: '公示见 https://www.example.gov.cn/a/1.html，已结束。' }, desk)
    await act(claim, { task: '3', words: '验收 http://example.cn/x.' }, desk)
    expect(proofs(desk)).toEqual([[12, { kind: 'link', url: 'https://www.example.gov.cn/a/1.html' }], [3, { kind: 'link', url: 'http://example.cn/x' }]])
  })

  it('does not undo the report where it cannot be kept', async () => {
    const desk = deskAt('苏晚晴')
    for (let no = 0; no < 50; no++) await act(addEvidence, { file: { ...file, hash: String(no).padStart(64, '0') }, words: '第12项' }, desk)
    expect(shown(await act(report, { task: '12', done: '见 https://example.cn' }, desk))).toContain('已记录')
  })

  it('is read as it was written, without the signs that end a sentence', () => {
    expect(linksIn(['见（https://a.cn/b?c=1&d=2）。', 'https://a.cn/b?c=1&d=2', 'http://', 'javascript:alert(1)', undefined])).toEqual(['https://a.cn/b?c=1&d=2'])
  })
})

describe('a file that is marked', () => {
  it.each(['机密★验收报告', '【绝密】名单', '秘密★10年', '机密文件', '内部资料', '会议纪要（内部）'])('as %s is refused with the way out, and nothing of it is kept', async (name) => {
    const desk = deskAt('苏晚晴')
    const card = cardIn(await send(desk, '12 验收报告', undefined, `${name}.pdf`))
    expectGoodCard(card)
    expect(card.text).toContain('线下报送')
    expect([desk.recorded, (await desk.evidence.find(hash)).ok]).toEqual([[], false])
  })

  it('in the words written with it, or in its own text, is refused too', async () => {
    const desk = deskAt('苏晚晴')
    expect(cardIn(await send(desk, '12 验收报告 机密★')).refused).toBe('final')
    const { file: secret } = documentDoors({ importPlan, addEvidence, daysOff }, () => Promise.resolve({ ok: true, text: '机密★10年\n名单' }), () => [])
    expect(cardIn(await secret({ name: '名单.docx', bytes }, desk, { words: '12' })).text).toContain('机密★10年')
    expect(desk.recorded).toEqual([])
  })

  it.each(['保密工作总结', '商业秘密保护方案', '内部控制制度'])('by no mark is taken: %s', async (name) => {
    const desk = deskAt('苏晚晴')
    await send(desk, '12', undefined, `${name}.pdf`)
    expect(proofs(desk)).toHaveLength(1)
  })
})

describe('a file sent right after a report on another task', () => {
  const justReported = () => after(planWith(task(3, { title: '健全心理健康网络', lead: '县教育局' }), task(18, { title: '编制批复', lead: '县教育局' })), '2026-06-10', reported(3, '县教育局', { progress: 60 }), personNamed(people, '苏晚晴').id)

  it.each(['18号编制批复', '18号', '18项', '18、编制批复', '编制批复'])('goes to the one its words name: %s', async (words) => {
    const desk = deskAt('苏晚晴', justReported())
    const card = cardIn(await send(desk, words))
    const [first] = Object.values(buttons(card))
    if (proofs(desk).length === 0) await press(desk, first)
    expect(proofs(desk).map(([of]) => of)).toEqual([18])
  })

  it('is taken off a task that it is not of, whatever was done since, and which is asked', async () => {
    const desk = deskAt('苏晚晴', justReported())
    const card = cardIn(await send(desk))
    const later = { ...desk, now: nineOn('2026-06-12') }
    const which = cardIn(await act(addEvidence, buttons(card)['不是这一项']?.args, later))
    expect(shown(await act(evidence, { task: '3' }, desk))).toContain('还没有佐证')
    expect(Object.keys(buttons(which))).toEqual(['18 编制批复'])
  })

  it('stays where it is where there is no other task, and is said to', async () => {
    const desk = deskAt('苏晚晴', after(planWith(task(3, { title: '健全心理健康网络', lead: '县教育局' })), '2026-06-10', reported(3, '县教育局', { progress: 60 }), personNamed(people, '苏晚晴').id))
    const card = cardIn(await send(desk))
    const answer = shown(await press(desk, buttons(card)['不是这一项']))
    expect(answer).toContain('佐证还在原来那一项上')
    expect(answer).not.toContain('没有登记')
    expect(proofs(desk).map(([of]) => of)).toEqual([3])
  })

  it('that cannot be kept for another task stays on the one it is on', async () => {
    const desk = deskAt('苏晚晴', after(two(), '2026-06-10', reported(12, '县教育局', { progress: 60 }), personNamed(people, '苏晚晴').id))
    const elsewhere = buttons(cardIn(await send(desk)))['不是这一项']
    await expect(press({ ...desk, words: { ...desk.words, keep: async () => Promise.reject(new Error('the store is away')) } }, elsewhere)).rejects.toThrow('the store is away')
    expect(shown(await act(evidence, { task: '12' }, desk))).toContain('验收报告.pdf')
  })

  it('put under a task by a guess is not offered elsewhere once it was there before', async () => {
    const desk = deskAt('苏晚晴', justReported())
    await send(desk, '任务3')
    expect(buttons(cardIn(await send(desk)))).not.toHaveProperty('不是这一项')
  })

  it('under a second name is listed under both', async () => {
    const desk = deskAt('苏晚晴', justReported())
    await send(desk, '任务18')
    await send(desk, '任务18', undefined, '批复扫描件.pdf')
    expect(shown(await act(evidence, { task: '18' }, desk))).toContain('批复扫描件.pdf')
    expect(shown(await act(evidence, { task: '18' }, desk))).toContain('与“验收报告.pdf”是同一个文件')
  })
})
