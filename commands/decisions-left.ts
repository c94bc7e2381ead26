// What was said at a sitting, shown, and neither recorded nor passed over yet: kept beside the log as a person's words are, so that the minutes can ask for it.
import type { Desk } from '#src/command.ts'
import { withRole } from '#src/directory/directory.ts'
import { itemsOf } from '#src/meetings/decided-at.ts'
import { decisionsLeftOf, type SaidAtSitting } from '#src/meetings/decisions-left.ts'
import type { Run } from '#templates/card.ts'
import { meetingRun, type MeetingOfPlan } from './meeting-argument.ts'
import { viewOf } from './view-of.ts'

type What = SaidAtSitting['what']

const mark = (what: What, lines: readonly string[], sitting: MeetingOfPlan): Run => meetingRun('resolve', sitting, { words: lines.join('\n'), said: what })

/** Each line waits until it is recorded or passed over. */
export const keepSaid = async (lines: readonly string[], sitting: MeetingOfPlan, desk: Desk): Promise<void> => {
  await desk.words.keep(mark('said', lines, sitting))
}

export const passOver = async (line: string, sitting: MeetingOfPlan, desk: Desk): Promise<void> => {
  await desk.words.keep(mark('passed-over', [line], sitting))
}

/** Of whoever records at it: one goes on where another stopped. */
export async function decisionsLeft(sitting: MeetingOfPlan, desk: Desk): Promise<string[]> {
  const others = withRole(desk.directory, 'secretary').flatMap(({ handle }) => handle ?? []).filter(({ platform, id }) => platform !== desk.handle.platform || id !== desk.handle.id)
  const kept = (await Promise.all([desk.handle, ...others].map(async (handle) => desk.words.of(handle)))).flatMap((each) => each.toReversed()).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  const said = kept.flatMap(({ run: { command, args } }): SaidAtSitting[] => {
    const isHere = command === 'resolve' && args['plan'] === sitting.plan.id && args['meeting'] === sitting.meeting.id
    const what = args['said']
    return isHere && (what === 'said' || what === 'passed-over') ? [{ what, lines: String(args['words']).split('\n') }] : []
  })
  return decisionsLeftOf(said, itemsOf(viewOf(desk, sitting.plan), sitting.meeting))
}
