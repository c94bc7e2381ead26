// Who takes part, and one of them; registering people, and saying who is contact, head, leader, secretary or admin.
import { z } from 'zod'
import { answered, command, type Answer, type Desk } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import { peopleListCard } from '#templates/people-list.ts'
import { personCard } from '#templates/person-card.ts'
import { findPerson } from './find-person.ts'
import { changeAide } from './people-aides.ts'
import { registerPerson } from './people-register.ts'
import { grantRole, revokeRole, setFields } from './people-roles.ts'
import { setTelephone } from './people-telephone.ts'
import { nameForUnit, removeFromUnit } from './people-units.ts'
import { factsOf, mayChange } from './person-facts.ts'
import { refused } from './refused.ts'
import { own } from './own-word.ts'

const Act = z.enum(['list', 'show', 'name', 'remove', 'head', 'unhead', 'backup', 'unbackup', 'handler', 'unhandler', 'add', 'grant', 'revoke', 'fields', 'telephone', 'aide', 'unaide'])
type Act = z.infer<typeof Act>

const acts: Readonly<Record<string, Act>> = {
  登记: 'add', add: 'add', 改名: 'add', rename: 'add',
  指定: 'name', name: 'name', 取消: 'remove', 取消联络员: 'remove', remove: 'remove',
  负责人: 'head', head: 'head', 取消负责人: 'unhead', unhead: 'unhead',
  b岗: 'backup', backup: 'backup', 取消b岗: 'unbackup', unbackup: 'unbackup',
  承办人: 'handler', handler: 'handler', 取消承办人: 'unhandler', unhandler: 'unhandler',
  授权: 'grant', grant: 'grant', 收回: 'revoke', 撤销: 'revoke', revoke: 'revoke',
  领导联络员: 'aide', aide: 'aide', 取消领导联络员: 'unaide', unaide: 'unaide',
  分管: 'fields', fields: 'fields', 电话: 'telephone', telephone: 'telephone', phone: 'telephone',
}

/** 教育 校园, 教育、校园 and 教育,校园 are two fields; 无 is none. */
const Fields = z.string().max(600).transform((text) => text.split(/[\s、,，;；]+/).filter((field) => !['', '无', 'none'].includes(field))).pipe(z.array(z.string().max(60)))

export const people = command({
  name: { zh: '人员', en: 'people' },
  also: ['联络员', '联系人', '名册', '通讯录', 'person'],
  usage: {
    zh: '人员（登记 @本人 姓名；指定、取消、负责人、B岗、承办人 @本人 县教育局；授权、收回 @本人 领导；分管 @本人 教育；领导联络员 @本人 领导姓名；电话 @本人 0733-8812345）',
    en: 'people (add @person name; name, remove, head, backup, handler @person 县教育局; grant, revoke @person leader; fields @person 教育; aide @person leader; telephone @person 0733-8812345)',
  },
  about: { zh: '人员名册；登记人员，定联络员、B岗、承办人、负责人、角色、分管领域和领导联络员', en: 'who takes part; register people, say who is contact, backup, handler, head, leader, secretary or admin' },
  then: { zh: '马上生效；被指定的联络员从此收到提醒。', en: 'It takes effect at once; a contact who is named is reminded from then on.' },
  group: 'people',
  may: 'see',
  args: z.object({
    act: Act.default('list'),
    /** A mention, a name, or an id of the directory. */
    person: z.string().trim().max(80).default(''),
    unit: z.string().trim().max(60).default(''),
    name: z.string().trim().max(40).default(''),
    title: z.string().trim().max(60).default(''),
    role: z.string().trim().max(40).default(''),
    /** Whose aide. */
    leader: z.string().trim().max(80).default(''),
    fields: Fields.optional(),
    telephone: z.string().max(60).optional(),
    page: z.coerce.number().int().min(1).max(999).default(1),
    form: z.boolean().default(false),
  }),
  typed([first, person = '', ...rest]) {
    if (first === undefined) return {}
    const act = own(acts, first.toLowerCase())
    if (act === undefined) return { act: 'show', person: first }
    if (act === 'add') return { act, person, name: rest[0] ?? '', title: rest.slice(1).join(' ') }
    // A number, or 无, where a person would stand, is the asker's own.
    if (act === 'telephone' && (/^[+\d(（]/.test(person) || ['无', 'none'].includes(person.toLowerCase()))) return { act, telephone: [person, ...rest].join(' ') }
    if (act === 'telephone') return { act, person, ...(rest.length === 0 ? {} : { telephone: rest.join(' ') }) }
    if (act === 'aide' || act === 'unaide') return { act, person, leader: rest.join('') }
    if (act === 'grant' || act === 'revoke') return { act, person, role: rest.join('') }
    // 承办人 @某某 姓名 单位: a name for who is not registered; without a unit the asker's own.
    if (act === 'handler') return { act, person, name: rest[0] ?? '', unit: rest.slice(1).join('') }
    return act === 'fields' ? { act, person, ...(rest.length === 0 ? {} : { fields: rest.join(' ') }) } : { act, person, unit: rest.join('') }
  },
  run({ act, person, unit, name, title, role, leader, fields, telephone, page, form }, desk) {
    switch (act) {
      case 'list':
        return listed(page, desk)
      case 'show':
        return shown(person, desk)
      case 'add':
        return registerPerson({ mention: person, name, title }, desk)
      case 'name': case 'head': case 'backup': case 'handler':
        return nameForUnit(act, person, unit, name, desk)
      case 'remove': case 'unhead': case 'unbackup': case 'unhandler':
        return removeFromUnit(act, person, unit, desk)
      case 'grant':
        return grantRole(person, role, desk)
      case 'revoke':
        return revokeRole(person, role, desk)
      case 'fields':
        return setFields(person, fields, form, desk)
      case 'aide': case 'unaide':
        return changeAide(act, person, leader, desk)
      case 'telephone':
        return setTelephone(person, telephone, form, desk)
    }
  },
})

function listed(page: number, desk: Desk): Answer {
  const everybody = [...desk.directory.people.values()].map((each) => factsOf(each, desk))
  return answered(peopleListCard(everybody, { page, mayName: may(desk.asker, 'name-contact'), mayGrant: may(desk.asker, 'grant-role') }, desk.lang))
}

function shown(asked: string, desk: Desk): Answer {
  const person = findPerson(desk, asked)
  return person === undefined ? refused({ code: 'person-unknown', asked }, desk) : answered(personCard(factsOf(person, desk), mayChange(person, desk), desk.lang))
}
