import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { may, permissions, whoMay, type Permission } from '#src/directory/permissions.ts'
import type { Person } from '#src/directory/person.ts'
import { PersonId } from '#src/ledger/ids.ts'
import { unitId } from '#test/builders.ts'

const [own, other] = [unitId('县教育局'), unitId('县财政局')]

const personWith = (facts: Partial<Person>): Person => ({ id: PersonId.parse('u1'), name: '某人', roles: [], contactOf: [], backupOf: [], headOf: [], handlerOf: [], fields: [], formerOf: [], ...facts })

const who = {
  stranger: undefined,
  known: personWith({}),
  contact: personWith({ contactOf: [own] }),
  backup: personWith({ backupOf: [own] }),
  head: personWith({ headOf: [own] }),
  leader: personWith({ roles: ['leader'] }),
  aide: personWith({ roles: ['aide'] }),
  secretary: personWith({ roles: ['secretary'] }),
  admin: personWith({ roles: ['admin'] }),
}
type Who = keyof typeof who
const everyone = Object.keys(who) as Who[]
const permissionNames = Object.keys(permissions) as Permission[]

/** "Who may what" of the design, row by row; whoever is not named may not. */
const design: Record<Permission, readonly Who[]> = {
  help: everyone,
  see: everyone.filter((one) => one !== 'stranger'),
  report: ['contact', 'backup', 'head'],
  'correct-report': ['contact', 'backup', 'head', 'secretary'],
  claim: ['contact', 'backup', 'head'],
  'withdraw-claim': ['contact', 'backup', 'head'],
  'check-parts': ['contact', 'backup', 'head'],
  'ask-extension': ['contact', 'backup', 'head'],
  'question-part': ['contact', 'backup', 'head'],
  object: ['contact', 'backup', 'head'],
  'add-evidence': ['contact', 'backup', 'head'],
  'withdraw-evidence': ['contact', 'backup', 'head'],
  remark: ['contact', 'backup', 'head'],
  'hand-item': ['contact', 'backup', 'head', 'secretary'],
  snooze: everyone.filter((one) => one !== 'stranger'),
  undo: everyone.filter((one) => one !== 'stranger'),
  hinder: ['contact', 'backup', 'head'],
  fulfil: ['contact', 'backup', 'head'],
  receive: ['contact', 'backup', 'head', 'secretary'],
  'return-submission': ['contact', 'backup', 'head', 'secretary'],
  import: ['secretary'],
  'open-plan': ['secretary'],
  amend: ['secretary'],
  'withdraw-task': ['secretary'],
  'keep-task': ['secretary'],
  'settle-amended': ['secretary'],
  'hand-out': ['secretary'],
  'archive-plan': ['secretary'],
  'set-policy': ['secretary'],
  'see-balance': ['secretary', 'admin'],
  'set-own-days-off': ['secretary'],
  'lift-own-days-off': ['secretary'],
  'restore-plan': ['secretary'],
  'accept-claim': ['secretary'],
  'return-claim': ['secretary'],
  nudge: ['secretary'],
  'report-on-behalf': ['secretary'],
  'claim-on-behalf': ['secretary'],
  'propose-on-behalf': ['secretary'],
  'reach-on-behalf': ['secretary'],
  'grant-extension': ['secretary'],
  'refuse-extension': ['secretary'],
  'rule-objection': ['secretary'],
  'uphold-question': ['secretary'],
  'refuse-question': ['secretary'],
  'pause-task': ['secretary'],
  'resume-task': ['secretary'],
  'strike-off': ['secretary'],
  'reopen-task': ['secretary'],
  'settle-coordination': ['secretary'],
  'hand-up-coordination': ['secretary'],
  'decide-coordination': ['leader'],
  instruct: ['leader', 'aide', 'secretary'],
  'instruct-on-behalf': ['aide', 'secretary'],
  'confirm-instruction': ['leader'],
  'withdraw-instruction': ['leader', 'secretary'],
  'see-instructions': ['leader', 'aide', 'secretary'],
  'answer-leader-note': ['leader'],
  'name-aide': ['secretary', 'admin'],
  'remove-aide': ['secretary', 'admin'],
  'change-meeting': ['secretary'],
  'cancel-meeting': ['secretary'],
  'answer-invitation': ['contact', 'backup', 'head', 'secretary'],
  'request-agenda': ['secretary'],
  'take-request': ['contact', 'backup', 'head', 'secretary'],
  'decline-request': ['contact', 'backup', 'head', 'secretary'],
  'arrange-agenda': ['secretary'],
  'record-attendance': ['secretary'],
  'decide-item': ['secretary'],
  'note-item': ['secretary'],
  'withdraw-decision': ['secretary'],
  'issue-minutes': ['secretary'],
  'set-body': ['secretary'],
  'excuse-cadence': ['secretary'],
  'want-brief': [],
  'choose-language': [],
  'be-sent-brief': ['leader', 'aide'],
  'send-leader-note': ['secretary'],
  'drop-leader-note': ['secretary'],
  'set-due': ['secretary'],
  'set-lead': ['secretary'],
  'settle-doubt': ['secretary'],
  'propose-milestones': ['contact', 'backup', 'head'],
  'reach-milestone': ['contact', 'backup', 'head'],
  'approve-milestones': ['secretary'],
  'return-milestones': ['secretary'],
  'schedule-meeting': ['secretary'],
  'record-meeting': ['secretary'],
  'record-past-meeting': ['secretary'],
  'merge-units': ['secretary'],
  'add-alias': ['secretary'],
  'schedule-review': ['secretary'],
  'move-review': ['secretary'],
  'cancel-review': ['secretary'],
  'judge-review-item': ['secretary'],
  'close-review': ['secretary'],
  'open-round': ['secretary'],
  'close-round': ['secretary'],
  'resume-round': ['secretary'],
  'reopen-round': ['secretary'],
  'publish-round': ['secretary'],
  'add-units': ['secretary'],
  'add-person': ['secretary', 'admin'],
  'rename-person': ['secretary', 'admin'],
  'name-contact': ['secretary', 'head'],
  'remove-contact': ['secretary', 'head'],
  'name-head': ['secretary'],
  'remove-head': ['secretary'],
  'name-backup': ['head', 'secretary'],
  'remove-backup': ['head', 'secretary'],
  'name-handler': ['contact', 'backup', 'head', 'secretary'],
  'remove-handler': ['contact', 'backup', 'head', 'secretary'],
  'add-handler': ['contact', 'backup', 'head', 'secretary'],
  'set-absence': ['secretary'],
  'end-absence': ['secretary'],
  'hand-over': ['secretary'],
  'set-fields': ['secretary'], 'set-telephone': ['secretary'], 'announce-days-off': ['secretary', 'admin'],
  'rename-unit': ['secretary'],
  'set-succession': ['secretary'],
  'drop-succession': ['secretary'],
  'succeed-unit': ['secretary'],
  'grant-role': ['admin'],
  'revoke-role': ['admin'],
  'move-clock': everyone,
}

