'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { Identity } from './identity'

const IdentityContext = createContext<Identity | null>(null)

export function IdentityProvider({ identity, children }: { identity: Identity; children: ReactNode }) {
  return <IdentityContext value={identity}>{children}</IdentityContext>
}

export function useIdentity(): Identity {
  const identity = useContext(IdentityContext)
  if (!identity) throw new Error('useIdentity stands outside Shell')
  return identity
}
