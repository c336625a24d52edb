/** What a call is expected to be rejected with; texts as AWS writes them. */
export const noPolicyAllows = (principalArn: string, action: string, resource: string) => ({
  code: 'AccessDenied',
  status: 403,
  message:
    `User: ${principalArn} is not authorized to perform: ${action} on resource: ${resource} ` +
    `because no identity-based policy allows the ${action} action`,
})

export const noSuchEntity = (message: string) => ({ code: 'NoSuchEntity', status: 404, message })
export const noUser = (name: string) => noSuchEntity(`The user with name ${name} cannot be found.`)
export const noGroup = (name: string) => noSuchEntity(`The group with name ${name} cannot be found.`)
export const noRole = (name: string) => noSuchEntity(`The role with name ${name} cannot be found.`)
export const noPolicy = (arn: string) => noSuchEntity(`Policy ${arn} was not found.`)
export const notAttachable = (arn: string) => noSuchEntity(`Policy ${arn} does not exist or is not attachable.`)

/** For the policies that only service-linked roles have. AWS says so of users and groups as well. */
export const onlyForServices = {
  code: 'PolicyNotAttachable',
  status: 400,
  message: 'Cannot attach a Service Role Policy to a Customer Role.',
}

/** What every ARN member says to text that is no ARN. */
export const notAnArn = { code: 'ValidationError', status: 400, message: 'Invalid ARN:  Could not be parsed!' }

export const conflict = (advice: string) => ({
  code: 'DeleteConflict',
  status: 409,
  message: `Cannot delete entity, must ${advice} first.`,
})

export const limitExceeded = (message: string) => ({ code: 'LimitExceeded', status: 409, message })

export const malformed = (message: string) => ({ code: 'MalformedPolicyDocument', status: 400, message })

export const overQuota = (quota: string, limit: number) => ({
  code: 'LimitExceeded',
  status: 409,
  message: `Cannot exceed quota for ${quota}: ${limit}`,
})

export const badInput = (place: string, constraint: string) => ({
  code: 'ValidationError',
  status: 400,
  message: `1 validation error detected: Value at '${place}' failed to satisfy constraint: ${constraint}`,
})

export const badName = (place: string) => ({
  code: 'ValidationError',
  status: 400,
  message: `The specified value for ${place} is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-`,
})
