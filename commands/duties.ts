// Duties that come back: what this period owes, of the asker's own units, or of all for whoever answers for none; saying that one is done.
import { z } from 'zod'
import { answered, command, type Answer, type Desk } from '#src/command.ts'
import { unitAndItsGroups, unitName } from '#src/directory/directory.ts'
import { may } from '#src/directory/permissions.ts'
import { unitsAnsweredBy } from '#src/directory/person.ts'
import { present } from '#src/ledger/fields.ts'
import { Words } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Occurrence } from '#src/queries/occurrences.ts'
import { quotaOf } from '#src/queries/quota.ts'
import { saidDuty, type SaidDuty } from '#src/reader/said-duty.ts'
import { saidSubmission } from '#src/reader/said-submission.ts'
import { dutyGroupList, dutyGroups, dutyList, type Duty } from '#templates/duties.ts'
import { ownQuota } from './duty-beyond.ts'
import { fulfilled } from './fulfil.ts'
import { occurrencesKnown } from './own-duty.ts'
import { placeOf } from './receipt-place.ts'
import { returnSubmission } from './return-submission.ts'
import { planNumberIn } from './plan-number.ts'
import { saidOfDuty } from './said-duty.ts'
import { submissionMeant } from './submission-meant.ts'
import { refused } from './refused.ts'
import { viewOf } from './view-of.ts'

const doneWords: readonly string[] = ['完成', '已完成', '报送', '已报送', 'done']

export const duties = command({
  name: { zh: '周期', en: 'duties' },
  also: ['周期任务', '报送'],
  usage: { zh: '周期', en: 'duties' },
  about: { zh: '周期任务：本期要报送、要办的事', en: 'recurring duties: what this period owes' },
  then: { zh: '列出本期的，每项旁边有“已完成”按钮。', en: 'This period’s are listed, each with its button.' },
  group: 'year',
  may: 'see',
  looks: true,
  args: z.object({ act: z.enum(['list', 'done', 'said']).default('list'), /** 周期3, by its number. */ number: z.number().int().min(1).max(9999).optional(), plan: z.string().max(200).optional(), occurrence: z.string().max(60).default(''), words: Words.default(''), group: z.enum(dutyGroups).optional(), page: z.coerce.number().int().min(1).max(999).default(1) }),
  typed([act = '', reference, ...said]) {
    const named = saidDuty(byNumber([act, reference, ...said].join(' '))) ?? (doneWords.includes(act.toLowerCase()) ? afterDone(act, [reference, ...said].join(' ')) : undefined)
    if (named !== undefined) return { act: 'said', ...(named.plan === undefined ? {} : { plan: named.plan }), number: named.number, words: named.rest }
    if (!doneWords.includes(act.toLowerCase()) || reference === undefined) return {}
    return { act: 'done', ...occurrenceIn(reference), words: said.join(' ') }
  },
  run({ act, group, page, number, ...which }, desk) {
    if (act === 'done') return fulfilled({ ...which, ask: false }, desk)
    const own = ownUnits(desk)
    const isOwn = ({ occurrence: { debtor } }: Duty): boolean => debtor !== undefined && own.has(debtor)
    const all = [...desk.plans.values()].flatMap((plan) => dutiesOf(plan, desk)).toSorted(openThenNearest)
    const listed = own.size === 0 ? all : all.filter((duty) => duty.mayReceive || isOwn(duty))
    if (act === 'said' && number !== undefined) {
      const named = listed.filter(({ plan, occurrence }) => occurrence.obligation.id === `c${number}` && (which.plan === undefined || which.plan === plan))
      const said = { number, rest: which.words, ...present({ plan: which.plan }) }
      // Who owes none of it looks at it, or has received it.
      return named.length > 0 && !named.some(isOwn) ? ofOthers(named, said, desk) : saidOfDuty(said, desk)
    }
    if (desk.plans.size === 0) return refused({ code: 'plan-none' }, desk)
    if (group !== undefined) return answered(dutyGroupList({ duties: listed, group, page, today: desk.today }, desk.lang))
    return answered(dutyList({ duties: listed, all: own.size === 0, today: desk.today }, desk.lang))
  },
})

