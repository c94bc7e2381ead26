// What is typed without the blank between its words: 查校车, 汇总教育局, 任务红灯, 教育局红灯, 截至上周五 汇总. Only where every piece of it is something here; a sentence is none.
import { spanIn } from '#src/calendar/span-phrase.ts'
import type { Answer, Command, Desk } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import { wordsFor } from '#src/queries/command-words.ts'
import { isSaidOfTask } from '#src/queries/find.ts'
import { namesCalled } from '#src/queries/named-units.ts'
import { dayLookedAt } from './day-looked-at.ts'
import { findPerson } from './find-person.ts'
import { allViews, viewsOf } from './plan-argument.ts'
import { scopeIn } from './screen-scope.ts'
import { filterIn } from './task-filter.ts'
import { gluedDay } from './typed-day.ts'
import { unitCalled } from './unit-argument.ts'

/** No line of commands is longer. */
const longest = 40

/** By a command's English name, whether what stands behind its word is what it takes. */
const takes: Readonly<Record<string, (rest: string, desk: Desk) => boolean>> = {
  find: (rest, desk) => isWholeFilter(rest, desk) || (rest.length > 1 && isSaidOfTask(allViews(desk), rest)) || findPerson(desk, rest) !== undefined,
  summary: (rest, desk) => viewsOf(desk, rest).ok || scopeIn(desk, rest) !== undefined,
  task: (rest, desk) => isWholeFilter(rest, desk),
  units: (rest, desk) => unitCalled(desk.directory, rest) !== undefined,
  changes: (rest, desk) => dayLookedAt(rest, desk).ok || unitCalled(desk.directory, rest) !== undefined,
  'as-of': (rest, desk) => ((day) => day !== undefined && dayLookedAt(day, desk).ok)(gluedDay(rest.split(' ')[0] ?? '')?.[0] ?? rest.split(' ')[0]),
}

/** @returns undefined where a piece of it is nothing here */
export async function runTogether(written: string, desk: Desk, commands: readonly Command[]): Promise<Answer | undefined> {
  const line = written.slice(0, longest + 1).normalize('NFKC').replace(/\s{1,40}/g, ' ').replace(/[。.!?]{1,3}$/u, '').trim()
  if (line === '' || written.length > longest || !may(desk.asker, 'see')) return undefined
  const glued = commands
    .filter(({ name, may: needed }) => takes[name.en] !== undefined && may(desk.asker, needed))
    .flatMap((command) => wordsFor(command).filter((word) => /\p{Script=Han}$/u.test(word) && line.startsWith(word) && line.length > word.length).map((word) => ({ command, rest: line.slice(word.length).trim() })))
    .toSorted((a, b) => a.rest.length - b.rest.length)
    .find(({ command, rest }) => takes[command.name.en]?.(rest, desk) === true)
  if (glued !== undefined) return ran(glued.command, glued.rest.split(' '), desk)
  const words = asList(line, desk)
  const list = commands.find(({ name }) => name.en === 'task')
  return words === undefined || list === undefined ? undefined : ran(list, words, desk)
}

async function ran(command: Command, words: readonly string[], desk: Desk): Promise<Answer | undefined> {
  const answer = await command.handle(command.typed(words), desk)
  return answer.kind === 'args-refused' ? undefined : answer
}

/** Nothing of it is left over to be looked for in texts. */
function isWholeFilter(words: string, desk: Desk): boolean {
  const { filter, plan } = filterIn(desk, words)
  return filter.words === undefined && (plan !== undefined || Object.keys(filter).length > 0)
}

/** 教育局红灯, 二季度未报; Not reported 11, a button's own words with its count. */
function asList(line: string, desk: Desk): string[] | undefined {
  const plain = line.replace(/^[^\p{L}\p{N}]+/u, '').replace(/ \d{1,4}$/, '')
  const unit = [...desk.directory.units.values()].flatMap(namesCalled).filter((name) => plain.startsWith(name) && plain.length > name.length).toSorted((a, b) => b.length - a.length)[0]
  const span = unit === undefined ? spanIn(plain, desk.today) : undefined
  const first = unit ?? (span?.at === 0 && span.said.length < plain.length && filterIn(desk, plain).filter.words !== undefined ? span.said : undefined)
  const apart = first === undefined ? plain : `${first} ${plain.slice(first.length).replace(/^[ 的]{1,3}/, '')}`
  const { filter } = filterIn(desk, apart)
  const says = Object.keys(filter).filter((key) => !['units', 'lead', 'leads'].includes(key))
  return filter.words === undefined && says.length > 0 ? apart.split(' ') : undefined
}
