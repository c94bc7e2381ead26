// 改稿: puts right in a draft what the reader did not ask about. Each act can be typed, or filled in where its form is opened.
import { z } from 'zod'
import { command, type Answer, type Desk } from '#src/command.ts'
import type { Correction } from '#src/ledger/correction.ts'
import { yearIn } from '#src/ledger/bound-day.ts'
import { DraftId } from '#src/ledger/draft.ts'
import { unitsOfReading } from '#src/queries/units-of-reading.ts'
import { putRight } from '#templates/corrected.ts'
import { correctForm, type CorrectAct } from '#templates/correct-form.ts'
import type { AnyRefusal } from '#templates/refusal-say.ts'
import { numberIn } from './chinese-number.ts'
import { openDraft, withCorrection, type OpenDraft } from './draft-reading.ts'
import { fieldErrors } from './field-errors.ts'
import { findPerson } from './find-person.ts'
import { latestDraft } from './latest-draft.ts'
import { own } from './own-word.ts'
import { factsOf, previewOf, replacing } from './preview-of.ts'
import { putRightBy } from './put-right.ts'
import { refused } from './refused.ts'
import { unitMeantBy } from './understood-answer.ts'

const acts: Readonly<Record<string, CorrectAct>> = {
  合并单位: 'merge', 合并: 'merge', merge: 'merge', 改牵头: 'lead', 定牵头: 'lead', lead: 'lead', 绑定年份: 'year', 年份: 'year', year: 'year',
  指定联络员: 'contact', 联络员: 'contact', contact: 'contact', 去掉: 'drop', 去掉任务: 'drop', drop: 'drop', 恢复: 'restore', 恢复任务: 'restore', restore: 'restore',
}

const Word = z.string().trim().max(80).default('')

export const correct = command({
  name: { zh: '改稿', en: 'correct' },
  usage: {
    zh: '改稿 合并单位 县发改局 县发改委（改牵头 3 县教育局；绑定年份 2027；指定联络员 县教育局 @本人；去掉 5；恢复）',
    en: 'correct merge 县发改局 县发改委 (lead 3 县教育局; year 2027; contact 县教育局 @person; drop 5; restore)',
  },
  about: { zh: '改正还没确认的导入稿：单位、牵头、年份、联络员、任务', en: 'put right an import before you confirm it: units, leads, years, contacts, tasks' },
  then: { zh: '只改导入稿，改了什么会列出来。', en: 'Only the draft is changed, and each change is listed.' },
  group: 'import',
  may: 'import',
  args: z.object({ draft: DraftId.optional(), act: z.enum(['merge', 'lead', 'year', 'contact', 'drop', 'restore']), one: Word, other: Word, form: z.boolean().default(false) }),
  typed: ([act = '', one = '', ...other]) => ({ act: own(acts, act) ?? act, one, other: other.join('') }),
  async run({ draft, act, one, other, form }, desk) {
    const id = draft ?? (await latestDraft(desk))
    if (id === undefined) return refused({ code: 'draft-none' }, desk)
    const opened = await openDraft(id, desk)
    if (!opened.ok) return refused(opened.refusal, desk)
    const { open } = opened
    if (act !== 'restore' && (one === '' || (other === '' && act !== 'year' && act !== 'drop'))) return formOf(open, act, { one, other }, desk)
    const said = correctionOf(open, act, one, other, desk)
    if (!said.ok) return form ? { kind: 'form-errors', errors: fieldErrors(said.field, said.refusal, desk) } : refused(said.refusal, desk)
    const changed = await withCorrection(open, said.correction, desk)
    if (!changed.ok) return refused(changed.refusal, desk)
    const done = putRightBy(said.correction, open, changed.open, desk)
    return replacing(previewOf(changed.open, desk, done === undefined ? undefined : putRight(done, desk.lang)))
  },
})

function formOf(open: OpenDraft, act: Exclude<CorrectAct, 'restore'>, { one, other }: { one: string; other: string }, desk: Desk): Answer {
  const facts = factsOf(open, desk)
  const units = unitsOfReading(open.now.reading)
  return {
    kind: 'form',
    form: correctForm({
      draft: open.id, act, one, other,
      units: act === 'contact' ? [...new Set([...facts.withoutContact, ...facts.newUnits])] : units,
      people: [...desk.directory.people.values()],
    }, desk.lang),
  }
}

type SaidCorrection = { ok: true; correction: Correction } | { ok: false; field: 'one' | 'other'; refusal: AnyRefusal }

function correctionOf({ now: { reading } }: OpenDraft, act: CorrectAct, one: string, other: string, desk: Desk): SaidCorrection {
  const units = unitsOfReading(reading)
  const unit = (field: 'one' | 'other', name: string, then: (found: string) => SaidCorrection): SaidCorrection => {
    const { found } = unitMeantBy(name, { units, directory: desk.directory })
    return found === undefined ? { ok: false, field, refusal: { code: 'unit-unknown', asked: name } } : then(found)
  }
  const task = (then: (at: number) => SaidCorrection): SaidCorrection => {
    const found = reading.tasks[(numberIn(one) ?? 0) - 1]
    return found === undefined ? { ok: false, field: 'one', refusal: { code: 'task-unknown', asked: one, tasks: reading.tasks.length } } : then(found.span.from)
  }
  switch (act) {
    case 'merge':
      return unit('one', one, (keep) => unit('other', other, (second) => ({ ok: true, correction: { type: 'merge-units', keep, other: second } })))
    case 'lead':
      return task((at) => unit('other', other, (lead) => ({ ok: true, correction: { type: 'set-lead', task: at, unit: lead } })))
    case 'year':
      return yearIn(one) === undefined ? { ok: false, field: 'one', refusal: { code: 'year-unclear', asked: one } } : { ok: true, correction: { type: 'answer-all', kind: 'year-blank', answer: one } }
    case 'contact':
      return unit('one', one, (named) => {
        const person = findPerson(desk, other)
        return person === undefined ? { ok: false, field: 'other', refusal: { code: 'person-unknown', asked: other } } : { ok: true, correction: { type: 'name-contact', unit: named, person: person.id } }
      })
    case 'drop':
      return task((at) => ({ ok: true, correction: { type: 'drop-task', task: at } }))
    case 'restore':
      return { ok: true, correction: { type: 'restore-tasks' } }
  }
}
