export { deleteOne as DELETE } from '@/lib/operator/routes'
