import { describe, expect, it } from 'vitest'
import { findManagedPolicy } from './managed-policies'
import { knownServices, serviceLinkedRole } from './service-linked-roles'

describe('serviceLinkedRole', () => {
  it.each(knownServices)('knows the policy of %s', (service) => {
    const role = serviceLinkedRole(service)
    expect(role?.roleName).toMatch(/^AWSServiceRoleFor[\w-]+$/)
    expect(role?.roleName.length).toBeLessThanOrEqual(64)
    expect(findManagedPolicy(role?.policyArn ?? '')).toMatchObject({ path: '/aws-service-role/' })
  })

  it('tells names as AWS has them', () => {
    const told = (label: string) => {
      const role = serviceLinkedRole(`${label}.amazonaws.com`)
      return [role?.roleName, role?.policyArn.split('/').at(-1), role?.takesSuffix]
    }
    expect(told('autoscaling')).toEqual(['AWSServiceRoleForAutoScaling', 'AutoScalingServiceRolePolicy', true])
    expect(told('ecs')).toEqual(['AWSServiceRoleForECS', 'AmazonECSServiceRolePolicy', false])
    expect(told('es')).toEqual([
      'AWSServiceRoleForAmazonElasticsearchService',
      'AmazonElasticsearchServiceRolePolicy',
      false,
    ])
    expect(told('guardduty')).toEqual(['AWSServiceRoleForAmazonGuardDuty', 'AmazonGuardDutyServiceRolePolicy', false])
    expect(told('fsx')).toEqual(['AWSServiceRoleForAmazonFSx', 'AmazonFSxServiceRolePolicy', false])
  })

  it.each([
    's3.amazonaws.com',
    'nothing.amazonaws.com',
    'ECS.amazonaws.com',
    'ecs',
    'ecs.example.com',
    '__proto__.amazonaws.com',
  ])('knows none for %s', (service) => {
    expect(serviceLinkedRole(service)).toBeNull()
  })
})
