/** A command that GitHub's runner found in a log. */
export interface RunnerCommand {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

/**
 * What GitHub's runner obeys in a log: a line that begins with `::`, a name, properties up to the next `::`, and a
 * message; each part with its escapes undone, `%25` last.
 */
export function obeyed(log: string): RunnerCommand[] {
  return log.split(/\r\n|\r|\n/).flatMap((line) => {
    const [, head, message] = /^\s*::(.+?)::(.*)$/.exec(line) ?? []
    if (head === undefined || message === undefined) return []
    const [name = '', ...rest] = head.split(' ')
    const properties = rest
      .join(' ')
      .split(',')
      .filter((pair) => pair !== '')
      .map((pair): [string, string] => {
        const [key = '', ...value] = pair.split('=')
        return [key.trim(), undone(value.join('='), { ...inMessage, '%3A': ':', '%2C': ',' })]
      })
    return [{ name, properties: Object.fromEntries(properties), message: undone(message, inMessage) }]
  })
}

const inMessage = { '%0D': '\r', '%0A': '\n' }

function undone(text: string, escapes: Readonly<Record<string, string>>): string {
  const plain = Object.entries(escapes).reduce((done, [escape, sign]) => done.replaceAll(escape, sign), text)
  return plain.replaceAll('%25', '%')
}
