import { ShieldCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { Mark } from '@/components/console/mark'
import { Room } from './_parts/room'
import './sign-in.css'

export default function SignInLayout({ children }: { children: ReactNode }) {
  return (
    <div className="sign-in">
      <div className="sign-in-paper">
        <header className="sign-in-brand">
          <Mark size={30} on="paper" />
          IAM Dojo
        </header>
        <main className="sign-in-main">{children}</main>
        <footer className="sign-in-foot">
          <p className="sign-in-warning">
            <ShieldCheck size={16} strokeWidth={1.75} className="flex-none" aria-hidden="true" />
            This is a training system. Never type a password of a real cloud account here.
          </p>
          <ul className="sign-in-more">
            <li>English</li>
            <li>
              <a href="/about">About</a>
            </li>
          </ul>
        </footer>
      </div>
      <Room />
    </div>
  )
}
