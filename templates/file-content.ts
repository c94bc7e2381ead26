// A file that src/documents writes, as plain data, and what it is sent with.
import type { Appointment } from './appointment.ts'
import type { Card } from './card.ts'
import type { Drawing } from './drawing.ts'
import type { Paper } from './paper.ts'
import type { Rich } from './rich.ts'

/** A drawing becomes PNG, a paper Word, an appointment a calendar's file. */
export type FileContent = Drawing | Paper | Appointment

/** `caption` stands above it, `alt` is for whoever cannot see a picture, `otherwise` is shown where it cannot be written or sent. */
export type FileToSend = { content: FileContent; name: string; otherwise: Card; caption?: Rich; alt?: string }
