// Expected: failed import subject.import
export { act } from './entry.ts'
