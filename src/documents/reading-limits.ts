// How much of the machine reading may take, by what is read: what it deserves, and a margin above it.

/** What reading takes that is not the file's fault: loading a format's library, a busy machine, garbage not yet collected. */
const margin = { ms: 2_000, heapMb: 64 }

/** What the worker holds before it reads anything, all libraries loaded. */
const emptyHeapMb = 48

/** What honest documents and plans were measured to take for each megabyte, doubled: packed files hold many times their size. */
const deserved = { ms: 1_000, heapMb: 24 } satisfies Allowance

/** Workers come in a few sizes, so that one can stay warm for all ordinary files. */
const heapStepMb = 192

const megabyte = 1024 * 1024

/** `heapMb`: of JavaScript objects, for the worker as a whole. */
export type Allowance = { ms: number; heapMb: number }

/** What reading so many bytes may take before it is stopped. */
export function allowanceFor(bytes: number): Allowance {
  const megabytes = bytes / megabyte
  const heapMb = emptyHeapMb + margin.heapMb + deserved.heapMb * megabytes
  return { ms: Math.ceil(margin.ms + deserved.ms * megabytes), heapMb: Math.ceil(heapMb / heapStepMb) * heapStepMb }
}
