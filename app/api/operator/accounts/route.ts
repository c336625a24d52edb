export { getAccounts as GET, postAccounts as POST } from '@/lib/operator/routes'
