// 佐证 12: what was given to show it, and a file back on a tap.
import { z } from 'zod'
import { answered, command, type Answer, type Desk } from '#src/command.ts'
import { evidenceOf } from '#src/queries/evidence-of.ts'
import { evidenceIsHere, evidenceList, evidenceMissing } from '#templates/evidence.ts'
import { namesOf } from '#templates/names.ts'
import { cardOf } from './own-task.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { findTask, TaskArgument } from './task-argument.ts'
import { viewOf } from './view-of.ts'

export const evidence = command({
  name: { zh: '佐证', en: 'evidence' },
  also: ['佐证材料', '附件'],
  usage: { zh: '佐证 12', en: 'evidence 12' },
  about: { zh: '看一项任务的佐证；文件直接发给我即可添加', en: 'the evidence of a task; to add some, send me the file' },
  then: { zh: '列出已有的佐证；要添加，把文件发给我并写上任务号。', en: 'What there is is listed; to add some, send me the file with the task’s number.' },
  group: 'report',
  may: 'see',
  args: z.object({ task: TaskArgument, /** The file that is asked for. */ hash: z.string().length(64).optional(), page: z.coerce.number().int().min(1).max(99).default(1) }),
  typed: ([task, page]) => ({ task, ...(page === undefined ? {} : { page }) }),
  run({ task: asked, hash, page }, desk) {
    const found = findTask(desk, asked)
    if (!found.ok) return refused(found.refusal, desk, runOf('evidence', { task: asked }))
    const given = evidenceOf(viewOf(desk, found.plan), found.task)
    if (hash !== undefined) return file(given.flatMap(({ evidence: one }) => (one.kind === 'file' && one.hash === hash ? [one] : []))[0], desk) 
    const { person } = namesOf(desk, desk.zone)
    return answered(evidenceList({ task: cardOf(desk, found.plan, found.task), given, page, person: (by) => person(by, desk.lang), today: desk.today }, desk.lang))
  },
})

async function file(one: { name: string; hash: string } | undefined, desk: Desk): Promise<Answer> {
  if (one === undefined) return answered(evidenceMissing('—', 'gone', desk.lang))
  const found = await desk.evidence.find(one.hash)
  if (!found.ok) return answered(evidenceMissing(one.name, found.why, desk.lang))
  return { kind: 'file', name: one.name, bytes: found.bytes, otherwise: evidenceIsHere(one.name, desk.evidence.whereIs(one.hash), desk.lang) }
}
