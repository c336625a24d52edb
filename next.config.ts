import type { NextConfig } from 'next'

const isDevelopment = process.env.NODE_ENV === 'development'

const contentSecurityPolicy = [
  "default-src 'self'",
  // Next streams a page's data in inline scripts. Nonces would need a proxy in front of every page, which doubles a
  // static page's cost; React escapes what it draws, and nothing here renders HTML that a user wrote.
  `script-src 'self' 'unsafe-inline'${isDevelopment ? " 'unsafe-eval'" : ''}`,
  // The editor and the overlays place style elements of their own.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const securityHeaders = {
  'Content-Security-Policy': contentSecurityPolicy,
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
  serverExternalPackages: ['pino'],
  // An object of 5 MB must pass through the upload form, with its form's dress around it.
  experimental: { serverActions: { bodySizeLimit: '6mb' } },
  headers: async () => [
    { source: '/:path*', headers: Object.entries(securityHeaders).map(([key, value]) => ({ key, value })) },
  ],
}

export default config
