// Which section of the tasks a team carries, by the words that their names share.
import { folded } from './folded-text.ts'
import type { ReadBody } from './reading.ts'

/** Words that stand in many names and tell none apart. */
const common = /^[_ ]*(?:[^,。]{0,6}[省市县区州旗])?(?:成立|设立)?|工作专班|专项工作组|工作组|推进组|专班|领导小组|工程|行动|计划|实施|推进|工作|任务|重点|“|”|‘|’|[,、。:]/g
/** Of the shorter name, this much must stand in the other, and in no second half as much. */
const enough = 0.4
const clearlyBest = 0.6

/** The teams with the section each serves, where one is clearly the best. @param sections the headings over the tasks, once each */
export function withServes(bodies: readonly ReadBody[], sections: readonly string[]): ReadBody[] {
  const cores = [...new Set(sections)].map((section) => ({ section, core: coreOf(section) }))
  const served = bodies.map((body) => (body.kind === 'team' ? bestBy(pairsShared, coreOf(body.name), cores) : undefined))
  const free = cores.filter(({ section }) => !served.includes(section))
  // 强师 is in 教师队伍建设加强 sign by sign only: asked of the sections that no other team serves.
  return bodies.map((body, at) => {
    const serves = body.kind === 'team' ? (served[at] ?? bestBy(signsShared, coreOf(body.name), free)) : undefined
    return serves === undefined ? body : { ...body, serves }
  })
}

const coreOf = (name: string): string => folded(name).slice(0, 60).replace(common, '')

function bestBy(share: (name: string, other: string) => number, name: string, sections: readonly { section: string; core: string }[]): string | undefined {
  const [best, second] = sections.map(({ section, core }) => ({ section, score: share(name, core) })).sort((a, b) => b.score - a.score)
  return best && best.score >= enough && (second?.score ?? 0) <= best.score * clearlyBest ? best.section : undefined
}

function pairsShared(name: string, other: string): number {
  const pairs = pairsOf(name)
  const others = pairsOf(other)
  const fewest = Math.min(pairs.size, others.size)
  return fewest === 0 ? 0 : [...pairs].filter((pair) => others.has(pair)).length / fewest
}

const pairsOf = (words: string): Set<string> => new Set(Array.from({ length: Math.max(0, words.length - 1) }, (_, at) => words.slice(at, at + 2)))

/** Two signs at least, of the shorter name. */
function signsShared(name: string, other: string): number {
  const [shorter, longer] = name.length < other.length ? [name, other] : [other, name]
  const shared = new Set([...shorter.matchAll(/[一-龥]/g)].map(([sign]) => sign).filter((sign) => longer.includes(sign))).size
  return shared < 2 ? 0 : shared / shorter.length
}
