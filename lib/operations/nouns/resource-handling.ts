import 'server-only'
import { invalidInput } from '@/lib/aws/errors'

const instance = ['instance', 'image', 'security-group']
const inNetwork = [...instance, 'network-interface']

/** AWS: the resource types that each EC2 scenario demands (API reference, SimulateCustomPolicy, ResourceHandlingOption). */
const scenarios: Readonly<Record<string, readonly string[]>> = {
  'EC2-Classic-InstanceStore': instance,
  'EC2-Classic-EBS': [...instance, 'volume'],
  'EC2-VPC-InstanceStore': inNetwork,
  'EC2-VPC-InstanceStore-Subnet': [...inNetwork, 'subnet'],
  'EC2-VPC-EBS': [...inNetwork, 'volume'],
  'EC2-VPC-EBS-Subnet': [...inNetwork, 'subnet', 'volume'],
}

/** Throws where a scenario is unknown or lacks a resource that it needs. */
export function demandResourcesOf(option: string | undefined, resources: readonly string[]) {
  if (option === undefined) return
  const types = Object.hasOwn(scenarios, option) ? scenarios[option] : undefined
  if (!types) throw invalidInput(`Invalid resource handling option: ${option}.`)
  const missing = types.filter((type) => !resources.some((arn) => arn.split(':')[5]?.startsWith(`${type}/`)))
  if (missing.length > 0)
    throw invalidInput(`The resource handling option ${option} also needs: ${missing.join(', ')}.`)
}
