// Expected: passed
import { Matrix } from 'ml-matrix'

/** A live value with methods: it means something only where it was made. */
class Counter {
  count = 0
  parts = [{ m: Matrix.eye(2) }, { m: Matrix.zeros(1, 3) }]
  next(): number {
    return ++this.count
  }
}

export function act(): Counter {
  return new Counter()
}

export function advance(counter: Counter): number {
  return counter.next()
}

export function rows(m: Matrix | undefined): number {
  return m === undefined ? -1 : m.rows
}

export function honest(): number {
  return 42
}
