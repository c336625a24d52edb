import './node-version.mjs'
import { main } from './say.mjs'
import { serve } from './serve.mjs'

await main(() => serve('development'))
