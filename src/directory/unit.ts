// A unit: department, organ, town, or a group of them, known by several names.
import { z } from 'zod'
import { UnitId } from '#src/ledger/ids.ts'

export const UnitName = z.string().min(1).max(60)

export const Unit = z.object({
  id: UnitId,
  name: UnitName,
  aliases: z.array(UnitName).max(20),
  /** A group stands for each of its members: 各乡镇 is every township. */
  members: z.array(UnitId).max(200).optional(),
})
export type Unit = z.infer<typeof Unit>

const brackets: Readonly<Record<string, string>> = { '〔': '(', '【': '(', '[': '(', '〕': ')', '】': ')', ']': ')' }

/** Names that differ in width, spaces (those nobody sees included) or the shape of brackets are one name. */
export const plainName = (name: string): string => name.normalize('NFKC').replace(/[\s\p{Cf}]+/gu, '').replace(/[〔〕【】[\]]/g, (bracket) => brackets[bracket] ?? bracket)
