// Who hears what while somebody stands in, and when somebody took over: once each, and nobody twice.
import { describe, expect, it } from 'vitest'
import type { Directory } from '#src/directory/directory.ts'
import { directoryOn } from '#src/directory/on-day.ts'
import { PersonId, UnitId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { noticesDue } from '#src/reminders/parcels.ts'
import { underFormerNames } from '#src/reminders/told-before.ts'
import { openingsOf } from '#templates/openings.ts'
import { after, approveMilestones, change, day, directoryWith, planOf, planWith, proposeMilestones, task, viewOn } from '#test/builders.ts'

const [secretary, su, tang, bai] = ['u1', 'u2', 'u3', 'u4'].map((id) => PersonId.parse(id)) as [PersonId, PersonId, PersonId, PersonId]
const county = (): Directory =>
  directoryWith(['县教育局'], { name: '沈若兰', roles: ['secretary'], handle: 'U1' }, { name: '苏晚晴', contactOf: ['县教育局'], handle: 'U2' }, { name: '唐一鸣', contactOf: ['县财政局'], handle: 'U3' }, { name: '白露', handle: 'U4' })
const school = (): PlanState => planWith(task(1, { title: '新建小学', due: '2026-07-10', lead: '县教育局' }))

/** What is due on a day, as the process asks: of the directory as it stands on that day. */
const due = (on: string, directory: Directory, plan = school()): Notice[] => noticesDue(viewOn(on, plan, directoryOn(directory, day(on))), '09:00')
const dueTo = (to: PersonId, on: string, directory: Directory, plan?: PlanState): string[] => due(on, directory, plan).filter((notice) => notice.to === to && notice.kind !== 'uncontacted').map(({ key }) => key)

describe('the head who is asked while the contact is away', () => {
  const overdueTo = (of: string, on: string, plan: PlanState): string[] => {
    const directory = directoryWith(['县教育局'], { name: '苏晚晴', contactOf: ['县教育局'], handle: 'U2' }, { name: '方叔文', headOf: ['县教育局'], handle: 'U3' })
    change(directory, { type: 'set-absence', person: PersonId.parse('u1'), from: day('2026-07-08'), until: day('2026-07-10') }, '2026-07-02')
    return due(on, directory, plan).filter(({ to, kind }) => to === of && (kind === 'overdue' || kind === 'milestone-overdue')).map(({ key }) => key)
  }
  const late = (): PlanState => planWith(task(1, { due: '2026-06-30', lead: '县教育局' }))
  const lateMilestone = (): PlanState => {
    const plan = after(planWith(task(1, { lead: '县教育局' })), '2026-02-02', proposeMilestones(1, '县教育局', ['完成选址', '2026-06-30']))
    return after(plan, '2026-02-03', approveMilestones(1, 2026))
  }
  it.each([['a date', late], ['a milestone', lateMilestone]])('goes on by the head’s own marks, and hears of %s not two days running', (_, of) => {
    expect(overdueTo('u2', '2026-07-07', of())).toHaveLength(1)
    expect(overdueTo('u1', '2026-07-08', of())).toEqual([])
    expect(overdueTo('u2', '2026-07-08', of())).toEqual(overdueTo('u2', '2026-07-07', of()))
  })
})

describe('while a deputy stands in', () => {
  const arranged = (): Directory => {
    const directory = county()
    change(directory, { type: 'set-absence', person: su, from: day('2026-07-06'), until: day('2026-07-08'), deputy: tang }, '2026-07-02')
    return directory
  }
  it('the reminder goes to the deputy, and not to the contact', () => {
    expect(dueTo(tang, '2026-07-07', arranged())).toContain('due-soon/p1/1/县教育局/2026-07-10/3/u3')
    expect(dueTo(su, '2026-07-07', arranged()).filter((key) => key.startsWith('due-soon'))).toEqual([])
  })
  it('before and after, it goes to the contact alone', () => {
    for (const on of ['2026-07-03', '2026-07-09']) {
      expect(dueTo(su, on, arranged()).some((key) => key.startsWith('due-soon'))).toBe(true)
      expect(dueTo(tang, on, arranged()).filter((key) => key.startsWith('due-soon'))).toEqual([])
    }
  })
  it('the deputy is told once, as soon as it is arranged, and gets no first message of the plan', () => {
    expect(dueTo(tang, '2026-07-02', arranged())).toEqual(['standing-in/p1/u2/2026-07-06/2026-07-08/u3'])
    expect(dueTo(tang, '2026-07-07', arranged()).filter((key) => key.startsWith('handed-out'))).toEqual([])
  })
  it('the contact is told of it only where a secretary arranged it', () => {
    const standing = (directory: Directory) => dueTo(su, '2026-07-02', directory).filter((key) => key.startsWith('standing-in'))
    const own = county()
    change(own, { type: 'set-absence', person: su, from: day('2026-07-06'), until: day('2026-07-08'), deputy: tang }, '2026-07-02', su)
    expect(standing(own)).toEqual([])
    const bySecretary = county()
    change(bySecretary, { type: 'set-absence', person: su, from: day('2026-07-06'), until: day('2026-07-08'), deputy: tang }, '2026-07-02', secretary)
    expect(standing(bySecretary)).toEqual(['standing-in/p1/u2/2026-07-06/2026-07-08/u2'])
  })
  it('nobody is told once the days are over', () => expect(due('2026-07-09', arranged()).filter(({ kind }) => kind === 'standing-in')).toEqual([]))
})

describe('while a contact is away and nobody is named', () => {
  const away = (): Directory => {
    const directory = directoryWith(['县教育局'], { name: '沈若兰', roles: ['secretary'], handle: 'U1' }, { name: '苏晚晴', contactOf: ['县教育局'], handle: 'U2' }, { name: '方叔文', headOf: ['县教育局'], handle: 'U3' }, { name: '白露', handle: 'U4' })
    change(directory, { type: 'set-absence', person: su, from: day('2026-07-06'), until: day('2026-07-10') }, '2026-07-02', su)
    return directory
  }
  const head = tang
  it('the head who is asked in their place hears for whom and until when, and gets no first message', () => {
    expect(dueTo(head, '2026-07-02', away())).toEqual(['standing-in/p1/u2/2026-07-06/2026-07-10/u3'])
    expect(dueTo(head, '2026-07-07', away()).filter((key) => key.startsWith('handed-out'))).toEqual([])
    expect(dueTo(head, '2026-07-07', away())).toContain('due-soon/p1/1/县教育局/2026-07-10/3/u3')
  })
  it('another contact, who is asked anyhow, hears nothing of it', () => {
    const directory = away()
    change(directory, { type: 'name-contact', person: bai, unit: UnitId.parse('县教育局') }, '2026-07-02')
    expect(due('2026-07-02', directory).filter(({ kind }) => kind === 'standing-in')).toEqual([])
  })
  it('who is away in these days too stands in for nobody, though they are asked where nobody else is left', () => {
    const directory = away()
    change(directory, { type: 'set-absence', person: head, from: day('2026-07-06'), until: day('2026-07-10') }, '2026-07-02', head)
    expect(dueTo(su, '2026-07-02', directory).filter((key) => key.startsWith('standing-in'))).toEqual([])
    expect(dueTo(su, '2026-07-07', directory)).toContain('due-soon/p1/1/县教育局/2026-07-10/3/u2')
  })
  it('the message says whose reminders come, for which days', () => {
    expect(saidOn('2026-07-06', away(), away()).map(({ say }) => say)).toEqual(['苏晚晴7月6日(周一)至7月10日(周五)请假，由您代收：县教育局1项，最近一项7月10日'])
  })
  it('arranged by a secretary can be taken back from the message until the days are over, and not after', () => {
    const directory = away()
    change(directory, { type: 'set-absence', person: su, from: day('2026-08-03'), until: day('2026-08-04'), deputy: bai }, '2026-07-02', secretary)
    const action = (on: string) => {
      const notices = due('2026-07-02', directory).filter((notice) => notice.to === su && notice.kind === 'standing-in')
      const now = directoryOn(directory, day(on))
      const person = now.people.get(su)
      return person === undefined ? [] : openingsOf({ notices, view: () => viewOn(on, school(), now), person, directory: now, lang: 'zh' }).map(({ action: offered }) => offered.run.command)
    }
    expect(action('2026-08-04')).toEqual(['end-deputy'])
    expect(action('2026-08-05')).toEqual(['mine'])
  })
  it('named afterwards, the deputy is asked, and the message to the head says that nothing is needed', () => {
    const directory = away()
    change(directory, { type: 'set-absence', person: su, from: day('2026-07-06'), until: day('2026-07-10'), deputy: bai }, '2026-07-03', su)
    expect(dueTo(bai, '2026-07-03', directory)).toEqual(['standing-in/p1/u2/2026-07-06/2026-07-10/u4'])
    expect(dueTo(head, '2026-07-07', directory)).toEqual([])
    expect(saidOn('2026-07-07', away(), directory)[0]?.say).toContain('已取消，不用办理')
  })
  it('the head of one unit reads of that unit alone', () => {
    const directory = away()
    change(directory, { type: 'add-units', units: [{ name: '县财政局', aliases: [] }] })
    change(directory, { type: 'name-contact', person: su, unit: UnitId.parse('县财政局') })
    change(directory, { type: 'name-head', person: bai, unit: UnitId.parse('县财政局') })
    const plan = planWith(task(1, { title: '新建小学', due: '2026-07-10', lead: '县教育局' }), task(2, { lead: '县财政局' }), task(3, { lead: '县财政局' }))
    expect(saidOn('2026-07-06', directory, directory, plan)[0]?.say).toContain('由您代收：县教育局1项')
    expect(saidOn('2026-07-06', directory, directory, plan, bai)[0]?.say).toContain('由您代收：县财政局2项')
  })
  /** What the messages that were due say, drawn as the directory stands now. */
  const saidOn = (on: string, sent: Directory, now: Directory, plan = school(), to = head) => {
    const directory = directoryOn(now, day(on))
    const person = directory.people.get(to)
    if (person === undefined) throw new Error('no such person')
    return openingsOf({ notices: due(on, sent, plan).filter((notice) => notice.to === to), view: () => viewOn(on, plan, directory), person, directory, lang: 'zh' })
  }
})

describe('a head who is away', () => {
  it('is told through the deputy when the unit is late', () => {
    const directory = directoryWith(['县教育局'], { name: '方叔文', headOf: ['县教育局'], handle: 'U1' }, { name: '苏晚晴', contactOf: ['县教育局'], handle: 'U2' }, { name: '唐一鸣', handle: 'U3' })
    change(directory, { type: 'set-absence', person: PersonId.parse('u1'), from: day('2026-07-20'), until: day('2026-07-31'), deputy: PersonId.parse('u3') }, '2026-07-02')
    const heads = due('2026-07-21', directory).filter(({ key }) => key.includes('/head'))
    expect(heads.map(({ to }) => to)).toEqual(['u3'])
  })
})

describe('a handover', () => {
  const handedOver = (): Directory => {
    const directory = county()
    change(directory, { type: 'hand-over', from: su, to: bai }, '2026-07-07')
    return directory
  }
  it('gives the successor one sheet and no first message', () => {
    const keys = dueTo(bai, '2026-07-07', handedOver())
    expect(keys).toContain('taken-over/p1/h1/u4')
    expect(keys.filter((key) => key.startsWith('handed-out'))).toEqual([])
  })
  it('ends what the first one is asked, and tells them once who has it now', () => {
    expect(dueTo(su, '2026-07-07', handedOver())).toEqual(['gone-over/p1/h1/u2'])
    expect(dueTo(su, '2026-08-20', handedOver())).toEqual([])
  })
  it('does not say again to the successor what the first one was told: the sheet has it', () => {
    const directory = handedOver()
    const told = new Set(dueTo(su, '2026-07-07', county()))
    const known = underFormerNames({ notice: (key) => told.has(key), parcel: () => false }, directory)
    expect(dueTo(bai, '2026-07-07', directory).filter((key) => !known.notice(key))).toEqual(['taken-over/p1/h1/u4'])
    expect(dueTo(bai, '2026-07-10', directory).filter((key) => !known.notice(key) && key.startsWith('due-soon'))).toEqual(['due-soon/p1/1/县教育局/2026-07-10/0/u4'])
  })
  it('of a plan that is handed out later, the successor gets the first message', () => {
    const keys = dueTo(bai, '2026-07-09', handedOver(), planOf([task(1, { lead: '县教育局' })], { handedOutOn: '2026-07-08' }))
    expect(keys).toContain('handed-out/p1/县教育局/u4')
    expect(keys.some((key) => key.startsWith('taken-over'))).toBe(false)
  })
  it('handed on again, is the next one’s, and what any of them was told is not said again', () => {
    const directory = handedOver()
    change(directory, { type: 'hand-over', from: bai, to: tang }, '2026-07-08')
    expect(dueTo(bai, '2026-07-08', directory)).toEqual(['gone-over/p1/h2/u4'])
    const known = underFormerNames({ notice: (key) => key === 'due-soon/p1/1/县教育局/2026-07-10/3/u2', parcel: () => false }, directory)
    expect(known.notice('due-soon/p1/1/县教育局/2026-07-10/3/u3')).toBe(true)
    expect(known.notice('due-soon/p1/1/县教育局/2026-07-10/1/u3')).toBe(false)
  })
  it('of a plan in which nothing is theirs is not told', () => {
    expect(dueTo(bai, '2026-07-07', handedOver(), planWith(task(1, { lead: '县卫健局' })))).toEqual([])
  })
})
