// A person's account on a chat platform. The core knows no more of the platform than its name.
import { z } from 'zod'

export const Handle = z.object({ platform: z.string().min(1).max(20), id: z.string().min(1).max(60) })
export type Handle = z.infer<typeof Handle>

export const sameHandle = (a: Handle, b: Handle): boolean => a.platform === b.platform && a.id === b.id
