// What is told once may be told anew once something else was told that takes it back: a round begins, in which keys have names of their own.

export type IsTold = (key: string) => boolean

/** A part of a key as it is in a round; in the first as it always was. */
export const inRound = (name: string | number, round: number): string => (round === 0 ? String(name) : `${name}~${round}`)

/** How often it was told. @param keyOf its key, by how often it was told before */
export function timesTold(keyOf: (times: number) => string, isTold: IsTold): number {
  let times = 0
  while (isTold(keyOf(times))) times += 1
  return times
}
