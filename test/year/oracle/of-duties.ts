// What comes back: duties of the month, the quarter, the term, the year; and what was submitted to somebody.
import { againSince, beforeMark, beforeStep, canWait, isAgain, markAfter, markBefore, owed, type Owed, type Scene } from './owed.ts'
import { isDisowned } from './parts.ts'
import { answerer, type Duty, type Part } from './standing.ts'
import { plusDays } from './working-days.ts'

type Period = { key: string; from: string; to: string }

const monthAt = (index: number): string => `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
const lastOf = (index: number): string => plusDays(`${monthAt(index + 1)}-01`, -1)
const months: Record<string, number> = { month: 1, '2 months': 2, quarter: 3, 'half-year': 6, year: 12 }

const known = new Map<string, Period[]>()

/** All periods of a rhythm from the year before a plan until long after it, in order. */
function periodsOf(every: string, firstYear: number): Period[] {
  const of = `${every} ${firstYear}`
  const periods = known.get(of) ?? counted(every, firstYear)
  known.set(of, periods)
  return periods
}

function counted(every: string, firstYear: number): Period[] {
  const [begin, end] = [(firstYear - 2) * 12, (firstYear + 6) * 12]
  const made = (key: (index: number) => string, first: number, lengths: readonly number[]): Period[] => {
    const found: Period[] = []
    for (let [index, nth] = [first, 0]; index < end; nth += 1) {
      const length = lengths[nth % lengths.length] ?? 12
      found.push({ key: key(index), from: `${monthAt(index)}-01`, to: lastOf(index + length - 1) })
      index += length
    }
    return found
  }
  const yearOf = (index: number): number => Math.floor(index / 12)
  if (every === 'term') return made((index) => (index % 12 === 8 ? `${yearOf(index)}T1` : `${yearOf(index) - 1}T2`), begin + 8, [5, 7])
  if (every === 'school-year') return made((index) => `${yearOf(index)}S`, begin + 8, [12])
  const several = /^(\d+) years$/.exec(every)
  if (several !== null) return made((index) => String(yearOf(index)), (firstYear - Number(several[1])) * 12, [Number(several[1]) * 12])
  const length = months[every]
  if (length === undefined) return []
  const name = (index: number): string => length === 12 ? String(yearOf(index)) : length === 6 ? `${yearOf(index)}H${(index % 12) / 6 + 1}` : length === 3 ? `${yearOf(index)}Q${(index % 12) / 3 + 1}` : monthAt(index)
  return made(name, begin, [length])
}

/** A named month and day of a year; else the ends of as many equal parts. */
function datesIn({ times, month, day, every }: Duty, { from, to }: Period): string[] {
  if (month !== undefined && times === 1 && !['month', '2 months', 'quarter', 'half-year', 'term'].includes(every)) {
    const inYear = (year: string): string => (day === undefined ? lastOf(Number(year) * 12 + month - 1) : `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
    return [inYear(to.slice(0, 4)) > to ? inYear(from.slice(0, 4)) : inYear(to.slice(0, 4))]
  }
  const indexOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1
  const all = indexOf(to) - indexOf(from) + 1
  return Array.from({ length: times }, (_, at) => lastOf(indexOf(from) + Math.max(1, Math.ceil(((at + 1) * all) / times)) - 1))
}

type Turn = { key: string; due: string; owing: string[]; isOpen: boolean }

function turnsOf({ plan, people }: Scene, duty: Duty, period: Period | undefined, debtor: string, part: Part | undefined): Turn[] {
  if (period === undefined) return []
  const isOfPlan = (due: string): boolean => plan.years === undefined || (Number(due.slice(0, 4)) >= plan.years.from && Number(due.slice(0, 4)) <= plan.years.to)
  return datesIn(duty, period).map((due, at) => ({ due, key: `${duty.id}/${period.key}/${at + 1}` })).filter(({ due }) => isOfPlan(due)).map(({ due, key }) => {
    const each = people.voices(debtor).map((voice) => ({ voice, given: plan.given.get(key) ?? plan.given.get(`${key}/${voice}`) }))
    return { key, due, owing: each.flatMap(({ voice, given }) => (given === undefined && !isDisowned(part?.members.get(voice)) ? [voice] : [])), isOpen: each.some(({ given }) => given?.status !== 'done') }
  })
}

