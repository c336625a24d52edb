import 'server-only'
import { serve } from './serve'

// server.mjs is plain JavaScript outside Next's bundle: this slot is where the two meet.
;(globalThis as Record<symbol, unknown>)[Symbol.for('iam-dojo.wire')] = serve
