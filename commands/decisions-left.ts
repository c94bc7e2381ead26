// What was said at a sitting, shown, and neither recorded nor passed over yet: kept beside the log as a person's words are, so that the minutes can ask for it.
import type { Desk } from '#src/command.ts'
import { withRole } from '#src/directory/directory.ts'
import { itemsOf } from '#src/meetings/decided-at.ts'
import { decisionsLeftOf, type SaidAtSitting } from '#src/meetings/decisions-left.ts'
import type { Run } from '#templates/card.ts'
import { meetingRun, type MeetingOfPlan } from './meeting-argument.ts'
import { viewOf } from './view-of.ts'

type What = SaidAtSitting['what']

const mark = (what: What, lines: readonly string[], sitting: MeetingOfPlan, whole: readonly string[] = []): Run => meetingRun('resolve', sitting, { words: lines.join('\n'), said: what, whole: whole.length === 0 ? undefined : whole.join('\n') })

/** Each line waits until it is recorded or passed over. @param whole what was said of several units in one, as it was said */
export const keepSaid = async (lines: readonly string[], whole: readonly string[], sitting: MeetingOfPlan, desk: Desk): Promise<void> => {
  await desk.words.keep(mark('said', lines, sitting, whole))
}

export const passOver = async (line: string, sitting: MeetingOfPlan, desk: Desk): Promise<void> => {
  await desk.words.keep(mark('passed-over', [line], sitting))
}

export const decisionsLeft = async (sitting: MeetingOfPlan, desk: Desk): Promise<string[]> => (await saidAt(sitting, desk)).left

/** Of whoever records at it: one goes on where another stopped. `whole`: what was taken apart by its units, as it was said. */
export async function saidAt(sitting: MeetingOfPlan, desk: Desk): Promise<{ left: string[]; whole: string[] }> {
  const others = withRole(desk.directory, 'secretary').flatMap(({ handle }) => handle ?? []).filter(({ platform, id }) => platform !== desk.handle.platform || id !== desk.handle.id)
  const kept = (await Promise.all([desk.handle, ...others].map(async (handle) => desk.words.of(handle)))).flatMap((each) => each.toReversed()).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  const here = kept.flatMap(({ run: { command, args } }) => (command === 'resolve' && args['plan'] === sitting.plan.id && args['meeting'] === sitting.meeting.id ? [args] : []))
  const said = here.flatMap((args): SaidAtSitting[] => {
    const what = args['said']
    return (what === 'said' || what === 'passed-over') ? [{ what, lines: String(args['words']).split('\n') }] : []
  })
  return { left: decisionsLeftOf(said, itemsOf(viewOf(desk, sitting.plan), sitting.meeting)), whole: here.flatMap(({ whole }) => (typeof whole === 'string' ? whole.split('\n') : [])) }
}
