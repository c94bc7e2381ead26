import { describe, expect, it } from 'vitest'
import { isCommonOffice, mayBeOne, officeKey } from '#src/reader/office-names.ts'

const alike = (one: string, other: string): boolean => {
  const keys = [officeKey(one), officeKey(other)]
  return keys[0] !== undefined && keys[1] !== undefined && mayBeOne(keys[0], keys[1])
}

describe('two names that may be one office', () => {
  it.each([
    ['县发改委', '县发改局'], ['县发改委', '县发展和改革局'], ['团县委', '共青团县委'], ['市监局', '市场监督管理局'], ['县市监局', '县市场监管局'],
    ['县人社局', '县人力资源和社会保障局'], ['省住建厅', '省住房和城乡建设厅'], ['县住建局', '县住建局(县人防办)'], ['县政府办', '县人民政府办公室'], ['县妇联', '县妇女联合会'], ['财政局', '县财政局'],
  ])('%s and %s', (one, other) => expect(alike(one, other)).toBe(true))

  it.each([['县财政局', '市财政局'], ['县教育局', '县教体局'], ['县委办公室', '县政府办公室'], ['县工信局', '县科工局'], ['县文旅局', '县文物局'], ['各乡镇', '各镇']])('not %s and %s', (one, other) => expect(alike(one, other)).toBe(false))
})

describe('an office whose place may be left out', () => {
  it.each(['财政局', '住房和城乡建设厅', '发改委'])('%s', (name) => expect(isCommonOffice(name)).toBe(true))
  it.each(['云溪海事局', '县财政局', '税务总局', '人民银行', '各乡镇'])('not %s', (name) => expect(isCommonOffice(name)).toBe(false))
})
