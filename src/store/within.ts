// Patience with an end to it.

/** What `promise` answers, or `late()` after `ms`; the promise itself goes on and is nobody's to catch any more. */
export async function within<Answer, Late>(ms: number, promise: Promise<Answer>, late: () => Late): Promise<Answer | Late> {
  promise.catch(() => undefined)
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, ms, 'late')
  })
  try {
    const first = await Promise.race([promise.then((answer) => ({ answer })), tooLate])
    return first === 'late' ? late() : first.answer
  } finally {
    clearTimeout(timer)
  }
}
