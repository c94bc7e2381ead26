// What a unit said since its date passed, as a leader is told: each in a sentence, with its day and what became of it.
import type { Day } from '#src/calendar/day.ts'
import { unitName, type Directory } from '#src/directory/directory.ts'
import type { SaidSince } from '#src/queries/said-since.ts'
import type { Lang } from './card.ts'
import { cutTo } from './cut-to.ts'
import { shortDay } from './day-words.ts'
import { reportWords } from './report-words.ts'
import { plain } from './rich.ts'

const words = {
  zh: {
    who: (member: string | undefined) => member ?? '单位', report: (who: string, said: string) => `${who}最近说：${said}。`, extension: (who: string, on: string, day: string, why: string, then: string) => `${who}${on}申请延期到${day}（${why}），${then}。`,
    objection: (who: string, on: string, said: string, then: string) => `${who}${on}提出异议：${said}，${then}。`, question: (who: string, on: string, said: string, then: string) => `${who}${on}对分工提出疑问：${said}，${then}。`, returned: (on: string, why: string) => `办结申请${on}被退回：${why}。`,
    waits: '还在待审', granted: (on: string) => `${on}已同意`, refused: (on: string, why: string) => `${on}未同意${why === '' ? '' : `：${why}`}`, silent: '逾期后单位没有说明。',
  },
  en: {
    who: (member: string | undefined) => member ?? 'The unit', report: (who: string, said: string) => `${who} last said: ${said}. `, extension: (who: string, on: string, day: string, why: string, then: string) => `${who} asked on ${on} for ${day} (${why}); ${then}. `,
    objection: (who: string, on: string, said: string, then: string) => `${who} objected on ${on}: ${said}; ${then}. `, question: (who: string, on: string, said: string, then: string) => `${who} asked on ${on} about its part: ${said}; ${then}. `, returned: (on: string, why: string) => `Its completion was sent back on ${on}: ${why}. `,
    waits: 'it still waits', granted: (on: string) => `agreed to on ${on}`, refused: (on: string, why: string) => `refused on ${on}${why === '' ? '' : `: ${why}`}`, silent: 'The unit has not explained it since. ',
  },
} satisfies Record<Lang, unknown>

/** Without the stop at its end, which the sentence has. */
const ended = (said: string, atMost: number): string => cutTo(said.trim().replace(/[。.；;，,！!]{1,5}$/, ''), atMost)

/** @param unit that answers for the task: a member of it is named */
export const saidSinceWords = (said: readonly SaidSince[], unit: string, directory: Directory, today: Day, lang: Lang): string =>
  said.length === 0 ? words[lang].silent : said.map((each) => sentence(each, unit, directory, today, lang)).join('')

function sentence(said: SaidSince, unit: string, directory: Directory, today: Day, lang: Lang): string {
  const w = words[lang]
  const [name, on] = [unitName(directory, said.speaker), shortDay(said.on, lang, today)]
  const who = w.who(name === unit ? undefined : name)
  const then = 'ruling' in said ? (said.ruling.granted ? w.granted(shortDay(said.ruling.on, lang, today)) : w.refused(shortDay(said.ruling.on, lang, today), ended(said.ruling.words, 40))) : w.waits
  switch (said.what) {
    case 'report': return w.report(who, ended([said.report.problem, said.report.done].find((each) => each !== undefined && each.trim() !== '') ?? plain(reportWords(said.report, lang)), 80))
    case 'extension': return w.extension(who, on, shortDay(said.day, lang, today), ended(said.reason, 60), then)
    case 'objection': return w.objection(who, on, ended(said.words, 60), then)
    case 'question': return w.question(who, on, ended(said.words, 60), then)
    case 'returned': return w.returned(on, ended(said.reason, 60))
  }
}
