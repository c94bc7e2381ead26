// A machine on which no process can be begun.

/** The system refuses a process with so long a variable, at once and with a throw, as it refuses one for which there is no memory. */
const tooLong = 'x'.repeat(3_000_000)

export async function whereNoProcessBegins<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  process.env['TOO_LONG'] = tooLong
  try {
    return await work()
  } finally {
    delete process.env['TOO_LONG']
  }
}
