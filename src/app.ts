// What exists: read top to bottom. No globals, no real clock below it.
import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import { commands } from '#commands/index.ts'
import { homeShown } from '#commands/home.ts'
import { addEvidence } from '#commands/add-evidence.ts'
import { daysOff } from '#commands/days-off.ts'
import type { Place } from '#src/post.ts'
import { importPlan } from '#commands/import-plan.ts'
import { said } from '#commands/said.ts'
import { addMs } from '#src/calendar/calendar.ts'
import type { Clock } from '#src/calendar/clock.ts'
import type { Day, Instant } from '#src/calendar/day.ts'
import { inDoubt, toldBy, whyLate, type DeliveryEvent, type DeliveryState, type Told } from '#src/delivery/delivery-log.ts'
import { balancing } from '#src/balancing.ts'
import { boardsOf } from '#src/boards.ts'
import { startDelivery, type DeliveryNeeds, type SweepResult } from '#src/delivery/deliver.ts'
import { countyZone, deskFor, guarded, type Act, type DeskParts } from '#src/desk.ts'
import { fileWriter, type FileWriter } from '#src/documents/file-writer.ts'
import { documentReader, type DocumentReader } from '#src/documents/read-in-worker.ts'
import type { Command, Desk } from '#src/command.ts'
import { languageOf } from '#src/directory/language.ts'
import { holdsAnything, type Person } from '#src/directory/person.ts'
import { openLedgers, type Ledgers } from '#src/ledgers.ts'
import { deliveryKey, deliverySubject } from '#src/log-subjects.ts'
import { healthWatch, type HealthFacts } from '#src/health.ts'
import { pastOf } from '#src/past.ts'
import { redrawing, showing } from '#src/redrawing.ts'
import { reminding } from '#src/reminding.ts'
import { emptyPlan } from '#src/ledger/plan.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import { viewOfPlan, type View } from '#src/queries/view.ts'
import type { Parcel } from '#src/reminders/notice.ts'
import { redrawnForDays, toldOf } from '#src/reminders/told-of.ts'
import { documentDoors, replyDoor, sayings, tasksOfNotices } from '#src/sayings.ts'
import { snapshotting } from '#src/snapshotting.ts'
import { startSchedule } from '#src/schedule/schedule.ts'
import { inSlices, machineStopwatch, within } from '#src/stopwatch.ts'
import { startSlack, type Slack } from '#src/slack/start-slack.ts'
import { openBook, type Book } from '#src/store/book.ts'
import { storeConnection } from '#src/store/connection.ts'
import { redisDrafts } from '#src/store/drafts.ts'
import { evidenceFiles } from '#src/store/evidence-files.ts'
import { redisKeptWords } from '#src/store/kept-words.ts'
import { redisLooks } from '#src/store/looks.ts'
import { redisLog } from '#src/store/redis-log.ts'
import { StoreUnavailable } from '#src/store/store-error.ts'
import { takesWrites } from '#src/store/takes-writes.ts'
import { watchedMessages } from '#src/watched-messages.ts'
import type { Card, Lang } from '#templates/card.ts'
import { messageCard } from '#templates/message.ts'

export type AppParts = {
  slack: { botToken: string; appToken: string; apiUrl?: string }
  redisUrl: string
  /** The folder of files that were given as evidence. */
  evidenceDir: string
  /** The folder of snapshots of the logs, which make a start quick; left out, none are kept. */
  snapshotDir?: string
  clock: Clock
  logger: Logger
  /** How long a claim of a message holds and a post may take, and how fast messages leave; left out, as the real Slack wants it. */
  sending?: Pick<DeliveryNeeds, 'claimMs' | 'postMs' | 'pace'>
  /** What reads documents and plans; left out, a process of its own. */
  documents?: DocumentReader
  /** What writes pictures, papers and calendar files; left out, a thread for each that takes long. */
  files?: FileWriter
  /** How long a stop waits for what is being answered; left out, as long as systemd allows. */
  answeringMs?: number
  /** Sandbox only: moves the clock. */
  moveTo?: (to: Instant) => Promise<boolean>
  /** What is recorded before anybody can ask: the first admin, the sample county. */
  before?: (parts: Prepared) => Promise<void>
}
export type Prepared = { ledgers: Ledgers; deliveries: Book<DeliveryState, DeliveryEvent>; desk: (act: Act) => Desk; commands: readonly Command[]; clock: Clock }
export type App = { slack: Slack; sweep: () => Promise<SweepResult>; health: () => HealthFacts; stop: () => Promise<void> }

const dayMs = 24 * 60 * 60 * 1000
/** A file may take thirty seconds to be fetched, and its answer ten; of the ninety after which systemd kills, that leaves the rest of a stop its time. */
const answeringAtMostMs = 40_000
/** What is uncertain is told of in a call or two; where Slack takes none, the ledger still says what came of it. */
const tellingAtMostMs = 10_000
/** Whoever presses a button while a day's reminders are worked out waits no longer than a few of these. */
const sliceMs = 5

