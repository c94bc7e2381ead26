// The oracle: at each moment it says itself who must be told what, in which message, and compares. It believes nothing but the entries and what was said.
import type { DirectoryEvent } from '#src/directory/directory.ts'
import type { PlanEvent } from '#src/ledger/plan.ts'
import type { Stamp } from '#src/ledger/stamp.ts'
import { aboutOf, openAnswerer, quarterOf, type Owed, type Scene } from './owed.ts'
import { ofPlan } from './of-plan.ts'
import { endedOn, isReplaced } from './of-rounds.ts'
import { isDisowned } from './parts.ts'
import { People } from './people.ts'
import { Plan } from './plan.ts'
import { answerer, type Part } from './standing.ts'
import { plusDays, WorkingDays } from './working-days.ts'

type Entry<Event> = { stamp: Stamp; events: readonly Event[] }
type Row<Each> = { length: number; slice: (from?: number) => readonly Each[] }
export type Entries = { directory: Row<Entry<DirectoryEvent>>; plans: ReadonlyMap<string, Row<Entry<PlanEvent>>> }
export type Message = { key: string; to: string; notices: readonly { kind: string; plan: string }[] }
export type Moment = { at: string; day: string; time: string; said: readonly Message[] }
export type Difference = { day: string; time: string; to: string; what: string }

/** Told by themselves, as soon as they may be. */
const prompts = new Set(['handed-out', 'taken-over', 'gone-over', 'unit-taken-over', 'standing-in', 'item-handed', 'amended', 'returned', 'submission-returned', 'claim-waiting', 'ruled', 'ended', 'lead-named', 'due-set', 'part-received', 'leader-told', 'meeting-off', 'review-off', 'instructed'])

/** What all of a unit's people are told of, once. */
const unitNews = new Set(['nudged', 'due-set', 'lead-named', 'course-changed', 'amended', 'withdrawn', 'unit-taken-over', 'part-received'])

/** A chase asks for a word: what else asks for one of that task on the same morning goes with it. */
const asksOfTask = new Set(['due-soon', 'overdue', 'progress-due', 'round-due', 'milestone-due', 'milestone-overdue'])

export class Oracle {
  readonly differences: Difference[] = []
  readonly #people = new People()
  readonly #plans = new Map<string, Plan>()
  #read = { directory: 0, plans: new Map<string, number>() }
  /** When somebody was told of a thing, the last time, and of which of its days; and when first, since it was news. */
  readonly #told = new Map<string, { day: string; at: string; of: string; firstAsked?: string; asWished?: true }>()
  readonly #digestOn = new Map<string, string>()
  readonly #digestsOn = new Set<string>()
  readonly #chasedOn = new Set<string>()
  /** By plan, task and quarter or round that is over: the unit that was asked, and who said by then that it is not theirs. */
  readonly #wasAsked = new Map<string, { unit: string; not: readonly string[] }>()
  readonly #ownDays = new Map<string, WorkingDays>()
  #today = ''
  #known: { of: string; owed: readonly Owed[] } = { of: '', owed: [] }

