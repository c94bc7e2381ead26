import { beforeAll, describe, expect, it } from 'vitest'
import { addMs } from '#src/calendar/calendar.ts'
import { Instant } from '#src/calendar/day.ts'
import type { DeliveryEvent } from '#src/delivery/delivery-log.ts'
import { decidePlan } from '#src/ledger/decide-plan.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import type { LogEntry } from '#src/ledger/log.ts'
import { PersonId } from '#src/ledger/ids.ts'
import type { Actor } from '#src/ledger/stamp.ts'
import type { Parcel } from '#src/reminders/notice.ts'
import { verifyLog } from '#src/store/verify.ts'
import { report, taskNo } from '#test/builders.ts'
import { smallCounty } from '#test/simulation/small-county.ts'
import { Truth, workCalendar, zone } from '#test/simulation/truth.ts'
import { checkHistory } from './check-history.ts'
import { markOf, type Act, type History, type Shown, type Written } from './history.ts'

let county: ReadonlyMap<string, readonly LogEntry[]>
beforeAll(async () => {
  county = await smallCounty()
})

const begunAt = Instant.parse('2026-06-23T01:30:00.000Z')
const planLog = '{plan:p1}:log'
const accountOf = (person: PersonId): string => person.toUpperCase()

/** A day as it should be, told by hand: each test spoils one thing of it. */
class Story {
  readonly written: Written[] = []
  readonly shown: Shown[] = []
  readonly acts: Act[] = []
  readonly truth = new Truth()
  now = begunAt
  #posted = 0

  constructor() {
    for (const [log, entries] of county) for (const entry of entries) this.#take(log, entry)
  }

