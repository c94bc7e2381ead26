// What was told of a unit is told of the unit that it was merged into, and what was told somebody is told whoever took over from them: the sheet says it.
import type { Day } from '#src/calendar/day.ts'
import type { Directory } from '#src/directory/directory.ts'
import { present } from '#src/ledger/fields.ts'
import { predecessors } from './of-people.ts'
import { firstToldOn } from './old-news.ts'
import type { Delivered } from './parcels.ts'

/** Nobody hears again, under another name, what was said. */
export function underFormerNames(delivered: Delivered, { people, ...directory }: Pick<Directory, 'people' | 'merged' | 'handovers'>): Delivered {
  const known = alsoUnderFormer(delivered, directory)
  return known.noticeOn === undefined ? known : { ...known, newsOn: byNews(firstToldOn([...people.keys()], known.noticeOn)) }
}

/** Worked out once for all to whom it is told: the person stands last in the key. */
function byNews(firstTold: (key: string) => Day | undefined): (key: string) => Day | undefined {
  const found = new Map<string, Day | undefined>()
  return (key) => {
    const news = key.slice(0, key.lastIndexOf('/'))
    if (!found.has(news)) found.set(news, firstTold(key))
    return found.get(news)
  }
}

function alsoUnderFormer(delivered: Delivered, { merged, handovers }: Pick<Directory, 'merged' | 'handovers'>): Delivered {
  if (merged.size === 0 && handovers.length === 0) return delivered
  const former = new Map<string, string[]>()
  for (const [from, to] of merged) former.set(to, [...(former.get(to) ?? []), from])
  for (const { to } of handovers) former.set(to, predecessors({ handovers }, to))
  const also = (isTold: (key: string) => boolean) => (key: string): boolean => isTold(key) || formerKeys(key.split('/'), former).some(isTold)
  const alsoOn = (toldOn: (key: string) => Day | undefined) => (key: string): Day | undefined => toldOn(key) ?? formerKeys(key.split('/'), former).flatMap((each) => toldOn(each) ?? []).toSorted()[0]
  return { ...delivered, notice: also(delivered.notice), ...present({ noticeForGood: delivered.noticeForGood === undefined ? undefined : also(delivered.noticeForGood), noticeOn: delivered.noticeOn === undefined ? undefined : alsoOn(delivered.noticeOn) }) }
}

/** A notice's key names its unit in one of its parts and ends with the person; either or both may have been another. */
function formerKeys(parts: readonly string[], former: ReadonlyMap<string, readonly string[]>): string[] {
  const keys = parts.reduce<string[][]>((known, part) => known.flatMap((before) => [part, ...(former.get(part) ?? [])].map((name) => [...before, name])), [[]])
  return keys.map((each) => each.join('/')).slice(1)
}
