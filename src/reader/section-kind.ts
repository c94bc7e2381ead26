// What a section is for, by the words of its heading.
import { folded } from './folded-text.ts'
import type { Heading } from './outline.ts'

/** `aims` (principles, goals, stages) and `bodies` are never tasks of their own. `safeguards`: tasks only where they say who, or run on in the tasks' numbers. */
export type SectionKind = 'aims' | 'bodies' | 'safeguards' | 'work'

const aimsName =
  /^(?:总则|指导思想|(?:总体|基本|总的)?要求|(?:总体|基本|总的|工作)?(?:思路|原则|遵循)|(?:总体|主要|工作|发展|行动|建设|年度|具体|阶段性?|预期|量化)?(?:任务)?目标(?:任务|要求|指标|定位)?|任务目标|主要指标|重要意义|目的意义|工作背景|背景|现状(?:与形势|分析)?|形势分析|发展基础|基础条件|(?:制定|编制)依据|适用(?:范围|对象)|实施范围|支持对象|名词解释|(?:实施|工作|方法|具体|推进)?(?:步骤|阶段|安排|时间|进度|进程)(?:安排|和步骤|步骤|方法)?|时间(?:安排|步骤|进度|节点)|创建目标|愿景)$/
const bodiesName = /^(?:(?:组织|领导|工作)(?:机构|架构|体系)|机构(?:设置|组成|人员)|人员组成|(?:机构|工作|主要|专班|小组|部门)?(?:职责|分工)(?:分工)?)$/
/** 强化组织领导 as a section's own name; as an item it may well be work. */
const safeguardName = /^(?:[一-龥]{0,4}(?:保障|组织实施|组织领导|组织推进|工作要求|有关要求|相关要求|实施要求|工作机制|推进机制)(?:措施|机制|体系|和要求|工作)?|附则|其他(?:事项|要求)?|实施机制|保障机制)$/
const workName = /(?:任务|举措|措施|内容|行动|工程|重点)/

/** The kind of the section a heading stands in: the nearest heading, from itself upwards, whose name says it. */
export function kindOf(heading: Heading): SectionKind {
  const known = kinds.get(heading)
  if (known !== undefined) return known
  const kind = kindFound(heading)
  kinds.set(heading, kind)
  return kind
}

/** A heading is asked for once by each item below it. */
const kinds = new WeakMap<Heading, SectionKind>()

function kindFound(heading: Heading): SectionKind {
  const own = kindOfName(heading.title)
  if (own === 'aims' || own === 'bodies') return own
  if (own === 'safeguards' && (!heading.parent || heading.children.length > 0)) return own
  return heading.parent ? kindOf(heading.parent) : 'work'
}

const longestName = 40

function kindOfName(title: string): SectionKind {
  if (title.length > longestName) return 'work'
  const words = folded(title).replaceAll(' ', '').replace(/^(?:加强|强化|健全|完善|明确|落实|严格|做好)(?=.{4})/, '').replace(/:$/, '')
  const parts = words.split(/和|与|及|、/).filter((part) => part !== '')
  if (parts.length > 0 && (aimsName.test(words) || parts.every((part) => aimsName.test(part)))) return 'aims'
  if (parts.length > 0 && parts.every((part) => bodiesName.test(part))) return 'bodies'
  if (safeguardName.test(words) || (parts.length > 1 && parts.every((part) => safeguardName.test(part)))) return 'safeguards'
  // 组织保障与推进措施 is no list of tasks; 重点任务和保障措施 is.
  return /保障(?:措施|机制|体系)?$/.test(words) && !workName.test(words.replace(/保障措施$/, '')) ? 'safeguards' : 'work'
}

/** The headings of a kind, a section and those below it. */
export function headingsOfKind(section: Heading, kind: SectionKind): Heading[] {
  return [...(kindOf(section) === kind ? [section] : []), ...section.children.flatMap((child) => headingsOfKind(child, kind))]
}
