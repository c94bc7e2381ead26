// 议题申报: a body that we do not call is asked, by its office, to take up a matter.
import type { Day } from '#src/calendar/day.ts'
import type { Paper, PaperBlock } from './paper.ts'
import { orBlank, paperContact, paperDay, paperFileName, sentence, toFill, type PaperContact } from './paper-words.ts'

/** What is left out is not known, and a blank in the paper. */
export type RequestFacts = {
  /** The body that is petitioned: 县委常委会, 县政府常务会议. */
  body: string
  /** Its office: 县委办公室. */
  addressee?: string
  /** 议题名称 */
  topic?: string
  /** 汇报单位 */
  by?: string
  /** 建议时间, in words or as a day. */
  when?: string
  /** The plan, and its clause word for word. */
  basis: { plan: string; clause: string }
  /** 列席单位 */
  observers?: readonly string[]
  attachments?: readonly string[]
  contact?: PaperContact
  office?: string
  writtenOn?: Day
}

export const requestFileName = ({ body, writtenOn }: RequestFacts): string => paperFileName('议题申报', body, writtenOn)

export function paperRequest(facts: RequestFacts): Paper {
  const { body, addressee, topic, by, when, basis, observers = [], attachments = [], contact, office, writtenOn } = facts
  const sitting = body.endsWith('会议') ? body : `${orBlank(body)}会议`
  return {
    kind: 'paper',
    blocks: [
      { kind: 'title', text: `关于申报${sitting}议题的函`, whole: [sitting, body] },
      { kind: 'addressees', names: [orBlank(addressee)] },
      { kind: 'paragraph', text: `现提请${sitting}研究以下议题，有关情况申报如下：` },
      section('一、议题名称', sentence(orBlank(topic))),
      section('二、汇报单位', sentence(orBlank(by))),
      section('三、建议时间', sentence(orBlank(when))),
      section('四、申报依据', `《${basis.plan.replace(/^《|》$/g, '')}》提出：“${basis.clause.trim()}”`),
      section('五、列席单位', sentence(observers.length === 0 ? toFill : observers.join('、'))),
      { kind: 'paragraph', text: '请予审定。' },
      { kind: 'attachments', names: attachments.length === 0 ? [toFill] : attachments },
      { kind: 'signature', by: orBlank(office), on: paperDay(writtenOn) },
      { kind: 'note', text: paperContact(contact) },
    ],
  }
}

const section = (heading: string, rest: string): PaperBlock => ({ kind: 'heading', level: 1, text: `${heading}：`, rest })
