// “No” to what was said of bodies and their meetings.
import type { Words } from './refusal-say.ts'
import { rich } from './rich.ts'

const states = {
  zh: { held: '已召开', 'not-held': '未召开', cancelled: '已取消' },
  en: { held: 'held', 'not-held': 'not held', cancelled: 'called off' },
} as const

export const meetingsRefused = {
  zh: {
    'body-unknown': ({ asked, bodies }) =>
      bodies.length === 0 ? rich`没有找到“${asked}”，这个方案没有写领导小组或专班。` : rich`没有找到“${asked}”，方案里有：${bodies.join('、')}。请从中选一个。`,
    'meeting-unknown': ({ asked }) => (asked === '' ? rich`目前没有已安排的会议。输入 /duban 会议 看每个机构该开几次。` : rich`没有找到会议“${asked}”。输入 /duban 会议 查看已安排的会议。`),
    'meeting-none-held': () => rich`还没有召开过会议的记录。可改问某天以来的变化：输入 /duban 变化 6月1日 。`,
    'meeting-none': ({ what }) => (what === 'ahead' ? rich`还没有安排好的会议。请先安排，例如 /duban 会议 安排 领导小组 6月18日 15:00 二楼会议室 。` : rich`今天没有会，也没有开完还没印发纪要的会。请写上会议编号，例如 m1；没有安排过的，先补记：/duban 会议 补记 领导小组 6月18日 。`),
    'meeting-ahead': ({ on }, say) => rich`这次会议定在${say.day(on)}，还没到日子，不能登记为已召开。当天或之后再登记。`,
    'meeting-settled': ({ state, on }, say) => rich`这次会议已于${say.day(on)}登记为“${states.zh[state]}”，没有再记。要补，请用 /duban 会议 补记 。`,
    'meeting-scheduled': ({ day }, say) => rich`${say.day(day)}的这次会议已经安排了，没有再记。输入 /duban 会议 看安排。`,
    'meeting-changed': ({ by, at }, say) => rich`没有保存：您填写的时候，${say.person(by)}在${say.moment(at)}改过这次会议。请看过现在的安排再改。`,
    'minutes-issued': ({ on }, say) => rich`这次会议的纪要已于${say.day(on)}印发，不能再加。要补充，请另发交办或在下次会议上定。`,
    'body-exists': ({ name }) => rich`已经有“${name}”，没有再建。请换个名称，或直接编辑它。`,
    'body-empty': ({ name }) => rich`“${name}”还没有成员，没有人可以通知，所以没有记录。请先用 /duban 机构 ${name} 写上组长和成员。`,
    'body-changed': ({ name, on, by }, say) => rich`没有保存：${say.person(by)}在${say.day(on)}改过“${name}”。请看过现在的成员再改。`,
    'body-convened': ({ name }) => rich`“${name}”由我们自己召集，不用申报议题。请直接用 /duban 会议 安排 ${name} 6月18日 15:00 地点。`,
    'cadence-excused': ({ on, reason }, say) => rich`这一期已于${say.day(on)}登记为不开（${reason}），没有再记。`,
    'cadence-unknown': ({ name }) => rich`“${name}”没有这样一期还要开的会，没有记录。输入 /duban 会议 看各机构应开几次。`,
    'seat-unknown': ({ seat }) => rich`“${seat}”不在这个机构的成员里，没有记录。请用 /duban 机构 看现在的成员。`,
    'topic-missing': () => rich`还没有写议题，所以没有申报。请写一句议题名称。`,
    'request-waits': ({ on }, say) => rich`这个议题已于${say.day(on)}申报，正等对方答复，没有再报。输入 /duban 会议 看进展。`,
    'request-unknown': ({ asked }) => rich`没有找到议题申报“${asked}”。输入 /duban 会议 看申报过的议题。`,
    'request-taken': ({ day }, say) => rich`这个议题已列入${say.day(day)}的会议，没有再记。`,
    'request-declined': ({ on, reason }, say) => rich`这个议题已于${say.day(on)}答复暂不列入（${reason}），没有再记。要再报，请重新申报。`,
    'words-missing': () => rich`还没有写内容，所以没有记录。请写一句议定的事。`,
    'decision-no-unit': () => rich`没有读出由哪个单位办，所以没有记录。请写上牵头单位，例如 议定：教育局牵头6月底前拿出方案；只记入纪要的，请点“只记入纪要”。`,
    'decision-made': ({ task }) => rich`这一条已经记为第${task}项，没有再记。`,
  },
  en: {
    'body-unknown': ({ asked, bodies }) => (bodies.length === 0 ? rich`There is no body “${asked}”: this plan names none.` : rich`There is no body “${asked}”. Choose one of: ${bodies.join(', ')}.`),
    'meeting-unknown': ({ asked }) => (asked === '' ? rich`No meeting is scheduled. Type /duban meeting to see how often each body must meet.` : rich`There is no meeting “${asked}”. Type /duban meeting for those that are scheduled.`),
    'meeting-none-held': () => rich`No meeting is on record as held yet. Ask from a day instead: type /duban changes 2026-06-01 .`,
    'meeting-none': ({ what }) => (what === 'ahead' ? rich`No meeting is scheduled yet. Schedule one, as in /duban meeting schedule 领导小组 6/18 15:00 room 2.` : rich`No meeting is held today, and none waits for its minutes. Name it, as in m1; one that nobody scheduled is put on record with /duban meeting record 领导小组 6/18.`),
    'meeting-ahead': ({ on }, say) => rich`This meeting is on ${say.day(on)} and cannot have been held yet. Record it on that day or later.`,
    'meeting-settled': ({ state, on }, say) => rich`This meeting was recorded as ${states.en[state]} on ${say.day(on)}; nothing more was recorded. To add one that took place, type /duban meeting record.`,
    'meeting-scheduled': ({ day }, say) => rich`The meeting of ${say.day(day)} is scheduled already; nothing was recorded. Type /duban meeting to see what is ahead.`,
    'meeting-changed': ({ by, at }, say) => rich`Nothing was saved: while you were writing, ${say.person(by)} changed this meeting at ${say.moment(at)}. Look at it as it stands, then change it.`,
    'minutes-issued': ({ on }, say) => rich`The minutes of this meeting were issued on ${say.day(on)}, and nothing can be added. Give an instruction, or decide it at the next one.`,
    'body-exists': ({ name }) => rich`There is a body called “${name}” already, so none was made. Choose another name, or edit that one.`,
    'body-empty': ({ name }) => rich`“${name}” has no members yet, so there is nobody to invite and nothing was recorded. Write its leader and members first: /duban body ${name}.`,
    'body-changed': ({ name, on, by }, say) => rich`Nothing was saved: ${say.person(by)} changed “${name}” on ${say.day(on)}. Look at its members as they stand, then change them.`,
    'body-convened': ({ name }) => rich`“${name}” is ours to call, so there is nothing to request. Type /duban meeting schedule ${name} 6/18 15:00 place.`,
    'cadence-excused': ({ on, reason }, say) => rich`That this one is not held was recorded on ${say.day(on)} (${reason}); nothing more was recorded.`,
    'cadence-unknown': ({ name }) => rich`“${name}” has no such meeting still to hold; nothing was recorded. Type /duban meeting to see how often each body must meet.`,
    'seat-unknown': ({ seat }) => rich`“${seat}” is no member of this body, so nothing was recorded. Type /duban body to see its members.`,
    'topic-missing': () => rich`The item has no title yet, so nothing was requested. Write it in a few words.`,
    'request-waits': ({ on }, say) => rich`This item was requested on ${say.day(on)} and waits for an answer; nothing more was sent. Type /duban meeting to see how it stands.`,
    'request-unknown': ({ asked }) => rich`There is no requested item “${asked}”. Type /duban meeting to see those that were requested.`,
    'request-taken': ({ day }, say) => rich`This item is on the agenda of ${say.day(day)} already; nothing more was recorded.`,
    'request-declined': ({ on, reason }, say) => rich`This item was declined on ${say.day(on)} (${reason}); nothing more was recorded. Request it anew.`,
    'words-missing': () => rich`There are no words yet, so nothing was recorded. Write what was decided.`,
    'decision-no-unit': () => rich`No unit was read in it, so nothing was recorded. Name who leads, as in: decided: 教育局 leads, by 30 June; or press “Minutes only”.`,
    'decision-made': ({ task }) => rich`This is task ${task} already; nothing more was recorded.`,
  },
} satisfies Record<'zh' | 'en', Partial<Words>>