describe('who may what', () => {
  it.each(permissionNames)('%s is for those whom the design names, and nobody else', (permission) => {
    expect(everyone.filter((one) => may(who[one], permission, [own], {}))).toEqual(everyone.filter((one) => design[permission].includes(one)))
  })

  it('a stranger may ask for help and nothing else of the product', () => {
    expect(permissionNames.filter((permission) => may(undefined, permission) && permission !== 'move-clock')).toEqual(['help'])
  })

  it('only an admin says who is leader, secretary or admin', () => expect(whoMay('grant-role')).toEqual(['admin']))
  it('an admin does not run the plans', () => expect(permissionNames.filter((permission) => may(who.admin, permission, [own]))).toEqual(['help', 'see', 'undo', 'snooze', 'see-balance', 'add-person', 'rename-person', 'name-aide', 'remove-aide', 'announce-days-off', 'grant-role', 'revoke-role', 'move-clock']))
})

describe('a contact', () => {
  const acts = permissionNames.filter((permission) => whoMay(permission).includes('contact'))

  it.each(acts)('may %s for their own unit', (permission) => expect(may(who.contact, permission, [own])).toBe(true))
  it.each(acts)('may not %s for another unit', (permission) => expect(may(who.contact, permission, [other])).toBe(false))
  it('may open a command before it knows its task', () => expect(may(who.contact, 'report')).toBe(true))
  it('may not act where nobody is concerned (a member of a group that it is not in)', () => expect(may(who.contact, 'report', [])).toBe(false))
  it('does not name contacts: the head does', () => expect(may(who.contact, 'name-contact', [own])).toBe(false))
})

