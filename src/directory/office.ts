// The secretary's own office, as papers and passed-on texts are signed by it.
import { withRole, type Directory } from './directory.ts'
import { unitsHeldBy } from './person.ts'

/** 县督查室: the unit that is one by its name: a secretary's own, else the one that is called 督查室 and no more. */
export function officeName(directory: Directory): string | undefined {
  const offices = [...directory.units.values()].filter(({ name }) => /(?:督查室|督查办|督办室|督查局)$/.test(name))
  const held = new Set(withRole(directory, 'secretary').flatMap(unitsHeldBy))
  return (offices.find(({ id }) => held.has(id)) ?? offices.find(({ aliases }) => aliases.includes('督查室')) ?? offices[0])?.name
}
