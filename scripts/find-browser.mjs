// The browsers that the tests use: the one asked for, the system's, or Playwright's own.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { at } from './run.mjs'

// The headless shell first: it draws the same pages with a quarter less work than the whole browser.
const CHROMIUM = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
const FIREFOX = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
]

// Run with --version, because finding the file is not enough: Ubuntu's chromium-browser can be an empty wrapper.
const works = (file, ...options) =>
  existsSync(file) &&
  spawnSync(file, ['--version', ...options], { stdio: 'ignore', timeout: 20_000 }).status === 0
const chromiumWorks = file => works(file, '--no-sandbox')

/** Path of a Chromium that starts, or undefined. */
export async function findBrowser() {
  const asked = process.env.CHROMIUM_PATH
  if (asked) return chromiumWorks(asked) ? asked : undefined
  const system = CHROMIUM.find(chromiumWorks)
  if (system) return system
  const { chromium } = await import(pathToFileURL(at('node_modules/playwright/index.mjs')).href)
  const own = chromium.executablePath()
  return existsSync(own) ? own : undefined
}

/** Path of a Firefox that starts, or undefined. */
export function findFirefox() {
  const asked = process.env.FIREFOX_PATH
  return (asked ? [asked] : FIREFOX).find(file => works(file))
}
