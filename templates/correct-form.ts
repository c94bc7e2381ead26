// Forms that put something right in a draft.
import type { Person } from '#src/directory/person.ts'
import type { DraftId } from '#src/ledger/draft.ts'
import type { Choice, Field, Form, Lang } from './card.ts'
import { rich } from './rich.ts'

/** `restore` needs no form. */
export type CorrectAct = 'merge' | 'lead' | 'year' | 'contact' | 'drop' | 'restore'
type FormAct = Exclude<CorrectAct, 'restore'>

export type CorrectFacts = { draft: DraftId; act: FormAct; one: string; other: string; units: readonly string[]; people: readonly Pick<Person, 'id' | 'name' | 'title'>[] }

const words = {
  zh: {
    submit: '改好', task: '任务编号', number: '如预览所示，例：3', unit: '单位', newUnit: '单位名称',
    merge: { title: '合并单位', intro: '两个名称是同一个单位：分工合并，另一个名称记为别名。', one: '保留的名称', other: '另一个名称' },
    lead: { title: '改牵头单位', intro: '原来牵头的改为责任单位。', other: '牵头单位' },
    year: { title: '绑定年份', intro: '没有单独核对过的空白年份都定为这一年。', one: '年份' },
    contact: { title: '指定联络员', intro: '确认导入时记入名册。不在名单里的，先输入 /duban 人员 登记 @本人 姓名。', other: '联络员' },
    drop: { title: '去掉一项任务', intro: '这一项不作为任务导入；正文不变。' },
  },
  en: {
    submit: 'Done', task: 'Task number', number: 'As in the preview, such as 3', unit: 'Unit', newUnit: "The unit's name",
    merge: { title: 'Merge two units', intro: 'Two names are one unit: its parts become one, the other name an alias.', one: 'The name that stays', other: 'The other name' },
    lead: { title: 'Change a lead', intro: 'Who led before stays responsible.', other: 'Lead' },
    year: { title: 'Set the blank years', intro: 'Every blank year that has no answer of its own becomes this one.', one: 'Year' },
    contact: { title: 'Name a contact', intro: 'Goes into the directory when you confirm. Somebody who is not listed is registered first: /duban people add @person name.', other: 'Contact' },
    drop: { title: 'Leave out a task', intro: 'It is not imported as a task; the text stays.' },
  },
} satisfies Record<Lang, unknown>

/** As many as a menu takes. */
const choicesAtMost = 100

const chosen = (name: 'one' | 'other', label: string, choices: readonly Choice[], now: string): Field => ({
  name, label, kind: 'choice', as: 'select', choices: choices.slice(0, choicesAtMost), ...(choices.some(({ value }) => value === now) ? { now } : {}),
})
const line = (name: 'one' | 'other', label: string, now: string, hint?: string): Field => ({ name, label, kind: 'line', maxLength: 60, ...(now === '' ? {} : { now }), ...(hint === undefined ? {} : { hint }) })

export function correctForm({ draft, act, one, other, units, people }: CorrectFacts, lang: Lang): Form {
  const w = words[lang]
  const unitChoices = units.map((unit): Choice => ({ value: unit, label: unit }))
  const personChoices = people.map(({ id, name, title }): Choice => ({ value: id, label: title === undefined ? name : `${name} ${title}` }))
  const unit = (name: 'one' | 'other', label: string, now: string): Field => (unitChoices.length === 0 ? line(name, label, now, w.newUnit) : chosen(name, label, unitChoices, now))
  const fields: Record<FormAct, readonly Field[]> = {
    merge: [unit('one', w.merge.one, one), unit('other', w.merge.other, other)],
    lead: [line('one', w.task, one, w.number), line('other', w.lead.other, other, w.newUnit)],
    year: [line('one', w.year.one, one)],
    contact: [unit('one', w.unit, one), chosen('other', w.contact.other, personChoices, other)],
    drop: [line('one', w.task, one, w.number)],
  }
  return { title: w[act].title, intro: [rich`${w[act].intro}`], fields: fields[act], submit: w.submit, run: { command: 'correct', args: { draft, act, form: true } } }
}
