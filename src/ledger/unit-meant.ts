// Which unit a general name means: 教育部门 is the one unit whose name has 教育 in it.
import { plainName } from '#src/directory/unit.ts'

/** Undefined where none or several could be meant: nobody is guessed. */
export function unitMeant<Name extends string>(name: string, among: readonly Name[]): Name | undefined {
  const stem = plainName(name).replace(/(行政)?(主管)?(部门|机构|单位)$/, '')
  const matching = among.filter((unit) => stem.length >= 2 && unit.includes(stem))
  return matching.length === 1 ? matching[0] : undefined
}
