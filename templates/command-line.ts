// What an operator reads from `duban` in the terminal.
import type { ReadRefusal } from '#src/reader/reading.ts'

type VerifiedLog = { log: string } & ({ ok: true; entries: number; hash: string } | { ok: false; position: number; what: 'gap' | 'prev' | 'hash' | 'body' })

export const usage = [
  '用法 Usage:',
  '  npm run --silent duban -- parse 文件 [--json] [--part N]   读方案,列出任务、单位、时限、存疑 / read a plan',
  '  npm run --silent duban -- verify                          核对账本的哈希链 (REDIS_URL) / check the ledger',
  '  npm run --silent duban -- doctor                          体检：环境、Redis、账本、放假安排、联络员 / is all here that it needs?',
].join('\n')

const faults = {
  gap: '位置不连续 (an entry is missing or out of place)',
  prev: '与前一条接不上 (it does not follow the entry before it)',
  hash: '内容与哈希不符 (its content was changed)',
  body: '内容不是记录 (its content is no entry)',
} as const

export const verifiedLine = (verified: VerifiedLog): string =>
  verified.ok ? `✓ ${verified.log}  ${verified.entries} 条 entries  ${verified.hash.slice(0, 12)}` : `✗ ${verified.log}  第 ${verified.position} 条起断裂 (first broken entry ${verified.position}): ${faults[verified.what]}`

export const nothingToVerify = '这个 Redis 里没有账本。 No ledger in this Redis.'
export const noRedis = '请设置 REDIS_URL,或先用 npm start 启动沙箱。 Set REDIS_URL, or start the sandbox with npm start.'
export const unreachable = (why: string): string => `连不上 Redis,什么也没有核对。 Redis cannot be reached, nothing was checked: ${why}`
export const noFile = (file: string): string => `打不开文件 ${file}。 Cannot open ${file}.`

/** A file of several plans: how to name one. */
export const severalPlans = ({ plans }: Extract<ReadRefusal, { code: 'text-several-plans' }>): string =>
  [`文件里有${plans.length}个方案,请用 --part 选一个:`, ...plans.map(({ title, line, tasks }, index) => `  --part ${index + 1}  ${title} (第${line}行起, ${tasks}项)`)].join('\n')
