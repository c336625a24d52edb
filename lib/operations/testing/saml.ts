// The certificate of a provider that exists in tests only; nobody has its key any more.
const certificate = [
  'MIICEjCCAXugAwIBAgIUQpJdjpJOD7A53OJSEEzlyrOJHsQwDQYJKoZIhvcNAQELBQAwGjEYMBYGA1UEAwwPaWRwLmV4YW1wbGUuY29tMCAXDT',
  'I2MTEyMjA0MDAzN1oYDzIxMjYxMDI5MDQwMDM3WjAaMRgwFgYDVQQDDA9pZHAuZXhhbXBsZS5jb20wgZ8wDQYJKoZIhvcNAQEBBQADgY0AMIGJ',
  'AoGBAO3Zy1KI5hjBh4lbA4kukl/fmxNfzgYG6t+PjyVcSMlHR9OFVHvoidkSgqMaVVq1mUCgmfhvTk4QhbTowl4cY5/QM41VQscWEYaNMw/8YM',
  '0cHILd4ljkSp3xbdaYMTdciffgEidgn55yMSYpppV+KcGWlgSbVLslj7XK9jDjdKTzAgMBAAGjUzBRMB0GA1UdDgQWBBRNSfp5UR6ZbFQVPqj1',
  'aNVWBUEw0TAfBgNVHSMEGDAWgBRNSfp5UR6ZbFQVPqj1aNVWBUEw0TAPBgNVHRMBAf8EBTADAQH/MA0GCSqGSIb3DQEBCwUAA4GBAOeonbpr1h',
  'cI2/7WIIjVpcbyNqHZrf7T0B8Q19wFxxDkzi1OD5BAD26gjYcJ+U24xccK12l3JEeOouozTKf4Xx6HYvcApPUolIOBKbDQPTjRO0Ay8izHjxov',
  'M1PmaFASPdar31hrRu37sR5Q5JMg2SuWGMerLvvA4KREUeoMNqJQ',
].join('\n')

/** The metadata document of an identity provider; each part can be left out or replaced. */
export function samlMetadata({
  attributes = ' entityID="https://idp.example.com/saml"',
  key = `<ds:X509Certificate>${certificate}</ds:X509Certificate>`,
  use = ' use="signing"',
  before = '<?xml version="1.0" encoding="UTF-8"?>',
} = {}): string {
  const protocol = 'urn:oasis:names:tc:SAML:2.0'
  const location = 'Location="https://idp.example.com/saml/sso"'
  return `${before}
<md:EntityDescriptor xmlns:md="${protocol}:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"${attributes}>
  <md:IDPSSODescriptor WantAuthnRequestsSigned="false" protocolSupportEnumeration="${protocol}:protocol">
    <md:KeyDescriptor${use}>
      <ds:KeyInfo><ds:X509Data>${key}</ds:X509Data></ds:KeyInfo>
    </md:KeyDescriptor>
    <md:NameIDFormat>${protocol}:nameid-format:persistent</md:NameIDFormat>
    <md:SingleSignOnService Binding="${protocol}:bindings:HTTP-POST" ${location}/>
    <md:SingleSignOnService Binding="${protocol}:bindings:HTTP-Redirect" ${location}/>
  </md:IDPSSODescriptor>
  <!-- ${'Padding: the shortest document that AWS takes has a thousand characters. '.repeat(8)} -->
</md:EntityDescriptor>`
}
