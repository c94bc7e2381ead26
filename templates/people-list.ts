// Who takes part: roles, units, and whether the bot can reach them. And what became of a change to that.
import type { Role } from '#src/directory/person.ts'
import type { Card, Form, Lang } from './card.ts'
import { rich, strong, type Rich } from './rich.ts'
import { ways } from './ways.ts'

export type PersonFacts = { name: string; title?: string; roles: readonly Role[]; contactOf: readonly string[]; headOf: readonly string[]; reached: boolean }

const roleName: Record<Lang, Record<Role, string>> = {
  zh: { leader: '领导', aide: '领导联络员', secretary: '督查室', admin: '管理员' },
  en: { leader: 'leader', aide: 'aide', secretary: 'secretary', admin: 'admin' },
}

export function personRoles({ roles, contactOf, headOf }: Pick<PersonFacts, 'roles' | 'contactOf' | 'headOf'>, lang: Lang): string {
  const zh = lang === 'zh'
  const words = [
    ...roles.map((role) => roleName[lang][role]),
    ...headOf.map((unit) => (zh ? `${unit}负责人` : `head of ${unit}`)),
    ...contactOf.map((unit) => (zh ? `${unit}联络员` : `contact of ${unit}`)),
  ]
  return words.length === 0 ? (zh ? '未分工' : 'no part yet') : words.join(zh ? '、' : ', ')
}

export function peopleListCard(people: readonly PersonFacts[], canName: boolean, lang: Lang): Card {
  const zh = lang === 'zh'
  const head = zh ? `人员共${people.length}人` : `${people.length} people`
  const how = zh ? '登记：/duban 人员 登记 @本人 姓名；指定联络员：/duban 人员 指定 @本人 县教育局' : 'Register: /duban people add @person name; name a contact: /duban people name @person unit'
  return {
    text: people.length === 0 ? (zh ? '还没有登记人员。' : 'Nobody is registered yet.') : head,
    lines: [rich`${people.length === 0 ? (zh ? '还没有登记人员。' : 'Nobody is registered yet.') : head}`],
    sections: people.length === 0 ? [] : [{ rows: people.map((person) => ({ line: personLine(person, lang) })) }],
    actions: [{ label: zh ? '单位' : 'Units', run: ways.unitNames() }],
    ...(canName ? { footer: rich`${how}` } : {}),
  }
}

function personLine(person: PersonFacts, lang: Lang): Rich {
  const title = person.title === undefined ? '' : ` ${person.title}`
  return rich`${strong(person.name)}${title} · ${personRoles(person, lang)}${person.reached ? '' : lang === 'zh' ? '(没有聊天账号)' : ' (no chat account)'}`
}

export function contactNamed({ name, unit, tasks }: { name: string; unit: string; tasks: number }, lang: Lang): Card {
  const text = lang === 'zh' ? `已记录：${name}是${unit}联络员，该单位牵头${tasks}项。` : `Recorded: ${name} is the contact of ${unit}, which leads ${tasks} tasks.`
  return { text, lines: [rich`✅ ${text}`], actions: [{ label: lang === 'zh' ? '还有谁没有联络员' : 'Who has none', run: ways.units() }] }
}

export function personAdded({ name }: { name: string }, lang: Lang): Card {
  const text = lang === 'zh' ? `已登记${name}。下一步：/duban 人员 指定 @本人 单位，指定为联络员。` : `${name} is registered. Next: /duban people name @person unit.`
  return { text, lines: [rich`✅ ${text}`], actions: [{ label: lang === 'zh' ? '人员' : 'People', run: ways.people() }] }
}

/** Somebody in the directory is chosen; who is not there yet is registered first. */
export function nameContactForm({ unit, people }: { unit: string; people: readonly { id: string; name: string; title?: string }[] }, lang: Lang): Form {
  const zh = lang === 'zh'
  return {
    title: zh ? '指定联络员' : 'Name a contact',
    intro: [zh ? rich`为${strong(unit)}指定一位联络员，通知和提醒发给这位。不在名单里的，先输入 /duban 人员 登记 @本人 姓名。` : rich`Who is asked for ${strong(unit)}? Somebody who is not listed is registered first: /duban people add @person name.`],
    fields: [{ name: 'person', label: zh ? '联络员' : 'Contact', kind: 'choice', as: 'select', choices: people.map(({ id, name, title }) => ({ value: id, label: title === undefined ? name : `${name} ${title}` })) }],
    submit: zh ? '指定' : 'Name',
    run: { command: 'people', args: { act: 'name', unit } },
  }
}
