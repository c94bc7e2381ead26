// Time that really passes, whatever the clock says: how long something took, and what is to happen later.

export type Stopwatch = {
  /** Milliseconds since some moment. */
  passedMs: () => number
  /** Does something once, so many milliseconds from now; answers how to call it off. */
  after: (ms: number, what: () => void) => () => void
}

export const machineStopwatch: Stopwatch = {
  passedMs: () => performance.now(),
  after(ms, what) {
    const timer = setTimeout(what, ms)
    return () => clearTimeout(timer)
  },
}

/** What `promise` answers, or `late()` after `ms`; the promise itself goes on and is nobody's to catch any more. */
export async function within<Answer, Late>(stopwatch: Stopwatch, ms: number, promise: Promise<Answer>, late: () => Late): Promise<Answer | Late> {
  promise.catch(() => undefined)
  let callOff: () => void = () => undefined
  const tooLate = new Promise<'late'>((resolve) => {
    callOff = stopwatch.after(ms, () => resolve('late'))
  })
  try {
    const first = await Promise.race([promise.then((answer) => ({ answer })), tooLate])
    return first === 'late' ? late() : first.answer
  } finally {
    callOff()
  }
}

/** Goes on with a piece of work until it answers that it is done; others have their turn whenever it has taken so long. */
export async function inSlices(stopwatch: Stopwatch, ms: number, work: (isEnough: () => boolean) => boolean): Promise<void> {
  for (;;) {
    const begunAt = stopwatch.passedMs()
    if (work(() => stopwatch.passedMs() - begunAt >= ms)) return
    await pause(stopwatch, 0)
  }
}

/** Waits, or goes on at once when the signal is given. */
export async function pause(stopwatch: Stopwatch, ms: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted === true) return
  await new Promise<void>((resolve) => {
    const goOn = (): void => {
      callOff()
      signal?.removeEventListener('abort', goOn)
      resolve()
    }
    const callOff = stopwatch.after(ms, goOn)
    signal?.addEventListener('abort', goOn)
  })
}
