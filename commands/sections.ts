// 按领域: the sections of a plan, or of all plans, by lights.
import { z } from 'zod'
import { answered, command, type Answer, type Desk } from '#src/command.ts'
import { inForce } from '#src/queries/county-summary.ts'
import { countInSection } from '#src/queries/find.ts'
import { sectionMatrix } from '#src/queries/section-matrix.ts'
import { sectionMatrixCard, sectionWords } from '#templates/section-matrix.ts'
import { allViews, viewsOf } from './plan-argument.ts'
import { refused } from './refused.ts'
import { task } from './task.ts'

export const sections = command({
  name: { zh: '按领域', en: 'sections' },
  also: ['领域', '按板块', '板块', 'section', 'by section', 'by sections'],
  usage: { zh: '按领域（或 按领域 p1、领域 学前教育）', en: 'sections (or: sections p1, or words of one)' },
  about: { zh: '按方案的章节看红黄绿灯和未报', en: 'the sections of a plan by lights, with who is silent' },
  group: 'look',
  may: 'see',
  looks: true,
  args: z.object({ plan: z.string().max(200).optional(), page: z.coerce.number().int().min(1).max(999).default(1) }),
  typed: (words) => (words.length === 0 ? {} : { plan: words.join(' ') }),
  run({ plan: named, page }, desk) {
    const found = viewsOf(desk, named)
    // 领域 学前教育 is that section, and no plan.
    const isSection = named !== undefined && named !== '' && countInSection(allViews(desk), named) > 0
    if (!found.ok) return isSection ? listed(named, desk) : refused(found.refusal, desk)
    const { plan } = found
    const title = plan?.title ?? (desk.lang === 'zh' ? '全部方案' : 'all plans')
    return answered(sectionMatrixCard(sectionMatrix(inForce(found.views)), { title, page, ...(plan === undefined || named === undefined ? {} : { plan: plan.id }) }, desk.lang))
  },
})

async function listed(section: string, desk: Desk): Promise<Answer> {
  const answer = await task.handle({ which: sectionWords(section) }, desk)
  if (answer.kind === 'args-refused') throw new TypeError('a section that was found is words of a list')
  return answer
}
