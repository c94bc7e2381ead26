// Which tasks words name by their titles, or by a part of one that no other of them has.

/** A shorter run of signs is in too many titles by chance. */
const shortestPart = 4
/** Longer words are no name of a task. */
const readAtMost = 300

type Titled = { title: string }

/** Those of the tasks whose whole title, or a part of it that is theirs alone, stands in the words. */
export function titledIn<Task extends Titled>(words: string, tasks: readonly Task[]): Task[] {
  const plain = bare(words.slice(0, readAtMost))
  const titles = tasks.map((task) => ({ task, title: bare(task.title) }))
  const whole = titles.filter(({ title }) => title.length >= 2 && plain.includes(title))
  // 学前教育普惠 within 学前教育普惠扩容: the longer name is meant.
  if (whole.length > 0) return whole.filter(({ title }) => !whole.some((other) => other.title !== title && other.title.includes(title))).map(({ task }) => task)
  return titles.filter(({ task, title }) => partsIn(title, plain).some((part) => titles.every((other) => other.task === task || !other.title.includes(part)))).map(({ task }) => task)
}

const bare = (text: string): string => text.normalize('NFKC').replace(/[\s\p{P}]/gu, '')

function partsIn(title: string, words: string): string[] {
  const parts = Array.from({ length: Math.max(0, title.length - shortestPart + 1) }, (_, at) => title.slice(at, at + shortestPart))
  return parts.filter((part) => /\p{Script=Han}/u.test(part) && words.includes(part))
}
