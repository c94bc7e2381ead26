// What the sentences outside the tasks ask of one unit: 财政部门要做好资金保障. Offered as a task, never made one unasked.
import { bareSpan, foldedSpan } from './folded-text.ts'
import { markOf } from './numbering.ts'
import type { ReadProposal, Span } from './reading.ts'

const office = '(?:部门|[局委办厅部署院]|办公室|中心|公司|集团|银行|妇联|工会|残联|科协|政府|管委会|街道|联社)'
/** 财政部门要…, 县水利局负责…, 由县水利局牵头…: the unit, the word that asks, and what is asked. */
const asks = new RegExp(`^(?:同时|其中|此外|另外|并)?[,:]?(由)?([^,。;:、()和及\\n]{2,24}?${office}(?:\\([^()]{2,20}\\))?)(要|应当|应|须|需要|需|必须|(?:具体|牵头|统筹|主要)?负责|牵头)(?!的|人)(.{4,})$`)
/** A group, a body or a unit that is not named is not one unit. */
const notOne = /^(?:各|全|所有|相关|有关|上述|本|该|每|其他|其它|牵头|责任|配合|成员|主管|上级|下级|县直|市直|省直|区直|不|如|若|凡|对|在|把|将|以|为|按|经|到|从|与|通过|加强|强化|建立|坚持|做好|确保|落实|明确|充分|进一步|推动|支持|鼓励|引导|组织(?!部))|(?:小组|专班|会议|指挥部|成员单位|责任单位|牵头单位|工作部门)/
/** What is shown of one clause. */
const longestClause = 300

/** @param paragraphs what is no task, with the heading it stands under */
export function proposalsIn(text: string, paragraphs: readonly { heading: string; span: Span }[]): ReadProposal[] {
  return paragraphs.flatMap(({ heading, span }) => [...clausesOf(text, span)].flatMap((clause): ReadProposal[] => {
    const plain = bareSpan(text, clause)
    const asked = asks.exec(plain)
    const unit = asked?.[2]
    const verb = asked?.[3] ?? ''
    const does = asked?.[4] ?? ''
    if (!asked || unit === undefined || notOne.test(unit)) return []
    const to = clause.to
    const unitFrom = clause.from + plain.indexOf(unit, (asked[1] ?? '').length)
    const doesFrom = to - does.length - (/负责|牵头/.test(verb) ? verb.length : 0)
    return [{ unit: text.slice(unitFrom, unitFrom + unit.length), does: text.slice(doesFrom, to), section: heading, text: text.slice(unitFrom, to), span: { from: unitFrom, to } }]
  }))
}

/** The clauses between 。 and ;, without the number of a heading before them. */
function* clausesOf(text: string, { from: start, to: end }: Span): Generator<Span> {
  const plain = foldedSpan(text, { from: start, to: end })
  let from = 0
  for (const stop of [...plain.matchAll(/[。;!\n]/g), { index: plain.length }]) {
    const to = Math.min(stop.index, from + longestClause)
    const words = plain.slice(from, to)
    const mark = markOf(words)?.length ?? /^ */.exec(words)?.[0].length ?? 0
    if (to - from > mark) yield { from: start + from + mark, to: start + to }
    from = stop.index + 1
  }
}
