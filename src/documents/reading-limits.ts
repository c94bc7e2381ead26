// How much of the machine reading may take, by what is read: what it deserves, and a margin above it.

/** What reading may take that is not the file's fault: loading a format's library, garbage not yet collected. */
const margin = { ms: 2_000, heapMb: 64 }

/** What the worker holds before it reads anything, all libraries loaded. */
const emptyHeapMb = 48

/** What honest files were measured to take for each megabyte, doubled. A packed one holds ten times its size, until what is above are pictures; a PDF's pages are drawn. */
const deserved = { pdf: { ms: 10_000, heapMb: 32, most: 3 }, packed: { ms: 4_000, heapMb: 32, most: 3 }, text: { ms: 1_000, heapMb: 16, most: 12 } }

/** Workers come in a few sizes, so that one can stay warm for all ordinary files. */
const heapStepMb = 128

const megabyte = 1024 * 1024

/** `ms`: of the processor's time. `heapMb`: of JavaScript objects, for the worker as a whole. */
export type Allowance = { ms: number; heapMb: number }

export type Weighed = keyof typeof deserved

/** What reading so many bytes may take before it is stopped. */
export function allowanceFor(bytes: number, weighed: Weighed): Allowance {
  const { ms, heapMb, most } = deserved[weighed]
  const megabytes = Math.min(bytes / megabyte, most)
  const needed = emptyHeapMb + margin.heapMb + heapMb * megabytes
  return { ms: Math.ceil(margin.ms + ms * megabytes), heapMb: Math.ceil(needed / heapStepMb) * heapStepMb }
}

/** A PDF, a zip or a file of an old program, or a text, by its first byte. */
export function weighedAs([first]: Uint8Array): Weighed {
  if (first === 0x25) return 'pdf'
  return first === 0x50 || first === 0xd0 ? 'packed' : 'text'
}
