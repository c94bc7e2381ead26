// A crowd: people of a small county who press, type and fill in whatever they are shown, in any order.
import fc from 'fast-check'
import { commands } from '#commands/index.ts'
import { homeCard } from '#commands/home.ts'
import { addMs } from '#src/calendar/calendar.ts'
import type { Answer, Desk } from '#src/command.ts'
import type { Directory } from '#src/directory/directory.ts'
import type { Person } from '#src/directory/person.ts'
import type { PersonId } from '#src/ledger/ids.ts'
import type { PlanEvent, PlanState } from '#src/ledger/plan.ts'
import type { Stamp } from '#src/ledger/stamp.ts'
import type { Parcel } from '#src/reminders/notice.ts'
import { noticesDue, parcelsOwed } from '#src/reminders/parcels.ts'
import { findCommand } from '#src/slack/find-command.ts'
import type { Card, Form, Run } from '#templates/card.ts'
import { digest } from '#templates/digest.ts'
import { byDefault, nineOn, workCalendar } from '#test/builders.ts'
import { deskOf } from '#test/desk.ts'
import { actionsOf } from '#test/templates/card-rules.ts'

export type Entry = { plan: PlanState['id']; stamp: Stamp; events: readonly PlanEvent[]; by: Person | undefined }

/** One thing somebody does. `fresh`: on a card drawn for them at this moment, not on one of those they were shown before. */
export type Doing = { who: number; how: 'press' | 'type' | 'look' | 'digest'; pick: number; words: string; daysLater: number; fresh: boolean }

/** What came of it. `written`: the words of their own that they wrote for it. `inForm`: a form was filled in on the way. */
export type Seen = { doing: Doing; by: Person; run: Run | undefined; answer: Answer; card: Card | undefined; entries: readonly Entry[]; written: readonly string[]; from: 'fresh' | 'old'; inForm: boolean }

const anyWords = fc.constantFrom('已完成招标，6月底开工', '资金未到位，请县财政局协调', '<!channel> *急* `x` <http://a|b>', '核定3所')
export const anyDoing: fc.Arbitrary<Doing> = fc.record({
  who: fc.nat(20), how: fc.constantFrom('press', 'press', 'press', 'type', 'look', 'digest'), pick: fc.nat(10_000), words: anyWords, daysLater: fc.constantFrom(0, 0, 0, 1, 3, 20), fresh: fc.boolean(),
})

const at = <Of>(list: readonly Of[], pick: number): Of | undefined => list[pick % Math.max(1, list.length)]
const typable = commands.filter(({ sandboxOnly, hidden, name }) => sandboxOnly !== true && hidden !== true && name.en !== 'import' && name.en !== 'amend')

/** Cards a person was shown, the latest last; old ones can still be pressed. */
const kept = 8

export async function crowd(given: { plans: readonly PlanState[]; directory: Directory; from: string }, doings: readonly Doing[], each: (seen: Seen) => void): Promise<Entry[]> {
  const { plans, directory } = given
  const log: Entry[] = []
  const shown = new Map<PersonId, Card[]>()
  let today = given.from
  let acts = 0

  const deskFor = (person: Person, minute: number): Desk =>
    deskOf({ today, plans, directory, asker: person.name, now: addMs(nineOn(today), minute * 60_000), heard: (entry) => log.push(entry) })
  const keep = (person: Person, card: Card): void => void shown.set(person.id, [...(shown.get(person.id) ?? []), card].slice(-kept))

  for (const doing of doings) {
    today = workCalendar.addDays(today as Parameters<typeof workCalendar.addDays>[0], doing.daysLater)
    const person = at([...directory.people.values()], doing.who)
    if (person === undefined) continue
    const before = log.length
    acts += 1
    const desk = deskFor(person, acts % 600)
    const fresh = doing.how === 'digest' ? digestFor(person, desk, plans) : doing.how === 'look' ? homeCard(desk) : undefined
    if (fresh !== undefined) keep(person, fresh)
    const isFresh = doing.fresh && fresh !== undefined
    const card = isFresh ? fresh : at(shown.get(person.id) ?? [], doing.pick)
    const run = doing.how === 'type' ? undefined : card === undefined ? undefined : at(actionsOf(card), doing.pick)?.run
    const did = doing.how === 'type' ? await typed(doing, desk) : run === undefined ? undefined : await pressed(run, desk, doing)
    if (did === undefined) continue
    if (did.card !== undefined) keep(person, did.card)
    each({ doing, by: person, run, ...did, entries: log.slice(before), from: isFresh ? 'fresh' : 'old' })
  }
  return log
}

