// What somebody's act asks of another: a chase, a return, a completion to look at, a ruling, a date that moved, a pause.
import { aboutOf, againSince, askedAbout, beforeStep, isAgain, isNews, markAfter, openAnswerer, owed, silentIn, standOf, type Owed, type Scene } from './owed.ts'
import { dateOf, isStopped } from './of-tasks.ts'
import { answerer, asks, type Part, type Task, type Voice } from './standing.ts'

export function ofActs(scene: Scene, task: Task): Owed[] {
  const { plan } = scene
  return [
    ...task.parts.flatMap((part) => ofPart(scene, task, part)),
    ...(plan.handedOutOn === undefined ? [] : [...task.parts.flatMap((part) => ofRulings(scene, task, part)), ...ofFormer(scene, task), ...ofRecordedSteps(scene, task), ...ofCourse(scene, task)]),
    ...ofSet(scene, task), ...ofLeader(scene, task),
  ]
}

const voicesIn = ({ unit, own, members }: Part): { voice: Voice; member: string | undefined; speaker: string }[] =>
  [{ voice: own, member: undefined, speaker: unit }, ...[...members].map(([member, voice]) => ({ voice, member, speaker: member }))]

function ofPart(scene: Scene, task: Task, part: Part): Owed[] {
  const { people } = scene
  const secretaries = people.withRole('secretary')
  const isOpen = part.own.claim === undefined && part.own.accepted === undefined
  const spoken = voicesIn(part).filter(({ member }) => isOpen || member === undefined)
  const waits = spoken.flatMap(({ voice: { claim }, member }) => (claim === undefined ? [] : owed(scene, 'claim-waiting', secretaries, { task: task.no, unit: part.unit, member }, { since: claim.at })))
  if (task.paused !== undefined) return waits
  const returns = spoken.flatMap(({ voice: { returned, words }, member }) => {
    if (returned === undefined || (member === undefined && standOf(scene, part) !== 'open')) return []
    const silent = member === undefined ? silentIn(scene, part, ({ at }) => at >= returned.at) : words.some(({ at }) => at >= returned.at) ? [] : [member]
    return owed(scene, 'returned', askedAbout(scene, part, silent), { task: task.no, unit: part.unit, member }, { since: returned.at })
  })
  const { nudge } = part
  const chased = nudge === undefined || standOf(scene, part) !== 'open' ? [] : askedAbout(scene, part, silentIn(scene, part, ({ at }) => at >= nudge.at))
  return [...waits, ...returns, ...(nudge === undefined ? [] : owed(scene, 'nudged', chased, { task: task.no, unit: part.unit, on: nudge.on }, { since: nudge.at, urgent: nudge.urgent, on: nudge.on }))]
}

/** What was asked, and waits no more because the part is done. */
export const ofEnded = (scene: Scene): Owed[] =>
  scene.plan.ended.filter(({ on }) => isNews(scene, on, scene.plan.policy.ruledTold)).flatMap(({ task, part, speaker, what, asked, handler, by }) =>
    owed(scene, 'ended', toldOf(scene, asked.by, speaker, handler).filter((person) => person !== by), { task, part, speaker, what, askedAt: asked.at }))

/** Whoever asked, while they answer for the unit or handle it, and its handler; else those who are asked now. */
function toldOf({ people, today }: Scene, by: string, unit: string, handler?: string): string[] {
  const handles = people.handling(unit, handler, today)
  const answers = people.voices(unit).some((voice) => [by, ...people.standsFor(by, today)].some((person) => people.unitsOf(person).includes(voice)))
  const told = [...(answers || handler === by ? [by] : []), ...(handles === undefined ? [] : [handles])]
  return told.length > 0 ? told : people.asked([unit], today)
}

