/** Who may import whom (docs/architecture.md). A room that is not named here may be imported by nobody. */
const rooms = {
  // An AwsError carries the decision that refused the call: the type of it, and nothing more.
  'lib/aws': ['lib/policy/types'],
  'lib/policy': ['lib/aws'],
  'lib/secrets': [],
  'lib/store': ['lib/aws', 'lib/secrets', 'generated'],
  'lib/access': ['lib/aws', 'lib/policy', 'lib/store'],
  'lib/operations': ['lib/aws', 'lib/policy', 'lib/secrets', 'lib/store', 'lib/access'],
  'lib/gate': ['lib/aws', 'lib/policy', 'lib/store', 'lib/access', 'lib/operations/define', 'lib/operations/view'],
  'lib/caller': ['lib/aws', 'lib/policy', 'lib/secrets', 'lib/store', 'lib/access/caller'],
  'lib/operator': [
    'lib/aws',
    'lib/secrets',
    'lib/store',
    'lib/operations',
    'lib/gate',
    'lib/caller',
    'lib/access/caller',
  ],
  'lib/wire': ['lib/aws', 'lib/operations', 'lib/gate', 'lib/caller'],
  'components/ui': [],
  'components/console': ['components/ui', 'lib/aws', 'lib/policy'],
  // The wizard shows a password before it sends it, so the page makes it. A summary tells what a document says and decides
  // nothing.
  app: [
    'components',
    'lib/aws',
    'lib/policy/summary',
    'lib/operations',
    'lib/gate',
    'lib/caller',
    'lib/secrets/random-password',
  ],
  'app/api/operator': ['lib/operator'],
  'app/api/wire': ['lib/wire'],
  instrumentation: ['lib/operator', 'lib/wire'],
  e2e: [],
}

const ours = '^(app|components|e2e|generated|lib|scripts)/'
const tests = String.raw`\.test\.tsx?$|/testing(/|\.ts$)`
const path = (names) => `^(${names.join('|')})(/|\\.|$)`

const parents = (room) => Object.keys(rooms).filter((other) => room.startsWith(`${other}/`))
const children = (room) => Object.keys(rooms).filter((other) => other.startsWith(`${room}/`))

const boundaries = Object.keys(rooms).map((room) => {
  const allowed = [room, ...parents(room)].flatMap((name) => [name, ...rooms[name]])
  return {
    name: `${room.replaceAll('/', '-')}-imports-only-its-own`,
    comment: `${room} may import: ${rooms[room].join(', ') || 'nothing of ours'}`,
    severity: 'error',
    from: { path: path([room]), pathNot: [tests, ...children(room).map((child) => path([child]))] },
    to: { path: ours, pathNot: path(allowed) },
  }
})

const only = (who, what, pattern) => ({
  name: `only-${who.join('-').replaceAll('/', '-')}-knows-${what}`,
  severity: 'error',
  from: { path: '^(app|components|lib|instrumentation)', pathNot: [path(who), tests] },
  to: { path: pattern },
})

export default {
  forbidden: [
    ...boundaries,
    only(['lib/store'], 'prisma', '^generated/|node_modules/(@prisma|@libsql|libsql|pg)/'),
    only(['lib/caller'], 'next-auth', 'node_modules/next-auth/'),
    {
      name: 'an-operation-imports-no-other-operation',
      comment: 'What two operations share belongs to a noun or to the store.',
      severity: 'error',
      from: {
        path: '^lib/operations/([a-z0-9]+)/[^/]+\\.ts$',
        pathNot: [tests, '^lib/operations/nouns/', '/index\\.ts$'],
      },
      to: { path: '^lib/operations/[a-z0-9]+/[^/]+\\.ts$', pathNot: '^lib/operations/nouns/' },
    },
    {
      name: 'pure-rooms-have-no-node',
      comment: 'lib/aws, lib/policy and the components run in the browser, too; the catalogue is opened on the server.',
      severity: 'error',
      from: { path: '^(lib/aws|lib/policy|components)/', pathNot: [tests, '^lib/aws/catalogue/chunks\\.ts$'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'the-engine-needs-no-package',
      severity: 'error',
      from: { path: '^lib/policy/', pathNot: [tests, '\\.fuzz\\.'] },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-peer', 'npm-optional'] },
    },
    {
      name: 'lib-draws-nothing',
      severity: 'error',
      from: { path: '^lib/', pathNot: '^lib/caller/' },
      to: { path: 'node_modules/(react|react-dom|next)/' },
    },
    {
      name: 'no-development-package-at-run-time',
      severity: 'error',
      from: { path: '^(app|components|lib|instrumentation|server)', pathNot: [tests, '\\.fuzz\\.'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'type-import'] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'type-import'] } },
    },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^generated/'] },
    exclude: { path: '^\\.next/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
