// An hour as people type it: 15:00, 15点, 下午3点半, 9:05.

/** `15:00`; undefined where the words are no hour. */
export function timeIn(words: string): string | undefined {
  const [, part = '', hours, half, minutes] = /^(上午|早上|中午|下午|晚上)?(\d{1,2})[:点时](?:(半)|(\d{1,2})分?)?$/.exec(words.normalize('NFKC').replace(/\s+/g, '')) ?? []
  if (hours === undefined) return undefined
  const isLater = (part === '下午' || part === '晚上' || (part === '中午' && Number(hours) < 11)) && Number(hours) < 12
  const hour = Number(hours) + (isLater ? 12 : 0)
  const minute = half === undefined ? Number(minutes ?? 0) : 30
  return hour > 23 || minute > 59 ? undefined : `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
