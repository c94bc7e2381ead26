// What a secretary can press on each kind of thing that waits. Every decision leads through 待审, so that the same message goes on to the next.
import type { Day } from '#src/calendar/day.ts'
import type { QueueFacts } from '#src/queries/queue-facts.ts'
import type { QueueItem } from '#src/queries/queue.ts'
import type { Action, Lang, Run } from './card.ts'
import { cutTo } from './cut-to.ts'
import { shortDay } from './day-words.ts'
import { taskRef, ways } from './ways.ts'

const words = {
  zh: {
    approve: '同意', together: '年度分解一起审', accept: '同意办结', return: '退回', grant: (day: string) => `同意延到${day}`, refuse: '不同意', other: '另定日期', upheld: '异议成立', dismissed: '不成立',
    passTo: (unit: string) => `改派${unit}`, pass: '改派', member: '同意，不再承担', right: '属实，已改', keep: '维持分工', settle: '处理', handUp: '上报协调', review: '安排调度', setDue: '改时限', setLead: '定牵头', strike: '成立后，这条代录将作废。确定？',
  },
  en: {
    approve: 'Approve', together: 'All milestones', accept: 'Accept', return: 'Send back', grant: (day: string) => `Grant to ${day}`, refuse: 'Refuse', other: 'Another day', upheld: 'Uphold', dismissed: 'Dismiss',
    passTo: (unit: string) => `Pass to ${unit}`, pass: 'Pass on', member: 'Agreed, not theirs', right: 'True, put right', keep: 'Keep the part', settle: 'Settle', handUp: 'Hand it up', review: 'Schedule a review', setDue: 'Change the date', setLead: 'Name the lead', strike: 'What was recorded for the unit will be struck. Sure?',
  },
} satisfies Record<Lang, unknown>

type Decided = Extract<QueueItem, { kind: 'claim' | 'extension' | 'objection' | 'part-question' }>

/** Only what was looked at is decided on: its instant goes with it. */
function voiceArgs({ plan, task, unit, member }: Decided): Run['args'] {
  return { task: taskRef({ plan, number: task }), unit, ...(member === undefined ? {} : { member }) }
}

export function queueActions({ item, card, successor }: QueueFacts, lang: Lang, today: Day): Action[] {
  const w = words[lang]
  const says = (label: string): string => cutTo(lang === 'zh' ? `${label}：第${card.number}项` : `${label}: task ${card.number}`, 70)
  const act = (label: string, command: string, args: Run['args'], style?: 'primary' | 'danger', confirm?: string): Action => ({
    label: cutTo(label, 30), says: says(label), run: ways.decide(item.key, command, args), ...(style === undefined ? {} : { style }), ...(confirm === undefined ? {} : { confirm }),
  })
  switch (item.kind) {
    case 'claim': {
      const args = { ...voiceArgs(item), claimedAt: item.claim.at }
      return [act(w.accept, 'accept', args, 'primary'), act(w.return, 'return', args)]
    }
    case 'extension': {
      const args = { ...voiceArgs(item), askedAt: item.at }
      return [act(w.grant(shortDay(item.extension.day, lang, today)), 'grant-extension', args, 'primary'), act(w.refuse, 'refuse-extension', args), act(w.other, 'grant-extension', { ...args, other: true })]
    }
    case 'objection': {
      const args = { ...voiceArgs(item), askedAt: item.at }
      const isStruck = item.objection.record !== undefined
      return [act(w.upheld, 'rule-objection', { ...args, ruling: 'upheld' }, 'primary', isStruck ? w.strike : undefined), act(w.dismissed, 'rule-objection', { ...args, ruling: 'dismissed' })]
    }
    case 'part-question': {
      const args = { ...voiceArgs(item), askedAt: item.at }
      const keep = act(w.keep, 'refuse-question', args)
      if (item.question.about === 'content')
        return [act(w.right, 'uphold-question', args, 'primary'), keep, { label: w.setDue, says: says(w.setDue), run: ways.setDue(card) }, { label: w.setLead, says: says(w.setLead), run: ways.setLead(card) }]
      if (item.member !== undefined) return [act(w.member, 'uphold-question', { ...args, confirmed: true }, 'primary'), keep]
      return [...(successor === undefined ? [] : [act(w.passTo(successor.name), 'uphold-question', { ...args, to: successor.name }, 'primary')]), act(successor === undefined ? w.pass : `${w.pass}…`, 'uphold-question', { ...args, choose: true }), keep]
    }
    case 'coordination': {
      const [a, b] = item.coordination.units
      const args = { task: taskRef({ plan: item.plan, number: item.task }) }
      const up = item.coordination.handedUp === undefined ? [act(w.handUp, 'hand-up', { ...args, units: item.coordination.units.join('|') })] : []
      return [
        act(w.settle, 'settle-coordination', { ...args, ...(a === undefined ? {} : { one: a }), ...(b === undefined ? {} : { other: b }) }),
        ...up,
        { label: w.review, says: says(w.review), run: { command: 'review', args: { task: taskRef(card), schedule: true } } },
      ]
    }
    case 'milestones': {
      const args = { task: taskRef({ plan: item.plan, number: item.task }), year: item.year, proposedAt: item.proposal.at }
      const approve = item.isPast ? [] : [act(w.approve, 'review-milestones', { act: 'approve', ...args }, 'primary')]
      return [
        ...approve, act(w.return, 'review-milestones', { act: 'return', ...args }),
        { label: w.together, says: w.together, run: ways.reviewMilestones() },
      ]
    }
    case 'correction': case 'late-report':
      return []
  }
}
