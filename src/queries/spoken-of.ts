// Which of somebody's tasks and duties their words speak of by a word of its sentence: 食堂那个检查做完了.

/** What says how a thing stands, or points at it, and not what it is. */
const noName = /已经?|完成|[办做弄搞干]完|办结|结束|搞定|正常|推进|开展|进行|正在|准备|目前|现在|今天|昨天|上周|下周|这周|本周|上次|[那这哪][个项件条些]|工作|任务|事项|没有?|还没|一半|部分|全部|我们|我局|因为|所以|但是?|不过|差不多|基本|左右|有困难|困难|问题|不了/g
/** Signs that as a rule belong to no name, and to one where the signs on both sides stand with them in its sentence: 运动场. */
const weak = /[都了的吗呢吧在还就已又也我们动]/
/** Longer words are no name of a thing. */
const readAtMost = 100

/** `score`: how many pairs of signs of the words stand in its sentence. `isMostly`: half of all or more; fewer are a word in passing. */
export type Spoken<Thing> = { thing: Thing; score: number; isMostly: boolean }

/** Those that share a pair of Chinese signs with the words, the most shared first. @param textOf the sentence of a thing */
export function spokenOf<Thing>(words: string, things: readonly Thing[], textOf: (thing: Thing) => string): Spoken<Thing>[] {
  const runs = words.slice(0, readAtMost).normalize('NFKC').replace(noName, ' ').match(/\p{Script=Han}{2,}/gu) ?? []
  const scored = things.map((thing): Spoken<Thing> => {
    const text = textOf(thing).normalize('NFKC')
    const [strong, named] = [new Set<string>(), new Set<string>()]
    for (const run of runs) for (const { pair, around } of pairsIn(run)) {
      if (!weak.test(pair)) strong.add(pair)
      const isThere = text.includes(pair) && (!weak.test(pair) || around.some((three) => text.includes(three)))
      if (isThere) named.add(pair)
    }
    const all = new Set([...strong, ...named])
    return { thing, score: named.size, isMostly: named.size * 2 >= all.size }
  })
  return scored.filter(({ score }) => score > 0).toSorted((a, b) => b.score - a.score)
}

/** The one that the words are mostly of; undefined where two share as much. */
export const plainlySpokenOf = <Thing>([first, second]: readonly Spoken<Thing>[]): Thing | undefined => (first?.isMostly === true && first.score > (second?.score ?? 0) ? first.thing : undefined)

/** Each two signs beside each other, with the threes that they are in. */
const pairsIn = (run: string): { pair: string; around: string[] }[] =>
  Array.from({ length: run.length - 1 }, (_, at) => ({ pair: run.slice(at, at + 2), around: [run.slice(at - 1, at + 2), run.slice(at, at + 3)].filter((three) => three.length === 3) }))
