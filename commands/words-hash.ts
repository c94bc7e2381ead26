// By what a document is known: its words, whatever stands between them. One plan as .txt and as .docx is one plan.
import type { Desk } from '#src/command.ts'

export const hashOfWords = (text: string, { hashOf }: Pick<Desk, 'hashOf'>): string => hashOf(text.replace(/\s+/gu, ''))
