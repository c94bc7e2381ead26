// What a document calls one of its plans: 篇一 of 篇一：教育强县方案.

/** Nothing for a heading that has no such mark. */
export function markOfPlan(heading: string): { mark?: string } {
  const found = /^[\s(（]{0,4}((?:篇|范文|方案|文稿)[一二三四五六七八九十\d]{1,3}|第[一二三四五六七八九十\d]{1,3}篇)/u.exec(heading.normalize('NFKC'))
  return found?.[1] === undefined ? {} : { mark: found[1] }
}
