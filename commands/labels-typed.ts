// 时间：6月18日 9:30 地点：二楼会议室: what is typed behind a label is read as what it says; what does not fit its label is asked back.
import { isDayMeant, isWhenMeant, type When } from './unread-when.ts'
import { splitAtDay } from './typed-day.ts'

type Label = 'day' | 'time' | 'place' | 'topic'

const labels: readonly (readonly [Label, string])[] = [
  ['day', '(?:会议|开会|召开)?日期|(?<![a-z])(?:date|day)'], ['time', '(?:会议|开会|召开)?时间|(?<![a-z])time'], ['place', '(?:会议|开会|召开)?地[点址]|(?<![a-z])(?:place|venue)'], ['topic', '(?:会议)?议题|主题|(?<![a-z])(?:topic|subject)'],
]
const kinds = labels.map(([kind, form]) => [kind, new RegExp(`^(?:${form})$`, 'iu')] as const)
/** The first may stand right behind a name; later ones behind a blank, a sign, a day or an hour: 议题：研究招生时间：… has one. */
const label = new RegExp(`(?<=^[^：:（(]*|[\\s，,；;。、日号点分半\\d])[，,；;。]? ?(${labels.map(([, form]) => form).join('|')}) ?[：:] ?`, 'iu')
const signs = /^[，,；;。、]{1,3}|[，,；;。、]{1,3}$/gu

/** `words`: what stands behind no label, with the day and the hour that stand behind theirs. `asked`: what does not fit, with its label, as a day or an hour that cannot be read. */
export type Labelled = { words: string[]; place: string; topic: string; asked: { day?: string; time?: string } }

export function labelsApart(typed: readonly string[]): Labelled {
  const [front = '', ...behind] = typed.join(' ').split(label)
  const read: Labelled = { words: wordsIn(front), place: '', topic: '', asked: {} }
  for (let at = 0; at + 1 < behind.length; at += 2) take(read, behind[at] ?? '', wordsIn(behind[at + 1] ?? ''))
  return read
}

const wordsIn = (text: string): string[] => text.split(' ').map((word) => word.replace(signs, '')).filter((word) => word !== '')

/** 6月18日9:30 is both. */
const isWhen = (word: string): boolean => isWhenMeant(word) || splitAtDay([word]).day !== undefined

function take(read: Labelled, said: string, [first = '', ...more]: readonly string[]): void {
  const kind = kinds.find(([, form]) => form.test(said))?.[0]
  const isDay = isDayMeant(first) || splitAtDay([first]).day !== undefined
  if (first === '' || kind === undefined) return
  if (kind === 'topic') {
    // A day that is not known yet follows it; a later one is of the topic.
    const end = read.words.some(isWhen) ? -1 : more.findIndex(isWhen)
    read.topic = [first, ...(end < 0 ? more : more.slice(0, end))].join(' ')
    read.words.push(...(end < 0 ? [] : more.slice(end)))
  } else if (kind === 'place') {
    // Behind its first words a day and an hour may follow without a label.
    const value = isWhen(first) ? more : [first, ...more]
    const end = value.findIndex(isWhen)
    if (isWhen(first)) ask(read, isDay ? 'day' : 'time', said, first)
    read.place = [read.place, ...(end < 0 ? value : value.slice(0, end))].filter((word) => word !== '').join(' ')
    read.words.push(...(end < 0 ? [] : value.slice(end)))
  } else if (kind === 'day' ? isDay : isWhen(first)) read.words.push(first, ...more)
  else {
    ask(read, kind, said, first)
    read.words.push(...more)
  }
}

function ask({ asked }: Labelled, kind: 'day' | 'time', said: string, value: string): void {
  asked[kind] = [asked[kind], `${said}：${value}`].filter((each) => each !== undefined).join(' ')
}

/** What could be read, with what is asked back beside it, which then cannot be. */
export function withAsked<Read extends Partial<When>>({ place: at = '', ...read }: Read, { place, asked }: Labelled): Omit<Read, 'place'> & When {
  const both = (one: string | undefined, other: string | undefined, most: number): string | undefined => (one === undefined && other === undefined ? undefined : [one, other].filter((each) => each !== undefined).join(' ').slice(0, most))
  const [day, time] = [both(read.day, asked.day, 40), both(read.time, asked.time, 20)]
  return { ...read, ...(day === undefined ? {} : { day }), ...(time === undefined ? {} : { time }), place: [place, at].filter((each) => each !== '').join(' ') }
}
