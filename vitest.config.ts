import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What starts whole bots or lives through many days: begun first, or one of them would run alone at the end. */
const long = ['test/simulation/', 'test/faults/', 'test/year/', 'test/checker/', 'test/e2e/', 'test/commands/big-county', 'test/commands/crowd', 'test/reader/linear', 'test/documents/', 'test/snapshotting', 'test/store/', 'test/delivery/']

class LongestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => ((at) => (at < 0 ? long.length : at))(long.findIndex((each) => moduleId.includes(each)))
    return Promise.resolve(files.toSorted((a, b) => rank(a) - rank(b)))
  }
}

export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // Modules are loaded once, not once a file: whoever changes what all share (environment, clock) puts it back.
    isolate: false,
    // Vitest leaves one processor idle by itself; on two that halves the speed.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'rooms', include: ['test/**/*.test.ts'], exclude: ['test/e2e/**'] } },
      { extends: true, test: { name: 'stories', include: ['test/e2e/**/*.test.ts'], globalSetup: 'test/e2e/bundled-sandbox.ts' } },
    ],
  },
})
