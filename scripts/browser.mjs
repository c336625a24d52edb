import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { node, run, tail } from './run.mjs'
import { Refusal, step } from './say.mjs'

const systemBrowsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The system's browser when Playwright has not got its own; nothing when it has. */
export function systemBrowser() {
  return existsSync(chromium.executablePath()) ? undefined : systemBrowsers.find((path) => existsSync(path))
}

/** Gets a browser for the tests by the first way that works on this machine. */
export async function ensureBrowser() {
  for (const way of [undefined, fromDebian, fromPlaywright]) {
    await way?.()
    if (existsSync(chromium.executablePath()) || systemBrowser()) return
  }
  throw new Refusal(
    'The browser tests need Chromium: install it as /usr/bin/chromium or with `npx playwright install chromium`.',
  )
}

async function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await step('installing Chromium from the system archive', async () => {
    await run('apt-get', ['update', '-qq'], { env })
    const { code, output } = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      env,
    })
    if (code !== 0) console.log(tail(output, 5))
  })
}

const fromPlaywright = () =>
  step('installing Chromium through Playwright', () =>
    node(['node_modules/@playwright/test/cli.js', 'install', 'chromium']),
  )