  #take(log: string, entry: LogEntry): void {
    this.truth.take(log, entry)
    this.written.push({ log, entry })
  }

  deliver(...events: DeliveryEvent[]): void {
    this.now = addMs(this.now, 100)
    const { delivery } = this.truth
    this.#take('{delivery}:log', delivery.next(`d/${delivery.tail().position}`, { at: this.now, on: workCalendar.dayAt(this.now, zone), by: 'system', via: 'system' }, events))
  }

  record(id: string, intent: PlanIntent, by: Actor): void {
    this.now = addMs(this.now, 100)
    const stamp = { at: this.now, on: workCalendar.dayAt(this.now, zone), by, via: 'button' } as const
    const decision = decidePlan(this.truth.ledger.state(), intent, stamp)
    if (!decision.ok) throw new Error(JSON.stringify(decision.refusal))
    this.#take(planLog, this.truth.ledger.next(id, stamp, decision.events))
  }

  /** A message, or with a `ts` of before how it looks from now on. */
  show(to: string, words: string, key?: string, ts = String((this.#posted += 1))): void {
    this.now = addMs(this.now, 100)
    this.shown.push({ to, at: this.now, ts, words, key })
  }

  owed(): readonly Parcel[] {
    const { told, parcels } = this.truth.delivery.state()
    const known = { notice: (key: string) => told.has(key), parcel: (key: string) => parcels.has(key) }
    return this.truth.owed(this.now, known)
  }

  claim({ key, to, notices }: Parcel): void {
    this.deliver({ type: 'claimed', key, to, notices, worker: 'w', until: addMs(this.now, 1000) })
  }

  deliverAll(): void {
    for (const parcel of this.owed()) {
      this.claim(parcel)
      this.show(accountOf(parcel.to), '请填报', parcel.key)
      this.deliver({ type: 'delivered', key: parcel.key, conversation: 'D', ts: '1', at: this.now })
    }
  }

  history(): History {
    const logs = [...new Set(this.written.map(({ log }) => log))]
    const verified = logs.map((log) => ({ log, ...verifyLog(this.written.filter((each) => each.log === log).map(({ entry }) => entry)) }))
    return { written: this.written, verified, acts: this.acts, shown: this.shown, endedAt: this.now }
  }

  faults = (): string[] => checkHistory(this.history()).map(({ kind, what }) => `${kind}: ${what}`)
}

const contact = PersonId.parse('u2')
const mark = markOf(1)

/** All that is owed is said, a contact typed a report, another pressed 正常推进, and both were told so. */
function goodDay(): Story {
  const story = new Story()
  story.deliverAll()
  story.acts.push({ by: 'U2', heardBy: 1, mark }, { by: 'U3', heardBy: 2, pressed: taskNo(4) })
  story.record('s:1/a', report(1, '甲局', { done: `${mark}已做完` }), contact)
  story.show('U2', `✅ 已记录 09:31 · 1 任务1\n正常推进：${mark}已做完`)
  story.record('a:2/b', report(4, '乙局'), PersonId.parse('u3'))
  story.show('U3', '✅ 已记录 09:31 · 4 任务4\n正常推进')
  return story
}

describe('a day on which all went well', () => {
  it('has no fault', () => expect(goodDay().faults()).toEqual([]))

  it('has messages that were drawn again, and are the same messages', () => {
    const story = goodDay()
    const [first] = story.shown
    if (first !== undefined) story.show(first.to, '已填报', first.key, first.ts)
    expect(story.faults()).toEqual([])
  })

  it('may have a message that was answered while it was on its way', () => {
    const story = new Story()
    const parcel = story.owed().find(({ to }) => to === contact)
    if (parcel === undefined) throw new Error('nothing is owed to the contact')
    story.claim(parcel)
    for (const no of [1, 2]) story.record(`s:${no}/a`, report(no, '甲局', { done: '已做完' }), contact)
    story.show('U2', '请填报', parcel.key)
    story.deliver({ type: 'delivered', key: parcel.key, conversation: 'D', ts: '1', at: story.now })
    story.deliverAll()
    expect(story.faults()).toEqual([])
  })
})

describe('what people did', () => {
  it('is lost where 已记录 was said of words that stand nowhere', () => {
    const story = goodDay()
    story.show('U2', `✅ 已记录 09:32 · 1 任务1\n正常推进：${markOf(2)}已做完`)
    expect(story.faults()).toEqual([`lost: ${markOf(2)} was called recorded, and does not stand`])
  })

  it('is lost where 已记录 was said of a press that stands nowhere', () => {
    const story = goodDay()
    story.show('U2', '✅ 已记录 09:32 · 2 任务2\n正常推进')
    expect(story.faults()).toEqual(['lost: U2 was told 已记录 of task 2, and nothing stands'])
  })

  it('is lost where plain words were called kept, and are not', () => {
    const story = goodDay()
    story.show('U2', `按此记录：1 任务1，${markOf(3)}已做完`)
    expect(story.faults()).toEqual([`lost: ${markOf(3)} was called recorded, and does not stand`])
  })

  it('is doubled where one act has two entries', () => {
    const story = goodDay()
    story.record('s:1/again', report(1, '甲局', { done: `${mark}已做完` }), contact)
    expect(story.faults()).toEqual([`duplicate: reported ${mark} was recorded twice`])
  })

  it('is doubled where one press has two entries', () => {
    const story = goodDay()
    story.record('a:2/again', report(4, '乙局'), PersonId.parse('u3'))
    expect(story.faults()).toEqual(['duplicate: 正常推进 of u3 4 was recorded 2 times, and pressed 1 times'])
  })

  it('is called not recorded by the only process that heard of it, and stands', () => {
    const story = goodDay()
    story.show('U2', `暂时无法记录，什么也没有写入。您写的：${mark}已做完`)
    expect(story.faults()).toEqual([`lost: ${mark} was called not recorded, and stands`])
  })

  it('may stand where it was refused and then pressed again', () => {
    const story = goodDay()
    story.show('U2', `上次报的是70%，所以没有记录。您写的：${mark}已做完`)
    story.acts.push({ by: 'U2', heardBy: 1, mark })
    expect(story.faults()).toEqual([])
  })

  it('may be there where nobody promised anything', () => {
    const story = goodDay()
    story.show('U2', `出了故障，这次可能没有记录，请先核对再试。您写的：${mark}已做完`)
    story.show('U2', '正在核对是否已记录，请稍候，不必再点一次。')
    expect(story.faults()).toEqual([])
  })

  it('is not called recorded by a no that tells of what was recorded before', () => {
    const story = goodDay()
    story.show('U1', `没有待审核的办结申请：上次的已退回，什么也没有记。您写的：${markOf(5)}材料没有交`)
    expect(story.faults()).toEqual([])
  })

  it('may be called not recorded by one of two processes that heard of it', () => {
    const story = goodDay()
    story.acts.push({ by: 'U2', heardBy: 2, mark: markOf(4) })
    story.record('s:4/a', report(2, '甲局', { done: `${markOf(4)}已做完` }), contact)
    story.show('U2', `暂时无法记录，什么也没有写入。您写的：${markOf(4)}已做完`)
    expect(story.faults()).toEqual([])
  })
})

describe('what was owed', () => {
  it('is lost where it was not said', () => {
    const story = new Story()
    const notices = story.owed().flatMap((parcel) => parcel.notices)
    expect(story.faults()).toEqual(notices.map(({ key }) => `lost: ${key} is owed, and was not said`))
    expect(notices.length).toBeGreaterThan(5)
  })

  it('is lost where it is called delivered and is nowhere', () => {
    const story = goodDay()
    const [gone] = story.shown.splice(0, 1)
    expect(story.faults()).toContain(`lost: ${gone?.key ?? ''} is called delivered, and is nowhere`)
  })

  it('is doubled where the message is there twice', () => {
    const story = goodDay()
    const [first] = story.shown
    if (first !== undefined) story.show(first.to, first.words, first.key)
    expect(story.faults()).toContain(`duplicate: ${first?.key ?? ''} is there twice`)
  })

  it('is doubled where another message says the same', () => {
    const story = goodDay()
    const parcel = [...story.truth.delivery.state().parcels.values()].find(({ to }) => to === contact)
    if (parcel === undefined) throw new Error('nothing was said to the contact')
    story.claim({ key: 'prompt/other', to: parcel.to, notices: parcel.notices })
    story.show('U2', '请填报', 'prompt/other')
    expect(story.faults()).toContain(`duplicate: ${parcel.notices[0]?.key ?? ''} was said twice`)
  })
})

describe('a message nobody was owed', () => {
  it('is one that nobody had claimed', () => {
    const story = goodDay()
    story.show('U2', '请填报', 'prompt/unheard-of')
    expect(story.faults()).toEqual(['duplicate: prompt/unheard-of was sent, and nobody had claimed it'])
  })

  it('is one about what was answered before it was claimed', () => {
    const story = new Story()
    const digest = story.owed().find(({ key }) => key.startsWith('digest/u2/'))
    if (digest === undefined) throw new Error('no digest is owed to the contact')
    for (const no of [1, 2]) story.record(`s:${no}/a`, report(no, '甲局', { done: '已做完' }), contact)
    story.claim(digest)
    story.show('U2', '请填报', digest.key)
    expect(story.faults()).toContain(`duplicate: ${digest.notices[0]?.key ?? ''} was said, and not owed`)
  })
})

describe('a chain', () => {
  it('is broken where an entry was changed', () => {
    const story = goodDay()
    const at = story.written.findLastIndex(({ log }) => log === planLog)
    const last = story.written[at]
    if (last !== undefined) story.written[at] = { log: planLog, entry: { ...last.entry, body: last.entry.body.replace('任务4', '任务5').replace('reported', 'remarked') } }
    expect(story.faults()).toEqual([`lost: ${planLog} does not verify: hash at entry ${last?.entry.position ?? 0}`])
  })

  it('is broken where the store has fewer entries than were written', () => {
    const history = goodDay().history()
    const shorter = history.verified.map((each) => (each.ok && each.log === planLog ? { ...each, entries: each.entries - 1 } : each))
    expect(checkHistory({ ...history, verified: shorter }).map(({ kind }) => kind)).toEqual(['lost'])
  })

  it('is lost where the store does not have it at all', () => {
    const history = goodDay().history()
    expect(checkHistory({ ...history, verified: history.verified.filter(({ log }) => log !== planLog) })).toEqual([{ kind: 'lost', what: `${planLog} was written and is gone` }])
  })
})