function ofRulings(scene: Scene, task: Task, part: Part): Owed[] {
  const { plan: { policy }, people, days, today } = scene
  const secretaries = people.withRole('secretary')
  const isDone = standOf(scene, part) === 'accepted'
  const facts = (speaker: string): object => ({ task: task.no, part: part.unit, speaker })
  return voicesIn(part).flatMap(({ voice, speaker, member }) => {
    const { claim, accepted, objection, handler, words } = voice
    const isOver = isDone || accepted !== undefined
    const handled = standOf(scene, part) !== 'open' || isOver || claim !== undefined ? undefined : people.holds('handler', speaker, handler?.person)
    // Of what a secretary recorded for a unit its people are told, so that they can say it is not so.
    const recorded = claim ?? (part.own.claim === undefined && part.own.accepted === undefined ? words.at(-1) : undefined)
    const late = claim === undefined || isOver ? undefined : markAfter(scene, days.from(claim.on, policy.reviewWithin), policy.overdueEvery)
    return [
      ...(handled === undefined || handler === undefined ? [] : owed(scene, 'item-handed', [handled], { task: task.no, unit: part.unit, member }, { since: handler.at })),
      ...(recorded?.onBehalf !== true || !isNews(scene, recorded.on, policy.ruledTold) || (objection?.at ?? '') > recorded.at ? [] : owed(scene, 'recorded-for', people.asked([speaker], today).filter((person) => person !== recorded.by), { ...facts(speaker), at: recorded.at }, { waits: true })),
      ...(late === undefined ? [] : owed(scene, 'review-overdue', secretaries, { ...facts(speaker), waits: 'claim', askedAt: claim?.at }, { since: late.since, waits: isAgain(scene, late.over), isOver: true, morningBefore: beforeStep(scene, late, policy.overdueEvery) })),
      ...(accepted === undefined || !isNews(scene, accepted.on, policy.ruledTold) ? [] : owed(scene, 'accepted', toldOf(scene, accepted.claim.by, speaker, handler?.person), { ...facts(speaker), claimedAt: accepted.claim.at })),
      ...asks.flatMap((what) => {
        const asked = voice[what]
        // Of what is done only an objection is still ruled on.
        if (asked === undefined || asked.ruled !== undefined || (isOver && what !== 'objection')) return []
        return owed(scene, 'petition-waits', secretaries, { ...facts(speaker), what, askedAt: asked.at }, { since: againSince(scene, asked.on) })
      }),
      ...ofRuled(scene, facts(speaker), voice, speaker),
    ]
  })
}

/** To whoever asked, unless they ruled themselves. */
const ofRuled = (scene: Scene, facts: object, voice: Voice, speaker: string): Owed[] => asks.flatMap((what) => {
  const asked = voice[what]
  if (asked?.ruled === undefined || !isNews(scene, asked.ruled.on, scene.plan.policy.ruledTold)) return []
  return owed(scene, 'ruled', toldOf(scene, asked.by, speaker, voice.handler?.person).filter((person) => person !== asked.ruled?.by), { ...facts, what, askedAt: asked.at })
})

/** What was ruled of a part that is another unit's since; and to that unit, that it is theirs. */
function ofFormer(scene: Scene, task: Task): Owed[] {
  const { people, today, plan: { policy } } = scene
  return task.former.flatMap(({ part, to, on }) => [
    ...voicesIn(part).flatMap(({ voice, speaker }) => ofRuled(scene, { task: task.no, part: part.unit, speaker }, voice, speaker)),
    ...(isNews(scene, on, policy.ruledTold) && to !== undefined && task.parts.some(({ unit }) => unit === to) ? owed(scene, 'part-received', people.asked([to], today), { task: task.no, part: to, speaker: to, from: part.unit }) : []),
  ])
}

/** A year's milestones, or that one is reached, which a secretary recorded for a unit. */
function ofRecordedSteps(scene: Scene, task: Task): Owed[] {
  const { plan, people, today } = scene
  const years = [...plan.milestones.values()].filter((year) => year.task === task.no)
  const steps = years.flatMap(({ proposed, approved }) => [
    ...[proposed, approved].flatMap((said) => (said?.onBehalf === true ? [{ ...said, voice: said.unit }] : [])), ...(approved?.list ?? []).flatMap(({ reached }) => reached).filter(({ onBehalf }) => onBehalf),
  ])
  return steps.flatMap(({ unit, voice, at, on, by }) => {
    const part = task.parts.find((each) => each.unit === unit)
    const said = voice === unit ? part?.own : part?.members.get(voice)
    if (part?.own.claim !== undefined || part?.own.accepted !== undefined || part === undefined || !isNews(scene, on, plan.policy.ruledTold) || (said?.objection?.at ?? '') > at) return []
    return owed(scene, 'recorded-for', people.asked([voice], today).filter((person) => person !== by), { task: task.no, part: unit, speaker: voice, at }, { waits: true })
  })
}

