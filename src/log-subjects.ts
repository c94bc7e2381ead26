// Which logs there are, and what each is about.
import { deliveryLog } from '#src/delivery/delivery-log.ts'
import { DirectoryEvent, emptyDirectory, evolveDirectory, type Directory } from '#src/directory/directory.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import { emptyPlan, evolvePlan, PlanEvent, type PlanState } from '#src/ledger/plan.ts'
import type { Subject } from '#src/store/folded-log.ts'

export const directoryKey = '{directory}:log'
export const deliveryKey = '{delivery}:log'
export const planKey = (plan: PlanId): string => `{plan:${plan}}:log`

export const directorySubject: Subject<Directory, DirectoryEvent> = { initial: emptyDirectory, event: DirectoryEvent, evolve: evolveDirectory }
export const planSubject = (plan: PlanId): Subject<PlanState, PlanEvent> => ({ initial: () => emptyPlan(plan), event: PlanEvent, evolve: evolvePlan })
export const deliverySubject = deliveryLog
export const planOfKey = (key: string): string | undefined => /^\{plan:([^}]+)\}:log$/.exec(key)?.[1]
