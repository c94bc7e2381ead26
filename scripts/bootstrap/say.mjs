// Both languages at once: nobody has said theirs yet.

/** What is being done, on the error output so that a program's own output stays clean. */
export function say(zh, en) {
  console.error(`${zh}\n${en}`)
}

/** What is wrong, and the one command that mends it. Ends the program. */
export function stop(zh, en, command) {
  say(zh, en)
  if (command !== undefined) console.error(`\n    ${command}\n`)
  process.exit(1)
}
