import 'server-only'
import { serve, served } from './serve'

// server.mjs and its thread are plain JavaScript outside Next's bundle: this slot is where they meet us.
Object.assign(globalThis, { [Symbol.for('iam-dojo.wire')]: { serve, served } })
