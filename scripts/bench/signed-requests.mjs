import { createHash, createHmac } from 'node:crypto'

const hmac = (key, text) => createHmac('sha256', key).update(text).digest()
const sha256 = (text) => createHash('sha256').update(text).digest('hex')

const region = 'us-east-1'

const versions = { iam: '2010-05-08', sts: '2011-06-15' }

/** Signs calls of IAM or STS for one server before anything is timed: only the server's work is measured. */
export function signer({ url, key, service = 'iam' }) {
  const { host, pathname: path } = new URL(url)
  const timestamp = new Date().toISOString().replace(/\.\d{3}|[-:]/g, '')
  const scope = `${timestamp.slice(0, 8)}/${region}/${service}/aws4_request`
  const signingKey = scope.split('/').reduce(hmac, `AWS4${key.secret}`)
  return (parameters) => {
    const body = new URLSearchParams({ ...parameters, Version: versions[service] }).toString()
    const headers = { host, 'content-type': 'application/x-www-form-urlencoded', 'x-amz-date': timestamp }
    const names = Object.keys(headers).sort()
    const lines = names.map((name) => `${name}:${headers[name]}`)
    const canonical = ['POST', path, '', ...lines, '', names.join(';'), sha256(body)].join('\n')
    const text = ['AWS4-HMAC-SHA256', timestamp, scope, sha256(canonical)].join('\n')
    const signature = hmac(signingKey, text).toString('hex')
    headers.authorization = `AWS4-HMAC-SHA256 Credential=${key.id}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`
    return { method: 'POST', path, headers, body }
  }
}
