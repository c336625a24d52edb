import type { NextConfig } from 'next'

// The content security policy is missing here because each answer has its own: see scripts/script-policy.mjs.
const securityHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
}

const config: NextConfig = {
  poweredByHeader: false,
  agentRules: false,
  // `npm run check` runs the same compiler faster, before every build that matters.
  typescript: { ignoreBuildErrors: true },
  // An object of 5 MB must pass through the upload form, with its form's dress around it.
  experimental: { serverActions: { bodySizeLimit: '6mb' } },
  headers: async () => [
    { source: '/:path*', headers: Object.entries(securityHeaders).map(([key, value]) => ({ key, value })) },
  ],
}

export default config
