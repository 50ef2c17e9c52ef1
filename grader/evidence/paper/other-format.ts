import type { Documents } from '../../submission/documents.ts'
import { Refused } from '../../submission/problem.ts'

/** What a report is handed in as by mistake: another format, another name. */
const names = ['reporte.pdf', 'reporte.docx', 'reporte.odt', 'reporte.txt', 'reporte.html']
const others = ['Reporte.md', 'REPORTE.md', 'REPORTE.MD', 'reporte.MD', 'report.md', 'informe.md', 'reporte.md.txt']

/** The file at the root that was probably meant as the report. */
export async function otherFormat(documents: Documents): Promise<string | undefined> {
  for (const name of [...names, ...others]) if (await isThere(documents, name)) return name
  return undefined
}

async function isThere(documents: Documents, name: string): Promise<boolean> {
  try {
    return (await documents.bytes(name)) !== undefined
  } catch (error) {
    // Too large to be read, and there.
    if (error instanceof Refused) return true
    throw error
  }
}
