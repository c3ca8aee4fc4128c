import { defineConfig } from '@playwright/test'

export default defineConfig({
  testMatch: '*.e2e.js',
  webServer: { command: 'npm start', url: 'http://localhost:4000/_', reuseExistingServer: true },
})
