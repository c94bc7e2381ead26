// What plain words about a task ask for besides a report: a later day, another unit, a ruling.
import { saidExtension, type SaidExtension } from './said-extension.ts'
import { isTold } from './said-others.ts'
import { saidPlain } from './said-plain.ts'

/** `told`: of somebody else's asking (上级要求延期), so that it is offered and not taken for the person's own. */
export type SaidAim = ({ kind: 'extension' } & SaidExtension) | { kind: 'not-ours' | 'objection'; told?: never }

const us = '(?:我们?|咱们?|本)(?:单位|局|委|办|镇|乡|街道|院|处|科|中心|部门|这边|这里)?'
const starts = '(?:^|[,。;! ])'
const this_ = '(?:这[个项条件]?(?:事|任务|工作)?|该项?|[本此]项|任务|你们|您|好像|可能|都|完全|也|就|又){0,3}'
const ends = '(?=$|[,。;!?、 ]|了|吧|啊|呀)'
const notOurs: readonly RegExp[] = [
  new RegExp(`(?<!归)不(?:该|应该?)?归${us}(?!还)`),
  new RegExp(`(?<!是)不(?:该|应该?)?(?:是|由)${us}(?:负责|牵头|来?承办|来?办理|管|的(?:事|活|任务|工作|职责|职能))`),
  new RegExp(`(?<!属)不(?:属于|在)${us}的?(?:职责|职能|范围|任务|工作|事)`),
  new RegExp(`${starts}${this_}(?:与|跟|和|同)${us}(?:无关|没有?关系)`),
  new RegExp(`(?<!是)不是${us}的${ends}`),
  new RegExp(`${starts}${this_}应(?:该|当)?(?:是|由|归)[^,。;]{2,14}?(?:局|委|办|镇|乡|街道|中心|公司)(?:来?(?:负责|牵头|承办|办理)|管|的)${ends}`),
  new RegExp(`${starts}${this_}[派发分写]错(?:了)?(?:单位|部门|地方)${ends}`),
  new RegExp(`${starts}${this_}(?:责任|牵头|承办|配合|主办)?(?:单位|部门)(?:[派发分写搞弄])?错了`),
  new RegExp(`^ {0,8}(?:这项|该项)?(?:应)?归[^,。;的]{1,10}?(?:局|委|办|镇|乡|街道|中心|公司)(?:管|负责|牵头)?${ends}`),
  /\bnot (?:ours|our (?:task|job|responsibility))\b/i,
]
const lamp = '(?:(?<!红)[红黄绿]灯|(?<![路街绿红黄号示明])灯)'
const objection: readonly RegExp[] = [
  new RegExp(`${starts}(?:我们|我局|我单位|本单位|我)?(?:不同意|不认可|不认同|不服|有异议|有不同意见|提(?:出|个)?异议)`),
  /^ {0,2}(?:这个?|这条|上面)?(?:不对|不准确?|不符|有误|错了|搞错了|弄错了|记错了)(?:[,。;! ]|$)/,
  new RegExp(`${lamp}(?:亮|打|标|显示)?得?(?:错(?![位时峰开落层])|不对(?!称)|有误|不准)`),
  /(?:不应该?|不该)(?:是|亮|算|打|标)(?:为|成)?(?:[红黄](?:灯|牌|色)?(?=$|[,。;! 的了吧啊呀])|逾期|滞后)/,
  // To a 代录: what stands there was not said by them.
  /^ {0,8}(?:这个?|这条|上面)?不是(?:我|我们|我局|我单位)(?:单位|局)?[报填说]的/,
  /\b(?:I|we) (?:disagree|object)\b|^(?:not so|not right|that is wrong)\b/i,
]
/** How it is done is asked: 有异议怎么提, 不归我们管吗. */
const isAsked = /^[^,。;!?]{0,8}(?:怎么|怎样|如何|在哪|哪里)|^(?:的|了|管|负责|牵头){0,2}(?:吗|么|\?)/

/** @param words without the number of the task. Undefined where they ask for none of these. */
export function saidAim(words: string): SaidAim | undefined {
  const extension = saidExtension(words)
  if (extension !== undefined) return { kind: 'extension', ...extension }
  const plain = saidPlain(words)
  if (says(notOurs, plain)) return { kind: 'not-ours' }
  return says(objection, plain, isTold) ? { kind: 'objection' } : undefined
}

/** @param except what may not stand before it: 村民 不同意 is the villagers' */
function says(forms: readonly RegExp[], plain: string, except?: (before: string) => boolean): boolean {
  return forms.some((form) => {
    const found = form.exec(plain)
    return found !== null && !isAsked.test(plain.slice(found.index + found[0].length)) && except?.(plain.slice(0, found.index)) !== true
  })
}
