import { buildId } from './scripts/build-id.mjs'

/** @type {import('next').NextConfig} */
export default {
  output: 'export',
  // The id stands in inline scripts whose hashes the CSP lists: a content hash keeps builds reproducible
  // and still tells a stale tab that a new build is there.
  generateBuildId: buildId,
  trailingSlash: true,
  images: { unoptimized: true },
  reactStrictMode: true,
  poweredByHeader: false,
  agentRules: false,
  experimental: {
    agentUpgrade: false,
    // A little less than Next's 50,000 bytes of source: with those the YAML parser is in three scripts, here in one that all
    // pages share. The doctor loads 7 KB less, and the whole site is 36 KB smaller (gzip).
    turbopackChunking: { minChunkSize: 47_000 },
  },
  // `npm test` checks the types, of the tests and the command line as well: here they would be checked twice.
  typescript: { ignoreBuildErrors: true },
  turbopack: {
    rules: Object.fromEntries(
      ['./lib/document/zod.ts', './lib/source/yaml-events.ts', './lib/text/scalar.ts'].map(module => [
        module,
        { loaders: ['./scripts/bundle-loader.cjs'], as: '*.js' },
      ]),
    ),
  },
}
