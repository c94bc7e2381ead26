// 领导小组每年进行督查: which clauses ask a body to look at the work, and which only speak of it.
import { describe, expect, it } from 'vitest'
import { dutiesIn } from '#src/reader/duties.ts'
import { reviewedBy } from '#src/reader/review-clauses.ts'

const founded = [{ name: '县教育工作领导小组' }, { name: '县校园安全工作专班' }]
/** Of each duty of a sentence, the body that owes a review by it. */
const bodiesIn = (text: string): (string | undefined)[] => dutiesIn(text, { from: 0, to: text.length }).recurrences.map((duty) => reviewedBy(duty, founded))

describe('a clause that asks a body for a review', () => {
  it.each([
    ['县推动基础教育高质量发展工作领导小组每年对推进基础教育高质量发展情况进行督查，并将督查结果作为重要依据。', '县推动基础教育高质量发展工作领导小组'],
    ['领导小组每年开展1次专项督查。', '领导小组'], ['县教育工作领导小组要定期督查，每半年至少开展两次专项督导。', '县教育工作领导小组'],
    ['县教育工作领导小组办公室每季度开展专项督查。', '县教育工作领导小组'], ['县校园安全工作专班每月对各乡镇督导检查一次。', '县校园安全工作专班'], ['县教育工作领导小组每年组织开展督导评估。', '县教育工作领导小组'],
  ])('names it: %s', (text, body) => expect(bodiesIn(text)).toEqual([body]))

  it.each([
    ['of an office, which owes it itself', '县政府督查室每季度督查1次。'], ['of nobody', '每年组织开展督导评估，评估结果向社会公布。'], ['of every body there is', '各专班每月督查一次。'],
    ['that tells of what was found', '县教育工作领导小组每季度通报督查情况。'], ['that hands in a paper', '县教育工作领导小组每年向县政府报送督查报告。'], ['of something else', '县教育工作领导小组每年发布白皮书。'],
  ])('is none %s: %s', (_, text) => expect(bodiesIn(text).filter((body) => body !== undefined)).toEqual([]))
})
