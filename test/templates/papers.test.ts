// Papers of a meeting: what is known stands in them, what is not is a blank, and nothing is made up.
import { describe, expect, it } from 'vitest'
import { blanksIn, minutesFile, noticeFile, requestFile } from '#templates/paper-files.ts'
import { paperMinutes, type MinutesFacts } from '#templates/paper-minutes.ts'
import { paperNotice, type NoticeFacts } from '#templates/paper-notice.ts'
import { paperRequest, type RequestFacts } from '#templates/paper-request.ts'
import { paperText } from '#templates/paper.ts'
import { plain, rich } from '#templates/rich.ts'
import { day } from '#test/builders.ts'
import { expectGoodCard } from './card-rules.ts'

const body = '云溪县学前教育工作领导小组'
const meeting = `${body}2026年第二次会议`
const held = { meeting, body, day: day('2026-06-18'), time: '15:00', place: '县政府二楼会议室', chair: { name: '何景川', post: '副县长' } }
const notice: NoticeFacts = {
  ...held, addressees: ['县教育局', '各乡镇人民政府'], length: '半天', members: [{ unit: '县教育局', name: '苏晚晴', post: '局长' }, { unit: '青石镇人民政府' }],
  items: [{ title: '上次议定事项办理情况。', by: '县政府督查室' }, { title: '下一步安排' }], replyBy: { day: day('2026-06-16'), time: '17:00' }, papersBy: day('2026-06-15'), contact: { name: '李文', telephone: '8888' }, office: '云溪县人民政府办公室', writtenOn: day('2026-06-08'),
}
const minutes: MinutesFacts = {
  ...held, items: [{ title: '建园进度', by: '县教育局' }], decisions: [{ text: '县教育局牵头拿出赶工方案。', units: ['县教育局', '县住建局'], due: day('2026-06-30') }, { text: '县财政局落实资金', units: ['县财政局'], due: '7月底前' }],
  present: [{ unit: '县教育局', name: '苏晚晴' }, { unit: '县财政局', name: '陆明远' }, { unit: '县卫健局', deputy: '周宁，副局长' }], excused: [{ unit: '县人社局' }], observers: [{ unit: '县审计局', name: '王立' }],
}
const request: RequestFacts = { body: '县委常委会', addressee: '县委办公室', topic: '学前教育工作情况', by: '县教育局', when: '2026年9月', basis: { plan: '学前教育三年行动计划', clause: '县委常委会每年至少专题研究1次学前教育工作。' }, observers: ['县财政局'], attachments: ['情况汇报', '请示事项'], office: '云溪县教育局', writtenOn: day('2026-07-02') }
const linesOf = (paper: Parameters<typeof paperText>[0]): string[] => paperText(paper).split('\n').filter((line) => line !== '')
const asked = { lang: 'zh', again: { command: 'meeting', args: {} } } as const

describe('会议通知', () => {
  it('says whom it is to, when, where, who, what for, and what is asked', () =>
    expect(linesOf(paperNotice(notice))).toEqual([
      '代拟稿', `关于召开${meeting}的通知`, '县教育局、各乡镇人民政府：', `经研究，定于2026年6月18日召开${meeting}。现将有关事项通知如下：`,
      '一、时间：2026年6月18日（星期四）下午3:00，会期半天。', '二、地点：县政府二楼会议室。', '三、参会人员', '主持：何景川（副县长）', '参会：县教育局苏晚晴（局长）、青石镇人民政府负责同志',
      '四、会议内容', '1.上次议定事项办理情况（县政府督查室汇报）。', '2.下一步安排。', '五、有关要求', '1.请参会单位于2026年6月16日下午5:00前将参会回执报云溪县人民政府办公室。', '2.汇报单位请于2026年6月15日前将汇报材料报云溪县人民政府办公室。',
      '3.请参会人员安排好工作，按时参会。因故不能参会的，须提前向会议主持人请假，并委托熟悉情况的同志参加。', '附件：参会回执', '云溪县人民政府办公室', '2026年6月8日', '（联系人：李文，电话：8888）',
      '附件', '参会回执', '单位｜姓名｜职务｜手机｜备注', '（请于2026年6月16日下午5:00前报云溪县人民政府办公室，联系人：李文，电话：8888）',
    ]))

  it('has rows to be filled in, on a page of their own', () => {
    const { blocks } = paperNotice(notice)
    const table = blocks.find((block) => block.kind === 'table')
    expect(table?.rows.length).toBeGreaterThan(3)
    expect(table?.rows.flat().join('')).toBe('')
    expect(blocks.findIndex(({ kind }) => kind === 'annex')).toBe(blocks.findIndex(({ kind }) => kind === 'table') - 2)
  })

  it('has a blank for whatever is not known, asks for no papers of nobody, and says how many there are', () => {
    const bare = { meeting, body, place: ' ', addressees: [], members: [], items: [] }
    const text = paperText(paperNotice(bare))
    expect(text).toContain('＿＿＿：')
    expect(text).toContain('二、地点：＿＿＿。')
    expect(text).toContain('参会：＿＿＿')
    expect(text).not.toContain('汇报材料')
    expect(text).not.toMatch(/undefined|〔|号/)
    expect(plain(noticeFile(bare, asked).caption ?? rich``)).toContain(`还有${blanksIn(paperNotice(bare))}处空白`)
    expect(blanksIn(paperNotice(notice))).toBe(0)
  })
})

