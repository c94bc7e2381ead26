// Forms that put something right in a draft.
import type { Person } from '#src/directory/person.ts'
import type { DraftId } from '#src/ledger/draft.ts'
import type { Choice, Field, Form, Lang } from './card.ts'
import { rich } from './rich.ts'

/** `restore` needs no form. */
export type CorrectAct = 'merge' | 'lead' | 'year' | 'contact' | 'drop' | 'restore'
type FormAct = Exclude<CorrectAct, 'restore'>

export type CorrectFacts = { draft: DraftId; act: FormAct; one: string; other: string; units: readonly string[]; people: readonly Pick<Person, 'id' | 'name' | 'title'>[] }

/** What each form is called, what it says first, and its fields from top to bottom. */
type FormWords = { submit: string; number: string; unit: string; forms: Record<FormAct, { title: string; intro: string; one: string; other?: string }> }

const words: Record<Lang, FormWords> = {
  zh: {
    submit: '改好', number: '编号如预览所示，例：3', unit: '写单位名称',
    forms: {
      merge: { title: '合并单位', intro: '两个名称是同一个单位：分工合并，并入的名称记为别名。', one: '保留的名称', other: '并入的名称' },
      lead: { title: '改牵头', intro: '原来牵头的改为责任单位。', one: '任务编号', other: '现由谁牵头' },
      year: { title: '绑定年份', intro: '没有单独核对过的空白年份都定为这一年。', one: '年份' },
      contact: { title: '指定联络员', intro: '确认导入时记入名册。不在名单里的，先输入 /duban 人员 登记 @本人 姓名。', one: '单位', other: '联络员' },
      drop: { title: '去掉一项任务', intro: '这一项不作为任务导入；正文不变。', one: '任务编号' },
    },
  },
  en: {
    submit: 'Change it', number: 'Its number in the preview, such as 3', unit: 'The name of a unit',
    forms: {
      merge: { title: 'Merge two units', intro: 'Two names are one unit: its parts become one, the second name an alias.', one: 'The name that stays', other: 'The name that goes' },
      lead: { title: 'Change a lead', intro: 'Who led before stays responsible.', one: 'Task', other: 'Who leads now' },
      year: { title: 'Set the blank years', intro: 'Every blank year that has no answer of its own becomes this one.', one: 'Year' },
      contact: { title: 'Name a contact', intro: 'Goes into the directory when you confirm. Somebody who is not listed is registered first: /duban people add @person name.', one: 'Unit', other: 'Contact' },
      drop: { title: 'Leave out a task', intro: 'It is not imported as a task; the text stays.', one: 'Task' },
    },
  },
}

/** As many as a menu takes. */
const choicesAtMost = 100

const chosen = (name: 'one' | 'other', label: string, choices: readonly Choice[], now: string): Field => ({
  name, label, kind: 'choice', as: 'select', choices: choices.slice(0, choicesAtMost), ...(choices.some(({ value }) => value === now) ? { now } : {}),
})
const line = (name: 'one' | 'other', label: string, now: string, hint?: string): Field => ({ name, label, kind: 'line', maxLength: 60, ...(now === '' ? {} : { now }), ...(hint === undefined ? {} : { hint }) })

export function correctForm({ draft, act, one, other, units, people }: CorrectFacts, lang: Lang): Form {
  const { submit, number, unit: unitHint, forms } = words[lang]
  const { title, intro, ...labels } = forms[act]
  const unitChoices = units.map((name): Choice => ({ value: name, label: name }))
  const personChoices = people.map(({ id, name, title: post }): Choice => ({ value: id, label: post === undefined ? name : `${name} ${post}` }))
  const now = { one, other }
  const typed = (name: 'one' | 'other', hint?: string): Field => line(name, labels[name] ?? '', now[name], hint)
  const picked = (name: 'one' | 'other', choices: readonly Choice[]): Field => chosen(name, labels[name] ?? '', choices, now[name])
  const unit = (name: 'one' | 'other'): Field => (unitChoices.length === 0 ? typed(name, unitHint) : picked(name, unitChoices))
  const fields: Record<FormAct, readonly Field[]> = {
    merge: [unit('one'), unit('other')],
    lead: [typed('one', number), typed('other', unitHint)],
    year: [typed('one')],
    contact: [unit('one'), picked('other', personChoices)],
    drop: [typed('one', number)],
  }
  return { title, intro: [rich`${intro}`], fields: fields[act], submit, run: { command: 'correct', args: { draft, act, form: true } } }
}
