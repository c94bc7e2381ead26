// A person by name, as it stands beside what they did.
import type { Directory } from '#src/directory/directory.ts'
import type { Actor } from '#src/ledger/stamp.ts'

/** Nothing where the machine did it, or nobody knows the person any more. */
export const personName = ({ people }: Directory, by: Actor): string | undefined => (by === 'system' ? undefined : people.get(by)?.name)
