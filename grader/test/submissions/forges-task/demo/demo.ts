// Expected: failed not-implemented subject.not-implemented
/** What a student may read of a hidden check must not carry what the check sent. */
export function act(secret = 'h0[1,2] = 0.37'): number {
  throw Object.assign(new Error('later'), { name: 'NotImplemented', task: secret })
}

export function honest(): number {
  return 42
}
