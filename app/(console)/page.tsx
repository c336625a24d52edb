import { redirect } from 'next/navigation'

/** Whoever comes in by the front door wants the dashboard. */
export default function HomePage() {
  redirect('/iam')
}
