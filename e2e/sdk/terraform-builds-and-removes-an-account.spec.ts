import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { GetRoleCommand, GetUserCommand, ListUsersCommand } from '@aws-sdk/client-iam'
import { expect, has, run, test } from './fixtures'

const configuration = `
terraform {
  required_providers {
    aws = { source = "hashicorp/aws", version = ">= 5.0" }
  }
}

provider "aws" {}

data "aws_caller_identity" "current" {}

data "aws_iam_policy_document" "readers" {
  statement {
    actions   = ["s3:GetObject", "s3:ListBucket"]
    resources = ["arn:aws:s3:::reports", "arn:aws:s3:::reports/*"]
  }
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = [aws_iam_user.ann.arn]
    }
    condition {
      test     = "StringEquals"
      variable = "sts:ExternalId"
      values   = ["lesson"]
    }
  }
}

resource "aws_iam_user" "ann" {
  name          = "ann"
  path          = "/staff/"
  force_destroy = true
  tags          = { team = "dev", "cost centre" = "a+b" }
}

resource "aws_iam_user_login_profile" "ann" {
  user                    = aws_iam_user.ann.name
  password_reset_required = true
}

resource "aws_iam_access_key" "ann" {
  user = aws_iam_user.ann.name
}

resource "aws_iam_group" "readers" {
  name = "readers"
}

resource "aws_iam_group_membership" "readers" {
  name  = "readers"
  group = aws_iam_group.readers.name
  users = [aws_iam_user.ann.name]
}

resource "aws_iam_policy" "readers" {
  name        = "ReadReports"
  description = "Read the reports."
  policy      = data.aws_iam_policy_document.readers.json
  tags        = { kind = "lesson" }
}

resource "aws_iam_group_policy_attachment" "readers" {
  group      = aws_iam_group.readers.name
  policy_arn = aws_iam_policy.readers.arn
}

resource "aws_iam_user_policy" "own" {
  name   = "own"
  user   = aws_iam_user.ann.name
  policy = data.aws_iam_policy_document.readers.json
}

resource "aws_iam_role" "reader" {
  name                 = "Reader"
  assume_role_policy   = data.aws_iam_policy_document.trust.json
  permissions_boundary = aws_iam_policy.readers.arn
  max_session_duration = 7200
}

resource "aws_iam_role_policy_attachment" "reader" {
  role       = aws_iam_role.reader.name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

resource "aws_iam_role_policy" "reader" {
  name   = "more"
  role   = aws_iam_role.reader.id
  policy = data.aws_iam_policy_document.readers.json
}

resource "aws_iam_role" "server" {
  name = "Server"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }]
  })
}

resource "aws_iam_instance_profile" "server" {
  name = "Server"
  role = aws_iam_role.server.name
}

resource "aws_iam_virtual_mfa_device" "spare" {
  virtual_mfa_device_name = "spare"
}

resource "aws_iam_openid_connect_provider" "ci" {
  url             = "https://token.example.com"
  client_id_list  = ["dojo"]
  thumbprint_list = ["0123456789012345678901234567890123456789"]
}

resource "aws_iam_account_password_policy" "strict" {
  minimum_password_length      = 12
  require_numbers              = true
  require_symbols              = true
  allow_users_to_change_password = true
  password_reuse_prevention    = 3
}

output "account" {
  value = data.aws_caller_identity.current.account_id
}
`

test('terraform applies, plans nothing more, and destroys', async ({ account, iam }) => {
  test.setTimeout(600_000)
  if (!has('terraform', 'version')) return
  const folder = mkdtempSync(join(tmpdir(), 'iam-dojo-terraform-'))
  const terraform = (command: string, ...parameters: string[]) =>
    run('terraform', [`-chdir=${folder}`, command, '-no-color', ...parameters], account.key)
  try {
    writeFileSync(join(folder, 'main.tf'), configuration)
    const init = terraform('init')
    if (init.status !== 0) {
      console.log('Not tried, because Terraform found no AWS provider: neither on this machine nor by the network.')
      return
    }
    expect(terraform('apply', '-auto-approve')).toMatchObject({ status: 0 })
    expect(terraform('output', '-raw', 'account').stdout).toBe(account.id)
    const { User } = await iam.send(new GetUserCommand({ UserName: 'ann' }))
    expect(User?.Arn).toBe(`arn:aws:iam::${account.id}:user/staff/ann`)
    const { Role } = await iam.send(new GetRoleCommand({ RoleName: 'Reader' }))
    expect(Role?.MaxSessionDuration).toBe(7200)
    // 0: nothing to do; 2: something differs from what was asked for.
    expect(terraform('plan', '-detailed-exitcode')).toMatchObject({ status: 0 })
    expect(terraform('destroy', '-auto-approve')).toMatchObject({ status: 0 })
    expect((await iam.send(new ListUsersCommand({}))).Users).toEqual([])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