describe('会议纪要', () => {
  it('begins with when, where and who held it, and has each decision with its units and its day', () =>
    expect(linesOf(paperMinutes(minutes))).toEqual([
      '代拟稿', `${body}会议纪要`, `2026年6月18日下午3:00，副县长何景川在县政府二楼会议室主持召开${meeting}。会议听取了有关情况汇报，研究了有关事项。现将会议议定事项纪要如下：`,
      '一、会议议题', '1.建园进度（听取县教育局汇报）。', '二、议定事项', '1.县教育局牵头拿出赶工方案。（责任单位：县教育局、县住建局；完成时限：2026年6月30日）', '2.县财政局落实资金。（责任单位：县财政局；完成时限：7月底前）',
      '出席：县教育局苏晚晴、县财政局陆明远、县卫健局（周宁副局长代）', '请假：县人社局负责同志', '列席：县审计局王立',
    ]))

  it('of a body that is a meeting by its name says 会议 once', () => expect(linesOf(paperMinutes({ ...minutes, body: '县政府常务会议' }))[1]).toBe('县政府常务会议纪要'))

  it('leaves a decision’s unit and day blank where nobody said them', () =>
    expect(linesOf(paperMinutes({ ...minutes, decisions: [{ text: '尽快办理', units: [] }] }))).toContain('1.尽快办理。（责任单位：＿＿＿；完成时限：＿＿＿）'))

  it('has what was only said before what was decided, and who was missing beside who was excused', () => {
    const lines = linesOf(paperMinutes({ ...minutes, notes: ['原则同意学位供给方案'], absent: [{ unit: '县人社局' }] }))
    expect(lines.slice(lines.indexOf('二、会议意见'), lines.indexOf('三、议定事项') + 1)).toEqual(['二、会议意见', '1.原则同意学位供给方案。', '三、议定事项'])
    expect(lines).toContain('缺席：县人社局负责同志')
  })

  it('has neither number nor seal', () => expect(paperText(paperMinutes(minutes))).not.toMatch(/〔|号|印发|（章）/))
})

describe('议题申报', () => {
  it('goes to the body’s office, with the clause that asks for it word for word', () =>
    expect(linesOf(paperRequest(request))).toEqual([
      '代拟稿', '关于申报县委常委会会议议题的函', '县委办公室：', '现提请县委常委会会议研究以下议题，有关情况申报如下：', '一、议题名称：学前教育工作情况。', '二、汇报单位：县教育局。', '三、建议时间：2026年9月。',
      '四、申报依据：《学前教育三年行动计划》提出：“县委常委会每年至少专题研究1次学前教育工作。”', '五、列席单位：县财政局。', '请予审定。', '附件：1.情况汇报', '　　　2.请示事项', '云溪县教育局', '2026年7月2日', '（联系人：＿＿＿，电话：＿＿＿）',
    ]))
})

describe('the file of a paper', () => {
  it('has 代拟稿 in its name, and nothing that a name cannot have', () => {
    expect(noticeFile(notice, asked).name).toBe('代拟稿-会议通知-云溪县学前教育工作领导小组-2026-06-18.docx')
    expect(minutesFile({ ...minutes, body: 'a/b\\c:*?"<>|\n\u202e专班' }, asked).name).toBe('代拟稿-会议纪要-abc专班-2026-06-18.docx')
    expect(requestFile(request, asked).name).toBe('代拟稿-议题申报-县委常委会-2026-07-02.docx')
  })

  it.each(['zh', 'en'] as const)('that cannot be sent is told in its own words, with a way to ask again (%s)', (lang) => {
    for (const file of [noticeFile(notice, { ...asked, lang }), minutesFile(minutes, { ...asked, lang }), requestFile(request, { ...asked, lang })]) {
      expectGoodCard(file.otherwise)
      expect(file.content.kind === 'paper' && file.otherwise.lines?.slice(1).map(plain)).toEqual(file.content.kind === 'paper' && linesOf(file.content))
      expect(file.otherwise.actions?.map(({ run }) => run.command)).toEqual(['meeting'])
    }
  })

  it('of three hundred items is cut in the message, and says so', () =>
    expect(minutesFile({ ...minutes, items: Array.from({ length: 300 }, () => ({ title: '议题' })) }, asked).otherwise.lines?.map(plain).at(-1)).toContain('其余在文件里'))
})
