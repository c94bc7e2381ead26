// A refusal as the person is shown it, with the names behind its ids and the way out as buttons.
import { answered, type Answer, type Desk } from '#src/command.ts'
import type { Card, Run } from '#templates/card.ts'
import { namesOf } from '#templates/names.ts'
import { refusalCard } from '#templates/refusal.ts'
import type { AnyRefusal } from '#templates/refusal-say.ts'

/** @param again the act that was refused, for a button that gives it what was missing */
export const refusedCard = (refusal: AnyRefusal, desk: Desk, again?: Run): Card => refusalCard(refusal, desk.lang, namesOf(desk, desk.zone), again)
export const refused = (refusal: AnyRefusal, desk: Desk, again?: Run): Answer => answered(refusedCard(refusal, desk, again))
