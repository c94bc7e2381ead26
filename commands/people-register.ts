// 登记: an account gets a name in the directory; registered once more, it gets another one.
import type { Answer, Desk } from '#src/command.ts'
import { personOf } from '#src/directory/directory.ts'
import { personAdded, personRenamed } from '#templates/people-changed.ts'
import { findPerson, mentioned } from './find-person.ts'
import { factsOf, mayChange } from './person-facts.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'

export function registerPerson({ mention, name, title: written }: { mention: string; name: string; title: string }, desk: Desk): Answer | Promise<Answer> {
  const account = mentioned(mention)
  // @苏晚晴 that was only typed is somebody where she is registered.
  const handle = account === undefined ? findPerson(desk, mention)?.handle : { platform: desk.handle.platform, id: account }
  if (handle === undefined || name === '') return refused({ code: 'person-unclear', asked: mention }, desk)
  const title = written === '' ? {} : { title: written }
  const again = runOf('people', { act: 'add', person: mention, name, ...title })
  const known = personOf(desk.directory, handle)
  const isAsBefore = known?.name === name && (written === '' || known.title === written)
  if (known !== undefined && !isAsBefore) {
    return recorded(desk.recordPerson({ type: 'rename-person', person: known.id, name, ...title }), desk, () => personRenamed({ from: known.name, name, ...title }, desk.lang), again)
  }
  return recorded(desk.recordPerson({ type: 'add-person', name, handle, ...title }), desk, () => {
    const added = personOf(desk.directory, handle)
    if (added === undefined) throw new Error('the directory lost who was registered')
    return personAdded(factsOf(added, desk), mayChange(added, desk), desk.lang)
  }, again)
}
