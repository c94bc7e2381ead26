// 对账: what was owed on a day, and what of it was sent: 应发、已发、补发、未发.
import { z } from 'zod'
import { Day } from '#src/calendar/day.ts'
import { answered, command, type Desk } from '#src/command.ts'
import { unitName } from '#src/directory/directory.ts'
import { unitsHeldBy } from '#src/directory/person.ts'
import type { PersonId } from '#src/ledger/ids.ts'
import type { Balance } from '#src/reminders/balance.ts'
import { balanceCard, balanceUnknown, noBalance, type LateLine, type WhyNoBalance } from '#templates/balance.ts'
import { pastDayIn } from './day-argument.ts'

export const balance = command({
  name: { zh: '对账', en: 'balance' },
  usage: { zh: '对账（或：对账 7月7日、对账 今天）', en: 'balance (or: balance 7/7, balance today)' },
  about: { zh: '看每天应发、已发、补发、未发多少提醒', en: 'see how many reminders were owed, sent, sent late and not sent' },
  then: { zh: '只看，不发任何消息。每个工作日早上对前一个工作日的账，并留存。', en: 'Nothing is sent. Each working morning the working day before is balanced, and kept.' },
  group: 'look',
  may: 'see-balance',
  args: z.object({ on: Day.optional(), asked: z.string().max(40).optional() }),
  typed: (words) => (words.length === 0 ? {} : { asked: words.join(' ').slice(0, 40) }),
  async run({ on, asked }, desk) {
    const read = asked === undefined ? undefined : pastDayIn(asked, desk.today)
    if (read?.ok === false) return answered(balanceUnknown(read.asked, desk.lang))
    const kept = desk.balances()
    const of = async (day: Day): Promise<Balance | undefined> => kept.find((each) => each.day === day) ?? (await desk.balanceOf(day))
    const day = on ?? read?.day
    // On a day of rest the working day before is not kept yet: it is over all the same.
    const found = day === undefined ? ((await of(desk.calendar.addWorkingDays(desk.today, -1))) ?? kept[0] ?? (await of(desk.today))) : await of(day)
    const earlier = kept.filter((each) => each.day !== found?.day)
    if (found === undefined) return answered(noBalance(day ?? desk.today, whyNone(day ?? desk.today, desk), desk.today, earlier, desk.lang))
    return answered(balanceCard({ balance: found, isKept: kept.includes(found), earlier, today: desk.today, titleOf: (plan) => desk.plans.get(plan)?.title ?? desk.archived.get(plan)?.title, unsent: unsentLines(found, desk) }, desk.lang))
  },
})

const whyNone = (day: Day, { today, calendar }: Desk): WhyNoBalance => (day > today ? 'ahead' : calendar.isWorkingDay(day) ? 'before' : 'rest')

const unsentLines = ({ unsent }: Balance, desk: Desk) => unsent.map(({ to, count, why, plan }) => ({ ...whoIs(to, desk), count, why, plan }))

/** Messages that are owed for longer than their bound, the longest first. */
export const lateMessages = (desk: Desk): LateLine[] => desk.late().map(({ to, minutes, why }) => ({ ...whoIs(to, desk), minutes, why }))

function whoIs(id: PersonId, { directory }: Desk): { id: PersonId; name: string; units: string[] } {
  const person = directory.people.get(id)
  return { id, name: person?.name ?? id, units: person === undefined ? [] : unitsHeldBy(person).map((unit) => unitName(directory, unit)) }
}
