import { describe, expect, it } from 'vitest'
import { proposalsIn } from '#src/reader/proposals.ts'

const proposed = (text: string) => proposalsIn(text, [{ heading: '组织实施', span: { from: 0, to: text.length } }])

describe('what a sentence outside the tasks asks of one unit', () => {
  it('is a proposal for each of the units that a sentence goes through', () => {
    expect(proposed('(一)形成合力。各相关单位要加强协作。水利部门要做好河道治理的技术指导;财政部门要做好资金保障工作,加强监管;公安部门应当加强执法。').map(({ unit, does }) => [unit, does])).toEqual([
      ['水利部门', '做好河道治理的技术指导'], ['财政部门', '做好资金保障工作,加强监管'], ['公安部门', '加强执法'],
    ])
  })

  it('keeps what the unit is in charge of', () => {
    expect(proposed('县水利局负责统筹协调。由县财政局牵头筹措资金。')).toMatchObject([{ unit: '县水利局', does: '负责统筹协调' }, { unit: '县财政局', does: '牵头筹措资金' }])
  })

  it('has its section, and a span that is what is shown', () => {
    const text = '加强保障。县水利局(县河长办)要落实专人负责。'
    const [proposal] = proposed(text)
    expect(proposal).toMatchObject({ unit: '县水利局(县河长办)', section: '组织实施' })
    expect(text.slice(proposal?.span.from, proposal?.span.to)).toBe(proposal?.text)
  })

  it.each([
    ['各乡镇要高度重视。'], ['各有关部门要密切配合。'], ['领导小组办公室负责日常工作。'], ['要加强组织领导。'], ['水利、财政部门要密切配合。'], ['牵头单位要切实负责。'], ['县水利局负责人要靠前指挥。'], ['加强部门协作要常抓不懈。'],
  ])('is nothing in %s', (sentence) => {
    expect(proposed(sentence)).toEqual([])
  })
})
