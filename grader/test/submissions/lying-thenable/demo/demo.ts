// Expected: crashed timeout subject.timeout
export function act(): unknown {
  return { then: () => undefined }
}

export function honest(): number {
  return 42
}
