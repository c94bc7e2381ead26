// 不是我负责: a contact says that a task is somebody else's. It is not asked for any more until a secretary has decided.
import { z } from 'zod'
import { command, type Answer, type Desk } from '#src/command.ts'
import { unitName } from '#src/directory/directory.ts'
import { UnitId, Words } from '#src/ledger/ids.ts'
import { notOursForm, ownUnitNamed, questionRecorded } from '#templates/part-question.ts'
import { ownTask, type OwnTask } from './own-task.ts'
import { isOwnUnit, leadsAlready, lineOfOwn, questionIntent, secretariesOf, shouldBe, unitsOffered } from './part-question.ts'
import { recorded } from './recorded.ts'
import { refused, refusedCard } from './refused.ts'
import { runOf } from './run-of.ts'
import { TaskArgument, taskName } from './task-argument.ts'

export const notOurs = command({
  name: { zh: '不是我负责', en: 'not-ours' },
  also: ['不是我', '不是我们负责', '不归我', '不归我管'],
  usage: { zh: '不是我负责 12 〔应是哪个单位〕', en: 'not-ours 12 〔which unit〕' },
  about: { zh: '这一项不由本单位负责：任务号、应是谁（由督查室核定，核定前不再催报）', en: 'a task is not your unit’s: number, whose it is (the secretary decides)' },
  then: { zh: '督查室核定前不再向您催报，结果告诉您。', en: 'You are not asked for it until the secretary has decided, and you are told.' },
  group: 'dispute',
  may: 'question-part',
  args: z.object({ task: TaskArgument, unit: UnitId.optional(), should: z.string().max(60).optional(), other: z.string().max(60).optional(), words: Words.default(''), form: z.boolean().default(false) }),
  typed: ([task, should, ...words]) => ({ task, ...(should === undefined ? {} : { should, words: words.join(' ') }) }),
  run({ task, unit, should: written, other, words, form }, desk) {
    const found = ownTask(desk, task, unit)
    if (!found.ok) return refused(found.refusal, desk, runOf('not-ours', { task, should: written, words: words === '' ? undefined : words }))
    const { own } = found
    if (written === undefined && !form) return openForm(own, desk, words)
    const asked = { about: 'not-ours' as const, words, should: written, other }
    const should = shouldBe(asked, desk)
    if (isOwnUnit(own, should, desk)) return form ? { kind: 'form-errors', errors: ownUnitNamed(desk.lang) } : openForm(own, desk, words)
    const led = leadsAlready(own, should, desk)
    if (led !== undefined) return form ? { kind: 'form-errors', errors: { should: refusedCard(led, desk).text } } : refused(led, desk)
    return recorded(desk.record(own.plan.id, questionIntent(own, asked, should)), desk, () => {
      const line = lineOfOwn(own, desk)
      if (line === undefined) throw new Error(`a question about ${own.plan.id}-${own.task} was recorded and is not there`)
      return questionRecorded({ line, time: desk.calendar.timeAt(desk.now, own.plan.zone), secretaries: secretariesOf(desk) }, desk.lang)
    }, undefined, { about: [{ plan: own.plan.id, task: own.task }] })
  },
})

/** What cannot be passed on any more is said before a person writes for nothing. */
function openForm(own: OwnTask, desk: Desk, words: string): Answer {
  const [taken, line] = [own.taken(), lineOfOwn(own, desk)]
  if (taken !== undefined) return refused(taken, desk)
  if (line === undefined) throw new Error(`plan ${own.plan.id} lost a line of its task ${own.task}`)
  if (line.state === 'in-question' && line.question !== undefined) return refused({ code: 'petition-waits', what: 'part-question', on: line.question.on, by: line.question.by }, desk)
  const run = runOf('not-ours', { task: taskName(own.plan.id, own.task), unit: own.part.unit, form: true })
  return { kind: 'form', form: notOursForm({ line, name: unitName(desk.directory, own.part.member ?? own.part.unit), units: unitsOffered(desk, own.plan, own), about: 'not-ours', run, words, today: desk.today }, desk.lang) }
}
