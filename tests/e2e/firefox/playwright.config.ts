import path from 'node:path'
import { defineConfig } from '@playwright/test'
import base, { workers } from '../playwright.config'

/** The journeys in Firefox: `npm run firefox`. They are the tests of Chromium, as far as they do not measure it. */
export default defineConfig({
  ...base,
  testDir: '..',
  workers,
  outputDir: '../../../test-results/firefox',
  // A command goes through two programs more than in Chromium.
  timeout: 120_000,
  use: {
    baseURL: base.use?.baseURL,
    serviceWorkers: 'allow',
    browserName: 'firefox',
    // Playwright's name for a Firefox that it did not build itself, and drives by WebDriver BiDi.
    channel: 'moz-firefox',
    viewport: { width: 1440, height: 900 },
    colorScheme: null,
    launchOptions: {
      executablePath: path.join(import.meta.dirname, 'launch.mjs'),
      // Lets the tests read the clipboard without a question to the user.
      firefoxUserPrefs: { 'dom.events.testing.asyncClipboard': true },
    },
  },
  projects: [
    {
      name: 'firefox',
      testMatch: /(?:journey|inspector|doctor|keeps-work|offline)\.spec/,
      // The colour scheme cannot be set: see launch.mjs. And the content process of Firefox 153 ends with signal 11 while
      // axe reads the doctor with open parameters; without axe the same page works.
      grepInvert: /\bdark\b|undecided checks and the import are accessible/,
    },
  ],
})
