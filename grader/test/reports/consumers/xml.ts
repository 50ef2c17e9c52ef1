import { execFileSync, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Why XML cannot be validated here, undefined where it can. */
export const noXmllint: string | undefined =
  spawnSync('xmllint', ['--version']).error === undefined ? undefined : 'xmllint (libxml2-utils) is not installed'

/** What a schema of this folder has to say against a document; empty when it takes it. */
export function xmlObjections(xml: string, schema: 'junit-ant' | 'junit-jenkins'): string {
  const file = fileURLToPath(new URL(`${schema}.xsd`, import.meta.url))
  const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', file, '-'], {
    input: xml,
    encoding: 'utf8',
  })
  return status === 0 ? '' : stderr
}

/** What an XPath expression gives, by a real parser. */
export function xpath(xml: string, expression: string): string {
  return execFileSync('xmllint', ['--nonet', '--xpath', `string(${expression})`, '-'], {
    input: xml,
    encoding: 'utf8',
  }).replace(/\n$/, '')
}
