import { Mark } from '@/components/console/mark'

export default function NotFound() {
  return (
    <main className="flex min-h-[60dvh] flex-col items-center justify-center gap-3 p-6 text-center">
      <Mark size={40} on="paper" />
      <h1>There is nothing here</h1>
      <p className="max-w-[44ch] text-text-2">The address may be mistyped, or what stood here has been deleted.</p>
      {/* A plain link: this page's scripts travel with every page. */}
      <a href="/" className="button button-primary">
        Go to the start page
      </a>
    </main>
  )
}
