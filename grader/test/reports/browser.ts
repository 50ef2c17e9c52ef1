import { findBrowser } from '../../cli/pdf.ts'
import { LabError } from '../../model/errors.ts'

/** Where Chromium is; undefined where there is none, and then tests of pages are skipped and say so. */
export const chromium = ((): string | undefined => {
  try {
    return findBrowser()
  } catch (error) {
    if (error instanceof LabError) return undefined
    throw error
  }
})()

/** For the title of a test that is skipped. */
export const without = chromium === undefined ? ' (skipped: no Chromium; apt-get install chromium, or CHROME_PATH)' : ''
