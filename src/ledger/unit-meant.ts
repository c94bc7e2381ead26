// Which unit a general name means: 教育部门 is the one unit whose name has 教育 in it.
import { plainName } from '#src/directory/unit.ts'

/** Undefined where none or several could be meant: nobody is guessed. */
export function unitMeant<Name extends string>(name: string, among: readonly Name[]): Name | undefined {
  const stem = plainName(name).replace(/(行政)?(主管)?(部门|机构|单位)$/, '')
  if (stem.length < 2) return undefined
  const first = among.findIndex((unit) => unit.includes(stem))
  return first < 0 || among.some((unit, at) => at > first && unit.includes(stem)) ? undefined : among[first]
}

/** As `unitMeant`; each name is looked for once, however often it is asked. */
export function unitsMeant<Name extends string>(among: readonly Name[]): (name: string) => Name | undefined {
  const known = new Map<string, Name | undefined>()
  return (name) => {
    if (!known.has(name)) known.set(name, unitMeant(name, among))
    return known.get(name)
  }
}