const oneGuarded = (command: Command): Command => guarded([command])[0] ?? command

export async function startApp({ slack: workspace, redisUrl, evidenceDir, snapshotDir, clock, logger, sending, documents = documentReader(), files = fileWriter(), answeringMs = answeringAtMostMs, moveTo, before }: AppParts): Promise<App> {
  const redis = storeConnection(redisUrl, logger)
  const snapshots = snapshotDir === undefined ? undefined : snapshotting({ dir: snapshotDir, redisUrl, logger })
  const ledgers = await openLedgers({ logOf: (key) => redisLog(redis, key), logger, snapshotOf: snapshots?.of })
  const deliveries = await openBook({ log: redisLog(redis, deliveryKey), subject: deliverySubject, logger, snapshot: snapshots?.of(deliveryKey) })
  const dayAt = (at: Instant): Day => ledgers.calendar().dayAt(at, countyZone)
  const told = (): Told => toldBy(deliveries.state(), dayAt(clock.now()))
  const boards = boardsOf(ledgers)
  const reminders = reminding(ledgers, countyZone, ({ plan, today }) => boards.tally(plan.id, today).stands.values())
  const workOutBoards = async (): Promise<void> => inSlices(machineStopwatch, sliceMs, (isEnough) => boards.workOut(dayAt(clock.now()), isEnough))
  const workOutReminders = async (): Promise<void> => inSlices(machineStopwatch, sliceMs, (isEnough) => reminders.workOut(clock.now(), isEnough))
  const balances = balancing({ ledgers, book: deliveries, zone: countyZone, clock })

  const viewOf = (plan: PlanId): View => viewOfPlan(ledgers.plans().get(plan) ?? emptyPlan(plan), { directory: ledgers.directoryOn(dayAt(clock.now())), calendar: ledgers.calendar(), today: dayAt(clock.now()) })
  const langOf = (person: Person | undefined): Lang => languageOf(person, person?.handle === undefined ? undefined : slack.languages.known(person.handle.id))
  const draw = (parcel: Parcel, sentAt: Instant): Card => {
    const directory = ledgers.directoryOn(dayAt(clock.now()))
    const person = directory.people.get(parcel.to)
    if (person === undefined) throw new Error(`a message is owed to ${parcel.to}, who is not in the directory`)
    const plans = [...ledgers.plans().values()]
    const standing = plans.filter(({ archived }) => archived === undefined)
    return messageCard({ parcel, view: viewOf, person, sentAt, directory, lang: langOf(person) }, { now: clock.now(), zone: countyZone, views: () => standing.map(({ id }) => viewOf(id)), archived: plans.length - standing.length, tally: ({ plan }) => boards.tally(plan.id, dayAt(clock.now())) })
  }

  const writeFile: Desk['write'] = async (content) => {
    const written = await files.write(content)
    if (written.ok) return written.bytes
    logger.warn({ err: written.error, why: written.why, kind: content.kind }, 'a file could not be written: what it says is told in words')
    return undefined
  }
  const parts: DeskParts = {
    ledgers, boards, past: pastOf(ledgers), looks: redisLooks(redis, logger), drafts: redisDrafts(redis), words: redisKeptWords(redis), evidence: evidenceFiles(evidenceDir), read: documents.readPlan, write: writeFile,
    sentSince: (since) => delivery.sentSince(since), unreachable: () => delivery.unreachable(),
    late: () => watch.late().map(({ parcel, waitedMs }) => ({ to: parcel.to, minutes: Math.floor(waitedMs / 60_000), why: whyLate(deliveries.state(), parcel.key) })),
    balances: balances.kept, balanceOf: balances.of,
    told: () => reminders.told(told()),
    ...(moveTo === undefined ? {} : { moveClock: async (to) => passTime(to), nextReminderAt: () => reminders.nextReminderAt(clock.now(), told()) }),
  }
  const allowed = guarded(commands.filter(({ sandboxOnly }) => sandboxOnly !== true || moveTo !== undefined))
  await before?.({ ledgers, deliveries, desk: (act) => deskFor(parts, act), commands: allowed, clock })

  const tasksOf = ({ conversation, ts }: Place) => tasksOfNotices(delivery.sent(conversation, ts)?.notices ?? [])
  const takeEffect = async (): Promise<void> => ((at) => ledgers.takeEffect({ at, on: dayAt(at), by: 'system', via: 'system' }))(clock.now())

  const slack: Slack = await startSlack({
    ...workspace, commands: allowed, logger,
    handleOf: (person) => ledgers.directory().people.get(person)?.handle,
    langOf: (person) => langOf(ledgers.directory().people.get(person)),
    async makeDesk(asked) {
      await ledgers.catchUp()
      await takeEffect()
      await workOutBoards()
      return deskFor(parts, { ...asked, now: clock.now() })
    },
    ...documentDoors({ importPlan: oneGuarded(importPlan), addEvidence: oneGuarded(addEvidence), daysOff: oneGuarded(daysOff) }, documents.readDocument, tasksOf),
    ...replyDoor(oneGuarded(said), tasksOf, allowed),
    home: homeShown,
    redraw: async ({ conversation, ts }) => {
      const sent = delivery.sent(conversation, ts)
      return Promise.resolve(sent === undefined ? undefined : { card: draw(sent, sent.at), key: sent.key })
    },
    toldOf: (about, { asker, directory, now }) => toldOf(delivery.sentSince(addMs(now, -redrawnForDays * dayMs)), about, asker, directory, now),
    say: sayings,
  })
  const delivery = startDelivery({
    book: deliveries, refresh: ledgers.catchUp, owed: reminders.owed, post: showing(slack.post, (key, card) => watching.shows(key, card)),
    compose(parcel) {
      watch.sending()
      return draw(parcel, clock.now())
    },
    clock, dayAt, logger, worker: randomUUID(), ...sending,
  })
  const watching = redrawing({
    async watched() {
      await workOutBoards()
      return watchedMessages([...ledgers.plans().keys()].map(viewOf), deliveries.state(), (parcel, sentAt = clock.now()) => draw(parcel, sentAt))
    },
    redraw: slack.redraw, logger,
  })
  const watch = healthWatch({
    owed: () => [...reminders.owed(clock.now(), told()), ...inDoubt(deliveries.state())], unreachable: () => [...delivery.unreachable().keys()].flatMap((id) => ledgers.directory().people.get(id) ?? []).filter(holdsAnything).length, deaf: slack.deaf, balance: () => balances.kept()[0],
  })
  // A day without a balance is seen to at the next sweep.
  const keepBalances = async (): Promise<void> => balances.keep().catch((error: unknown) => logger.warn({ err: error }, 'balance: could not be kept; the next sweep tries again'))
  /** Accounts of whoever chose no language, those first to whom something goes now. */
  const unknownLanguages = (): string[] => {
    const { people } = ledgers.directory()
    // Mostly all are known, and a sweep need not ask what is owed for it.
    if ([...people.values()].every(({ handle, language }) => handle === undefined || language !== undefined || slack.languages.known(handle.id) !== undefined)) return []
    const goesTo = reminders.owed(clock.now(), told()).flatMap(({ to }) => people.get(to) ?? [])
    return [...goesTo, ...people.values()].flatMap(({ handle, language }) => (handle === undefined || language !== undefined ? [] : handle.id))
  }
  const sweep = async (): Promise<SweepResult> => {
    const isRead = await ledgers.catchUp()
    watch.stored(!isRead ? 'away' : (await takesWrites(redis)) ? 'here' : 'takes-nothing')
    // Whatever was claimed now would be given back, message by message: nobody knows what others recorded.
    if (!isRead) throw new StoreUnavailable('not every log can be read')
    await takeEffect()
    // What another process recorded, and a day that passed, show too.
    watching.soon()
    // The numbers first: some of what is due is read from them.
    await workOutBoards()
    await workOutReminders()
    // Whoever chose no language is told in the one of their chat.
    await slack.languages.learn(unknownLanguages())
    const swept = await delivery.sweep()
    watch.swept()
    await keepBalances()
    return swept
  }
  const schedule = startSchedule({ sweep, logger })
  ledgers.onRecorded(schedule.soon)
  ledgers.onRecorded(watching.soon)

  /** Every digest hour on the way has its sweep, as if the days had passed. */
  async function passTime(to: Instant): Promise<void> {
    for (let next = reminders.nextReminderAt(clock.now(), told()); next !== undefined && next < to; next = reminders.nextReminderAt(clock.now(), told())) {
      if ((await moveTo?.(next)) !== true) break
      await sweep()
    }
    await moveTo?.(to)
    await sweep()
  }

  let isStopping = false
  // Whoever asks first would else wait for all of it, and the first sweep may be a minute away.
  void inSlices(machineStopwatch, sliceMs, (isEnough) => isStopping || (boards.workOut(dayAt(clock.now()), isEnough) && reminders.workOut(clock.now(), isEnough)))
    .catch((error: unknown) => logger.warn({ err: error }, 'the numbers could not be worked out ahead; whoever asks for them tries again'))

  return {
    slack, sweep, health: watch.facts,
    async stop() {
      isStopping = true
      // A sweep that keeps Slack's pace can go on for minutes: it is told to end before it is waited for.
      // Whoever waits for a file is told its numbers in words; whoever waits for one to be read, to send it again.
      await Promise.all([delivery.drain(), schedule.stop(), files.stop(), documents.stop()])
      await watching.stop()
      await within(machineStopwatch, answeringMs, slack.stop(), () => logger.warn({ ms: answeringMs }, 'stop: something is still being answered; the bot stops without it'))
      await deliveries.close()
      await ledgers.close()
      // Whoever was told to wait for what nobody knew yet: from here on nobody will.
      await within(machineStopwatch, tellingAtMostMs, slack.settled(), () => logger.warn({ ms: tellingAtMostMs }, 'stop: somebody is not told what came of an uncertain answer'))
      await snapshots?.stop()
      redis.disconnect()
    },
  }
}
