// The forms of a ruling: one line of reason, another day, who takes a part.
import type { Day } from '#src/calendar/day.ts'
import { dayWords } from './day-words.ts'
import type { Lang, Field, Form, Run } from './card.ts'
import { rich, strong, type Rich } from './rich.ts'

/** What is asked for. `why`: a no says why. `day`: granted, but to another day. `successor`: who takes the part. `mended`: how a line was put right. `settled`: how a matter was. */
export type RuleForm = 'why' | 'day' | 'successor' | 'mended' | 'settled'

const words = {
  zh: {
    title: { why: '说明理由', day: '另定日期', successor: '改派', mended: '属实，已改', settled: '处理协调事项' } satisfies Record<RuleForm, string>,
    label: { why: '理由', mended: '改了什么', settled: '怎么处理' }, hint: { why: '申请的单位会看到，一句话即可', mended: '单位会看到，一句话即可', settled: '记入台账，一句话即可' },
    day: '同意延到', asked: (wanted: string, due: string) => `单位申请的是${wanted}，现定${due}`, dayMissing: '请选日期。', to: '改由哪个单位', words: '说明（可不填）', submit: '确定', missing: '请写一句话，单位要据此办理。', whom: '请选接手的单位。',
  },
  en: {
    title: { why: 'Say why', day: 'Another day', successor: 'Pass the part on', mended: 'True, put right', settled: 'Settle the matter' } satisfies Record<RuleForm, string>,
    label: { why: 'Why', mended: 'What was changed', settled: 'How it is settled' }, hint: { why: 'The unit reads it; a sentence will do', mended: 'The unit reads it; a sentence will do', settled: 'It is kept on the ledger; a sentence will do' },
    day: 'Granted to', asked: (wanted: string, due: string) => `They ask for ${wanted}; the date is ${due}`, dayMissing: 'Choose a day.', to: 'Which unit takes it', words: 'A word about it (optional)', submit: 'Done', missing: 'A sentence is needed: the unit acts on it.', whom: 'Choose the unit that takes it.',
  },
} satisfies Record<Lang, unknown>

/** `about`: the task and what was asked. @param run goes on with `form: true`, so that what is missing is said beside its field */
export function ruleForm(kind: RuleForm, { about, run, asked, units = [] }: { about: readonly [task: string, said: string]; run: Run; /** What they asked for, said and not filled in: only a day that was chosen is granted. */ asked?: { wanted: Day; due: Day; today: Day }; units?: readonly string[] }, lang: Lang): Form {
  const w = words[lang]
  const intro: Rich[] = [rich`${strong(about[0])}`, ...(about[1] === '' ? [] : [rich`${about[1]}`])]
  const fields: Record<RuleForm, readonly Field[]> = {
    why: [{ name: 'reason', label: w.label.why, hint: w.hint.why, kind: 'line', maxLength: 500 }],
    day: [{ name: 'day', label: w.day, kind: 'date', ...(asked === undefined ? {} : { hint: w.asked(dayWords(asked.wanted, lang, asked.today), dayWords(asked.due, lang, asked.today)) }) }],
    successor: [{ name: 'to', label: w.to, kind: 'choice', as: 'select', choices: units.map((name) => ({ value: name, label: name })) }, { name: 'words', label: w.words, optional: true, kind: 'line', maxLength: 500 }],
    mended: [{ name: 'words', label: w.label.mended, hint: w.hint.mended, kind: 'line', maxLength: 500 }],
    settled: [{ name: 'words', label: w.label.settled, hint: w.hint.settled, kind: 'line', maxLength: 500 }],
  }
  return { title: w.title[kind], intro, fields: fields[kind], submit: w.submit, run: { ...run, args: { ...run.args, form: true } } }
}

type PassAnyway = { task: string; to: string; people: readonly string[]; isInPlan: boolean; words: string; run: Run }

/** Before a part goes to a unit of which nobody would be asked, or that has nothing in the plan. */
export function passAnywayForm({ task, to, people, isInPlan, words: said, run }: PassAnyway, lang: Lang): Form {
  const zh = lang === 'zh'
  const warned = [
    ...(isInPlan ? [] : [zh ? rich`⚠️ 本方案没有${to}的任务，请核对是不是这个单位。` : rich`⚠️ Nothing in this plan is ${to}'s: make sure it is this unit.`]),
    people.length === 0
      ? zh ? rich`⚠️ ${to}还没有联络员，改派后没有人会收到提醒。可以先指定：/duban 人员 指定 @某某 ${to}。` : rich`⚠️ ${to} has no contact, so nobody would be reminded. Name one first: /duban people name @person ${to}.`
      : zh ? rich`改派后${people.join('、')}会收到任务。` : rich`${people.join(', ')} will be told of the task.`,
  ]
  return {
    title: words[lang].title.successor, intro: [rich`${strong(task)}`, ...warned], submit: zh ? '仍然改派' : 'Pass it on', run,
    fields: [{ name: 'words', label: words[lang].words, optional: true, kind: 'line', maxLength: 500, ...(said === '' ? {} : { now: said }) }],
  }
}

/** Beside the field that was left empty. */
export const ruleMissing = (field: 'reason' | 'words' | 'to' | 'day', lang: Lang): Record<string, string> => ({ [field]: { to: words[lang].whom, day: words[lang].dayMissing, reason: words[lang].missing, words: words[lang].missing }[field] })
