// 待审: what waits for the secretary, one after the other in one message. Each decision is another command's; this one shows what came of it, and the next.
import { z } from 'zod'
import { command, onceSettled, type Answer, type Command, type Desk } from '#src/command.ts'
import { Words } from '#src/ledger/ids.ts'
import { queueFacts, type QueueFacts } from '#src/queries/queue-facts.ts'
import { isToDecide, nextInQueue, queue as queueOf, queueCounts, type QueueItem } from '#src/queries/queue.ts'
import type { About } from '#src/reminders/told-of.ts'
import { queueCard, queueEmpty } from '#templates/queue-card.ts'
import type { Card, Form } from '#templates/card.ts'
import type { Rich } from '#templates/rich.ts'
import { acceptClaim } from './accept-claim.ts'
import { grantExtension } from './grant-extension.ts'
import { handUp } from './hand-up.ts'
import { own } from './own-word.ts'
import { allViews } from './plan-argument.ts'
import { refuseExtension } from './refuse-extension.ts'
import { refuseQuestion } from './refuse-question.ts'
import { returnClaim } from './return-claim.ts'
import { reviewMilestones } from './review-milestones.ts'
import { ruleObjection } from './rule-objection.ts'
import { settleCoordination } from './settle-coordination.ts'
import { upholdQuestion } from './uphold-question.ts'
import { viewOf } from './view-of.ts'

/** The commands that decide, by name: each checks for itself who may. */
const deciders: Readonly<Record<string, Command>> = Object.fromEntries(
  [acceptClaim, returnClaim, grantExtension, refuseExtension, ruleObjection, upholdQuestion, refuseQuestion, settleCoordination, handUp, reviewMilestones].map((decider) => [decider.name.en, decider]),
)

export const queue = command({
  name: { zh: '待审', en: 'queue' },
  also: ['审核'],
  usage: { zh: '待审', en: 'queue' },
  about: { zh: '逐件审核：办结、延期、异议、分工疑问、年度分解、协调事项', en: 'review what waits, one after the other: completions, extensions, objections, parts, milestones, matters between units' },
  then: { zh: '一件一件给您审，审完自动到下一件。', en: 'One after the other; a decision leads to the next.' },
  group: 'review',
  may: 'accept-claim',
  /** `decide`: the command that is run, with all other arguments; `after`: the place to go on behind. `at`: the one to begin with, where it still waits. */
  args: z.looseObject({ after: z.string().max(400).optional(), at: z.string().max(4000).optional(), decide: z.string().max(40).optional(), reason: Words.optional(), words: Words.optional() }),
  typed: () => ({}),
  async run({ after, at, decide, ...args }, desk) {
    const decider = decide === undefined ? undefined : own(deciders, decide)
    // The first is asked for anew and stands for itself; from there on it is one message.
    if (decider === undefined) return shown(next(after, desk, undefined, at), after !== undefined)
    return goingOn(await decider.handle(args, desk), { decide: decider.name.en, after }, desk)
  },
})

const shown = (card: Card, replaces: boolean, about?: readonly About[]): Answer => ({ kind: 'card', card, ...(replaces ? { replaces: true } : {}), ...(about === undefined ? {} : { about }) })

/** What the decision came to in a line, and the next; a form comes back here. */
function goingOn(answer: Awaited<ReturnType<Command['handle']>>, { decide, after }: { decide: string; after: string | undefined }, desk: Desk): Answer {
  switch (answer.kind) {
    case 'card':
      return shown(next(after, desk, answer.card), true, answer.about)
    case 'settling':
      return { ...answer, settled: onceSettled(answer.settled, (card) => next(after, desk, card)) }
    case 'form':
      return { kind: 'form', form: cameFrom(answer.form, { decide, ...(after === undefined ? {} : { after }) }) }
    case 'form-errors': case 'file':
      return answer
    case 'args-refused':
      return shown(next(undefined, desk), true)
  }
}

const cameFrom = (form: Form, here: Readonly<Record<string, string>>): Form => ({ ...form, run: { command: 'queue', args: { ...form.run.args, ...here } } })

function next(after: string | undefined, desk: Desk, decided?: Card, at?: string): Card {
  const items = queueOf(allViews(desk))
  const said: readonly Rich[] = (decided?.lines ?? []).slice(0, 1)
  const given = decided?.refused === undefined ? {} : { refused: decided.refused }
  // What was refused and still waits stays where it is: no other's buttons stand under a no.
  const refusedItem = decided?.refused === undefined ? undefined : items.find(({ key }) => key === after)
  const begun = items.find(({ key }) => key === at)
  const found = (begun === undefined ? undefined : factsOf(begun, desk)) ?? (refusedItem === undefined ? undefined : factsOf(refusedItem, desk)) ?? nextShown(items, after, desk)
  const toDecide = items.filter(isToDecide)
  if (found === undefined) return { ...queueEmpty({ decided: said, skipped: toDecide.length }, desk.lang), ...given }
  const others = items.filter(({ key }) => key !== found.item.key)
  const left = others.filter(isToDecide)
  return { ...queueCard({ facts: found, counts: queueCounts(left), left: left.length, toKnow: others.length - left.length, decided: said, today: desk.today }, desk.lang), ...given }
}

/** The first after that place whose task is still there. */
function nextShown(items: readonly QueueItem[], after: string | undefined, desk: Desk): QueueFacts | undefined {
  const item = nextInQueue(items, after)
  return item === undefined ? undefined : (factsOf(item, desk) ?? nextShown(items, item.key, desk))
}

/** Undefined where its task or its plan is no more. */
function factsOf(item: QueueItem, desk: Desk): QueueFacts | undefined {
  const plan = desk.plans.get(item.plan)
  return plan === undefined ? undefined : queueFacts(viewOf(desk, plan), item)
}