function ofCourse(scene: Scene, task: Task): Owed[] {
  const { plan: { policy }, people, days, today } = scene
  const part = answerer(task)
  if (part === undefined || standOf(scene, part) === 'accepted') return []
  const asked = people.asked([part.unit], today)
  const told = (course: string, on: string): Owed[] => (isNews(scene, on, policy.ruledTold) ? owed(scene, 'course-changed', asked, { task: task.no, part: part.unit, speaker: part.unit, course, on }) : [])
  const { paused, resumed } = task
  const isLooked = paused?.until !== undefined && today >= paused.until
  return [
    ...(paused === undefined || paused.on >= today ? [] : told('paused', paused.on)),
    ...(isLooked && paused.until !== undefined ? owed(scene, 'pause-ends', people.withRole('secretary'), { task: task.no, until: paused.until }, { since: againSince(scene, paused.until) }) : []),
    ...(resumed === undefined || resumed.on === resumed.pausedOn ? [] : told('resumed', resumed.on).map((each) => (days.between(resumed.pausedOn, resumed.on) > policy.ruledTold ? each : { ...each, onlyAfter: [{ kind: each.kind, about: aboutOf({ task: task.no, part: part.unit, speaker: part.unit, course: 'paused', on: resumed.pausedOn }) }] }))),
  ]
}

/** Who leads it now and who did; and its new date, to those who have not read it in a ruling or with the lead. */
function ofSet(scene: Scene, task: Task): Owed[] {
  const { plan, people, today } = scene
  const { leadNamed } = task
  // What nothing has set otherwise since.
  const dueSet = task.due.kind === 'dated' && task.due.day === task.dueSet?.day ? task.dueSet : undefined
  const found: Owed[] = []
  if (leadNamed !== undefined && answerer(task)?.unit === leadNamed.to && isNews(scene, leadNamed.on, plan.policy.ruledTold)) {
    const { from, to, at, by } = leadNamed
    const own = people.asked([to], today)
    const former = from === undefined ? [] : people.asked([from], today).filter((person) => !own.includes(person))
    for (const [unit, told] of [[to, own], [from ?? to, former]] as const) found.push(...owed(scene, 'lead-named', told.filter((person) => person !== by), { task: task.no, part: unit, speaker: unit, at }))
  }
  const part = answerer(task)
  if (dueSet === undefined || part === undefined || standOf(scene, part) === 'accepted' || leadNamed?.at === dueSet.at || !isNews(scene, dueSet.on, plan.policy.ruledTold)) return found
  const read = task.parts.flatMap((each) => voicesIn(each)).flatMap(({ voice: { extension, handler }, speaker }) => (extension?.ruled?.at === dueSet.at ? toldOf(scene, extension.by, speaker, handler?.person) : []))
  const told = people.asked([part.unit], today).filter((person) => person !== dueSet.by && !read.includes(person))
  return [...found, ...owed(scene, 'due-set', told, { task: task.no, part: part.unit, speaker: part.unit, at: dueSet.at })]
}

/** Long overdue: drafted for the secretary; told to the leader once it is sent. */
function ofLeader(scene: Scene, task: Task): Owed[] {
  const { plan: { policy, handedOutOn }, people, days, today } = scene
  const part = openAnswerer(scene, task)
  const due = dateOf(scene, task)
  if (part === undefined) return []
  const isLate = due !== undefined && handedOutOn !== undefined && task.paused === undefined && today > due && !isStopped(scene, part.own, due) && days.between(due, today) >= policy.leaderAfter
  return [
    ...(isLate && !task.notes.some((note) => note.due === due) ? owed(scene, 'leader-note-waits', people.withRole('secretary'), { task: task.no, due }) : []),
    ...task.notes.flatMap((note) => (note.to === undefined || !isNews(scene, note.on, policy.ruledTold) ? [] : owed(scene, 'leader-told', [note.to], { task: task.no, at: note.at, due: note.due }))),
  ]
}
