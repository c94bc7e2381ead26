// 按此报送: milestones as they are filled in from the plan's words, of one task or of all that nothing was said of.
import { z } from 'zod'
import { answered, command } from '#src/command.ts'
import { allProposed, milestonesCard, milestonesForm, milestonesProposed } from '#templates/milestones.ts'
import { namesOf } from '#templates/names.ts'
import { refusalWords } from '#templates/refusal.ts'
import { plain } from '#templates/rich.ts'
import { allOwnMilestones, stillToPropose, ownMilestonesOf, reviewers } from './own-milestones.ts'
import { recorded, recordedAll } from './recorded.ts'
import { refused } from './refused.ts'
import { TaskArgument } from './task-argument.ts'

export const proposeAll = command({
  name: { zh: '按此报送', en: 'propose-all' },
  also: ['按此报送全部'],
  usage: { zh: '按此报送（先用“年度分解”看预填的节点）', en: 'propose-all (see them first with milestones)' },
  about: { zh: '按方案原文预填的节点，把待报的年度分解一次报完', en: 'propose all milestones that are filled in from the plan at once' },
  then: { zh: '按预填的一次报督查室审核。', en: 'They go to the secretary as they are filled in.' },
  group: 'year',
  may: 'propose-milestones',
  args: z.object({ task: TaskArgument.optional(), year: z.number().int().optional() }),
  typed: ([task]) => (task === undefined || task === '全部' || task === 'all' ? {} : { task }),
  run({ task: asked, year }, desk) {
    if (asked !== undefined) {
      const found = ownMilestonesOf(desk, asked, year)
      if (!found.ok) return refused(found.refusal, desk)
      const { plan, task, unit, one } = found
      // What was sent back is to be changed, not sent again by an old button.
      if (one.state === 'returned') return { kind: 'form', form: milestonesForm(one, desk.lang) }
      const recording = desk.record(plan.id, { type: 'propose-milestones', task, unit, year: one.year, milestones: one.milestones })
      return recorded(recording, desk, () => milestonesProposed({ one, today: desk.today, secretaries: reviewers(desk), left: stillToPropose(desk) }, desk.lang), undefined, { about: [{ plan: plan.id, task }] })
    }
    const own = allOwnMilestones(desk)
    const missing = own.filter((one) => one.state === 'missing' && (year === undefined || one.year === year))
    if (missing.length === 0) return answered(milestonesCard({ own, today: desk.today, page: 1 }, desk.lang))
    const recordings = missing.map(({ plan, number, unit, year: of, milestones }) => async () => desk.record(plan, { type: 'propose-milestones', task: number, unit, year: of, milestones }))
    return recordedAll(recordings, desk, (outcomes) => {
      const why = outcomes.flatMap((outcome) => (outcome.ok ? [] : [plain(refusalWords(outcome.refusal, desk.lang, namesOf(desk, desk.zone)))]))
      return allProposed({ count: outcomes.length - why.length, refused: why, secretaries: reviewers(desk), left: stillToPropose(desk) }, desk.lang)
    }, { about: missing.map(({ plan, number: task }) => ({ plan, task })) })
  },
})
