import 'server-only'
import type { LoginProfile } from '@/lib/store/login-profiles'

export function loginProfileShape(user: { name: string }, profile: LoginProfile) {
  return { UserName: user.name, CreateDate: profile.createdAt, PasswordResetRequired: profile.resetRequired }
}
