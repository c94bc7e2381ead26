import { describe, expect, it } from 'vitest'
import { sandboxBanner } from '#templates/sandbox-banner.ts'

const page = 'http://localhost:3900'
const people = [
  { name: '督查室 周敏', role: 'secretary', unit: null },
  { name: '民政局 何林', role: 'contact', unit: '民政局' },
  { name: '教育局 李芳', role: 'contact', unit: '教育局' },
  { name: '副县长 陈立', role: 'leader', unit: null },
]

describe('what a newcomer reads at the start', () => {
  const banner = sandboxBanner({ page, people, lines: ['3 项红灯。 3 reds.'] })

  it('says where the page is and how to stop, start over and move it', () => {
    for (const words of [page, 'Ctrl-C', '--fresh', '--port']) expect(banner).toContain(words)
  })

  it('warns in both languages that anyone on the network can be anyone', () => {
    expect(banner).toMatch(/监听所有网络接口/)
    expect(banner).toMatch(/all interfaces/)
  })

  it('names whom to be and what to type: secretary, the busiest contact, leader', () => {
    expect(banner).toMatch(/周敏：输入 \/duban 方案/)
    expect(banner).toMatch(/李芳：.*正常推进/)
    expect(banner).toMatch(/陈立：输入 \/duban 汇总/)
    expect(banner).toMatch(/快进 到下一次提醒/)
  })

  it('shows what the sandbox opens on', () => expect(banner).toContain('3 reds.'))

  it('tells nobody to be someone who is not there', () => {
    expect(sandboxBanner({ page, people: people.slice(0, 1), lines: [] })).not.toContain('汇总')
  })
})
