// 改派: what a unit says of its part is so. The part passes to another, a group goes on without the member, or the line was put right.
import { z } from 'zod'
import { Instant } from '#src/calendar/day.ts'
import { command, type Answer, type Desk } from '#src/command.ts'
import type { Unit } from '#src/directory/unit.ts'
import { UnitId, Words } from '#src/ledger/ids.ts'
import { askedFor } from '#src/queries/answering.ts'
import { queueFacts, successorsOf } from '#src/queries/queue-facts.ts'
import { queue } from '#src/queries/queue.ts'
import { ruledCard, type Ruled } from '#templates/ruled.ts'
import { passAnywayForm, ruleForm, ruleMissing } from '#templates/rule-forms.ts'
import type { Run } from '#templates/card.ts'
import { cardOf } from './own-task.ts'
import { petitionedPart, type PetitionedPart } from './petitioned-part.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { TaskArgument, taskName } from './task-argument.ts'
import { findUnit, unitRefused } from './unit-argument.ts'
import { viewOf } from './view-of.ts'

const Args = z.object({
  task: TaskArgument, unit: z.string().max(60).optional(), member: UnitId.optional(), askedAt: Instant.optional(),
  /** Who has the part from now on. */
  to: z.string().trim().max(60).default(''),
  words: Words.default(''),
  /** Looked at, and nothing more is to be asked. */
  confirmed: z.boolean().default(false),
  choose: z.boolean().default(false),
  form: z.boolean().default(false),
})

export const upholdQuestion = command({
  name: { zh: '改派', en: 'uphold-question' },
  also: ['属实'],
  usage: { zh: '改派 12 〔接手的单位〕 〔原因〕', en: 'uphold-question 12 〔unit〕 〔why〕' },
  about: { zh: '单位说“不是我负责”或“有出入”属实：改派，或说明改了什么', en: 'a unit is right about its part: pass it on, or say what was put right' },
  then: { zh: '任务转给新单位，两边都收到通知。', en: 'The part passes on, and both units are told.' },
  group: 'review',
  may: 'uphold-question',
  args: Args,
  typed: ([task, to = '', ...words]) => ({ task, to, words: words.join(' ') }),
  run(args, desk) {
    const { task: asked, unit, member, askedAt, to } = args
    const again = (successor: string): Run => runOf('uphold-question', { task: asked, unit, member, askedAt, to: successor, words: args.words })
    const found = petitionedPart(desk, asked, 'part-question', { unit, member })
    if (!found.ok) return refused(found.refusal, desk, again(to))
    const form = formFor(found, args, desk)
    if (form !== undefined) return form
    if (found.voice.question?.about === 'content') return upheld(found, { ...args, words: [args.to, args.words].filter((said) => said !== '').join(' ') }, undefined, desk)
    if (to === '') return upheld(found, args, undefined, desk)
    const successor = findUnit(desk.directory, to)
    if (successor.ok) return doubtfulForm(found, args, successor.unit, desk) ?? upheld(found, args, successor.unit, desk)
    return unitRefused(desk, to, successor.nearest, again)
  },
})

/** What is missing is asked for: who takes it, or what was put right. */
function formFor(found: PetitionedPart, { askedAt, to, words, confirmed, form }: z.infer<typeof Args>, desk: Desk): Answer | undefined {
  const { plan, task, voice: { question } } = found
  if (question === undefined || question.ruling !== undefined || confirmed) return undefined
  const isContent = question.about === 'content'
  const isMissing = isContent ? words.trim() === '' && to === '' : found.member === undefined && to === ''
  if (!isMissing) return undefined
  if (form) return { kind: 'form-errors', errors: ruleMissing(isContent ? 'words' : 'to', desk.lang) }
  const view = viewOf(desk, plan)
  const item = queue([view]).find((each) => each.kind === 'part-question' && each.at === question.at && each.task === task)
  const facts = item === undefined ? undefined : queueFacts(view, item)
  const card = cardOf(desk, plan, task)
  const run = runOf('uphold-question', { task: taskName(plan.id, task), unit: found.unit, member: found.member, askedAt: askedAt ?? question.at })
  const said = [question.words, question.should].filter((each) => each !== undefined && each !== '').join(' · ')
  return { kind: 'form', form: ruleForm(isContent ? 'mended' : 'successor', { about: [`${card.number} ${card.title}`, said], run, units: facts === undefined ? [] : successorsOf(view, facts).slice(0, 100) }, desk.lang) }
}

/** Where nobody of the unit would be asked, or nothing of the plan is theirs, it is asked first. */
function doubtfulForm({ plan, task, unit, member, voice: { question } }: PetitionedPart, { askedAt, words, confirmed }: z.infer<typeof Args>, successor: Unit, desk: Desk): Answer | undefined {
  if (confirmed || member !== undefined || question === undefined || question.ruling !== undefined) return undefined
  const people = askedFor(desk.directory, successor.id).map(({ name }) => name)
  const isInPlan = [...plan.unitsOf.values()].some((units) => units.includes(successor.id))
  if (people.length > 0 && isInPlan) return undefined
  const card = cardOf(desk, plan, task)
  const run = runOf('uphold-question', { task: taskName(plan.id, task), unit, askedAt: askedAt ?? question.at, to: successor.name, confirmed: true })
  return { kind: 'form', form: passAnywayForm({ task: `${card.number} ${card.title}`, to: successor.name, people, isInPlan, words, run }, desk.lang) }
}

function upheld({ plan, task, unit, member, voice, name, told }: PetitionedPart, { askedAt, words }: z.infer<typeof Args>, successor: Unit | undefined, desk: Desk): Promise<Answer> {
  const which = { unit, ...(member === undefined ? {} : { member }), ...(askedAt === undefined ? {} : { askedAt }), ...(successor === undefined ? {} : { to: successor.id }) }
  const recording = desk.record(plan.id, { type: 'uphold-question', task, ...which, words })
  const ruled = (): Ruled => {
    if (voice.question?.about === 'content') return { what: 'line-mended' }
    return successor === undefined || member !== undefined ? { what: 'part-left' } : { what: 'part-passed', to: successor.name, people: askedFor(desk.directory, successor.id).map((person) => person.name) }
  }
  return recorded(recording, desk, () => ruledCard({ task: cardOf(desk, plan, task), unit: name, ruled: ruled(), words, told, today: desk.today }, desk.lang), undefined, { about: [{ plan: plan.id, task }] })
}
