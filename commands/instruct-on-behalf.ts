// 口头批示: what a leader said is recorded by their aide or by the secretary. In force at once; the leader says whether it is so.
import { leadersOf } from '#src/directory/aide.ts'
import { answered, command, type Answer, type Desk } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import type { Person } from '#src/directory/person.ts'
import { instructingAs } from '#src/queries/instructing.ts'
import { spokenWays, whoseInstruction } from '#templates/instruct.ts'
import { carried } from './carried.ts'
import { findLeader } from './find-leader.ts'
import { InstructArgs, instructing } from './instructing.ts'
import { namesTask } from './plan-number.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'

export const instructOnBehalf = command({
  name: { zh: '口头批示', en: 'spoken' },
  also: ['代录批示'],
  usage: { zh: '口头批示 李县长 电话 〔请教育局下周五前拿出方案〕', en: 'spoken <leader> by telephone 〔who does what by when〕' },
  about: { zh: '代录领导口头批示：谁说的、怎么说的、原话', en: 'record what a leader said: whose, how, the words' },
  then: { zh: '先给您核对；下发后单位马上收到，领导会收到一条，点“属实”即可。', en: 'You check it first; the units are told at once, and the leader gets one message to confirm it.' },
  group: 'instruct',
  may: 'instruct-on-behalf',
  args: InstructArgs,
  /** The leader and the way may stand before the words, in this order; a number is the task it is about. */
  typed([first, ...rest]) {
    return first === undefined ? {} : { words: [first, ...rest].join(' ') }
  },
  run: spokenBy,
})

export async function spokenBy(given: InstructArgs, desk: Desk): Promise<Answer> {
  const { records } = instructingAs(desk.directory, desk.asker)
  if (!may(desk.asker, 'instruct-on-behalf') || records.length === 0) return refused({ code: 'instruction-no-leader' }, desk)
  const args = given.from === undefined ? headRead(given, desk, records) : given
  // Who was named and is none of them any more is not taken for another.
  const from = args.from === undefined ? onlyTheirs(desk, records) : records.find(({ id }) => id === args.from)
  if (from !== undefined) return instructing(args, { command: 'spoken', rank: 'leader', from, leaders: records }, desk)
  const { words, about, plan, permalink, how } = args
  const whose = await Promise.all(records.map(async ({ id, name }) => ({ name, run: await carried(runOf('spoken', { words, about, plan, permalink, how, from: id }), desk) })))
  return answered(whoseInstruction(whose, desk.lang))
}

/** An aide of one leader records that leader's words. Whoever records for all is asked whose they are, also where there is one: a name that nobody has must not become that leader's. */
const onlyTheirs = ({ directory, asker }: Desk, records: readonly Person[]): Person | undefined => {
  const [leader, ...others] = asker === undefined ? [] : leadersOf(directory, asker)
  return others.length === 0 ? records.find(({ id }) => id === leader?.id) : undefined
}

/** 李县长 电话 12 请…: whose, how and about what, as far as the first words say. */
function headRead(args: InstructArgs, desk: Desk, leaders: readonly Person[]): InstructArgs {
  const [, first, rest = ''] = /^(\S+)\s(.+)$/s.exec(args.words.trim()) ?? []
  if (first === undefined) return args
  const person = args.from === undefined ? leaders.find(({ id }) => id === findLeader(desk, first)?.id) : undefined
  if (person !== undefined) return headRead({ ...args, from: person.id, words: rest }, desk, leaders)
  if (args.how === undefined && [...spokenWays('zh'), ...spokenWays('en'), '口头'].includes(first)) return headRead({ ...args, how: first, words: rest }, desk, leaders)
  return args.about === undefined && namesTask(first) ? headRead({ ...args, about: first, words: rest }, desk, leaders) : args
}
