// What became of a change to who takes part.
import type { Role } from '#src/directory/person.ts'
import type { Action, Card, Lang } from './card.ts'
import { counted } from './counted.ts'
import { fieldsWords, personRoles, type PersonFacts, type PersonMay } from './people-list.ts'
import { personActions } from './person-card.ts'
import { rich, type Rich } from './rich.ts'
import { roleName } from './role-words.ts'
import { ways } from './ways.ts'

const done = (text: string, more: readonly Rich[], actions: readonly Action[]): Card => ({ text: `✅ ${text}`, lines: [rich`✅ ${text}`, ...more], actions })
const toPeople = (lang: Lang): Action => ({ label: lang === 'zh' ? '人员' : 'People', run: ways.people() })

export function contactNamed({ name, unit, tasks }: { name: string; unit: string; tasks: number }, lang: Lang): Card {
  const text = lang === 'zh' ? `已记录：${name}是${unit}联络员，该单位牵头${tasks}项。` : `Recorded: ${name} is the contact of ${unit}, which leads ${counted(tasks, 'task')}.`
  return done(text, [], [{ label: lang === 'zh' ? '还有谁没有联络员' : 'Who has none', run: ways.units() }])
}

/** @param contacts how many contacts the unit has: without one, its heads are asked */
export function headNamed({ name, unit, contacts }: { name: string; unit: string; contacts: number }, lang: Lang): Card {
  const zh = lang === 'zh'
  const text = zh ? `已记录：${name}是${unit}负责人。` : `Recorded: ${name} is a head of ${unit}.`
  const can = zh ? rich`可以填报、申请办结，也可以指定本单位联络员。${contacts === 0 ? '该单位还没有联络员，通知先发给负责人。' : ''}` : rich`A head reports, claims, and names the unit's contacts. ${contacts === 0 ? 'The unit has no contact yet, so its head is asked.' : ''}`
  return done(text, [can], [toPeople(lang)])
}

/** B岗 may answer at any time, and is asked where no contact is there. */
export function backupNamed({ name, unit, contacts }: { name: string; unit: string; contacts: readonly string[] }, lang: Lang): Card {
  const zh = lang === 'zh'
  const text = zh ? `已记录：${name}是${unit}B岗。` : `Recorded: ${name} is the backup of ${unit}.`
  const who = contacts.join(zh ? '、' : ', ')
  const how = contacts.length === 0 ? (zh ? rich`该单位还没有联络员，提醒先发给${name}。` : rich`The unit has no contact yet, so ${name} is asked.`) : zh ? rich`随时可以填报；${who}不在岗时，提醒发给${name}。` : rich`May report at any time, and is reminded while ${who} is away.`
  return done(text, [how], [toPeople(lang)])
}

export function handlerNamed({ name, unit, isNew }: { name: string; unit: string; isNew: boolean }, lang: Lang): Card {
  const zh = lang === 'zh'
  const text = zh ? `已${isNew ? '登记' : '记录'}：${name}是${unit}承办人。` : `${isNew ? 'Registered' : 'Recorded'}: ${name} is a handler of ${unit}.`
  return done(text, [zh ? rich`下一步：把任务分给${name}，输入 /duban 分派 12,15 @${name}。` : rich`Next: hand items on, /duban assign 12,15 @${name}.`], [{ label: zh ? '我的任务' : 'My tasks', run: ways.mine() }])
}

type Removed = { act: 'remove' | 'unhead' | 'unbackup' | 'unhandler'; name: string; unit: string; /** Whoever is asked for the unit now. */ asked: readonly string[] }

const postWords: Record<Lang, Record<Removed['act'], string>> = {
  zh: { remove: '联络员', unhead: '负责人', unbackup: 'B岗', unhandler: '承办人' },
  en: { remove: 'a contact', unhead: 'a head', unbackup: 'a backup', unhandler: 'a handler' },
}

