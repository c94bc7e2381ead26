// Is what people were told true, and were they told all of it, once? Asked of a history; no process, no clock.
import { Truth } from '#test/simulation/truth.ts'
import { marksIn, type Fault, type History, type Shown } from './history.ts'
import { recordsOf, type Records } from './records.ts'

const duplicate = (what: string): Fault => ({ kind: 'duplicate', what })
const lost = (what: string): Fault => ({ kind: 'lost', what })

/** What is wrong with a history; nothing where each 已记录 stands once in the verified chain, and each owed notice was seen once. */
export function checkHistory(history: History): Fault[] {
  const broken = brokenChains(history)
  // What does not hang together cannot be folded, and nothing more can be said of it.
  if (broken.length > 0) return broken
  const truth = new Truth()
  const records = recordsOf(history.written, truth)
  return [...doubledEntries(records, history), ...wrongSayings(records, history), ...wrongMessages(records, history, truth)]
}

function brokenChains({ verified, written }: History): Fault[] {
  return [...new Set([...written.map(({ log }) => log), ...verified.map(({ log }) => log)])].flatMap((log) => {
    const count = written.filter((each) => each.log === log).length
    const stands = verified.find((each) => each.log === log)
    if (stands === undefined) return [lost(`${log} was written and is gone`)]
    if (!stands.ok) return [lost(`${log} does not verify: ${stands.what} at entry ${stands.position}`)]
    return stands.entries === count ? [] : [lost(`${log} has ${stands.entries} entries, ${count} were written`)]
  })
}

/** One act, one entry: by the words that only it has, or as often as 正常推进 was pressed. */
function doubledEntries({ events, personOf }: Records, { acts }: History): Fault[] {
  const ids = repeated(events.map(({ log, id, nth }) => `${log} ${id} ${nth}`)).map((id) => duplicate(`${id} was recorded twice`))
  const marks = repeated(events.flatMap(({ type, marks: own }) => own.map((mark) => `${type} ${mark}`))).map((mark) => duplicate(`${mark} was recorded twice`))
  const pressed = events.filter(({ isBare }) => isBare).map(({ by, task }) => `${by} ${task}`)
  const often = [...new Set(pressed)].flatMap((each) => {
    const [recorded, asked] = [pressed.filter((other) => other === each).length, acts.filter((act) => 'pressed' in act && `${personOf(act.by)} ${act.pressed}` === each).length]
    return recorded > asked ? [duplicate(`正常推进 of ${each} was recorded ${recorded} times, and pressed ${asked} times`)] : []
  })
  return [...ids, ...marks, ...often]
}

/** Whoever is shown their words as kept finds them in the ledger. */
const saysKept = /已记录|已填报|按此记录|已作为备注保存|已申请办结|已退回|时限已改|原话已保存/
const saysNothing = /什么也没有写入|什么也没有记|没有记录|无法记录|没有算数/
/** Nobody knows, and nothing is promised. */
const saysPerhaps = /正在核对|可能没有记录|出了故障/
const saysPressed = /已记录 \d\d:\d\d · (\d+) /

function wrongSayings({ events, personOf }: Records, { shown, acts }: History): Fault[] {
  const recorded = new Set(events.flatMap(({ marks }) => marks))
  const isByOne = (mark: string): boolean => ((said) => said.length === 1 && said[0]?.heardBy === 1)(acts.filter((act) => 'mark' in act && act.mark === mark))
  const faults = shown.flatMap(({ to, words }) => {
    if (saysPerhaps.test(words)) return []
    const marks = marksIn(words)
    const isNo = saysNothing.test(words)
    // Two processes can judge one click apart: one that dies recorded it, one that cannot says so. What was refused may have been pressed again.
    if (isNo) return marks.filter((mark) => recorded.has(mark) && isByOne(mark)).map((mark) => lost(`${mark} was called not recorded, and stands`))
    const task = saysPressed.exec(words)?.[1]
    if (task !== undefined && marks.length === 0 && !events.some((event) => event.isBare && event.by === personOf(to) && String(event.task) === task))
      return [lost(`${to} was told 已记录 of task ${task}, and nothing stands`)]
    return saysKept.test(words) ? marks.filter((mark) => !recorded.has(mark)).map((mark) => lost(`${mark} was called recorded, and does not stand`)) : []
  })
  return [...new Map(faults.map((fault) => [fault.what, fault])).values()]
}

/** What the bot sent of its own accord. */
function wrongMessages({ claims, delivered }: Records, { shown, endedAt }: History, truth: Truth): Fault[] {
  const messages = postedOf(shown)
  const faults: Fault[] = repeated(messages.map(({ key }) => key)).map((key) => duplicate(`${key} is there twice`))
  const told: string[] = []
  for (const { key, at } of messages) {
    const claim = claims.findLast((each) => each.key === key && each.at <= at)
    if (claim === undefined) {
      faults.push(duplicate(`${key} was sent, and nobody had claimed it`))
      continue
    }
    told.push(...claim.notices)
    faults.push(...claim.notices.filter((notice) => !claim.due.has(notice)).map((notice) => duplicate(`${notice} was said, and not owed`)))
  }
  const keys = new Set(messages.map(({ key }) => key))
  faults.push(...repeated(told).map((notice) => duplicate(`${notice} was said twice`)))
  faults.push(...delivered.filter((key) => !keys.has(key)).map((key) => lost(`${key} is called delivered, and is nowhere`)))
  const known = { notice: (key: string) => told.includes(key), parcel: (key: string) => keys.has(key) }
  faults.push(...truth.owed(endedAt, known).flatMap(({ notices }) => notices.map(({ key }) => lost(`${key} is owed, and was not said`))))
  return faults
}

/** A message appears once, and may look otherwise later. */
function postedOf(shown: readonly Shown[]): (Shown & { key: string })[] {
  const seen = new Set<string>()
  return shown.flatMap((each) => {
    const place = `${each.to} ${each.ts}`
    if (each.key === undefined || seen.has(place)) return []
    seen.add(place)
    return [{ ...each, key: each.key }]
  })
}

const repeated = (all: readonly string[]): string[] => [...new Set(all.filter((each, index) => all.indexOf(each) !== index))]
