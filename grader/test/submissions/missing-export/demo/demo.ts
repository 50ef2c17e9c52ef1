// Expected: failed missing-export subject.missing-export
function act(): number {
  return 1
}

export function honest(): number {
  return 41 + act()
}