export function removedFromUnit({ act, name, unit, asked }: Removed, lang: Lang): Card {
  const zh = lang === 'zh'
  const post = postWords[lang][act]
  const text = zh ? `已记录：${name}不是${unit}${post}。` : `Recorded: ${name} is not ${post} of ${unit}.`
  const names = asked.join(zh ? '、' : ', ')
  const left = asked.length === 0 ? (zh ? rich`⚠️ ${unit}现在没有联络员，通知不到。` : rich`⚠️ ${unit} has no contact now: nobody is told.`) : zh ? rich`今后的通知发给${names}。已经填报的内容不变。` : rich`From now on ${names} will be told. What was reported stays.`
  return done(text, [left], [...(asked.length === 0 ? [{ label: zh ? '指定联络员' : 'Name a contact', run: ways.nameContact(unit) }] : []), toPeople(lang)])
}

export function rolesChanged({ act, role, person, may }: { act: 'grant' | 'revoke'; role: Role; person: PersonFacts; may: PersonMay }, lang: Lang): Card {
  const zh = lang === 'zh'
  const called = roleName[lang][role]
  const text = act === 'grant' ? (zh ? `已记录：${person.name}有${called}角色。` : `Recorded: ${person.name} is ${called}.`) : zh ? `已记录：${person.name}没有${called}角色。` : `Recorded: ${person.name} is not ${called}.`
  return done(text, [zh ? rich`现在：${personRoles(person, lang)}` : rich`Now: ${personRoles(person, lang)}`], [...personActions(person, may, lang), toPeople(lang)])
}

export function fieldsSet({ name, fields }: { name: string; fields: readonly string[] }, lang: Lang): Card {
  const none = lang === 'zh' ? '没有分管领域' : 'in charge of no field'
  const charge = fields.length === 0 ? none : fieldsWords(fields, lang)
  return done(lang === 'zh' ? `已记录：${name}${charge}。` : `Recorded: ${name} is ${charge}.`, [], [toPeople(lang)])
}

export function telephoneSet({ name, telephone }: { name: string; telephone?: string }, lang: Lang): Card {
  const zh = lang === 'zh'
  if (telephone === undefined) return done(zh ? `已记录：${name}没有登记电话。` : `Recorded: ${name} has no telephone here.`, [], [toPeople(lang)])
  return done(zh ? `已记录：${name}的电话是${telephone}。` : `Recorded: the telephone of ${name} is ${telephone}.`, [zh ? rich`是督查室的，会写在给联络员的第一条消息里。` : rich`A secretary’s stands in the first message to a contact.`], [toPeople(lang)])
}

/** Named without a part: what they can be made is offered. */
export function personAdded(person: PersonFacts, may: PersonMay, lang: Lang): Card {
  const { name } = person
  const text = lang === 'zh' ? `已登记${name}。下一步：定${name}是哪个单位的联络员，或授予角色。` : `${name} is registered. Next: say for which unit, or in which role.`
  return done(text, [], [...personActions(person, may, lang), toPeople(lang)])
}

export function personRenamed({ from, name, title }: { from: string; name: string; title?: string }, lang: Lang): Card {
  const called = title === undefined ? name : `${name} ${title}`
  return done(lang === 'zh' ? `已记录：“${from}”现在登记为“${called}”。` : `Recorded: “${from}” is now registered as “${called}”.`, [], [toPeople(lang)])
}

export function aideChanged({ act, name, leader }: { act: 'aide' | 'unaide'; name: string; leader: string }, lang: Lang): Card {
  const zh = lang === 'zh'
  if (act === 'unaide') return done(zh ? `已记录：${name}不再是${leader}的联络员。` : `Recorded: ${name} is not ${leader}’s aide any more.`, [], [toPeople(lang)])
  const text = zh ? `已记录：${name}是${leader}的联络员。` : `Recorded: ${name} is ${leader}’s aide.`
  const can = zh ? rich`可以看${leader}看到的，并代录口头批示：/duban 口头批示 原话；${leader}点“属实”确认。` : rich`Sees what ${leader} sees and records what ${leader} says: /duban spoken and the words; ${leader} confirms it.`
  return done(text, [can], [toPeople(lang)])
}
