// A refusal said beside the field of a form that caused it.
import type { Desk } from '#src/command.ts'
import { namesOf } from '#templates/names.ts'
import { refusalWords } from '#templates/refusal.ts'
import type { AnyRefusal } from '#templates/refusal-say.ts'
import { plain } from '#templates/rich.ts'

export const fieldErrors = (field: string, refusal: AnyRefusal, desk: Desk): Record<string, string> => ({ [field]: plain(refusalWords(refusal, desk.lang, namesOf(desk, desk.zone))) })
