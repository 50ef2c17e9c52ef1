/** What goes in and comes out of a kind of sequence, and whether each output has an input of its own. */
interface Flow {
  readonly many: { readonly in: boolean; readonly out: boolean }
  readonly aligned?: boolean
}

const flows: Readonly<Record<string, Flow>> = {
  'one-to-one': { many: { in: false, out: false } },
  'one-to-many': { many: { in: false, out: true } },
  'many-to-one': { many: { in: true, out: false } },
  aligned: { many: { in: true, out: true }, aligned: true },
  unaligned: { many: { in: true, out: true }, aligned: false },
}

/** What somebody believes who takes a task of one kind for another: ids of the catalogue, none for the right kind. */
export function confusions(right: string, answered: string): readonly string[] {
  const [a, b] = [flows[right], flows[answered]]
  if (!a || !b || right === answered) return []
  const wrongIn = a.many.in !== b.many.in
  const wrongOut = a.many.out !== b.many.out
  if (!wrongIn && !wrongOut) return [a.aligned === true ? sequenceConfusions.aligned : sequenceConfusions.unaligned]
  return [...(wrongIn ? [sequenceConfusions.input] : []), ...(wrongOut ? [sequenceConfusions.output] : [])]
}

/** The mistakes that can be made in sorting tasks. */
export const sequenceConfusions = {
  aligned: 'comprension.aligned-as-unaligned',
  unaligned: 'comprension.unaligned-as-aligned',
  input: 'comprension.input-kind',
  output: 'comprension.output-kind',
} as const
