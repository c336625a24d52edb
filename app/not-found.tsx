import { Mark } from '@/components/console/mark'
import { ButtonLink } from '@/components/ui/button'

export default function NotFound() {
  return (
    <main className="flex min-h-[60dvh] flex-col items-center justify-center gap-3 p-6 text-center">
      <Mark size={40} on="paper" />
      <h1>There is nothing here</h1>
      <p className="max-w-[44ch] text-text-2">The address may be mistyped, or what stood here has been deleted.</p>
      <ButtonLink href="/" variant="primary">
        Go to the start page
      </ButtonLink>
    </main>
  )
}
