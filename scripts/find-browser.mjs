// The Chromium that the tests use: the one asked for, the system's, or Playwright's own.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { at } from './run.mjs'

// The headless shell first: it draws the same pages with a quarter less work than the whole browser.
const SYSTEM = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

// Run with --version, because finding the file is not enough: Ubuntu's chromium-browser can be an empty wrapper.
const works = file =>
  existsSync(file) &&
  spawnSync(file, ['--version', '--no-sandbox'], { stdio: 'ignore', timeout: 20_000 }).status === 0

/** Path of a Chromium that starts, or undefined. */
export async function findBrowser() {
  const asked = process.env.CHROMIUM_PATH
  if (asked) return works(asked) ? asked : undefined
  const system = SYSTEM.find(works)
  if (system) return system
  const { chromium } = await import(pathToFileURL(at('node_modules/playwright/index.mjs')).href)
  const own = chromium.executablePath()
  return existsSync(own) ? own : undefined
}