  hear(entries: Entries): void {
    for (const { stamp, events } of entries.directory.slice(this.#read.directory)) for (const event of events) this.#people.read(event, stamp)
    this.#read.directory = entries.directory.length
    for (const [id, all] of entries.plans) {
      const fresh = all.slice(this.#read.plans.get(id) ?? 0)
      const known = this.#plans.get(id)
      if (known === undefined || fresh.some(({ events }) => events.some(({ type }) => type === 'act-undone'))) this.#plans.set(id, readAgain(id, all.slice()))
      else for (const { stamp, events } of fresh) for (const event of events) known.read(event, stamp)
      this.#read.plans.set(id, all.length)
    }
  }

  /** Kinds of entries that it cannot read: it would judge by half of what happened. */
  unread = (): string[] => [...new Set([...this.#plans.values()].flatMap(({ unread }) => [...unread]))]

  judge(moment: Moment, entries: Entries): void {
    // What a quarter or a round asked is what stood when it ended: before anything of the new day is read.
    if (moment.day !== this.#today) this.#closeAskings(moment.day)
    this.#today = moment.day
    this.hear(entries)
    const missing = this.#owed(moment)
    const people = new Set([...missing.map(({ to }) => to), ...moment.said.map(({ to }) => to)])
    for (const to of people) this.#compare(to, missing.filter((each) => each.to === to), moment)
    for (const message of moment.said) this.#remember(message, moment)
  }

  /** What ended with the day before, a quarter or a round: of whom it was asked. */
  #closeAskings(day: string): void {
    const yesterday = plusDays(day, -1)
    const ended = quarterOf(yesterday)
    for (const plan of this.#plans.values()) {
      if (plan.handedOutOn === undefined) continue
      const scene = this.#scene(plan, yesterday, '24:00')
      for (const { key, tasks } of endedOn(scene, yesterday)) for (const no of tasks) this.#asked(plan, no, key, ((task) => (task === undefined ? undefined : answerer(task)))(plan.tasks.get(no)))
      if (quarterOf(day).key === ended.key) continue
      for (const task of plan.tasks.values()) {
        const part = openAnswerer(scene, task)
        const isAsked = task.paused === undefined && task.due.kind !== 'dated' && plan.milestones.get(`${task.no}/${ended.key.slice(0, 4)}`)?.approved === undefined && !isReplaced(scene, task, ended)
        if (isAsked) this.#asked(plan, task.no, ended.key, part)
      }
    }
  }

  #asked(plan: Plan, task: number, key: string, part: Part | undefined): void {
    if (part === undefined) return
    const not = [...(isDisowned(part.own) ? [part.unit, ...part.members.keys()] : []), ...[...part.members].flatMap(([member, voice]) => (isDisowned(voice) ? [member] : []))]
    this.#wasAsked.set(`${plan.id}/${task}/${key}`, { unit: part.unit, not })
  }

  #scene = (plan: Plan, today: string, time: string): Scene => ({ plan, people: this.#people, days: this.#daysOf(plan), today, time, wasAsked: (task, quarter, voice) => ((asked) => (asked === undefined || asked.not.includes(voice) ? undefined : this.#people.now(asked.unit)))(this.#wasAsked.get(`${plan.id}/${task}/${quarter}`)) })

  /** A plan's own days off are no working days of that plan. */
  #daysOf(plan: Plan): WorkingDays {
    if (plan.ownDaysOff.size === 0) return this.#people.days
    const of = `${plan.id} ${[...plan.ownDaysOff].join(' ')} ${this.#people.announced.size}`
    const days = this.#ownDays.get(of) ?? new WorkingDays(this.#people.announced, plan.ownDaysOff)
    this.#ownDays.set(of, days)
    return days
  }

  #owed({ day, time }: Moment): Owed[] {
    const hasHours = [...this.#plans.values()].some(({ meetings }) => meetings.some((meeting) => meeting.status === 'scheduled' && meeting.day === day))
    const of = [day, hasHours ? time : '', this.#read.directory, ...this.#read.plans.values()].join(' ')
    if (this.#known.of !== of) this.#known = { of, owed: [...this.#plans.values()].flatMap((plan) => ofPlan(this.#scene(plan, day, time))) }
    return this.#known.owed.filter((each) => !this.#isOldNews(each, day) && ((!this.#isTold(each, each.since) && !this.#isToldLately(each) && !this.#isToldTheMorningBefore(each)) || this.#isToldOver(each)) && (each.onlyAfter === undefined || each.onlyAfter.some((before) => this.#isTold({ ...each, ...before }, ''))))
  }

  /** By whoever had the work before, too. */
  #isTold({ to, kind, plan, about, isOver }: Owed, since: string): boolean {
    return [to, ...this.#people.before(to)].some((person) => this.#formerNames(about).some((each) => {
      const last = this.#told.get(`${person} ${kind} ${plan} ${each}`)
      if (last === undefined) return false
      return since.length > 10 ? last.at >= since : last.of >= since || (!isOver && last.day >= since)
    }))
  }

  /** First told so lately that it is enough. */
  #isToldLately(each: Owed): boolean {
    const first = this.#toldOf(each).flatMap((told) => told.firstAsked ?? []).toSorted()[0]
    return each.enoughFrom !== undefined && first !== undefined && first >= each.enoughFrom
  }

  /** News of a unit is for who was there when it was told: not for who had their message of that day by then, and was to be told with the next. */
  #isOldNews(each: Owed, today: string): boolean {
    if (!unitNews.has(each.kind)) return false
    const names = this.#formerNames(each.about).map((about) => ` ${each.kind} ${each.plan} ${about}`)
    const days = [...this.#told].filter(([name]) => names.some((of) => name.endsWith(of))).map(([, { day }]) => day)
    const [first] = days.toSorted()
    const hadTheirs = each.kind === 'nudged' ? this.#chasedOn : prompts.has(each.kind) ? undefined : this.#digestsOn
    return first !== undefined && first < today && hadTheirs?.has(`${each.to} ${first}`) !== true
  }

  /** A reminder that begins the morning after it was told late is passed over; a day of its reader's own wish is none of the plan's. */
  #isToldTheMorningBefore = (each: Owed): boolean => ((day) => day !== undefined && this.#toldOf(each).some((told) => told.asWished !== true && told.day >= day))(each.morningBefore)

  /** One of what makes it news again was told after it was. */
  #isToldOver(each: Owed): boolean {
    const last = this.#lastTold(each)
    return each.afresh?.some((news) => this.#lastTold({ ...each, ...news }) > last) === true
  }

  /** What was said to be off stands again: whoever was told of the one is told of the other as soon. */
  #isAtOnce(each: Owed): boolean {
    if (each.atOnce === undefined) return false
    const off = this.#lastTold({ ...each, ...each.atOnce.after })
    return off !== '' && [each, ...each.atOnce.unless].every((told) => this.#lastTold({ ...each, ...told }) < off)
  }

  #lastTold = (each: Owed): string => this.#toldOf(each).map(({ at }) => at).toSorted().at(-1) ?? ''

  #toldOf = ({ to, kind, plan, about }: Owed): { at: string; day: string; firstAsked?: string; asWished?: true }[] =>
    [to, ...this.#people.before(to)].flatMap((person) => this.#formerNames(about).flatMap((each) => this.#told.get(`${person} ${kind} ${plan} ${each}`) ?? []))

  /** The thing itself, and as it was called where a unit in it had another name. */
  #formerNames = (about: string): string[] => about.split(' ').reduce<string[]>((known, fact) => {
    const [name = '', unit = ''] = fact.split('=')
    return known.flatMap((before) => [unit, ...this.#people.formerly(unit)].map((each) => `${before}${before === '' ? '' : ' '}${name}=${each}`))
  }, [''])

  #remember({ key, to, notices }: Message, { day, at }: Moment): void {
    for (const notice of notices) {
      const about = aboutOf(notice)
      const known = this.#known.owed.find((each) => each.to === to && each.kind === notice.kind && each.plan === notice.plan && each.about === about)
      const name = `${to} ${notice.kind} ${notice.plan} ${about}`
      const before = known !== undefined && this.#isToldOver(known) ? undefined : this.#told.get(name)?.firstAsked
      const firstAsked = before ?? (known?.asksNothing === true ? undefined : day)
      this.#told.set(name, { day, at, of: known?.since ?? day, ...(firstAsked === undefined ? {} : { firstAsked }), ...(known?.asWished === true ? { asWished: true as const } : {}) })
    }
    if (key.startsWith('digest/')) {
      this.#digestOn.set(to, day)
      this.#digestsOn.add(`${to} ${day}`)
    }
    else if (notices.some(({ kind }) => kind === 'nudged')) this.#chasedOn.add(`${to} ${day}`)
  }

  #compare(to: string, owing: readonly Owed[], { day, time, said }: Moment): void {
    const own = said.filter((message) => message.to === to)
    const saidIn = { digest: new Set<string>(), prompt: new Set<string>() }
    for (const { key, notices } of own) for (const notice of notices) saidIn[key.startsWith('digest/') ? 'digest' : 'prompt'].add(nameOf(notice.kind, notice.plan, aboutOf(notice)))
    const differs = (what: string): void => void this.differences.push({ day, time, to, what })
    if (own.filter(({ key }) => key.startsWith('digest/')).length + (this.#digestOn.get(to) === day && saidIn.digest.size > 0 ? 1 : 0) > 1) differs('a second digest of the day')

    const expected = this.#messages(to, owing, day, time)
    for (const way of ['digest', 'prompt'] as const) {
      for (const what of expected[way]) if (!saidIn[way].has(what)) differs(`${way}: not told of ${what}`)
      for (const what of saidIn[way]) if (!expected[way].has(what)) differs(`${way}: told of ${what}`)
    }
  }

  /** What goes now, in the day's digest and beside it. */
  #messages(to: string, owing: readonly Owed[], day: string, time: string): { digest: ReadonlySet<string>; prompt: ReadonlySet<string> } {
    const isChased = this.#chasedOn.has(`${to} ${day}`)
    const wayOf = (each: Owed): 'alone' | 'prompt' | 'digest' | 'later' => {
      const { kind, isNear, on = '' } = each
      if (kind === 'round-watch' || kind === 'meeting-watch' || kind === 'meeting-invited') return 'alone'
      if (kind === 'nudged') return on < day && this.#chasedOn.has(`${to} ${on}`) ? 'digest' : isChased ? 'later' : 'prompt'
      // What is today or tomorrow and was arranged after the day's digest cannot wait for the next.
      return prompts.has(kind) || (isNear && this.#digestOn.get(to) === day) || this.#isAtOnce(each) ? 'prompt' : 'digest'
    }
    const chases = owing.filter((each) => each.kind === 'nudged' && wayOf(each) === 'prompt').map(partIn)
    const going = (way: ReturnType<typeof wayOf>): Owed[] => owing.filter((each) => (asksOfTask.has(each.kind) && chases.includes(partIn(each)) ? 'prompt' : wayOf(each)) === way)
    const beside = [going('prompt'), ...going('alone').map((each) => [each])].flatMap((each) => (this.#isHour(each, day, time) ? each : each.filter(({ urgent }) => urgent)))
    const digest = going('digest')
    const hours = digest.map(({ plan }) => this.#plans.get(plan)?.policy.digestFrom ?? '').toSorted()
    const isTime = digest.length > 0 && this.#digestOn.get(to) !== day && this.#isHour(digest, day, time) && time >= (hours[0] ?? '') && digest.some(({ waits, plan }) => !waits || this.#opensWeek(plan, day))
    const names = (all: readonly Owed[]): Set<string> => new Set(all.map(({ kind, plan, about }) => nameOf(kind, plan, about)))
    return { digest: names(isTime ? digest : []), prompt: names(beside) }
  }

  /** By the days on which the plan's units work. */
  #opensWeek = (id: string, day: string): boolean => ((plan) => (plan === undefined ? this.#people.days : this.#daysOf(plan)).opensWeek(day))(this.#plans.get(id))

  /** A working day, outside the quiet hours of every plan in the message. */
  #isHour = (all: readonly Owed[], day: string, time: string): boolean =>
    this.#people.days.isOne(day) && all.every(({ plan }) => ((policy) => policy === undefined || (time >= policy.quietUntil && time < policy.quietFrom))(this.#plans.get(plan)?.policy))
}

/** What a person took back is as if it had not happened; all that others did stands. */
function readAgain(id: string, all: readonly Entry<PlanEvent>[]): Plan {
  const nameOfAct = (by: string, at: string, type: string): string => `${by} ${at} ${type}`
  const undone = new Set(all.flatMap(({ stamp, events }) => events.flatMap((event) => (event.type === 'act-undone' ? event.acts.map((type) => nameOfAct(stamp.by, event.at, type)) : []))))
  const plan = new Plan(id)
  for (const { stamp, events } of all) for (const event of events) if (event.type !== 'act-undone' && !undone.has(nameOfAct(stamp.by, stamp.at, event.type))) plan.read(event, stamp)
  const back = new Set(all.flatMap(({ stamp, events }) => events.flatMap((event) => (event.type === 'review-cancelled' && undone.has(nameOfAct(stamp.by, stamp.at, event.type)) ? [event.review] : []))))
  for (const review of plan.reviews) if (back.has(review.id)) review.stoodAgain = true
  return plan
}

/** Whose part in which task. */
const partIn = ({ plan, about }: Owed): string => [plan, ...['task', 'unit'].map((name) => new RegExp(`(?:^| )${name}=(\\S+)`).exec(about)?.[1] ?? '')].join(' ')

const nameOf = (kind: string, plan: string, about: string): string => `${kind} ${plan} ${about}`
