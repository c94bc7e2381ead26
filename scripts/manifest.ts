// Writes manifest.json from the list of commands: `npm run manifest`. A test checks that it is up to date.
import { writeFileSync } from 'node:fs'
import { commands } from '#commands/index.ts'
import { manifestText } from '#src/slack/manifest.ts'

writeFileSync(new URL('../manifest.json', import.meta.url), manifestText(commands))
