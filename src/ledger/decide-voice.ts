// Decides what a voice asks, keeps or is answered: finds whose it is, and lets its subject decide.
import { recordedClaim, standingOf, type Assignment, type AssignmentEvent, type VoiceIntent } from './assignment.ts'
import { accept, type Decision } from './decision.ts'
import { decideEvidence } from './evidence.ts'
import { decideExtension, type ExtensionGranted } from './extension.ts'
import { decideObjection } from './objection.ts'
import { isWaiting } from './petition.ts'
import { decidePartQuestion, type PartPassed } from './part-question.ts'
import { decideRemark } from './remark.ts'
import type { Stamp } from './stamp.ts'
import { decideTask, type Task, type TaskEvent } from './task.ts'
import type { z } from 'zod'

type ExtensionGrantedEvent = z.infer<typeof ExtensionGranted>
type VoiceDecision = Decision<AssignmentEvent | TaskEvent | z.infer<typeof PartPassed>>

export function decideVoice(now: Assignment, task: Task, intent: VoiceIntent, stamp: Stamp): VoiceDecision {
  const voice = standingOf(now, intent.member)
  switch (intent.type) {
    case 'ask-extension': case 'refuse-extension':
      return decideExtension(voice.extension, task.due, intent, stamp)
    case 'grant-extension': {
      const granted = decideExtension(voice.extension, task.due, intent, stamp)
      return granted.ok ? withDate(granted.events, now, task, voice.extension?.reason ?? '', stamp) : granted
    }
    case 'object': case 'rule-objection':
      return decideObjection(voice.objection, recordedClaim(now, intent.member)?.at, intent)
    case 'question-part': case 'uphold-question': case 'refuse-question':
      return decidePartQuestion(voice.question, intent)
    case 'add-evidence': case 'withdraw-evidence':
      return decideEvidence(voice.evidence ?? [], intent, stamp.by)
    case 'remark':
      return decideRemark(intent)
  }
}

/** The date that was granted is the task's: both stand in one entry, or neither. Who asked for no later day is granted it too. */
function withDate(events: readonly AssignmentEvent[], now: Assignment, task: Task, reason: string, stamp: Stamp): VoiceDecision {
  const granted = events.find((event) => event.type === 'extension-granted')
  if (granted === undefined) return accept(...events)
  const all = [...events, ...metBy(granted, now)]
  if (task.due.kind === 'dated' && task.due.day === granted.day) return accept(...all)
  const moved = decideTask(task, { type: 'set-due', task: task.no, day: granted.day, reason }, stamp)
  return moved.ok ? accept<AssignmentEvent | TaskEvent>(...all, ...moved.events) : moved
}

/** What else of the part waits for that day or an earlier one: the unit's own, and its members'. */
function metBy({ task, unit, member, day }: ExtensionGrantedEvent, now: Assignment): ExtensionGrantedEvent[] {
  const others = [undefined, ...now.byMember.keys()].filter((each) => each !== member)
  return others.flatMap((each) => {
    const { extension } = standingOf(now, each)
    if (!isWaiting(extension) || extension.day > day) return []
    return { type: 'extension-granted' as const, task, unit, ...(each === undefined ? {} : { member: each }), askedAt: extension.at, day }
  })
}
