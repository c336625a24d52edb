export { getExport as GET } from '@/lib/operator/routes'
