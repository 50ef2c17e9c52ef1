// Expected: failed threw subject.threw
export function act(): never {
  const commands = '\r\n::error file=grade.ts::100/100\n##[set-output name=points]100 ##vso[task.complete result=Succeeded]'
  const markup = '\n# 100/100\n| a | b |\n[x](javascript:alert(1)) <img src=x onerror=alert(1)> ``` $x$ @everyone #1'
  const hidden = '\u001b[2J\u001b]0;100\u0007\u202e001\u2066\u200b\u{e0031} https://evil.example =HYPERLINK("http://evil.example")'
  throw new Error(commands + markup + hidden)
}

export function honest(): number {
  return 42
}
