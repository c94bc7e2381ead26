// Days of the sample county, lived one after another: the rules that send are asked at every hour that matters and after every act.
import { addMs } from '#src/calendar/calendar.ts'
import type { Day, Instant } from '#src/calendar/day.ts'
import { countyZone } from '#src/desk.ts'
import type { PersonId } from '#src/ledger/ids.ts'
import type { Ledgers } from '#src/ledgers.ts'
import { reminding, type Reminded } from '#src/reminding.ts'
import type { Notice, Parcel } from '#src/reminders/notice.ts'
import type { Delivered } from '#src/reminders/parcels.ts'
import { day as dayOf, workCalendar } from '#test/builders.ts'
import { County } from './county.ts'

/** What is said to one person in one message. */
export type Said = { key: string; to: PersonId; notices: readonly Notice[] }
/** A moment at which it was asked what is owed, and what was sent then. */
export type Moment = { at: Instant; day: Day; time: string; said: readonly Said[] }
/** A mistake planted in the rules, from outside. */
export type Twist = {
  ledgers?: (ledgers: Reminded) => Reminded
  told?: (told: Delivered) => Delivered
  owed?: (parcels: readonly Parcel[], day: Day, time: string) => readonly Parcel[]
}
export type Act = (county: County, at: Instant) => Promise<unknown>
export type Step = { on: string; time: string; act: Act }
/** What people do, and what they answer to a message; each at some later time. */
export type Story = { steps: readonly Step[]; answers: (said: Said, moment: Moment, county: County) => readonly Step[] }

/** Each hour at which anything may begin or end; what an act changes is asked right after it. */
const hoursThatMatter = ['00:00', '07:30', '08:00', '09:00', '10:00', '12:00', '15:30', '19:59', '20:00', '23:00']
const everyMinute = Array.from({ length: 24 * 60 }, (_, at) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`)

export type Span = { from: string; to: string; byMinute?: (day: Day) => boolean }

/** @param watch is told of every moment, once all that happened until then is in the ledgers; the life ends where it answers `false` */
export async function live({ from, to, byMinute = () => false }: Span, story: Story, watch: (moment: Moment, ledgers: Ledgers) => boolean, twist: Twist = {}): Promise<County> {
  const county = await County.open(dayOf(from))
  const rules = reminding(twist.ledgers?.(county.ledgers) ?? county.ledgers, countyZone)
  const [toldNotices, toldParcels] = [new Map<string, Day>(), new Set<string>()]
  const told: Delivered = { notice: (key) => toldNotices.has(key), noticeForGood: (key) => toldNotices.has(key), noticeOn: (key) => toldNotices.get(key), parcel: (key) => toldParcels.has(key) }
  const ahead = new Map<string, Step[]>()
  const plan = (step: Step): void => void ahead.set(step.on, [...(ahead.get(step.on) ?? []), step])
  for (const step of story.steps) plan(step)

  const course = { goesOn: true }
  const sweep = (today: Day, time: string, at: Instant): void => {
    const owed = rules.owed(at, twist.told?.(told) ?? told)
    const said = twist.owed?.(owed, today, time) ?? owed
    for (const { key, notices } of said) {
      toldParcels.add(key)
      for (const notice of notices) toldNotices.set(notice.key, today)
    }
    const moment = { at, day: today, time, said }
    course.goesOn = watch(moment, county.ledgers)
    for (const each of said) for (const step of story.answers(each, moment, county)) plan(step)
  }

  for (let today = dayOf(from); course.goesOn && today <= dayOf(to); today = workCalendar.addDays(today, 1)) {
    for (const time of byMinute(today) ? everyMinute : hoursThatMatter) {
      // What was to be done since the hour before; what these acts lead to on the same day comes in its turn.
      for (let step = takeFirst(ahead.get(today), time); step !== undefined; step = takeFirst(ahead.get(today), time)) {
        const at = workCalendar.instantOf(today, step.time, countyZone)
        await step.act(county, addMs(at, 1))
        sweep(today, step.time, addMs(at, 1))
      }
      const at = workCalendar.instantOf(today, time, countyZone)
      await county.ledgers.takeEffect({ at, on: today, by: 'system', via: 'system' })
      sweep(today, time, addMs(at, 2))
    }
    ahead.delete(today)
  }
  return county
}

/** The earliest that is before a time, taken out of the list. */
function takeFirst(steps: Step[] | undefined, before: string): Step | undefined {
  const first = steps?.filter(({ time }) => time < before).toSorted((a, b) => (a.time < b.time ? -1 : 1))[0]
  if (steps !== undefined && first !== undefined) steps.splice(steps.indexOf(first), 1)
  return first
}
