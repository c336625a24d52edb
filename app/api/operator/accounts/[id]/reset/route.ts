export { postReset as POST } from '@/lib/operator/routes'
