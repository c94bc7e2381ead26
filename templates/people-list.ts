// Who takes part: roles, units, and whether the bot can reach them.
import type { PersonId } from '#src/ledger/ids.ts'
import type { Role } from '#src/directory/person.ts'
import type { Card, Lang, Row } from './card.ts'
import { shortDay } from './day-words.ts'
import type { AbsenceFacts } from './deputy.ts'
import { rich, strong, type Rich } from './rich.ts'
import { roleName } from './role-words.ts'
import { ways } from './ways.ts'

export type PersonFacts = {
  id: PersonId; name: string; title?: string
  roles: readonly Role[]; contactOf: readonly string[]; backupOf: readonly string[]; headOf: readonly string[]; handlerOf: readonly string[]; fields: readonly string[]
  /** The leaders whose aide they are. */
  aideOf: readonly string[]
  /** Days on which they are away, the nearest first, and for whom they stand in today. */
  absences: readonly AbsenceFacts[]; standsFor: readonly string[]
  reached: boolean
  telephone?: string
}

/** What the asker may change about one person. `removeContactOf`: units whose contact they may take back. */
export type PersonMay = { grant: boolean; revoke: boolean; setFields: boolean; setTelephone: boolean; nameContact: boolean; nameHead: boolean; removeHead: boolean; removeContactOf: readonly string[]; removeBackupOf: readonly string[]; removeHandlerOf: readonly string[]; setAbsence: boolean; handOver: boolean; nameAide: boolean; removeAideOf: readonly string[] }

const peopleOnPage = 20

export function personRoles({ roles, contactOf, backupOf, headOf, handlerOf, aideOf = [] }: Pick<PersonFacts, 'roles' | 'contactOf' | 'backupOf' | 'headOf' | 'handlerOf'> & Partial<Pick<PersonFacts, 'aideOf'>>, lang: Lang): string {
  const zh = lang === 'zh'
  const words = [
    ...roles.flatMap((role) => (role === 'aide' && aideOf.length > 0 ? aideOf.map((leader) => (lang === 'zh' ? `${leader}的联络员` : `${leader}’s aide`)) : [roleName[lang][role]])),
    ...headOf.map((unit) => (zh ? `${unit}负责人` : `head of ${unit}`)),
    ...contactOf.map((unit) => (zh ? `${unit}联络员` : `contact of ${unit}`)),
    ...backupOf.map((unit) => (zh ? `${unit}B岗` : `backup of ${unit}`)),
    ...handlerOf.map((unit) => (zh ? `${unit}承办人` : `handler of ${unit}`)),
  ]
  return words.length === 0 ? (zh ? '未分工' : 'no part yet') : words.join(zh ? '、' : ', ')
}

/** 分管教育、校园, or nothing. */
export function fieldsWords(fields: readonly string[], lang: Lang): string {
  if (fields.length === 0) return ''
  return lang === 'zh' ? `分管${fields.join('、')}` : `in charge of ${fields.join(', ')}`
}

type Listing = { page: number; mayName: boolean; mayGrant: boolean }

export function peopleListCard(people: readonly PersonFacts[], { page: wanted, mayName, mayGrant }: Listing, lang: Lang): Card {
  const zh = lang === 'zh'
  const pages = Math.max(1, Math.ceil(people.length / peopleOnPage))
  const page = Math.min(wanted, pages)
  const paged = pages === 1 ? '' : zh ? `，第${page}/${pages}页` : `, page ${page} of ${pages}`
  const head = people.length === 0 ? (zh ? '还没有登记人员。' : 'Nobody is registered yet.') : zh ? `人员共${people.length}人${paged}` : `${people.length} people${paged}`
  const canChange = mayName || mayGrant
  const rows = people.slice((page - 1) * peopleOnPage, page * peopleOnPage).map((person) => rowOf(person, canChange, lang))
  return {
    text: head,
    lines: [rich`${head}`],
    sections: rows.length === 0 ? [] : [{ rows }],
    actions: [
      ...(page < pages ? [{ label: zh ? '下一页' : 'Next page', run: ways.people(page + 1) }] : []),
      ...(page > 1 ? [{ label: zh ? '上一页' : 'Previous page', run: ways.people(page - 1) }] : []),
      { label: zh ? '单位' : 'Units', run: ways.unitNames() },
    ],
    ...(canChange ? { footer: howTo({ mayName, mayGrant }, lang) } : {}),
  }
}

function howTo({ mayName, mayGrant }: Omit<Listing, 'page'>, lang: Lang): Rich {
  const zh = lang === 'zh'
  const how = [
    zh ? '登记或改名：/duban 人员 登记 @本人 姓名' : 'Register or rename: /duban people add @person name',
    ...(mayName ? [zh ? '指定联络员：/duban 人员 指定 @本人 县教育局' : 'name a contact: /duban people name @person unit'] : []),
    ...(mayGrant ? [zh ? '授权：/duban 人员 授权 @本人 领导' : 'grant a role: /duban people grant @person leader'] : []),
  ]
  return zh ? rich`${how.join('；')}` : rich`${how.join('; ')}`
}

function rowOf(person: PersonFacts, canChange: boolean, lang: Lang): Row {
  const line = personLine(person, lang)
  if (!canChange) return { line }
  return { line, beside: { label: lang === 'zh' ? '调整' : 'Change', says: lang === 'zh' ? `调整${person.name}` : `Change ${person.name}`, run: ways.person(person.id) } }
}

/** 7月6日—7月10日由唐一鸣代办；正代苏晚晴 */
function standInWords({ absences: [next], standsFor }: PersonFacts, lang: Lang): string {
  const zh = lang === 'zh'
  const days = next === undefined ? '' : `${shortDay(next.from, lang, next.from)}—${shortDay(next.until, lang, next.from)}`
  return [
    ...(next === undefined ? [] : [zh ? `${days}${next.deputy === undefined ? '不在岗' : `由${next.deputy}代办`}` : `${days} ${next.deputy === undefined ? 'away' : `${next.deputy} stands in`}`]),
    ...(standsFor.length === 0 ? [] : [zh ? `正代${standsFor.join('、')}` : `stands in for ${standsFor.join(', ')}`]),
  ].map((words) => ` · ${words}`).join('')
}

export function personLine(person: PersonFacts, lang: Lang): Rich {
  const title = person.title === undefined ? '' : ` ${person.title}`
  const charge = fieldsWords(person.fields, lang)
  return rich`${strong(person.name)}${title} · ${personRoles(person, lang)}${charge === '' ? '' : ` · ${charge}`}${person.telephone === undefined ? '' : ` · ☎ ${person.telephone}`}${standInWords(person, lang)}${person.reached ? '' : lang === 'zh' ? '(没有聊天账号)' : ' (no chat account)'}`
}
