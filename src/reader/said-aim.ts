// What plain words about a task ask for besides a report: a later day, another unit, a ruling.
import { folded } from './folded-text.ts'
import { saidExtension, type SaidExtension } from './said-extension.ts'

export type SaidAim = ({ kind: 'extension' } & SaidExtension) | { kind: 'not-ours' | 'objection' }

const us = '(?:我们?|咱们?|本)(?:单位|局|委|办|镇|乡|街道|院|处|科|中心|部门|这边|这里)?'
const notOurs: readonly RegExp[] = [
  new RegExp(`不(?:该|应该?)?归${us}(?!还)`),
  new RegExp(`不(?:该|应该?)?(?:是|由)${us}(?:负责|牵头|来?承办|来?办理|管|的(?:事|活|任务|工作|职责|职能))`),
  new RegExp(`不(?:属于|在)${us}的?(?:职责|职能|范围|任务|工作|事)`),
  new RegExp(`(?:与|跟|和|同)${us}(?:无关|没有?关系)`),
  /^ {0,2}(?:这[个项条]|该项?|本项)?不是我们?的?[。.! ]{0,2}$/,
  /[派发分写]错(?:了)?(?:单位|部门|地方)|(?:单位|部门)(?:[派发分写搞弄])?错了|\bnot (?:ours|our (?:task|job|responsibility))\b/i,
]
const start = '(?:^|[,。;! ])(?:我们|我局|我单位|本单位|我)?'
const objection: readonly RegExp[] = [
  new RegExp(`${start}(?:不同意|不认可|不认同|不服|有异议|有不同意见|提(?:出|个)?异议)`),
  /^ {0,2}(?:这个?|这条|上面)?(?:不对|不准确?|不符|有误|错了|搞错了|弄错了|记错了)(?:[,。;! ]|$)/,
  /(?:红|黄|绿)?灯(?:亮|打|标|显示)?(?:得)?(?:错|不对|有误|不准)|(?:不应该?|不该)(?:是|亮|算|打|标)(?:为|成)?(?:红|黄|逾期|滞后)/,
  /\b(?:I|we) (?:disagree|object)\b|^(?:not so|not right|that is wrong)\b/i,
]

/** @param words without the number of the task. Undefined where they ask for none of these. */
export function saidAim(words: string): SaidAim | undefined {
  const extension = saidExtension(words)
  if (extension !== undefined) return { kind: 'extension', ...extension }
  const plain = folded(words)
  if (notOurs.some((form) => form.test(plain))) return { kind: 'not-ours' }
  return objection.some((form) => form.test(plain)) ? { kind: 'objection' } : undefined
}
