// Expected: failed threw subject.threw
/** Without end, and only once the guest looks at it. */
export function act(): object {
  return {
    get deeper(): unknown {
      return (this as { deeper: unknown }).deeper
    },
  }
}

export function honest(): number {
  return 42
}
