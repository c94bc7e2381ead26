// The sample county in logs of memory: its units and people, and its plans as a secretary imports them on a day of the story.
import { readFileSync } from 'node:fs'
import { addMs } from '#src/calendar/calendar.ts'
import type { Day, Instant } from '#src/calendar/day.ts'
import { boardsOf } from '#src/boards.ts'
import { pastOf } from '#src/past.ts'
import { countyZone, deskFor } from '#src/desk.ts'
import { personOf, unitNamed } from '#src/directory/directory.ts'
import type { DirectoryIntent } from '#src/directory/intent.ts'
import { DraftId, type Draft } from '#src/ledger/draft.ts'
import type { PersonId, PlanId } from '#src/ledger/ids.ts'
import { importedFrom } from '#src/ledger/imported-from.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import type { Imported } from '#src/ledger/plan.ts'
import { openLedgers, type Ledgers } from '#src/ledgers.ts'
import { read as readText } from '#src/reader/read.ts'
import { county as sample } from '#src/sandbox/county.ts'
import { importPlan } from '#commands/import-plan.ts'
import { act, buttons, cardIn } from '#test/commands/acting.ts'
import { workCalendar } from '#test/builders.ts'
import { memoryLog } from '#test/store/memory-log.ts'
import { quiet } from '#test/store/quiet.ts'

/** In the order in which they are issued: p1, p2, p3. */
export const planNames = ['yunxi-education-2026-2028', 'yunxi-rural-2026-2028', 'yunxi-water'] as const

const handleOf = (id: string): { platform: 'slack'; id: string } => ({ platform: 'slack', id })
const secretary = handleOf('U0DBMS01')

export class County {
  readonly ledgers: Ledgers
  refusals: string[] = []
  #nth = 0

  private constructor(ledgers: Ledgers) {
    this.ledgers = ledgers
  }

  /** Its units and people, on the first working day of the story. A leader's aide is told nothing of her own, and has no part in it. */
  static async open(on: Day): Promise<County> {
    const county = new County(await openLedgers({ logger: quiet, logOf: () => memoryLog() }))
    const at = workCalendar.instantOf(on, '08:30', countyZone)
    await county.people(at, { type: 'add-units', units: sample.units })
    for (const { name, title, slackId, role, units } of sample.people.filter(({ role }) => role !== 'none' && role !== 'aide')) {
      await county.people(at, { type: 'add-person', name, title, handle: handleOf(slackId) })
      const person = county.personBy(slackId)
      for (const intent of dutiesOf(person, role, units.map((unit) => county.unitOf(unit)))) await county.people(at, intent)
    }
    return county
  }

  personBy(slackId: string): PersonId {
    const person = personOf(this.ledgers.directory(), handleOf(slackId))
    if (person === undefined) throw new Error(`nobody has the account ${slackId}`)
    return person.id
  }

  person(name: string): PersonId {
    const known = sample.people.find((each) => each.name === name)
    return this.personBy(known?.slackId ?? '')
  }

  unitOf(name: string): ReturnType<typeof unitId> {
    return unitId(this.ledgers, name)
  }

  /** @returns whether it was taken */
  async people(at: Instant, intent: DirectoryIntent, by: PersonId | 'system' = 'system'): Promise<boolean> {
    const recorded = await this.ledgers.recordDirectory(`act/${(this.#nth += 1)}`, { at, on: workCalendar.dayAt(at, countyZone), by, via: 'system' }, intent)
    return this.#isTaken(intent.type, recorded)
  }

  async plan(at: Instant, plan: PlanId, by: PersonId | 'system', intent: PlanIntent): Promise<boolean> {
    const recorded = await this.ledgers.recordPlan(plan, `act/${(this.#nth += 1)}`, { at, on: workCalendar.dayAt(at, countyZone), by, via: 'system' }, intent)
    return this.#isTaken(intent.type, recorded)
  }

