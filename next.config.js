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
  experimental: { agentUpgrade: false },
  turbopack: {
    rules: { 'lib/document/zod.ts': { loaders: ['./scripts/bundle-loader.cjs'], as: '*.js' } },
  },
}
