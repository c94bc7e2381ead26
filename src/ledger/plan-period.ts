// The years a plan runs, where a secretary has to say them.
import { z } from 'zod'

const Year = z.number().int().min(2000).max(2099)
export const PeriodSet = z.strictObject({ type: z.literal('period-set'), from: Year, to: Year })
export type PeriodSet = z.infer<typeof PeriodSet>