/** 周期5 退回 缺建议 sends back the one that waits; anything else is shown, with what can be pressed beside it. */
async function ofOthers(named: readonly Duty[], { plan, number, rest }: SaidDuty, desk: Desk): Promise<Answer> {
  const said = saidSubmission(`周期${number} ${rest}`)
  const found = said?.kind === 'sent-back' ? submissionMeant(desk, { plan, occurrence: said.duty }) : undefined
  if (found?.ok !== true) return answered(dutyList({ duties: named, all: !named.some((duty) => duty.mayReceive), today: desk.today }, desk.lang))
  const answer = await returnSubmission.handle({ ...found.meant, words: said?.words }, desk)
  if (answer.kind === 'args-refused') throw new Error('what is sent back was read as words')
  return answer
}

/** It was submitted, and the asker's unit is who gets it. */
const mayReceive = ({ submitted, obligation: { receiver } }: Occurrence, desk: Desk): boolean =>
  submitted !== undefined && receiver !== undefined && may(desk.asker, 'receive', [receiver]) && placeOf(desk, receiver) !== 'theirs'

/** The command's own word may stand before the number alone. */
const byNumber = (words: string): string => (/^c?\d/i.test(words) ? `周期${words.replace(/^c/i, '')}` : words)

/** 完成 3 已书面报送. */
function afterDone(done: string, words: string): SaidDuty | undefined {
  const named = saidDuty(byNumber(words))
  return named === undefined ? undefined : { ...named, rest: `${done} ${named.rest}`.trim() }
}

/** p1/c3/2026H1/1, or without its plan c3/2026H1/1; in capitals or not. */
function occurrenceIn(reference: string): { plan?: string; occurrence: string } {
  const parts = reference.split('/')
  const plan = planNumberIn(parts[0])
  const [clause = '', ...period] = plan === undefined ? parts : parts.slice(1)
  return { occurrence: [clause.toLowerCase(), ...period.map((part) => (/^once$/i.test(part) ? 'once' : part.toUpperCase()))].join('/'), ...(plan === undefined ? {} : { plan }) }
}

const openThenNearest = ({ occurrence: a }: Duty, { occurrence: b }: Duty): number => Number(a.done !== undefined) - Number(b.done !== undefined) || (a.due < b.due ? -1 : 1)

/** The asker's units and the groups they stand in. */
const ownUnits = ({ asker, directory }: Desk): Set<string> =>
  new Set((asker === undefined ? [] : unitsAnsweredBy(asker)).flatMap((unit) => unitAndItsGroups(directory, unit)))

/** This period's, and where it has none left the next. Nobody's come too: somebody has to be found for them. */
function dutiesOf(plan: PlanState, desk: Desk): Duty[] {
  const mine = new Set(desk.asker === undefined ? [] : unitsAnsweredBy(desk.asker))
  return [...plan.obligations.values()]
    .flatMap((obligation) => occurrencesKnown(desk, plan, obligation))
    .map((occurrence) => ({ plan: plan.id, occurrence, ...quotaFor(plan, occurrence, desk), isProvisional: desk.calendar.isProvisional(occurrence.due), ...namesOfDuty(occurrence, desk), hindered: occurrence.hindered.map(({ unit, on, words }) => ({ unit: unitName(desk.directory, unit), on, words })), mayFulfil: occurrence.owing.some((unit) => mine.has(unit)), mayReceive: mayReceive(occurrence, desk) }))
}

/** One more is offered beside the last of its period alone, to whoever owes it. */
function quotaFor(plan: PlanState, occurrence: Occurrence, desk: Desk): Pick<Duty, 'quota' | 'mayAddOne'> {
  const own = ownQuota(desk, plan, occurrence)
  const quota = own ?? quotaOf(viewOf(desk, plan), occurrence)
  return { ...present({ quota }), mayAddOne: own?.beyond !== undefined && occurrence.ordinal === occurrence.obligation.times }
}

const namesOfDuty = ({ debtor, obligation }: Occurrence, { directory }: Desk): { debtor?: string; receiver?: string } => ({
  ...(debtor === undefined ? {} : { debtor: unitName(directory, debtor) }),
  ...(obligation.receiver === undefined ? {} : { receiver: unitName(directory, obligation.receiver) }),
})
