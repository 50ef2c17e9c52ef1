import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import type { MessageParams } from '../../model/finding.ts'
import type { Language } from '../../model/verdict.ts'

function parsed(text: string): MessageFormatElement[] {
  return parse(text, { ignoreTag: true })
}

/** Names of the holes in a message, those inside of branches too. */
export function holesOf(text: string): string[] {
  const holes = (elements: readonly MessageFormatElement[]): string[] =>
    elements.flatMap((element) => {
      if (element.type === TYPE.literal || element.type === TYPE.pound) return []
      const inner = element.type === TYPE.plural || element.type === TYPE.select ? Object.values(element.options) : []
      return [element.value, ...inner.flatMap(({ value }) => holes(value))]
    })
  return [...new Set(holes(parsed(text)))].sort()
}

/** Every branch of a message's selects and plurals, such as `half=forward` or `reached=true/count=one`. */
export function branchesOf(text: string): string[] {
  const branches = (elements: readonly MessageFormatElement[], trail: string): string[] =>
    elements.flatMap((element) => {
      if (element.type !== TYPE.plural && element.type !== TYPE.select) return []
      return Object.entries(element.options).flatMap(([key, { value }]) => {
        const branch = `${trail}${element.value}=${key}`
        return [branch, ...branches(value, `${branch}/`)]
      })
    })
  return branches(parsed(text), '')
}

/** The branches that these params take. */
export function branchesTaken(text: string, language: Language, params: MessageParams): string[] {
  const taken = (elements: readonly MessageFormatElement[], trail: string): string[] =>
    elements.flatMap((element) => {
      if (element.type !== TYPE.plural && element.type !== TYPE.select) return []
      const value = params[element.value]
      const number = Number(value)
      const plural = [`=${String(number)}`, new Intl.PluralRules(language).select(number)]
      const wanted = element.type === TYPE.plural ? plural : [String(value)]
      const key = wanted.find((candidate) => candidate in element.options) ?? 'other'
      const branch = `${trail}${element.value}=${key}`
      return [branch, ...taken(element.options[key]?.value ?? [], `${branch}/`)]
    })
  return taken(parsed(text), '')
}
