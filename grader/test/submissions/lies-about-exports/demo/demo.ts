// Expected: failed missing-export subject.missing-export
/** What the guest says of the module passes through `Object.entries`, which is the student's to replace. */
const { entries } = Object
Object.entries = ((value: object) =>
  Symbol.toStringTag in value ? [[{}, {}]] : entries(value)) as typeof Object.entries

export function honest(): number {
  return 42
}
