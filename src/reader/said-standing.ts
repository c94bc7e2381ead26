// Whether words say that a task goes well or that something stands in its way: what is denied and what is solved is no difficulty,
// and what is not done is not done. Where words can be read both ways, they are `unsure`, and the person is asked.

export type Standing = 'normal' | 'difficulty' | 'blocked' | 'unsure'

/** `alone`: that, and nothing to keep besides. `lifts`: what was said before it is over. `past`: it was so, once. `matter`: of one matter among others (用地问题已解决), so that another may stand in the way. */
export type SaidStanding = { standing: Standing; alone: boolean; lifts: boolean; past: boolean; matter?: boolean }

/** Names of things that only sound like a difficulty or a denial. */
const names = /困难(?:群众|家庭|户|学生|职工|人员|老人|儿童|企业|残疾人|党员|补助|救助|帮扶|生|村|地区|人口|对象|群体|妇女)|(?:问题|隐患|风险|矛盾)(?:整改|线索|清单|台账|导向|楼盘|排查|普查|点位|化解|纠纷|评估|防控|图斑|管控|监测|预警)|无障碍(?:设施|通道|环境|改造|坡道|电梯|卫生间|出行)|不断|不仅|不但|不光|不含|不少|不久|不同|不动产|不锈钢|不良|不间断|不缺|不缺席|不定期|不见面|不合格|不等|不漏|不误|无偿|无线|无人机|无害化|无缝|无纸化|无废|没收|未来|未成年|未保|未批先建|未端|非遗|非法|非公|非机动|非税|否则|差别|特别|级别|分别|识别|个别|类别|性别/g
const trouble = '(?:困难|问题|难度|难点|堵点|卡点|难题|障碍|阻碍|阻力|瓶颈|风险|异常|隐患|矛盾|偏差|缺口|变化)'
const event = '(?:影响|延误|滞后|拖延|受阻|阻|停工|停滞|卡住|搁置|落后|短缺|耽误)'
const solving = '(?:解决|解除|克服|化解|攻克|打通|消除|排除|破解|协调好|协调到位|理顺|疏通|处理|整改|恢复)'

const doubled = /(?:不是|并非|不能说|不敢说|不至于|难免)(?:.{0,3})(?:没|无|不|未|有)|没有(?:不|未|没)|无一未|不能不|未必|不一定|不见得|难说|不好说|说不准|谈不上|说不上|(?:没有?|无).{1,8}是不可能/
const denied = new RegExp(`(?:没有?|无|未|不|零)(任何|什么|啥|其他|其它|明显|较大的?|大的?|太大的?|特别大?的?|突出的?|重大的?|太多|多少|存在|遇到过?|碰到|出现|发现|发生|见|受到?|有|到|过|再|新的?|实质性的?|被){0,4}(?:${trouble}|${event})(?!(?:没有?|未|不|尚|待|得到)?(?:完全)?(?:解决|克服|化解)|不)`)
const limited = /(?:明显|大|特别|突出|重大|太多|多少|实质)/
const small = new RegExp(`(?:${trouble}|影响)(?:都|也|倒)?不(?:太|是很|算)?(?:大|多)`)
const solved = new RegExp(`(?:${trouble}|受阻|停工|滞后|延误).{0,12}?${solving}|${solving}.{0,12}?${trouble}`)
const lifted = new RegExp(`^(?:目前|现在|有|原|原来的|之前的|上次的|该|这个){0,2}${trouble}(?:(?:已经?|都|也|均|全部|得到){1,2}${solving}(?:了|完毕|完)?|${solving}(?:了|完毕|完)|解除)(?=$|(?:现在|目前|现)?(?:正常|有序|顺利))`)
const unsolved = new RegExp(`(?:未|没有?|不|尚待|待|亟待|有待|亟需|无法|难以|很难|(?<!困)难)(?:能|完全|彻底|有效|得到|予以|被|法)?${solving}|${solving}不`)
const partly = /基本|部分|正在|初步|一半|大半|逐步|有望|争取|力争|尽快|将|拟|预计|计划|准备|可以|能够?|后|等|缓解|中$|一些|差不多|快|即将|陆续|多数|推进/
const over = /已|了|都|均|全部|得到|完|掉|(?:不再|再无)/
const onlySolved = /^(?:目前|现在|现|都|也|均|全部|已经|已|昨天|今天|后来|最近|又){0,5}(?:协调|得到|基本)?(?:解决|解除|克服|化解|消除|排除|理顺|疏通|处理好|复工|恢复(?:正常|施工|推进|建设)?|正常|好转?)(?:了|完毕|完|掉){0,2}$/
const resumed = /(?:已|了|现|又).{0,4}(?:复工|恢复(?:正常|施工|推进|建设|生产|供应))|(?:复工|恢复(?:正常|施工|推进|建设))了|不再(?:停工|受阻|滞后|卡|缺.{0,4}$|有困难)/

