import type { Messages } from '../language.ts'

/** How students' code is shut in, what that leaves open, and what would help. */
export const isolation = {
  'isolation.level': {
    es: 'Aislamiento {level}, comprobado con un canario. Puede todavía: {open, select, none {nada de lo que intentó} other {{open}}}.',
    en: 'Isolation {level}, proved with a canary. It can still: {open, select, none {nothing of what it tried} other {{open}}}.',
  },
  'isolation.missed': { es: '{level} no se puede usar: {reason}', en: '{level} cannot be used: {reason}' },
  'reach.read': { es: 'leer archivos ajenos', en: 'read other files' },
  'reach.write': { es: 'escribir archivos', en: 'write files' },
  'reach.spawn': { es: 'iniciar procesos', en: 'start processes' },
  'reach.proc': { es: 'mirar en /proc a otros procesos', en: 'look at other processes in /proc' },
  'reach.signal': {
    es: 'enviar señales a procesos del mismo usuario',
    en: 'send signals to processes of the same user',
  },
  'reach.connect': { es: 'usar la red', en: 'use the network' },
  'reach.socket': {
    es: 'conectarse a sockets Unix del mismo usuario',
    en: 'connect to Unix sockets of the same user',
  },
  'isolation.not-linux': {
    es: 'hace falta Linux. Califica en una máquina con Linux o en un contenedor.',
    en: 'it needs Linux. Grade on a Linux machine or in a container.',
  },
  'isolation.no-tool': {
    es: 'no se encuentra el programa «{tool}». {tool, select, bwrap {Instálalo: sudo apt-get install bubblewrap} other {Instala util-linux.}}',
    en: 'the program "{tool}" is not there. {tool, select, bwrap {Install it: sudo apt-get install bubblewrap} other {Install util-linux.}}',
  },
  'isolation.not-root': {
    es: 'solo root puede pasar a otro usuario, como en el contenedor de Gradescope.',
    en: 'only root can become another user, as in the container of Gradescope.',
  },
  'isolation.apparmor': {
    es: 'AppArmor no deja crear espacios de nombres, como en Ubuntu 24.04 ({detail}). Permítelo: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0',
    en: 'AppArmor allows no user namespaces, as on Ubuntu 24.04 ({detail}). Allow them: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0',
  },
  'isolation.no-namespaces': {
    es: 'el sistema no deja crear espacios de nombres ({detail}). Mira user.max_user_namespaces y, en un contenedor, su perfil de seccomp.',
    en: 'the system allows no user namespaces ({detail}). Look at user.max_user_namespaces and, in a container, at its seccomp profile.',
  },
  'isolation.no-start': {
    es: 'el canario no arranca: {detail}',
    en: 'the canary does not start: {detail}',
  },
  'isolation.unreadable': {
    es: 'el otro usuario no puede leer node_modules. Dale permiso de lectura: chmod -R a+rX, también en las carpetas de encima.',
    en: 'the other user cannot read node_modules. Let them: chmod -R a+rX, on the folders above, too.',
  },
  'isolation.leaks': {
    es: 'el canario escapó ({reached}). Avisa a quien mantiene el curso.',
    en: 'the canary got out ({reached}). Tell whoever maintains the course.',
  },
  'isolation.nothing': {
    es: 'Aquí no se puede ejecutar código de estudiantes: ni el modelo de permisos de Node retiene al canario. Ejecuta npm run doctor, que dice por qué.',
    en: 'Students’ code cannot be run here: not even the permission model of Node holds the canary. Run npm run doctor, which says why.',
  },
  'isolation.container': {
    es: 'desde dentro no se puede comprobar. Sigue la receta del contenedor en grader/docs/isolation.md y exige el nivel que el canario compruebe dentro.',
    en: 'it cannot be proved from the inside. Follow the container recipe in grader/docs/isolation.md and require the level that the canary proves in there.',
  },
} as const satisfies Messages
