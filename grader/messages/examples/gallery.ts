import type { gallery as topic } from '../catalogue/gallery.ts'
import type { Examples } from '../language.ts'

export const gallery = {
  'gallery.out': [{ received: 'out/gallery.txt' }],
  'gallery.out-is-folder': [{ path: 'out/gallery.html' }],
  'gallery.nothing': [{ prefix: 'lsmt', topics: 'submission, subject, cells' }],
  'gallery.written': [
    { count: 1, path: 'out/gallery.html' },
    { count: 480, path: 'out/gallery.html' },
  ],
  'gallery.count': [{ count: 1 }, { count: 29 }],
} satisfies Examples<typeof topic>
