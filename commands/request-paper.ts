// 议题申报 as a Word file: a draft, with blanks for what nobody here knows.
import { z } from 'zod'
import { command } from '#src/command.ts'
import { officeName } from '#src/directory/office.ts'
import { officeTelephone } from '#src/directory/telephone.ts'
import { present } from '#src/ledger/fields.ts'
import { requestFile } from '#templates/paper-files.ts'
import { paperDay, toFill } from '#templates/paper-words.ts'
import { requestMeant } from './answer-request.ts'
import { fileOf } from './file-of.ts'

export const requestPaper = command({
  name: { zh: '申报文稿', en: 'request-paper' },
  usage: { zh: '申报文稿 q1', en: 'request-paper q1' },
  about: { zh: '下载议题申报的文稿（Word）', en: 'the paper of a requested item (Word)' },
  group: 'meeting',
  may: 'request-agenda',
  hidden: true,
  args: z.object({ plan: z.string().max(199).optional(), request: z.string().trim().toLowerCase().max(20) }),
  typed: ([request]) => ({ request }),
  async run({ plan: asked, request: id }, desk) {
    const again = (plan: string | undefined) => ({ command: 'request-paper', args: { request: id, ...present({ plan }) } })
    const meant = await requestMeant(desk, asked, id, (of) => again(of.id))
    if (!meant.ok) return meant.answer
    const { name, request, plan } = meant.about
    const of = desk.plans.get(plan)
    const body = of?.bodies.get(request.body)
    return fileOf(requestFile({
      body: name, topic: request.topic, basis: { plan: of?.title ?? '', clause: body?.cadences[0]?.text ?? toFill }, writtenOn: desk.today,
      ...present({ addressee: body?.office, when: request.wanted === undefined ? undefined : paperDay(request.wanted), contact: officeTelephone(desk.directory, desk.asker?.id), office: officeName(desk.directory) }),
    }, { lang: desk.lang, again: again(plan) }), desk)
  },
})
