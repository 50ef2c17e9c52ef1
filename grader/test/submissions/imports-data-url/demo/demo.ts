// Expected: failed import subject.import
export async function act(): Promise<number> {
  const { answer } = (await import('data:text/javascript,export const answer = 42')) as { answer: number }
  return answer
}
