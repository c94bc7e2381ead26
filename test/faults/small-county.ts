// A county for a kill: one contact, one secretary, and something due.
import { pino } from 'pino'
import { UnitId, PersonId } from '#src/ledger/ids.ts'
import type { DirectoryIntent } from '#src/directory/intent.ts'
import { openLedgers } from '#src/ledgers.ts'
import { storeConnection } from '#src/store/connection.ts'
import { redisLog } from '#src/store/redis-log.ts'
import type { Workspace } from '#src/sandbox/local-slack.ts'
import { stampOf, task } from '#test/builders.ts'

export const contact = 'U0CONTACT1'
export const secretary = 'U0SECRET01'

export const workspace: Workspace = {
  workspace: { name: 'kill', domain: 'kill', teamId: 'T0KILL' },
  apps: [{ appId: 'A0KILL', botUserId: 'U0BOT', botName: '督办', botToken: 'xoxb-duban', appToken: 'xapp-duban', mode: 'socket' }],
  users: [{ id: contact, name: 'contact', real_name: '联络员' }, { id: secretary, name: 'secretary', real_name: '督查室' }],
  channels: [],
}

/** Handed out in January; the only task is due on 30 June 2026. */
export async function recordCounty(redisUrl: string): Promise<void> {
  const redis = storeConnection(redisUrl)
  const ledgers = await openLedgers({ logOf: (key) => redisLog(redis, key), logger: pino({ level: 'silent' }) })
  const stamp = stampOf('2026-01-05')
  const unit = UnitId.parse('县教育局')
  const [first, second] = [PersonId.parse('u1'), PersonId.parse('u2')]
  let id = 0
  const direct = async (intent: DirectoryIntent): Promise<void> => {
    await ledgers.recordDirectory(`set-up:${(id += 1)}`, stamp, intent)
  }
  await direct({ type: 'add-units', units: [{ name: '县教育局', aliases: [] }] })
  await direct({ type: 'add-person', name: '苏晚晴', handle: { platform: 'slack', id: contact } })
  await direct({ type: 'add-person', name: '沈若兰', handle: { platform: 'slack', id: secretary } })
  await direct({ type: 'name-contact', person: first, unit })
  await direct({ type: 'grant-role', person: second, role: 'secretary' })
  await direct({ type: 'open-plan', draft: 'd000001' as never, hash: '' })
  const plan = await ledgers.planOf('d000001' as never)
  if (plan === undefined) throw new Error('the plan was not opened')
  const source = { id: 's1', name: 'plan.txt', text: '', hash: '' }
  const imported = { title: '三年行动计划', zone: 'Asia/Shanghai', period: { from: 2026, to: 2028 }, source, obligations: [], bodies: [], doubts: [], tasks: [task(1, { due: '2026-06-30', lead: '县教育局' })] }
  await ledgers.recordPlan(plan, 'set-up:import', stamp, { type: 'import', plan: imported })
  await ledgers.recordPlan(plan, 'set-up:hand-out', stamp, { type: 'hand-out' })
  await ledgers.close()
  redis.disconnect()
}
