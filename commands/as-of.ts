// 截至 6月30日 汇总: any answer as it stood at the end of a day that has passed, by what was recorded until then.
import { z } from 'zod'
import { addMs } from '#src/calendar/calendar.ts'
import type { Day, Instant } from '#src/calendar/day.ts'
import { wholeDays } from '#src/calendar/english-day.ts'
import { answered, command, type Answer, type Command, type Desk } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import { findCommand } from '#src/queries/find-command.ts'
import { spokeOfBefore } from '#src/queries/spoke-of-before.ts'
import { asOfCard, noPlanThen, notLooking } from '#templates/as-of.ts'
import { rich } from '#templates/rich.ts'
import { dayLookedAt } from './day-looked-at.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { gluedDay } from './typed-day.ts'

const Args = z.record(z.string().max(60), z.union([z.string(), z.number(), z.boolean()]))
const whenBare = 'summary'
const lists = 'task'

/** Its list is given, because it stands in the list itself. */
export const asOfOf = (commands: () => readonly Command[]): Command =>
  command({
    name: { zh: '截至', en: 'as-of' },
    also: ['截止', 'asof', 'as of'],
    usage: { zh: '截至 上周五 汇总', en: 'as-of yesterday summary' },
    about: { zh: '看过去某一天的情况：汇总、任务、红灯、单位，按当时已记录的', en: 'any answer as it stood on a past day, by what was recorded then' },
    then: { zh: '给您看那一天24时的情况，什么也不会改动。', en: 'You see that day as it was; nothing is changed.' },
    group: 'look',
    may: 'see',
    /** `of`: the command that is asked, with its arguments as JSON in `with`; `words`: as it was typed. */
    args: z.object({ day: z.string().min(1).max(40), of: z.string().max(40).optional(), with: z.string().max(4000).optional(), words: z.string().max(199).optional() }),
    typed: (words) => (([first, ...more]) => {
      const [day, ...rest] = first === undefined ? [] : [...(gluedDay(first) ?? [first]), ...more]
      return { ...(day === undefined ? {} : { day }), ...(rest.length === 0 ? {} : { words: rest.join(' ') }) }
    })(wholeDays(words)),
    async run({ day: asked, of, with: given, words }, desk): Promise<Answer> {
      const read = dayLookedAt(asked, desk)
      if (!read.ok) return refused(read.refusal, desk, given === undefined ? runOf('as-of', { day: asked, of, words }) : undefined)
      const meant = of === undefined ? typedIn(commands(), words) : { shown: commands().find(({ name }) => name.en === of), args: argsIn(given) }
      const { shown, args } = meant
      if (shown?.looks !== true) return answered({ text: notLooking(desk.lang), lines: [rich`${notLooking(desk.lang)}`] })
      if (!may(desk.asker, shown.may)) return refused({ code: 'not-permitted', permission: shown.may }, desk)
      const at = endOf(read.day, desk)
      const then = await desk.asOf(at)
      if (then.plans.size === 0) return answered(noPlanThen(read.day, desk.today, desk.lang))
      const answer = await shown.handle(args, then)
      if (answer.kind === 'args-refused') return answered({ text: notLooking(desk.lang), lines: [rich`${notLooking(desk.lang)}`] })
      // A picture says of itself as of when it is.
      if (answer.kind === 'file') return answer
      if (answer.kind !== 'card') return refused({ code: 'past-view' }, desk)
      const looks = (name: string): boolean => commands().some((each) => each.name.en === name && each.looks === true)
      return answered(asOfCard(answer.card, { day: read.day, today: desk.today, since: since(desk, at, read.day), looks }, desk.lang))
    },
  })

/** The last moment of a day; of today, now. */
function endOf(day: Day, { calendar, zone, now }: Desk): Instant {
  const end = addMs(calendar.instantOf(calendar.addDays(day, 1), '00:00', zone), -1)
  return end < now ? end : now
}

const since = (desk: Desk, at: Instant, day: Day): number => [...desk.plans.keys()].reduce((sum, plan) => sum + spokeOfBefore(desk.entries(plan), at, day).length, 0)

/** What is no command's word is looked for among the tasks: 截至 6月30日 县教育局. */
function typedIn(commands: readonly Command[], typed: string | undefined): { shown: Command | undefined; args: Record<string, unknown> } {
  const words = (typed ?? '').split(/\s+/).filter((word) => word !== '')
  const found = findCommand(commands, words.length === 0 ? [whenBare] : words)
  if (found.kind === 'found') return { shown: found.command, args: found.command.typed(found.words) }
  const list = commands.find(({ name }) => name.en === lists)
  return { shown: list, args: list?.typed(words) ?? {} }
}

function argsIn(given: string | undefined): Record<string, unknown> {
  try {
    return Args.safeParse(JSON.parse(given ?? '{}')).data ?? {}
  } catch {
    return {}
  }
}
