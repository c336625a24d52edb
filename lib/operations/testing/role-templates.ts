import type { Lab } from './lab'

export const practice = 'arn:aws:iam::aws:role-template/iam-dojo.example'
export const powerUser = 'arn:aws:iam::aws:role-template/iam.amazonaws.com/PowerUserRoleTemplate:1'
export const auditor = `${practice}/PracticeAuditorRoleTemplate:1`
export const bucket = `${practice}/PracticeBucketRoleTemplate:1`
export const powerUserAccess = 'arn:aws:iam::aws:policy/PowerUserAccess'

export const values = (texts: Record<string, string | string[]>) =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, { Values: [text].flat() }]))

export const power = (RoleName?: string, AWSServiceName = 'lambda.amazonaws.com') => ({
  TemplateArn: powerUser,
  ReplacementValues: values({ AWSServiceName, ...(RoleName && { RoleName }) }),
})

export const notes = (lab: Lab, more: Record<string, string | string[]> = {}) => ({
  TemplateArn: bucket,
  ReplacementValues: values({ BucketArn: 'arn:aws:s3:::notes', TrustedArns: lab.userArn('ann'), ...more }),
})
