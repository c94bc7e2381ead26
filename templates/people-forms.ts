// Forms that ask who, for which unit, which role, which fields of charge.
import { Role, type Person } from '#src/directory/person.ts'
import type { Form, Lang } from './card.ts'
import { rich, strong } from './rich.ts'
import { roleName } from './role-words.ts'

type Naming = 'name' | 'head' | 'backup' | 'handler'
type Named = Pick<Person, 'id' | 'name' | 'title'>

const words = {
  zh: {
    title: { name: '指定联络员', head: '指定负责人', backup: '指定B岗', handler: '登记承办人' }, person: { name: '联络员', head: '负责人', backup: 'B岗', handler: '承办人' }, unit: '单位', submit: '指定',
    grant: '授权', role: '角色', fields: '分管领域', hint: '用空格或顿号分开，例：教育 校园。与方案各部分的用词一致；不填就是没有。', save: '记录',
  },
  en: {
    title: { name: 'Name a contact', head: 'Name a head', backup: 'Name a backup', handler: 'Register a handler' }, person: { name: 'Contact', head: 'Head', backup: 'Backup', handler: 'Handler' }, unit: 'Unit', submit: 'Name',
    grant: 'Grant a role', role: 'Role', fields: 'Fields of charge', hint: 'Separated by spaces, in the words of the plans: 教育 校园. Left empty, there is none.', save: 'Record',
  },
} satisfies Record<Lang, unknown>

const called = ({ name, title }: Named): string => (title === undefined ? name : `${name} ${title}`)

/** Somebody in the directory is chosen; who is not there yet is registered first. */
export function namePersonForm({ act, unit, people }: { act: Naming; unit: string; people: readonly Named[] }, lang: Lang): Form {
  const w = words[lang]
  const zh = `不在名单里的，先输入 /duban 人员 登记 @本人 姓名。`
  const en = `Somebody who is not listed is registered first: /duban people add @person name.`
  const others = lang === 'zh' ? rich`${strong(unit)}：${w.person[act]}。${zh}` : rich`${strong(unit)}: ${w.person[act]}. ${en}`
  const contact = lang === 'zh' ? rich`为${strong(unit)}指定一位联络员，通知和提醒发给这位。${zh}` : rich`Who is asked for ${strong(unit)}? ${en}`
  const head = lang === 'zh' ? rich`为${strong(unit)}指定负责人。${zh}` : rich`Who is head of ${strong(unit)}? ${en}`
  return {
    title: w.title[act],
    intro: [act === 'name' ? contact : act === 'head' ? head : others],
    fields: [{ name: 'person', label: w.person[act], kind: 'choice', as: 'select', choices: people.map((person) => ({ value: person.id, label: called(person) })) }],
    submit: w.submit,
    run: { command: 'people', args: { act, unit } },
  }
}

export function chooseUnitForm({ act, person, units }: { act: Naming; person: Named; units: readonly string[] }, lang: Lang): Form {
  const w = words[lang]
  return {
    title: w.title[act],
    intro: [rich`${strong(called(person))}`],
    fields: [{ name: 'unit', label: w.unit, kind: 'choice', as: 'select', choices: units.map((unit) => ({ value: unit, label: unit })) }],
    submit: w.submit,
    run: { command: 'people', args: { act, person: person.id } },
  }
}

export function grantForm(person: Named & Pick<Person, 'roles'>, lang: Lang): Form {
  const w = words[lang]
  const choices = Role.options.filter((role) => !person.roles.includes(role)).map((role) => ({ value: role, label: roleName[lang][role] }))
  return { title: w.grant, intro: [rich`${strong(called(person))}`], fields: [{ name: 'role', label: w.role, kind: 'choice', as: 'radio', choices }], submit: w.grant, run: { command: 'people', args: { act: 'grant', person: person.id } } }
}

export function telephoneForm(person: Named & Pick<Person, 'telephone'>, lang: Lang): Form {
  const zh = lang === 'zh'
  return {
    title: zh ? '登记电话' : 'Telephone',
    intro: [rich`${strong(called(person))}`, zh ? rich`督查室的电话写在给联络员的第一条消息里，有疑问可以打。` : rich`A secretary’s number stands in the first message to a contact.`],
    fields: [{ name: 'telephone', label: zh ? '电话' : 'Telephone', kind: 'line', maxLength: 40, now: person.telephone ?? '', hint: zh ? '例：0733-8812345；不填就是没有' : 'Such as 0733-8812345; left empty, there is none', optional: true }],
    submit: words[lang].save,
    run: { command: 'people', args: { act: 'telephone', person: person.id, form: true } },
  }
}

export function fieldsForm(person: Named & Pick<Person, 'fields'>, lang: Lang): Form {
  const w = words[lang]
  return {
    title: w.fields,
    intro: [rich`${strong(called(person))}`],
    fields: [{ name: 'fields', label: w.fields, kind: 'line', maxLength: 300, now: person.fields.join(' '), hint: w.hint, optional: true }],
    submit: w.save,
    run: { command: 'people', args: { act: 'fields', person: person.id, form: true } },
  }
}

/** An account that nobody registered: its name is asked, and it becomes a handler. */
export function handlerNameForm({ person, unit }: { person: string; unit: string }, lang: Lang): Form {
  const w = words[lang]
  return {
    title: w.title.handler,
    intro: [lang === 'zh' ? rich`${strong(unit)}：这个账号还没有登记，请写姓名。` : rich`${strong(unit)}: this account is not registered yet.`],
    fields: [{ name: 'name', label: lang === 'zh' ? '姓名' : 'Name', kind: 'line', maxLength: 40 }],
    submit: w.submit,
    run: { command: 'people', args: { act: 'handler', person, unit } },
  }
}

/** Whose aide: one of the leaders. */
export function aideForm(person: Named, leaders: readonly Named[], lang: Lang): Form {
  const zh = lang === 'zh'
  return {
    title: zh ? '领导联络员' : 'A leader’s aide', intro: [rich`${strong(called(person))}`], submit: words[lang].save,
    fields: [{ name: 'leader', label: zh ? '是哪位领导的联络员' : 'Whose aide', kind: 'choice', as: 'select', choices: leaders.map((leader) => ({ value: leader.id, label: called(leader) })) }],
    run: { command: 'people', args: { act: 'aide', person: person.id } },
  }
}
