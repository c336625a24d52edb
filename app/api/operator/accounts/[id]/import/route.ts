export { postImport as POST } from '@/lib/operator/routes'
