// 通知联络员: the first message goes out only after the secretary has seen to whom and how much.
import { z } from 'zod'
import { answered, command, type Desk } from '#src/command.ts'
import { officeTelephone } from '#src/directory/telephone.ts'
import type { Person } from '#src/directory/person.ts'
import { owedBy } from '#src/queries/owed-by.ts'
import { firstMessage, type FirstMessage } from '#templates/first-message.ts'
import { handedOut, handOutPreview } from '#templates/hand-out.ts'
import type { View } from '#src/queries/view.ts'
import { ways } from '#templates/ways.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { viewOf } from './view-of.ts'
import { whichPlan } from './which-plan.ts'

export const handOut = command({
  name: { zh: '通知联络员', en: 'hand-out' },
  also: ['下发', '通知', 'notify'],
  usage: { zh: '通知联络员', en: 'hand-out' },
  about: { zh: '向联络员发第一条通知：先预览人数和内容', en: 'tell the contacts what they owe: shown first, then sent' },
  then: { zh: '先给您看通知谁，确认后每位联络员收到一条消息。', en: 'Whom it would tell is shown first; then each contact gets one message.' },
  group: 'import',
  may: 'hand-out',
  args: z.object({ plan: z.string().max(200).optional(), confirmed: z.boolean().default(false) }),
  typed: ([plan]) => (plan === undefined ? {} : { plan }),
  run({ plan: asked, confirmed }, desk) {
    const which = whichPlan(desk, asked, ways.handOut, ({ handedOutOn }) => handedOutOn === undefined)
    if (!which.ok) return which.answer
    const { plan } = which
    if (plan.handedOutOn !== undefined) return refused({ code: 'plan-handed-out', on: plan.handedOutOn }, desk)
    const view = viewOf(desk, plan)
    const facts = { plan: plan.id, title: plan.title, today: desk.today, hasTelephone: officeTelephone(desk.directory) !== undefined, ...owedBy(view) }
    if (!confirmed) return answered(handOutPreview({ ...facts, ...sampleOf(view, facts.people[0]?.person, desk) }, desk.lang))
    return recorded(desk.record(plan.id, { type: 'hand-out' }), desk, () => handedOut(facts, desk.lang))
  },
})

/** As it will arrive: drawn from the plan as it stands once it is handed out. */
function sampleOf(view: View, person: Person | undefined, { directory, lang, today, asker }: Desk): { sample?: { name: string; message: FirstMessage } } {
  if (person === undefined) return {}
  return { sample: { name: person.name, message: firstMessage([{ ...view, plan: { ...view.plan, handedOutOn: today, ...(asker === undefined ? {} : { handedOutBy: asker.id }) } }], person, directory, lang) } }
}
