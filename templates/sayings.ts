// What the chat itself has to tell people, whatever they asked for.
import type { z } from 'zod'
import type { Card, Form, Lang, Run } from './card.ts'
import { argumentRefusal, fieldRefusal } from './argument-refusal.ts'
import { failed, fileGone, formWaits, outdated, type FileGone } from './failed.ts'
import { unknownWord } from './unknown-word.ts'

type Issue = z.core.$ZodIssue
type Named = { name: { zh: string; en: string }; usage: { zh: string; en: string }; about: { zh: string; en: string } }
type Spoken = { lang: Lang }

export const sayings = {
  failed,
  outdated,
  unknownWord: (word: string, nearest: readonly Named[], { lang }: Spoken): Card => unknownWord(word, nearest, lang),
  argsRefused: (command: Named, issues: readonly Issue[], { lang }: Spoken): Card => argumentRefusal(issues, command, lang),
  fieldRefused: (issue: Issue, lang: Lang): string => fieldRefusal(issue, lang),
  fileRefused: (why: FileGone, { lang }: Spoken): Card => fileGone(why, lang),
  formWaits: (form: Form, run: Run, lang: Lang): Card => formWaits(form, run, lang),
}