function digestFor(person: Person, desk: Desk, plans: readonly PlanState[]): Card | undefined {
  const viewOf = (plan: PlanState): Parameters<typeof noticesDue>[0] => ({ plan, directory: desk.directory, calendar: desk.calendar, today: desk.today })
  const due = plans.flatMap((plan) => noticesDue(viewOf(plan), '09:00')).filter(({ to }) => to === person.id)
  const parcel: Parcel | undefined = parcelsOwed(due, { notice: () => false, parcel: () => false }, desk.today, '09:00', desk.calendar, byDefault)[0]
  const view = (id: PlanState['id']): ReturnType<typeof viewOf> => {
    const plan = plans.find((one) => one.id === id)
    if (plan === undefined) throw new Error(`no plan ${id}`)
    return viewOf(plan)
  }
  return parcel === undefined ? undefined : digest({ parcel, view, person, sentAt: desk.now, directory: desk.directory, lang: 'zh' })
}

type Did = { answer: Answer; card: Card | undefined; written: string[]; inForm: boolean }

async function pressed(run: Run, desk: Desk, doing: Doing): Promise<Did | undefined> {
  const command = commands.find(({ name }) => name.en === run.command)
  if (command === undefined) throw new Error(`a button leads to ${run.command}, which is no command`)
  return onwards(await answerOf(command, run.args, desk), desk, doing, [])
}

/** The example of a command's own usage, with words of the person's own in it. */
async function typed({ pick, words }: Doing, desk: Desk): Promise<Did | undefined> {
  const command = at(typable, pick)
  if (command === undefined) return undefined
  const [example = ''] = command.usage.zh.replace('〔接手的单位〕', '县财政局').replace('〔成立或不成立〕', '成立').replaceAll(/〔[^〕]*〕/g, '已办妥').split(/[（(]/)
  // The task of the example is one of the county's, or none.
  const line = example.replaceAll(/\b12\b/g, pick % 2 === 0 ? `p1-${1 + (pick % 8)}` : String(1 + (pick % 8)))
  // 收到 and 确认 are commands only where nothing is written behind them.
  const behind = pick % 3 === 0 && command.unfollowed?.includes(example) !== true ? words : ''
  const found = findCommand(commands, `${line} ${behind}`.trim().split(/\s+/))
  if (found.kind === 'unknown') throw new Error(`the usage of ${command.name.en} is not its own: ${example}`)
  const args = found.command.typed(found.words)
  const isWritten = behind !== '' && found.command.written.some((name) => ((said) => typeof said === 'string' && said.includes(words.split(' ')[0] ?? words))(args[name]))
  return onwards(await answerOf(found.command, args, desk), desk, { pick, words }, isWritten ? words.split(' ').slice(0, 1) : [])
}

async function answerOf(command: (typeof commands)[number], args: unknown, desk: Desk): Promise<Answer> {
  const answer = await command.handle(args, desk)
  return answer.kind === 'args-refused' ? { kind: 'card', card: { text: `args-refused ${command.name.en}`, refused: 'again' } } : answer
}

/** A form that opens is filled in and sent. */
async function onwards(answer: Answer, desk: Desk, { pick, words }: Pick<Doing, 'pick' | 'words'>, written: string[]): Promise<Did> {
  if (answer.kind === 'settling') return { answer, card: answer.card, written, inForm: false }
  if (answer.kind === 'card') return { answer, card: answer.card, written, inForm: false }
  if (answer.kind === 'form-errors' || answer.kind === 'file') return { answer, card: undefined, written, inForm: false }
  const { form } = answer
  const command = commands.find(({ name }) => name.en === form.run.command)
  if (command === undefined) throw new Error(`a form leads to ${form.run.command}, which is no command`)
  const sent = await answerOf(command, { ...form.run.args, ...filled(form, pick, words) }, desk)
  const own = form.fields.some(({ kind, name }) => kind === 'line' && command.written.includes(name)) ? [words] : []
  // A form's errors leave the form open: the words stay in its fields.
  if (sent.kind === 'form' || sent.kind === 'form-errors' || sent.kind === 'file') return { answer: sent, card: undefined, written: [], inForm: true }
  return { answer: sent, card: sent.card, written: own, inForm: true }
}

function filled({ fields }: Form, pick: number, words: string): Record<string, unknown> {
  return Object.fromEntries(fields.flatMap((field, index): [string, unknown][] => {
    switch (field.kind) {
      case 'line':
        return [[field.name, words.slice(0, field.maxLength)]]
      case 'choice': {
        const choice = at(field.choices, pick + index)?.value ?? field.now
        return choice === undefined ? [] : [[field.name, choice]]
      }
      case 'checks':
        return [[field.name.replace(/~\d+$/, ''), field.choices.filter((_, which) => (pick + which) % 2 === 0).map(({ value }) => value)]]
      case 'date':
        return field.now === undefined ? [] : [[field.name, field.now]]
    }
  }))
}
