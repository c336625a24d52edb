export { authRoute as GET, authRoute as POST } from '@/lib/caller/auth-route'
