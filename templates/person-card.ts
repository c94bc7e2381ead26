// One person: what they are, and a button for everything the asker may change.
import { Role } from '#src/directory/person.ts'
import type { Action, Card, Lang, Row } from './card.ts'
import { cutTo } from './cut-to.ts'
import { personLine, type PersonFacts, type PersonMay } from './people-list.ts'
import { plain, rich } from './rich.ts'
import { roleName } from './role-words.ts'
import { saysOf } from './says-of.ts'
import { ways } from './ways.ts'

const words = {
  zh: {
    contactOf: (unit: string) => `${unit}联络员`, headOf: (unit: string) => `${unit}负责人`, backupOf: (unit: string) => `${unit}B岗`, handlerOf: (unit: string) => `${unit}承办人`, backup: '指定为B岗', deputy: '找人代办', handover: '交接', remove: '取消', revoke: '收回',
    name: '指定为联络员', head: '指定为负责人', grant: '授权', fields: '分管领域', aide: '是谁的联络员', aideOf: (leader: string) => `${leader}的联络员`, all: '全部人员', ask: (name: string, what: string) => `不再让${name}担任${what}？`,
  },
  en: {
    contactOf: (unit: string) => `contact of ${unit}`, headOf: (unit: string) => `head of ${unit}`, backupOf: (unit: string) => `backup of ${unit}`, handlerOf: (unit: string) => `handler of ${unit}`, backup: 'Make a backup', deputy: 'A deputy', handover: 'Hand over', remove: 'Remove', revoke: 'Take back',
    name: 'Make a contact', head: 'Make a head', grant: 'Grant a role', fields: 'Fields of charge', aide: 'Whose aide', aideOf: (leader: string) => `${leader}’s aide`, all: 'Everybody', ask: (name: string, what: string) => `From now on ${name} is not ${what}?`,
  },
} satisfies Record<Lang, unknown>

export function personCard(person: PersonFacts, may: PersonMay, lang: Lang): Card {
  const line = personLine(person, lang)
  const rows = [...roleRows(person, may, lang), ...unitRows(person, may, lang)]
  return { text: plain(line), lines: [line], ...(rows.length === 0 ? {} : { sections: [{ rows }] }), actions: [...personActions(person, may, lang), { label: words[lang].all, run: ways.people() }] }
}

/** What can be added to a person: for the card, and for the answer to a change. */
export function personActions({ id, name, roles }: PersonFacts, may: PersonMay, lang: Lang): Action[] {
  const w = words[lang]
  const form = (act: string): Action['run'] => ({ command: 'people', args: { act, person: id } })
  return [
    ...(may.nameContact ? [{ label: w.name, run: form('name') }] : []),
    ...(may.nameContact ? [{ label: w.backup, run: form('backup') }] : []),
    ...(may.nameHead ? [{ label: w.head, run: form('head') }] : []),
    ...(may.setAbsence ? [{ label: w.deputy, says: saysOf(w.deputy, name, lang), run: { command: 'deputy', args: { person: id } } }] : []),
    ...(may.handOver ? [{ label: w.handover, says: saysOf(w.handover, name, lang), run: { command: 'handover', args: { from: id } } }] : []),
    ...(may.grant && roles.length < Role.options.length ? [{ label: w.grant, run: form('grant') }] : []),
    ...(may.setTelephone && roles.includes('secretary') ? [{ label: lang === 'zh' ? '电话' : 'Telephone', says: cutTo(lang === 'zh' ? `登记电话：${name}` : `Telephone: ${name}`, 70), run: form('telephone') }] : []),
    ...(may.nameAide ? [{ label: w.aide, run: form('aide') }] : []),
    ...(may.setFields && roles.includes('leader') ? [{ label: w.fields, run: form('fields') }] : []),
  ]
}

function roleRows(person: PersonFacts, may: PersonMay, lang: Lang): Row[] {
  const w = words[lang]
  return may.revoke ? person.roles.map((role) => takenBack(person, { what: roleName[lang][role], label: w.revoke, act: 'revoke', args: { role } }, lang)) : []
}

function unitRows(person: PersonFacts, may: PersonMay, lang: Lang): Row[] {
  const w = words[lang]
  const headOf = may.removeHead ? person.headOf : []
  return [
    ...may.removeAideOf.map((leader) => takenBack(person, { what: w.aideOf(leader), label: w.remove, act: 'unaide', args: { leader } }, lang)),
    ...headOf.map((unit) => takenBack(person, { what: w.headOf(unit), label: w.remove, act: 'unhead', args: { unit } }, lang)),
    ...may.removeContactOf.map((unit) => takenBack(person, { what: w.contactOf(unit), label: w.remove, act: 'remove', args: { unit } }, lang)),
    ...may.removeBackupOf.map((unit) => takenBack(person, { what: w.backupOf(unit), label: w.remove, act: 'unbackup', args: { unit } }, lang)),
    ...may.removeHandlerOf.map((unit) => takenBack(person, { what: w.handlerOf(unit), label: w.remove, act: 'unhandler', args: { unit } }, lang)),
  ]
}

function takenBack({ id, name }: PersonFacts, { what, label, act, args }: { what: string; label: string; act: string; args: Record<string, string> }, lang: Lang): Row {
  return { line: rich`${what}`, beside: { label, says: saysOf(label, `${name} ${what}`, lang), run: { command: 'people', args: { act, person: id, ...args } }, style: 'danger', confirm: words[lang].ask(name, what) } }
}
