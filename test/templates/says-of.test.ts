import { describe, expect, it } from 'vitest'
import { saysOf } from '#templates/says-of.ts'

describe('what a button says of what it acts on', () => {
  it.each([['zh', '填报', '12 校车排查', '填报：12 校车排查'], ['en', 'Report', '12 School buses', 'Report: 12 School buses']] as const)('has in %s the signs of that language', (lang, label, what, said) => {
    expect(saysOf(label, what, lang)).toBe(said)
  })

  it('is as long as can be read out', () => {
    expect(saysOf('填报', '排'.repeat(200), 'zh').length).toBeLessThanOrEqual(75)
  })
})
