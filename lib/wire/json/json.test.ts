import { beforeAll, describe, expect, it } from 'vitest'
import { flushEvents } from '@/lib/store'
import { answer } from '../answer'
import { accountWithKey, askIam, facts, type Key, now, signed } from '../testing'

let account: string
let key: Key
beforeAll(async () => {
  ;({ account, key } = await accountWithKey())
  await askIam(key, 'Action=CreateUser&UserName=ann')
  await flushEvents()
})

async function told(request: Parameters<typeof answer>[0]) {
  const { status, headers, body } = await answer(request, facts())
  return { status, headers, content: JSON.parse(String(body)) }
}

const refused = (status: number, type: string, message: unknown = expect.any(String)) => ({
  status,
  headers: { 'x-amzn-errortype': type, 'x-amzn-requestid': facts().requestId },
  content: { __type: type, message },
})

describe('JSON 1.1, which CloudTrail speaks', () => {
  const target = 'com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents'
  type Asked = { body?: string; target?: string; service?: string; by?: Key }
  const request = ({ body = '{}', target: wanted = target, service = 'cloudtrail', by = key }: Asked = {}) =>
    signed(by, { service, path: '/', headers: [['x-amz-target', wanted]], body })
  const ask = (asked?: Asked) => told(request(asked))

  it('tells times as seconds, below the name of the type', async () => {
    const { status, headers, content } = await ask()
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      'content-type': 'application/x-amz-json-1.1',
      'x-amzn-requestid': facts().requestId,
    })
    expect(content.Events).toMatchObject([{ EventName: 'CreateUser', EventTime: now.getTime() / 1000 }])
    // The region is the one that was signed for.
    expect(JSON.parse(content.Events[0].CloudTrailEvent)).toMatchObject({ awsRegion: 'eu-west-1' })
  })

  it('reads times as seconds', async () => {
    const at = now.getTime() / 1000
    const names = async (range: object) =>
      (await ask({ body: JSON.stringify(range) })).content.Events.map((event: { EventName: string }) => event.EventName)
    expect(await names({ StartTime: at - 1, EndTime: at + 1 })).toEqual(['CreateUser'])
    expect(await names({ StartTime: at + 1 })).toEqual([])
    expect(await names({ EndTime: at - 1 })).toEqual([])
  })

  it.each([
    ['DeleteTrail', 'cloudtrail'],
    [target.replace('LookupEvents', 'DeleteTrail'), 'cloudtrail'],
    ['constructor.LookupEvents', 'cloudtrail'],
    [target, 'iam'],
  ])('does not know the target %s signed for %s', async (wanted, service) => {
    expect(await ask({ target: wanted, service })).toMatchObject(refused(400, 'UnknownOperationException'))
  })

  it.each(['[]', '[{"MaxResults":1}]', '"x"', 'null', '{', '{"MaxResults":1'])('takes no body %s', async (body) => {
    expect(await ask({ body })).toMatchObject(refused(400, 'SerializationException'))
  })

  it('calls refusals by the names of the JSON services', async () => {
    const stranger = { ...key, id: 'AKIAIOSFODNN7EXAMPLE' }
    expect(await ask({ by: stranger })).toMatchObject(refused(403, 'UnrecognizedClientException'))
    expect(await ask({ by: { ...key, secret: 'x' } })).toMatchObject(refused(403, 'InvalidSignatureException'))
    expect(await ask({ body: '{"MaxResults":0}' })).toMatchObject(refused(400, 'ValidationException'))
    const { headers, ...rest } = request()
    const unsigned = { ...rest, headers: headers.filter(([name]) => name !== 'authorization') }
    expect(await told(unsigned)).toMatchObject(refused(403, 'MissingAuthenticationTokenException'))
  })

  it('refuses those who have no permission', async () => {
    const made = String((await askIam(key, 'Action=CreateAccessKey&UserName=ann')).body)
    const member = (name: string) => new RegExp(`<${name}>(.*?)</${name}>`).exec(made)?.[1] ?? ''
    expect(await ask({ by: { id: member('AccessKeyId'), secret: member('SecretAccessKey') } })).toMatchObject(
      refused(403, 'AccessDeniedException', expect.stringContaining(`arn:aws:iam::${account}:user/ann`)),
    )
  })
})

describe('REST with JSON, which the Access Analyzer speaks', () => {
  const policyDocument =
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:Nope","s3:No"],"Resource":"*"}]}'
  type Asked = { method?: string; path?: string; query?: string; body?: string }
  const ask = ({ path = '/policy/validation', body, ...rest }: Asked = {}) =>
    told(
      signed(key, {
        service: 'access-analyzer',
        path,
        body: body ?? JSON.stringify({ policyDocument, policyType: 'IDENTITY_POLICY' }),
        ...rest,
      }),
    )

  it.each(['/policy/validation', '/aws/policy/validation'])('validates at %s', async (path) => {
    const { status, headers, content } = await ask({ path })
    expect([status, headers['content-type']]).toEqual([200, 'application/json'])
    expect(content.findings.map((each: { issueCode: string }) => each.issueCode)).toEqual([
      'INVALID_ACTION',
      'INVALID_ACTION',
    ])
  })

  it('takes the page from the address', async () => {
    const first = await ask({ query: 'maxResults=1' })
    expect(first).toMatchObject({ status: 200, content: { findings: [{}], nextToken: expect.any(String) } })
    const second = await ask({ query: `maxResults=1&nextToken=${first.content.nextToken}` })
    expect(second).toMatchObject({ status: 200, content: { findings: [{}] } })
    expect(second.content.findings).not.toEqual(first.content.findings)
    expect(second.content).not.toHaveProperty('nextToken')
  })

  it.each([{ method: 'GET' }, { path: '/policy' }, { path: '/analyzer' }, { path: '/aws/aws/policy/validation' }])(
    'does not know %o',
    async (asked) => {
      expect(await ask(asked)).toMatchObject(refused(404, 'UnknownOperationException'))
    },
  )

  it('tells what is wrong with the body', async () => {
    expect(await ask({ body: '[]' })).toMatchObject(refused(400, 'SerializationException'))
    expect(await ask({ body: '{}' })).toMatchObject(refused(400, 'ValidationException'))
  })
})
