// npm run build: for whoever lays a release down where the bot's own user may not write.
import { built } from './build.mjs'

await built()
