// What npm run build and npm start make: the project as a few files of JavaScript, each of them whole. They load in a fifth of the time that the written files take one by one,
// and run without the name that the loader gives to every inner function whenever one is made.
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const here = fileURLToPath(new URL('..', import.meta.url))
/** The bot, and the programs that it starts beside itself, by the names that src/program.ts asks for. */
const programs = { main: 'src/main.ts', 'snapshot-writer': 'src/snapshot-writer.ts', 'reading-worker': 'src/documents/reading-worker.ts', 'paper-worker': 'src/documents/paper-worker.ts' }
/** So many stay, and all of the last day: a bot that runs while a newer one is laid down beside it goes on to start its own. */
const kept = 3
const dayMs = 86_400_000

/** The folder with the programs of just these files, made where it is not there yet. */
export async function built(root = here, cache = join(root, 'node_modules', '.cache', 'duban')) {
  const folder = join(cache, hashOfSource(root))
  if (existsSync(folder)) return folder
  mkdirSync(cache, { recursive: true })
  const making = mkdtempSync(join(cache, 'making-'))
  try {
    await bundle(Object.fromEntries(Object.entries(programs).map(([name, path]) => [name, join(root, path)])), making)
    // Whoever runs the bot need not be whoever laid it down.
    chmodSync(making, 0o755)
    renameSync(making, folder)
  } catch (error) {
    // Two that start at once make the same: the second finds it there.
    if (!existsSync(folder)) throw error
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
  forgetOlder(cache, folder)
  return folder
}

/** Each program and all it is made of in one file of this folder; packages stay where they are installed. */
export async function bundle(entryPoints, outdir) {
  const { build } = await import('esbuild')
  await build({
    entryPoints, outdir, outExtension: { '.js': '.mjs' }, bundle: true, platform: 'node', target: 'node20.19', format: 'esm', charset: 'utf8', packages: 'external',
    sourcemap: true, sourcesContent: false, logLevel: 'warning', plugins: [whereItWas],
  })
}

/** A module that asks where it lies is told where it was written: it finds what lies beside it. */
const whereItWas = {
  name: 'where-it-was',
  setup(building) {
    building.onLoad({ filter: /\.ts$/ }, async ({ path }) => ({ contents: (await readFile(path, 'utf8')).replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)), loader: 'ts' }))
  },
}

function hashOfSource(root) {
  const written = ['src', 'commands', 'templates'].flatMap((room) => readdirSync(join(root, room), { recursive: true }).filter((name) => name.endsWith('.ts')).map((name) => join(room, name)).toSorted())
  const hash = createHash('sha256')
  for (const [name, text] of [...['package.json', 'package-lock.json', ...written].map((name) => [name, readFileSync(join(root, name))]), ['build', readFileSync(fileURLToPath(import.meta.url))]]) {
    hash.update(`${name} ${text.length}\n`).update(text)
  }
  return hash.digest('hex').slice(0, 24)
}

function forgetOlder(cache, newest) {
  const others = readdirSync(cache).map((name) => join(cache, name)).filter((folder) => folder !== newest)
    .map((folder) => ({ folder, madeAt: statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
  const older = others.toSorted((a, b) => b.madeAt - a.madeAt).slice(kept - 1).filter(({ madeAt }) => madeAt < Date.now() - dayMs)
  for (const { folder } of older) rmSync(folder, { recursive: true, force: true })
}
