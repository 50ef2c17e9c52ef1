// Expected: passed
export function act(): number {
  return 1
}

export function aFunction(): unknown {
  return () => 1
}

export function aSymbol(): unknown {
  return Symbol('s')
}

export function aBigInt(): unknown {
  return 10n
}

export function aMap(): unknown {
  return new Map([[1, 2]])
}

export function aDate(): unknown {
  return new Date(0)
}

export function aClass(): unknown {
  class Result {
    h = 1
    #hidden = 2
    get sum(): number {
      return this.h + this.#hidden
    }
  }
  return new Result()
}

export function aCycle(): unknown {
  const cycle: { self?: unknown } = {}
  cycle.self = cycle
  return cycle
}

export function aHole(): unknown {
  // eslint-disable-next-line no-sparse-arrays
  return [1, , 3]
}

export function aBoxedNumber(): unknown {
  return Object(1)
}

export function nothing(): void {
  return
}

export function ownKeys(): unknown {
  return JSON.parse('{ "__proto__": 1, "constructor": 2, "then": 3 }')
}

export function aShifter(): unknown {
  let reads = 0
  return {
    get value(): number {
      return ++reads
    },
  }
}

export function aTrap(): unknown {
  return {
    get value(): number {
      throw new Error('do not look')
    },
  }
}

export function aSerialiser(): unknown {
  return { value: 1, toJSON: () => ['o', [['value', 2]]] }
}

export function anImpostor(): unknown {
  return { valueOf: () => 42, toString: () => '42', [Symbol.toPrimitive]: () => 42 }
}

export async function later(): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 1))
  return 42
}

export function honest(): number {
  return 42
}
