// Persons whom a text names beside its units: 牵头领导:顾长青; 责任人:张伟、李敏.
import { foldedSpan } from './folded-text.ts'
import { matchesOf } from './matches.ts'
import type { ReadPerson, Span } from './reading.ts'

const label = /(?:^|[(,;。、 \n\v])((?:(?:牵头|责任|配合|落实)(?:单位|部门)(?:及|和|、|与|\/)(?:主要)?)?(?:牵头|责任|分管|联系|包抓|包联|挂钩|挂联|督办|主管|市级|县级|区级|包保)?(?:县|市|区|省|委|政府)?(?:领导|责任人|负责人|联系人|负责同志|联络员)) {0,2}: {0,2}([^;。()\n\v:]{2,80})/g
const post = '(?:同志|书记|副书记|县长|副县长|市长|副市长|区长|副区长|省长|副省长|主任|副主任|局长|副局长|部长|副部长|常委|主席|副主席|厅长|副厅长)'
/** A name of two to four signs, perhaps a post in front of or behind it; 欧阳、司马 make four. */
const name = new RegExp(`^(?:[^、,; ]{0,10}${post} {0,2})?([\\u4e00-\\u9fff]{2,4}?)(?:[ ]?${post})?$`)
/** 副县长 郑凯: the post stands apart from the name. */
const postAlone = new RegExp(`^(?:[省市县区州]委|[省市县区州]?政府|[省市县区州]|党组|党委)?${post}$`)
const notAName = /(?:局|委|办|部|厅|中心|公司|单位|部门|政府|领导|负责|乡镇|街道|牵头|配合|完成)/

/** The people of a span, in order. Words that read like no name are left out: an office is none. */
export function peopleIn(text: string, span: Span): ReadPerson[] {
  const plain = foldedSpan(text, span)
  const people: ReadPerson[] = []
  for (const found of matchesOf(label, plain)) {
    const duty = found[1] ?? ''
    const words = found[2] ?? ''
    let at = found.index + found[0].length - words.length
    for (const piece of words.split(/[、, ]/)) {
      const from = span.from + at
      at += piece.length + 1
      if (postAlone.test(piece)) continue
      const person = name.exec(piece)?.[1]
      // 责任单位及责任人: the units stand between the people.
      if (person === undefined || notAName.test(person)) {
        if (/单位|部门/.test(duty)) continue
        break
      }
      const start = from + piece.indexOf(person)
      people.push({ name: text.slice(start, start + person.length), duty, span: { from: start, to: start + person.length } })
    }
  }
  return people
}