  /** By the command itself, as a secretary does: shown first, then confirmed. */
  async importPlan(at: Instant, name: string): Promise<void> {
    const drafts = new Map<DraftId, Draft>()
    const never = async (): Promise<never> => Promise.reject(new Error('not asked for here'))
    const desk = (nth: number) => deskFor(
      {
        ledgers: this.ledgers, boards: boardsOf(this.ledgers), past: pastOf(this.ledgers), looks: { before: () => Promise.resolve(undefined), begun: (_, at) => Promise.resolve({ at }), mark: () => Promise.resolve() }, read: async (text, options) => Promise.resolve(readText(text, options)),
        words: { keep: never, find: never, of: async () => Promise.resolve([]) },
        evidence: { keep: never, find: never, whereIs: String },
        drafts: {
          keep: async (draft) => {
            const id = DraftId.parse(`d${String(this.ledgers.plans().size + 1).padStart(6, '0')}`)
            drafts.set(id, { ...draft, corrections: [] })
            return Promise.resolve(id)
          },
          find: async (id) => Promise.resolve(drafts.get(id)),
          drop: async (id) => Promise.resolve(void drafts.delete(id)),
          of: async () => Promise.resolve([...drafts].map(([id, draft]) => ({ id, draft }))),
          correct: never,
        },
      },
      { handle: secretary, intentId: `import/${name}/${nth}`, lang: 'zh', via: 'system', now: addMs(at, nth) },
    )
    const text = readFileSync(new URL(`../../examples/${name}.txt`, import.meta.url), 'utf8')
    const preview = cardIn(await act(importPlan, { text }, desk(0)))
    await act(importPlan, buttons(preview)['确认导入']?.args, desk(1))
  }

  /** Its text issued again, otherwise than the one in force. */
  async amend(at: Instant, plan: PlanId, by: PersonId, otherwise: (text: string) => string): Promise<boolean> {
    const inForce = this.ledgers.plans().get(plan)?.source
    if (inForce === undefined) throw new Error(`there is no plan ${plan}`)
    const read = (text: string, hash: string): Omit<Imported, 'type'> => {
      const answer = readText(text)
      if (!answer.ok) throw new Error(`the text of ${plan} cannot be read`)
      return importedFrom({ reading: answer.reading, directory: this.ledgers.directory(), source: { name: inForce.name, hash }, zone: countyZone }).plan
    }
    const text = otherwise(inForce.text)
    if (text === inForce.text) throw new Error('nothing of the text is otherwise')
    const issued = read(text, `${plan} ${String(at)}`)
    return this.plan(at, plan, by, { type: 'amend', plan: { ...issued, source: { ...issued.source, id: `s${(this.ledgers.plans().get(plan)?.amended.sources.size ?? 0) + 1}` } }, before: read(inForce.text, inForce.hash) })
  }

  #isTaken(type: string, recorded: Awaited<ReturnType<Ledgers['recordPlan']>> | Awaited<ReturnType<Ledgers['recordDirectory']>>): boolean {
    if (recorded.ok === true) return true
    if (recorded.ok === 'unknown') throw new Error('a log in memory has lost an answer')
    this.refusals.push(`${type}: ${recorded.refusal.code}`)
    return false
  }
}

function unitId(ledgers: Ledgers, name: string) {
  const unit = unitNamed(ledgers.directory(), name)
  if (unit === undefined) throw new Error(`no unit is called ${name}`)
  return unit.id
}

function dutiesOf(person: PersonId, role: string, units: readonly ReturnType<typeof unitId>[]): DirectoryIntent[] {
  if (role === 'contact') return units.map((unit) => ({ type: 'name-contact', person, unit }))
  if (role === 'head') return units.map((unit) => ({ type: 'name-head', person, unit }))
  return role === 'secretary' || role === 'leader' || role === 'admin' ? [{ type: 'grant-role', person, role }] : []
}
