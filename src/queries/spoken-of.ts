// Which of somebody's tasks and duties their words speak of by a word of its sentence: 食堂那个检查做完了.

/** What says how a thing stands, or points at it, and not what it is. */
const noName = /已经?|完成|[办做弄搞干]完|办结|结束|搞定|正常|推进|开展|进行|正在|准备|目前|现在|今天|昨天|上周|下周|这周|本周|上次|[那这哪][个项件条些]|工作|任务|事项|没有?|还没|一半|部分|全部|都|了|的|吗|呢|吧|在|还|就|已|又|也|我们|我局|我|们|因为|所以|但是?|不过|差不多|基本|左右|有困难|困难|问题|不了|动/g
/** Longer words are no name of a thing. */
const readAtMost = 100

/** `score`: how many pairs of signs of the words stand in its sentence. `isMostly`: half of all or more; fewer are a word in passing. */
export type Spoken<Thing> = { thing: Thing; score: number; isMostly: boolean }

/** Those that share a pair of Chinese signs with the words, the most shared first. @param textOf the sentence of a thing */
export function spokenOf<Thing>(words: string, things: readonly Thing[], textOf: (thing: Thing) => string): Spoken<Thing>[] {
  const pairs = pairsIn(words.slice(0, readAtMost).normalize('NFKC').replace(noName, ' '))
  const scored = things.map((thing): Spoken<Thing> => {
    const text = textOf(thing).normalize('NFKC')
    const score = pairs.filter((pair) => text.includes(pair)).length
    return { thing, score, isMostly: score * 2 >= pairs.length }
  })
  return scored.filter(({ score }) => score > 0).toSorted((a, b) => b.score - a.score)
}

/** The one that the words are mostly of; undefined where two share as much. */
export const plainlySpokenOf = <Thing>([first, second]: readonly Spoken<Thing>[]): Thing | undefined => (first?.isMostly === true && first.score > (second?.score ?? 0) ? first.thing : undefined)

function pairsIn(text: string): string[] {
  const runs = text.match(/\p{Script=Han}{2,}/gu) ?? []
  return [...new Set(runs.flatMap((run) => Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2))))]
}
