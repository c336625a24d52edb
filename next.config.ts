import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  agentRules: false,
  // `npm run check` runs the same compiler faster, before every build that matters.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pino'],
}

export default config
