// Which items a clause says it speaks for: 以上两项由…, 第4—6项由…, 以下三条由….
import { numberOf } from './folded-text.ts'

/** `above`, `below`: so many items, Infinity for all of the section. `length` of the words that say so. */
export type Scope = { length: number } & ({ above: number } | { below: number } | { numbers: number[] })

const count = '(?:\\d{1,2}|[一二两三四五六七八九十]{1,3})'
const kind = '(?:项|条|款|点|件)'
const what = '(?:重点|主要|具体|目标)?(?:任务|工作|措施|举措|事项|内容|要求)'
/** By whom: 以上两项均由…, 以上两项：…. */
const then = '(?:,|:|均|都|统一|分别|皆){0,2}由?'
const above = new RegExp(`^(?:以上|上述|前述|前面)(?:(${count})个?${kind}(?:${what})?|(?:各|所有|全部)?(?:${kind}${what}|${kind}|${what}))${then}`)
const below = new RegExp(`^(?:以下|下列|后)(${count})个?${kind}(?:${what})?${then}`)
const number = `\\(?(?:${count})\\)?`
const numbered = new RegExp(`^第?(${number})${kind}?(?:(—|至|到)第?(${number})|((?:(?:、|和|及)第?${number}${kind}?){1,9}))?${kind}?(?:${what})?${then}`)
/** 第4项, 4—6项: a number alone, or a date, is none. */
const saysItem = new RegExp(`^(?:第${number}|第?${number}(?:—|至|到|、|和|及)第?${number}[^,。;:]{0,40}?)${kind}`)
const mostItems = 99

/** What the first words of a clause say of its items; undefined where they say nothing. @param plain folded */
export function scopeOf(plain: string): Scope | undefined {
  const opening = plain.slice(0, 60)
  const up = above.exec(opening)
  if (up) return { length: up[0].length, above: up[1] === undefined ? Infinity : (numberOf(up[1]) ?? 1) }
  const down = below.exec(opening)
  if (down) return { length: down[0].length, below: numberOf(down[1] ?? '') ?? 1 }
  const named = saysItem.test(opening) ? numbered.exec(opening) : null
  const numbers = named ? numbersOf(valueOf(named[1]), named[3], named[4]) : []
  return named && numbers.length > 0 ? { length: named[0].length, numbers } : undefined
}

const valueOf = (written: string | undefined): number => numberOf((written ?? '').replace(/[()]/g, '')) ?? 0

function numbersOf(first: number, last: string | undefined, more: string | undefined): number[] {
  if (last !== undefined) return Array.from({ length: Math.min(mostItems, Math.max(0, valueOf(last) - first + 1)) }, (_, at) => first + at)
  return [first, ...(more ?? '').split(/[、和及]/).filter((one) => one !== '').map((one) => valueOf(one.replace(/[第项条款点件]/g, '')))]
}

/** The items that a scope means, of those of a plan. @returns of a scope and the place of the item in whose lines it stands; none where its numbers are of several items */
export function itemsByScope<Item extends { value: number; parent: Item | undefined }>(items: readonly Item[]): (scope: Scope, at: number) => readonly Item[] {
  const byValue = new Map<number, Item[]>()
  const inParent = new Map<Item | undefined, Map<number, Item[]>>()
  for (const item of items) {
    put(byValue, item)
    put(inParent.get(item.parent) ?? setIn(inParent, item.parent, new Map<number, Item[]>()), item)
  }
  /** Each number of one item. */
  const ofNumbers = (numbers: readonly number[], among: ReadonlyMap<number, Item[]>): Item[] => {
    const found = numbers.map((value) => among.get(value) ?? [])
    return found.every((ones) => ones.length === 1) ? found.flat() : []
  }
  return (scope, at) => {
    const parent = items[at]?.parent
    if ('numbers' in scope) {
      const siblings = ofNumbers(scope.numbers, inParent.get(parent) ?? new Map<number, Item[]>())
      return siblings.length > 0 ? siblings : ofNumbers(scope.numbers, byValue)
    }
    if ('below' in scope) return items.slice(at + 1, at + 1 + scope.below)
    const before = items.slice(Math.max(0, at + 1 - Math.min(mostItems, scope.above)), at + 1)
    return scope.above === Infinity ? before.filter((item) => item.parent === parent) : before
  }
}

function put<Item extends { value: number }>(known: Map<number, Item[]>, item: Item): void {
  (known.get(item.value) ?? setIn(known, item.value, [])).push(item)
}

function setIn<Key, Value>(known: Map<Key, Value>, key: Key, value: Value): Value {
  known.set(key, value)
  return value
}
