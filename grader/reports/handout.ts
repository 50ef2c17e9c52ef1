import type { Language, Slug } from '../model/verdict.ts'

/** Where the handout speaks of a task, as a path that an editor opens. */
export function handoutPlace(slug: Slug, task: string, language: Language): string {
  const readme = language === 'es' ? 'README.md' : 'README.en.md'
  return `assignments/${slug}/${readme}${task === '' ? '' : `#${task.toLowerCase()}`}`
}
