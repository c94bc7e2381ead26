// English counts: 1 task, 2 tasks.

export const counted = (count: number, one: string, several = `${one}s`): string => `${count} ${count === 1 ? one : several}`
