import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What starts whole bots or lives through many days: begun first, or one of them would run alone at the end. */
const long = ['test/simulation/', 'test/faults/', 'test/year/', 'test/checker/', 'test/e2e/', 'test/commands/big-county', 'test/commands/crowd', 'test/reader/linear', 'test/documents/', 'test/store/', 'test/delivery/']

class LongestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => ((at) => (at < 0 ? long.length : at))(long.findIndex((each) => moduleId.includes(each)))
    return Promise.resolve(files.toSorted((a, b) => rank(a) - rank(b)))
  }
}

/** Rooms without a process, a line or a clock of their own: their modules are loaded once, not once a file. */
const pure = ['calendar', 'directory', 'ledger', 'meetings', 'queries', 'reader', 'reminders', 'templates', 'commands'].map((room) => `test/${room}/**/*.test.ts`)

export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // Vitest leaves one processor idle by itself; on two that halves the speed.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'rooms', include: pure, isolate: false } },
      { extends: true, test: { name: 'whole', include: ['test/**/*.test.ts'], exclude: pure } },
    ],
  },
})
