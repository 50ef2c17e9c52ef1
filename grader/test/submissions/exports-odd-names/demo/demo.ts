// Expected: passed
function act(): number {
  return 7
}

export { act, act as '<img src=x onerror=alert(1)>', act as '|\n::error::100', act as '=1+1', act as '\u202e', act as 'constructor' }

export function honest(): number {
  return 42
}
