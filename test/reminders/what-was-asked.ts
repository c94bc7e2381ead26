// What units ask of a secretary, what is ruled, and who is told of it.
import type { PersonId } from '#src/ledger/ids.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { noticesDue } from '#src/reminders/parcels.ts'
import { renderText } from '#src/slack/render-text.ts'
import { digest } from '#templates/digest.ts'
import { after, day, directoryWith, nineOn, personNamed, planOf, report, task, taskNo, unitId, viewOn } from '#test/builders.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'

export const directory = directoryWith(
  [], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '柳依依', contactOf: ['县教育局'] }, { name: '唐一鸣', contactOf: ['县财政局'] }, { name: '顾青山', contactOf: ['县住建局'] },
)
export const by = (name: string): PersonId => personNamed(directory, name).id
export const one = { task: taskNo(1), unit: unitId('县教育局') }
export const two = { task: taskNo(2), unit: unitId('县财政局') }
export const plan = (): PlanState => planOf([task(1, { title: '普惠园建设', due: '2026-12-31', lead: '县教育局' }), task(2, { title: '学校经费', due: '2026-12-31', lead: '县财政局' })])
export const ask = (of: PlanState, on = '2026-06-24'): PlanState => after(of, on, { type: 'ask-extension', ...one, day: day('2027-03-31'), reason: '土地指标未批' }, by('苏晚晴'))
export const disown = (of: PlanState): PlanState => after(of, '2026-06-24', { type: 'question-part', ...two, about: 'not-ours', words: '资金不由我局安排' }, by('唐一鸣'))
export const passed = (of = disown(after(plan(), '2026-06-10', report(2, '县财政局', { progress: 30, done: '已测算300万元' })))): PlanState =>
  after(of, '2026-06-29', { type: 'uphold-question', ...two, to: unitId('县住建局'), words: '由住建局统筹' }, by('沈若兰'))
export const refuse = (of: PlanState, on: string): PlanState => after(of, on, { type: 'refuse-extension', ...one, reason: '还有半年' } satisfies PlanIntent, by('沈若兰'))

const kinds = new Set<Notice['kind']>(['petition-waits', 'coordination-waits', 'ruled', 'accepted', 'ended', 'part-received', 'course-changed', 'pause-ends', 'recorded-for'])
export const due = (now: PlanState, today: string): Notice[] => noticesDue(viewOn(today, now, directory), '09:00').filter(({ kind }) => kinds.has(kind))
export const told = (now: PlanState, today: string): string[] => due(now, today).map(({ to, kind }) => `${directory.people.get(to)?.name} ${kind}`)
export function read(now: PlanState, name: string, today: string): string {
  const person = personNamed(directory, name)
  const card = digest({ parcel: { key: 'd', to: person.id, notices: due(now, today).filter(({ to }) => to === person.id) }, view: () => viewOn(today, now, directory), person, directory, lang: 'zh', sentAt: nineOn(today) })
  expectGoodCard(card)
  return renderText(card)
}
