import type { isolation as topic } from '../catalogue/isolation.ts'
import type { Examples } from '../language.ts'

const detail = 'bwrap: setting up uid map: Permission denied'

export const isolation = {
  'isolation.level': [
    { level: 'L2', open: 'none' },
    { level: 'U', open: 'usar la red' },
  ],
  'isolation.missed': [
    { level: 'U', reason: 'solo root puede pasar a otro usuario, como en el contenedor de Gradescope.' },
  ],
  'isolation.no-tool': [{ tool: 'bwrap' }, { tool: 'unshare' }],
  'isolation.apparmor': [{ detail }],
  'isolation.no-namespaces': [{ detail: 'unshare: unshare failed: Operation not permitted' }],
  'isolation.no-start': [{ detail: 'SyntaxError: Unexpected end of input' }],
  'isolation.leaks': [{ reached: 'connect, signal' }],
} satisfies Examples<typeof topic>
