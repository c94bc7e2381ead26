// 人员 电话: the number that stands in the first message to a contact.
import type { Answer, Desk } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import { telephoneSet } from '#templates/people-changed.ts'
import { telephoneForm } from '#templates/people-forms.ts'
import { fieldErrors } from './field-errors.ts'
import { findPerson } from './find-person.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'

/** Without a number a form asks for it; 无, or left empty there, takes it back. Without a name it is the asker's own. */
export async function setTelephone(asked: string, written: string | undefined, form: boolean, desk: Desk): Promise<Answer> {
  const person = asked === '' ? desk.asker : findPerson(desk, asked)
  if (person === undefined) return refused({ code: 'person-unknown', asked }, desk)
  if (!may(desk.asker, 'set-telephone')) return refused({ code: 'not-permitted', permission: 'set-telephone' }, desk)
  if (written === undefined && !form) return { kind: 'form', form: telephoneForm(person, desk.lang) }
  const telephone = ['无', 'none'].includes((written ?? '').trim().toLowerCase()) ? '' : (written ?? '')
  const recording = await desk.recordPerson({ type: 'set-telephone', person: person.id, telephone })
  if (form && recording.ok === false && recording.refusal.code === 'telephone-unclear') return { kind: 'form-errors', errors: fieldErrors('telephone', recording.refusal, desk) }
  return recorded(Promise.resolve(recording), desk, () => {
    const now = desk.directory.people.get(person.id)
    return telephoneSet({ name: person.name, ...(now?.telephone === undefined ? {} : { telephone: now.telephone }) }, desk.lang)
  })
}
