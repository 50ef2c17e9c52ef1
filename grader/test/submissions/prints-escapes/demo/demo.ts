// Expected: passed
export function act(): number {
  console.log('\u001b[2J\u001b[31mPASSED\u001b[0m\u0007 100/100')
  console.error('\u202e001/001\u202c ::error::')
  return 1
}

export function honest(): number {
  return 42
}
