import { describe, expect, it } from 'vitest'
import { redact } from './redact'

const hidden = 'HIDDEN_DUE_TO_SECURITY_REASONS'
const omitted = { omitted: true, reason: 'too large' }

describe('redact', () => {
  it('hides secrets wherever they are, and whatever they are', () => {
    const secrets = {
      Password: 'x',
      NewPassword: ['x'],
      AccessKey: { SecretAccessKey: { x: 'x' }, AccessKeyId: 'AKIA' },
    }
    expect(redact(secrets)).toEqual({
      password: hidden,
      newPassword: hidden,
      accessKey: { secretAccessKey: hidden, accessKeyId: 'AKIA' },
    })
  })

  it('hides what opens a service or decrypts, and a private key wherever somebody put it', () => {
    const pem = '-----BEGIN PRIVATE KEY-----\nx\n-----END PRIVATE KEY-----'
    const credential = { ServicePassword: 'x', ServiceCredentialSecret: 'x', ServiceCredentialAlias: 'ann-at-1' }
    expect(redact({ PrivateKey: pem, CertificateBody: pem, ServiceSpecificCredential: credential })).toEqual({
      privateKey: hidden,
      certificateBody: hidden,
      serviceSpecificCredential: {
        servicePassword: hidden,
        serviceCredentialSecret: hidden,
        serviceCredentialAlias: 'ann-at-1',
      },
    })
    expect(redact({ SSHPublicKeyBody: 'ssh-rsa AAAA' })).toEqual({ sSHPublicKeyBody: 'ssh-rsa AAAA' })
  })

  it('leaves out what is too large', () => {
    expect(redact({ UserName: 'a'.repeat(200_000) })).toMatchObject({ ...omitted, originalSize: 200_015 })
    expect(redact(Array(3_000).fill('a'))).toMatchObject(omitted)
  })

  it('comes to an end with a value that is built of itself', () => {
    const circle: unknown[] = []
    circle.push(circle, circle)
    expect(redact({ UserName: circle })).toMatchObject(omitted)
  })

  it('copes with values that are no JSON', () => {
    const value = { Number: 10n, Date: new Date(Number.NaN), Bytes: new Uint8Array(3), ['__proto__']: 'x' }
    expect(JSON.stringify(redact(value))).toBe('{"number":"10","__proto__":"x"}')
  })
})