describe('a head', () => {
  it('names contacts of their own unit', () => expect(may(who.head, 'name-contact', [own])).toBe(true))
  it('does not name contacts of another', () => expect(may(who.head, 'name-contact', [other])).toBe(false))
})

describe('somebody who is away', () => {
  const [me, them] = [PersonId.parse('u1'), PersonId.parse('u2')]
  it('is for themselves to arrange', () => expect(may(who.contact, 'set-absence', undefined, { person: me })).toBe(true))
  it('is nobody else’s but the secretary’s', () => {
    expect(may(who.contact, 'set-absence', undefined, { person: them })).toBe(false)
    expect(may(who.secretary, 'set-absence', undefined, { person: them })).toBe(true)
  })
  it('can be typed by whoever holds a post, before it is known who is meant', () => expect(everyone.filter((one) => may(who[one], 'set-absence'))).toEqual(['contact', 'backup', 'head', 'secretary']))
})

describe('the handler of an item', () => {
  const [me, them] = [PersonId.parse('u1'), PersonId.parse('u2')]
  const handler = personWith({ handlerOf: [own] })
  it('may report and claim where it was handed to them', () => {
    for (const permission of ['report', 'claim'] as const) expect(may(handler, permission, [own], { handler: me })).toBe(true)
  })
  it('may not where it was handed to somebody else, or to nobody', () => {
    for (const permission of ['report', 'claim'] as const) for (const of of [{ handler: them }, {}]) expect(may(handler, permission, [own], of)).toBe(false)
  })
  it('may not once they are the unit’s handler no more', () => expect(may(personWith({ handlerOf: [other] }), 'report', [own], { handler: me })).toBe(false))
  it('may nothing else of the unit', () => {
    expect(permissionNames.filter((permission) => may(handler, permission, [own], { handler: me }))).toEqual(permissionNames.filter((permission) => whoMay(permission).includes('handler') || may(who.known, permission, [own], {})))
  })
  it('is also who stands in for them', () => expect(may(personWith({ id: them, standsFor: [me], handlerOf: [own] }), 'report', [own], { handler: me })).toBe(true))
})

describe('an aide', () => {
  const me = who.aide.id
  it('takes back what they recorded for a leader', () => expect(may(who.aide, 'withdraw-instruction', undefined, { recorder: me })).toBe(true))
  it('does not take back what another recorded, nor what is the office’s own', () => {
    for (const about of [{ recorder: PersonId.parse('u2') }, {}]) expect(may(who.aide, 'withdraw-instruction', undefined, about)).toBe(false)
  })
  it('may open the command before it knows its task', () => expect(may(who.aide, 'withdraw-instruction')).toBe(true))
})

describe('whoever is contact of whatever units', () => {
  const anyUnits = fc.uniqueArray(fc.constantFrom('甲局', '乙局', '丙镇', '丁镇', '各乡镇').map(unitId))

  it('never acts for a unit that is not theirs', () => {
    fc.assert(fc.property(anyUnits, anyUnits, fc.constantFrom(...permissionNames), (units, concerned, permission) => {
      const isTheirs = concerned.some((unit) => units.includes(unit))
      const row = whoMay(permission)
      fc.pre(!row.includes('known') && !row.includes('anyone'))
      expect(may(personWith({ contactOf: units }), permission, concerned, {})).toBe(isTheirs && row.includes('contact'))
    }))
  })

  it('loses nothing by being given a role', () => {
    fc.assert(fc.property(anyUnits, anyUnits, fc.constantFrom(...permissionNames), fc.constantFrom('leader', 'aide', 'secretary', 'admin'), (units, concerned, permission, role) => {
      const before = may(personWith({ contactOf: units }), permission, concerned)
      expect(!before || may(personWith({ contactOf: units, roles: [role] }), permission, concerned)).toBe(true)
    }))
  })
})
