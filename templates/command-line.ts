// What an operator reads from `duban` in the terminal.
import type { ReadRefusal } from '#src/reader/reading.ts'

type VerifiedLog = { log: string } & ({ ok: true; entries: number; hash: string } | { ok: false; position: number; what: 'gap' | 'prev' | 'hash' | 'body' })

export const usage = [
  '用法 Usage:',
  '  npm run --silent duban -- parse 文件 [--json] [--part N]   读方案,列出任务、单位、时限、存疑 / read a plan',
  '  npm run --silent duban -- verify                          核对账本的哈希链 (REDIS_URL) / check the ledger',
  '  npm run --silent duban -- verify --deep [--from 日] [--until 日]   另用一套代码逐日重算灯与数字,与产品核对 / recompute every day by other code',
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

type DeepTold =
  | { what: 'difference'; plan: string; difference: { day: string; task?: number; what: string; product: string; checker: string } }
  | { what: 'unknown'; plan: string; day: string; of: 'plan' | 'directory'; position: number; event: string }
  | { what: 'unreadable'; plan: string; why: string }
  | { what: 'progress'; plan: string; day: string; until: string }
  | { what: 'compared'; plan: string; from: string; until: string; tasks: number; differences: number }

/** One line of `verify --deep`. */
export function deepLine(told: DeepTold): string {
  switch (told.what) {
    case 'difference': {
      const { day, task, what, product, checker } = told.difference
      return `✗ ${told.plan}  ${day}  ${task === undefined ? '全方案 whole plan' : `任务${task}`}  ${what}: 产品 product ${product}, 重算 checker ${checker}`
    }
    case 'unknown':
      return `✗ ${told.plan}  ${told.day}起无法判断 (cannot judge from here on): ${told.of === 'plan' ? '方案' : '通讯录'}账本第 ${told.position} 条, 不认识的事件 unknown event ${told.event}`
    case 'unreadable':
      return `✗ ${told.plan}  产品读不了这本账 (the product cannot read this log): ${told.why}`
    case 'progress':
      return `… ${told.plan}  ${told.day} / ${told.until}`
    case 'compared':
      return `${told.differences === 0 ? '✓' : '✗'} ${told.plan}  ${told.from} 至 ${told.until}, ${told.tasks} 盏灯 lights, 不一致 differences ${told.differences}`
  }
}

export const deepSum = ({ plans, days, tasks, differences, unjudged }: { plans: number; days: number; tasks: number; differences: number; unjudged: number }): string =>
  `合计 ${plans} 个方案 plans, ${days} 天 plan-days, ${tasks} 盏灯 lights, 不一致 differences ${differences}${unjudged === 0 ? '' : `, 未能判断 not judged ${unjudged}`}`
export const brokenFirst = '账本已断裂,没有重算。 A log is broken: nothing was recomputed.'
export const noDay = (said: string): string => `日期请写成 2026-06-30。 A day is written 2026-06-30, not ${said}`

export const nothingToVerify = '这个 Redis 里没有账本。 No ledger in this Redis.'
export const noRedis = '请设置 REDIS_URL,或先用 npm start 启动沙箱。 Set REDIS_URL, or start the sandbox with npm start.'
export const unreachable = (why: string): string => `连不上 Redis,什么也没有核对。 Redis cannot be reached, nothing was checked: ${why}`
export const noFile = (file: string): string => `打不开文件 ${file}。 Cannot open ${file}.`

/** A file of several plans: how to name one. */
export const severalPlans = ({ plans }: Extract<ReadRefusal, { code: 'text-several-plans' }>): string =>
  [`文件里有${plans.length}个方案,请用 --part 选一个:`, ...plans.map(({ title, line, tasks }, index) => `  --part ${index + 1}  ${title} (第${line}行起, ${tasks}项)`)].join('\n')