export function ofDuty(scene: Scene, duty: Duty): Owed[] {
  const { plan, today } = scene
  const task = duty.task === undefined ? undefined : plan.tasks.get(duty.task)
  const part = task === undefined || duty.debtor !== undefined ? undefined : answerer(task)
  const debtor = duty.debtor ?? part?.unit
  // Whoever says that the task is not theirs is not asked for what it owes either.
  if (isDisowned(part?.own)) return []
  if (plan.handedOutOn === undefined || task?.paused !== undefined || debtor === undefined) return []
  const madeSo = plan.dutiesSince.get(duty.id) ?? ''
  const since = madeSo > plan.handedOutOn ? madeSo : plan.handedOutOn
  const periods = periodsOf(duty.every, plan.firstYear)
  const now = periods.findIndex(({ from, to }) => from <= today && today <= to)
  if (now < 0) return []
  const [before, current, next] = [now - 1, now, now + 1].map((at) => turnsOf(scene, duty, periods[at], debtor, part))
  const open = [...(before ?? []), ...(current ?? [])].filter(({ isOpen, due }) => isOpen && due >= since)
  const asked = open.length > 0 ? open : (next ?? []).filter(({ isOpen }) => isOpen).slice(0, 1)
  return asked.flatMap((turn) => ofTurn(scene, duty, turn, debtor))
}

/** Of the month once before it and never after; of the quarter, half-year and term like its progress, and once after it; of the year like a date, or where somebody receives it step by step. */
function ofTurn(scene: Scene, { every, receiver }: Duty, { key, due, owing }: Turn, debtor: string): Owed[] {
  const { plan, people, today } = scene
  const { policy } = plan
  const isShort = every === 'month' || every === '2 months'
  const isMiddling = every === 'quarter' || every === 'half-year' || every === 'term'
  const marks = isShort ? policy.monthMarks : isMiddling ? policy.progressMarks : receiver === undefined ? policy.dueMarks : [...policy.handInMarks, 0]
  const soon = markBefore(scene, due, marks)
  const late = isShort || soon !== undefined ? undefined : markAfter(scene, due, policy.overdueEvery)
  const since = soon?.since ?? (isMiddling && (late?.nth ?? 0) > 0 ? undefined : late?.since)
  if (since === undefined) return []
  const told = plan.hindered.filter((each) => each.occurrence === key && each.on >= since).map(({ unit }) => unit)
  const asked = people.asked(owing.filter((unit) => !told.includes(unit) && !told.includes(debtor)), today)
  const waits = soon === undefined ? isAgain(scene, late?.over ?? 0) : canWait(scene, soon)
  // Step by step each reminder asks for something else, until it is handed in.
  const isOtherStep = marks.includes(0) && soon !== undefined && receiver !== undefined && !isShort && !isMiddling && soon.mark > 0
  return owed(scene, 'occurrence-due', asked, { occurrence: key, unit: debtor, due }, { since, waits, isOver: soon === undefined, morningBefore: isOtherStep ? undefined : soon !== undefined ? beforeMark(scene, soon, marks) : late === undefined ? undefined : beforeStep(scene, late, policy.overdueEvery) })
}

/** To whoever receives it, again while it waits; where nobody answers for them, to the secretary. What came back, to who submitted it. */
export function ofSubmissions(scene: Scene): Owed[] {
  const { plan, people, today } = scene
  if (plan.handedOutOn === undefined) return []
  const dutyOf = (key: string): Duty | undefined => {
    const duty = plan.duties.find(({ id }) => id === key.split('/')[0])
    return duty?.task !== undefined && plan.tasks.get(duty.task)?.paused !== undefined ? undefined : duty
  }
  const keyOf = (key: string): string => key.split('/').slice(0, 3).join('/')
  return [
    ...[...plan.given].flatMap(([key, { status, on, by, member }]) => {
      const receiver = dutyOf(key)?.receiver
      if (status !== 'submitted' || receiver === undefined) return []
      const receiving = people.asked([receiver], today)
      const told = (receiving.length === 0 ? people.withRole('secretary') : receiving).filter((person) => person !== by)
      return owed(scene, 'submission-waits', told, { occurrence: keyOf(key), member, receiver, on }, { since: againSince(scene, on) })
    }),
    ...[...plan.sentBack].flatMap(([key, { unit, at, by, member }]) => (dutyOf(key) === undefined ? [] : owed(scene, 'submission-returned', people.asked([unit], today).filter((person) => person !== by), { occurrence: keyOf(key), member, at }))),
  ]
}
