// Units as a button carries them, by their ids.
import { z } from 'zod'
import { UnitId } from '#src/ledger/ids.ts'

export const UnitsArgument = z.string().min(1).max(190).transform((ids) => ids.split('|')).pipe(z.array(UnitId).min(1).max(2))
