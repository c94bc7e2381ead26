// How long overdue is meant: 逾期超过一个月, 逾期30天以上, overdue by more than a month.

const units: readonly (readonly [RegExp, number])[] = [[/^(?:天|日|day)/i, 1], [/^(?:周|星期|个星期|礼拜|week)/i, 7], [/^(?:个?月|month)/i, 30]]
const numbers: Readonly<Record<string, number>> = { a: 1, one: 1, two: 2, three: 3, four: 4, 半: 0.5, 一: 1, 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 }
const unit = '天|日|个?星期|周|个?月'
const count = '\\d{1,3}|[半一二两三四五六七八九十]'
const more = new RegExp(`(?:逾期|超期|超时|过期|拖期|拖)(?:了)?(?:超过|大于|多于)(?:了)?(${count})(${unit})(?:以上)?`, 'u')
const atLeast = new RegExp(`(?:逾期|超期|超时|过期|拖期|拖)(?:了|满)?(${count})(${unit})(?:以上|及以上|多)`, 'u')
const english = /\b(?:overdue|past due|late) (?:by |for )?(more than|over|at least) (\d{1,3}|a|one|two|three|four) (day|week|month)s?\b/i
const canonical = /^overdue-(\d{1,3})-days$/i

/** `days`: so many, or more. Undefined where nothing of the kind is said. */
export function overdueBy(words: string): { said: string; days: number } | undefined {
  const typed = canonical.exec(words)
  if (typed !== null) return { said: typed[0], days: Number(typed[1]) }
  for (const [form, beyond] of [[more, 1], [atLeast, 0]] as const) {
    const [said, many, of] = form.exec(words) ?? []
    if (said !== undefined) return { said, days: daysOf(many, of) + beyond }
  }
  const [said, than, many, of] = english.exec(words) ?? []
  return said === undefined ? undefined : { said, days: daysOf(many, of) + (than?.toLowerCase() === 'at least' ? 0 : 1) }
}

const daysOf = (many = '', of = ''): number => Math.ceil((numbers[many.toLowerCase()] ?? Number(many)) * (units.find(([form]) => form.test(of))?.[1] ?? 1))
