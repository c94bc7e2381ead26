// Words that name nothing: which tell of work, and are asked about.
import { describe, expect, it } from 'vitest'
import { tellsOfWork } from '#src/reader/said-telling.ts'
import { expectLinear } from './growth.ts'

describe('words without a name', () => {
  it.each(['老师到岗了', '食堂全查完了', '质量分析会开过了', '心理老师到岗了1个', '教研那项写完了'])('tell of work that is done: %s', (words) => expect(tellsOfWork(words)).toBe('plainly'))
  it.each(['听课32节', '编制那个还没批', '排查了22所学校的食堂', '这个月的都报了'])('may tell of a thing of theirs: %s', (words) => expect(tellsOfWork(words)).toBe('maybe'))
  it.each(['吃饭了', '好了', '不用了', '算了不报了', '知道了', '我在开会呢', '谢谢老师了', '点错了', '开完会了吗', '怎么填报', '县教育局', '任务清单', '忘了填了'])('tell of none: %s', (words) => expect(tellsOfWork(words)).toBeUndefined())
  it('are looked at in a time that grows with them', () => {
    for (const part of ['了', '老师', '吧', '1', '已']) expectLinear(tellsOfWork, part)
  })
})
