// Expected: failed import subject.import
declare const require: (name: string) => { execSync: (command: string) => Uint8Array }

export function act(): number {
  return require('node:child_process').execSync('id').length
}
