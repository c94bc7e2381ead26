// What an operator reads from `duban doctor`: a line a finding, worst first, and what to do about it. Both languages: nobody has said theirs.
import { configTrouble } from './config-trouble.ts'

type Setting = 'version' | 'appendonly' | 'appendfsync' | 'eviction' | 'lastWrite' | 'cluster'
type Level = 'good' | 'warning' | 'fault'
/** `fault`: something can be lost, or does not work. `warning`: somebody should do something. */
export type Finding = { level: Level } & (
  | { code: 'environment'; refusal?: { missing: readonly string[]; malformed: readonly string[] } }
  | { code: 'no-store' }
  | { code: 'store-away'; why: string }
  | { code: 'logs-unread'; why: string }
  | { code: 'store-setting'; setting: Setting; is?: string; should: string }
  | { code: 'logs'; count: number; broken: readonly string[] }
  | { code: 'days-off'; lacks?: number }
  | { code: 'contacts'; plan: string; title: string; units: number }
)

const signs: Record<Level, string> = { fault: '✗', warning: '!', good: '✓' }
const order: readonly Level[] = ['fault', 'warning', 'good']

/** What happens where a setting is not as it should be. */
const without: Record<Setting, { name: string; zh: string; en: string }> = {
  version: { name: 'Redis', zh: '版本太旧，读不了账本，请升级', en: 'too old to read the log: upgrade it' },
  appendonly: { name: 'appendonly', zh: 'Redis 重启会忘掉账本', en: 'a restart of Redis forgets the ledger' },
  appendfsync: { name: 'appendfsync', zh: '断电会丢掉已答复“已记录”的内容', en: 'a power cut takes back what was said to be recorded' },
  eviction: { name: 'maxmemory-policy', zh: '内存满了会删掉方案', en: 'a full memory throws plans away' },
  lastWrite: { name: 'aof_last_write_status', zh: '上一次写盘失败，请检查磁盘', en: 'the last write to disk failed: check the disk' },
  cluster: { name: 'cluster_enabled', zh: '集群模式下别的节点上的键会被拒绝，请用单机', en: 'with Redis Cluster, keys on another node are refused: use one server' },
}

function settingLine({ level, setting, is, should }: Extract<Finding, { code: 'store-setting' }>): string {
  const { name, zh, en } = without[setting]
  if (is === undefined) return `${name}: 无权查看，应为 ${should}，请用 redis-cli CONFIG GET 核对 / not allowed to ask; it should be ${should}`
  if (level === 'good') return `${name}: ${is}`
  return `${name}: ${is}，应为 ${should}：${zh} / should be ${should}: ${en}`
}

function sentence(finding: Finding): string {
  switch (finding.code) {
    case 'environment':
      return finding.refusal === undefined ? '环境变量 environment' : configTrouble(finding.refusal)
    case 'no-store':
      return '没有 REDIS_URL，也没有在运行的沙箱：账本没有核对 / neither REDIS_URL nor a running sandbox: no ledger was looked at'
    case 'store-away':
      return `连不上 Redis，请启动它或核对 REDIS_URL / Redis cannot be reached: ${finding.why}`
    case 'logs-unread':
      return `账本读不下去，机器人也起不来：可能由更新的版本写入，或读的途中断了。请看版本，再运行 duban verify / the ledgers cannot be read (a later release, or the line): ${finding.why}`
    case 'store-setting':
      return settingLine(finding)
    case 'logs':
      return finding.broken.length === 0 ? `账本${finding.count}本，哈希链完整 / ${finding.count} logs, unbroken` : `账本断裂 ${finding.broken.join(', ')}：请运行 duban verify 看是哪一条，再从备份恢复 / broken: run duban verify, then restore a backup`
    case 'days-off':
      return finding.lacks === undefined ? '放假安排 days off' : `缺少${finding.lacks}年放假安排：有关日期是暂按。请督查室在聊天里输入 /duban 放假安排 并贴上通知全文 / no days off known for ${finding.lacks}: paste the notice behind /duban days-off`
    case 'contacts':
      return `《${finding.title}》(${finding.plan}) 有${finding.units}个单位没有联络员，收不到提醒。请督查室输入 /duban 单位 ${finding.plan} / ${finding.units} units without a contact, whom no reminder reaches`
  }
}

/** A line a finding, faults first. */
export const doctorLines = (findings: readonly Finding[]): string =>
  order.flatMap((level) => findings.filter((finding) => finding.level === level).map((finding) => `${signs[level]} ${sentence(finding).replaceAll('\n', '\n  ')}`)).join('\n')
