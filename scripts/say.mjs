/** A failure that the reader can act on: it is shown as this one sentence, without a stack. */
export class Refusal extends Error {}

/** Runs one step and says how long it took. */
export async function step(title, work) {
  const begun = performance.now()
  process.stdout.write(`  ${title} ... `)
  try {
    const result = await work()
    process.stdout.write(`${seconds(performance.now() - begun)}\n`)
    return result
  } catch (error) {
    process.stdout.write('failed\n')
    throw error
  }
}

export const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`

/** Runs a command's whole program; a failure becomes one sentence and exit code 1. */
export async function main(program) {
  try {
    await program()
  } catch (error) {
    const sentence = sentenceFor(error)
    console.error(sentence ? `\n${sentence}` : error)
    process.exit(1)
  }
}

function sentenceFor(error) {
  if (error instanceof Refusal || error?.name === 'MigrationRefused') return error.message
  const place = error?.path ? ` ${error.path}` : ''
  switch (error?.code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `IAM Dojo may not write to${place || ' its folder'}: it is read-only for this user.`
    case 'ENOSPC':
      return `The disk is full: there is no room to write${place}.`
  }
}