const blocked = /受阻|停工|停滞|停摆|卡住|搁置|暂停|中断|叫停|无法推进|没法推进|推不动|推进不(?:了|动|下去)|\b(?:blocked|stuck|on hold)\b/i
const cannot = /无法|没法|(?<!不)不能|难以|很难|不好推进|(?:完|做|办|赶|干|弄|搞)不(?:成|完|了|及|上|出来|动)|(?:完成|落实|推进|解决)不了|来不及|跟不上|\bcan(?:not|'t)\b/
const notIn = /(?:没|未|不)(?:有)?(?:能)?(?:完全|全部|及时|足额|按时)?(?:给|被)?(?:到位|到账|获批|批复|批准|批|落实|拨付|拨|下达|通过|解决|达成|谈拢|同意)/
const short = /缺(?:\d{1,4}|[一两二三四五六七八九十几]{1,3})[个名人]|(?<!不)短缺|(?<!没有|没|无)不足|滞后|延误|拖延|落后|(?:人手|资金|经费|力量|材料|时间|钱|人).{0,2}(?:不够|紧张)|没(?:有)?(?:资金|经费|钱|人手?|地方|编制|材料|设备|指标)|卡在|缺(?:少|乏|资金|人|钱|地|编|口|材料)|进[展度](?:比较|较|很|有点|偏|太)?(?:缓慢|慢)|推进(?:比较|较|很|有点|偏|太)?(?:缓慢|慢|难)|(?:较|偏|缓)慢|压力(?:很|较|比较)?大|吃力|不(?:太|够|是很|怎么|大)?(?:顺利|顺|理想|正常|乐观)|没那么顺|\b(?:not yet|delayed|missing|behind schedule|short of|no (?:money|site|staff|permit|approval))\b/i
const having = new RegExp(`(?:(?<![所没])有(?![关效序望])|存在|遇到|遇|碰到|面临|出现|陷入|仍是|还是)[^,]{0,10}?${trouble}|(?:${trouble})(?:比较|较|很|非常|还是|依然|仍|确实)?(?:大|多|突出|重重|严重|不少|仍在|还在|依旧)|^(?:目前|现在|比较|很|非常|有点|有些|确实){0,2}(?:困难|难题|有难处)$|困难|\\bdifficult(?:y|ies)?\\b`, 'i')
/** It shows that a person speaks of work, and not of the weather. */
const work = /完成|完|开工|动工|启动|开始|开展|招标|投标|中标|验收|上报|报送|送审|审批|建成|建好|施工|签|印发|出台|挂网|进场|进展|推进|办|做|动|弄|搞|落实|实施|定下来|定稿|起步|交付|安装|改造|采购|培训|公示|评审|编制|征求|整改|上会|研究|done|finish|start|complete/i
const denial = /未|没|不|无|尚|\bnot\b|n't\b/i
const well = /正常|顺利|(?:有序|稳步|加快|全面)推进|按(?:计划|时间节点|序时进度|进度|期|时)(?:有序|正常)?(?:推进|进行|实施|完成)?|(?:跟|和|同|与)?上(?:次|期|月|周|季度)(?:一样|相同|一致)|^同上(?:次|期|月)?$|老样子|照旧|照常|\bon track\b|\bas planned\b|\bno changes?\b/i
const englishDenied = /\bno (?:problems?|difficult(?:y|ies)|issues?|delays?|obstacles?)\b|\bnot (?:blocked|delayed|stuck)\b|\bno longer (?:blocked|stuck|delayed)\b/i
const englishSolved = /\b(?:problems?|issues?|difficult(?:y|ies)) (?:is|are|was|were|has been|have been|all|now){0,2} {0,2}(?:solved|resolved|fixed|overcome)\b/i
const once = /之前|前期|此前|原来|上个?月|上周|去年|曾|一度|前段|以前|早先|原先/
const turns = /但是?|不过|然而|可是|只是|就是|(?<!解)除了/
const filler = /^(?:目前|现在|现|暂时?|一切|总体|整体|各项|工作|进展|推进|进行|开展|实施|情况|任务|这项|该项|本项|我们|我局|单位|这边|也|都|还|仍|均|并|啊|呢|哈|吧|的|了|中|[  :.!])*$/

/** @param clause folded. Undefined where it says neither. */
export function standingSaid(clause: string): SaidStanding | undefined {
  const plain = clause.replace(names, (name) => '　'.repeat(name.length))
  const read = plain.split(turns).map(readPart)
  const known = read.flatMap((one) => one ?? [])
  const [first] = known
  if (first === undefined) return undefined
  return { standing: standingOf(known) ?? 'unsure', alone: read.length === 1 && first.alone, lifts: read.length === 1 && first.lifts, matter: read.length === 1 && first.matter === true, past: once.test(plain) }
}

/** What several clauses come to: trouble that is lifted is none; well and ill together are asked about. */
export function standingOf(said: readonly SaidStanding[]): Standing | undefined {
  const standing: SaidStanding[] = []
  for (const one of said) {
    if (one.lifts) standing.length = 0
    // It was so before, and is well now.
    if (one.standing === 'normal') standing.splice(0, standing.length, ...standing.filter(({ past }) => !past))
    standing.push(one)
  }
  const has = (kind: Standing): boolean => standing.some((one) => one.standing === kind && !one.past)
  const isIll = has('blocked') || has('difficulty')
  if (isIll && standing.some((one) => one.standing === 'normal' && one.matter !== true)) return 'unsure'
  if (isIll) return has('blocked') ? 'blocked' : 'difficulty'
  if (standing.some(({ standing: kind, past }) => past && kind !== 'normal')) return 'unsure'
  return has('normal') ? 'normal' : standing.length > 0 ? (standing[0]?.standing === 'normal' ? 'normal' : 'unsure') : undefined
}

function readPart(part: string): SaidStanding | undefined {
  const is = (standing: Standing, more: Partial<SaidStanding> = {}): SaidStanding => ({ standing, alone: false, lifts: false, past: false, ...more })
  if (doubled.test(part)) return is('unsure')
  const none = denied.exec(part) ?? englishDenied.exec(part)
  if (none !== null) {
    const rest = `${part.slice(0, none.index)}${part.slice(none.index + none[0].length)}`
    if (limited.test(none[0]) || isIllIn(rest) || (denial.test(rest) && work.test(rest))) return is('unsure')
    return is('normal', { alone: filler.test(rest.replace(well, '')) })
  }
  if (small.test(part)) return is(/^.{0,4}问题.?不大/.test(part) ? 'normal' : 'unsure')
  if (onlySolved.test(part) && over.test(part)) return is(/基本/.test(part) ? 'unsure' : 'normal', { lifts: true })
  if (lifted.test(part)) return is('normal', { matter: true })
  if (unsolved.test(part)) return is('difficulty')
  if (solved.test(part) || englishSolved.test(part)) {
    if (englishSolved.test(part)) return is('normal')
    if (partly.test(part)) return is('unsure')
    if (over.test(part)) return is('normal', { matter: true })
  }
  if (resumed.test(part)) return is('normal', { lifts: true })
  if (blocked.test(part)) return is('blocked')
  if (isIllIn(part)) return is('difficulty')
  if (denial.test(part) && work.test(part)) return is('unsure')
  return well.test(part) ? is('normal', { alone: filler.test(part.replace(well, '')) }) : undefined
}

const isIllIn = (part: string): boolean => cannot.test(part) || notIn.test(part) || short.test(part) || (having.test(part) && !solved.test(part)) || blocked.test(part)
