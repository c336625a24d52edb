import 'server-only'
import { answerReceived, serve } from './serve'

// server.mjs and its threads are plain JavaScript outside Next's bundle: these slots are where they meet us.
Object.assign(globalThis, {
  [Symbol.for('iam-dojo.wire')]: serve,
  [Symbol.for('iam-dojo.answer')]: answerReceived,
})
