// Which units and people letters may mean: jyj is 县教育局, whose 县 nobody types; swq is 苏晚晴.
import type { Directory } from '#src/directory/directory.ts'
import type { Person } from '#src/directory/person.ts'
import type { Unit } from '#src/directory/unit.ts'
import { isPartTypedAs, isTypedAs } from './pinyin.ts'

const ofCounty = /^[县市区省州旗]/

const namesOf = ({ name, aliases }: Unit): string[] => [name, ...aliases]

/** Those whose whole name it is, with what they are of or without. @param typed as `lettersIn` gives it */
export const unitsTypedAs = ({ units }: Directory, typed: string): Unit[] =>
  [...units.values()].filter((unit) => namesOf(unit).some((name) => isTypedAs(name, typed) || isTypedAs(name.replace(ofCounty, ''), typed)))

/** Those; where there is none, those with a part of their name typed so. */
export function unitsLikeTyped(directory: Directory, typed: string): Unit[] {
  const whole = unitsTypedAs(directory, typed)
  return whole.length > 0 ? whole : [...directory.units.values()].filter((unit) => namesOf(unit).some((name) => isPartTypedAs(name, typed)))
}

export const peopleTypedAs = ({ people }: Directory, typed: string): Person[] => [...people.values()].filter(({ name }) => isTypedAs(name, typed))
