// What is pressed or sent is said for the unit for which it was shown, whoever's people they are by then.
import { UnitId } from '#src/ledger/ids.ts'
import type { Speaker } from '#src/queries/own-part.ts'
import type { Action, Card, Form, Row, Run } from './card.ts'

/** The commands that speak for the asker's own unit in one task. */
const ofOwnUnit: ReadonlySet<string> = new Set(['report', 'report-form', 'claim', 'claim-form', 'supplement', 'correct-report', 'extend', 'object', 'withdraw-claim', 'not-ours', 'reach'])

/** Of those the ones that are about what was said last. */
const ofLastWord: ReadonlySet<string> = new Set(['supplement', 'correct-report', 'withdraw-claim', 'object'])

/** A button carries two thousand characters, and its tasks with them: whoever holds dozens of units is asked by the tasks alone. */
const unitsAtMost = 600

function run({ command, args }: Run, speaker: Speaker): Run {
  if (command === 'all-normal') {
    const units = speaker.units.join(' ')
    return args['units'] !== undefined || units === '' || units.length > unitsAtMost ? { command, args } : { command, args: { ...args, units } }
  }
  const [task, named] = [args['task'], UnitId.safeParse(args['unit'])]
  const unit = ofOwnUnit.has(command) && typeof task === 'string' ? speaker.of(task, named.success ? named.data : undefined, ofLastWord.has(command) ? 'last' : 'next') : undefined
  return unit === undefined ? { command, args } : { command, args: { ...args, unit } }
}

/** The form sends the unit along. */
export const formSpokenFor = (form: Form, speaker: Speaker): Form => ({ ...form, run: run(form.run, speaker) })

export function spokenFor(card: Card, speaker: Speaker): Card {
  const action = (of: Action): Action => ({ ...of, run: run(of.run, speaker) })
  const row = (of: Row): Row => ({ ...of, ...(of.beside === undefined ? {} : { beside: action(of.beside) }), ...(of.actions === undefined ? {} : { actions: of.actions.map(action) }), ...(of.more === undefined ? {} : { more: of.more.map(action) }) })
  return {
    ...card,
    ...(card.sections === undefined ? {} : { sections: card.sections.map((section) => ({ ...section, rows: section.rows.map(row) })) }),
    ...(card.actions === undefined ? {} : { actions: card.actions.map(action) }),
    ...(card.more === undefined ? {} : { more: card.more.map(action) }),
  }
}
