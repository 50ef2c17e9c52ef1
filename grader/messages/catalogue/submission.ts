import type { Messages } from '../language.ts'

/** Where a submission is looked for, and what is wrong with its folders and files. */
export const submission = {
  'submission.not-found': {
    es: 'Se esperaba una carpeta en «{path}», pero no existe. Revisa la ruta y vuelve a intentarlo.',
    en: 'Expected a folder at "{path}", but nothing is there. Check the path and try again.',
  },
  'submission.not-found-near': {
    es: 'Se esperaba una carpeta en «{path}», pero no existe. ¿Querías decir «{near}»?',
    en: 'Expected a folder at "{path}", but nothing is there. Did you mean "{near}"?',
  },
  'submission.is-file': {
    es: 'Se esperaba la carpeta de una entrega, pero «{path}» es un archivo. Indica la carpeta que contiene los entregables.',
    en: 'Expected the folder of a submission, but "{path}" is a file. Give the folder that holds the deliverables.',
  },
  'submission.is-archive': {
    es: 'Se esperaba la carpeta de una entrega, pero «{path}» es un archivo comprimido. Descomprímelo e indica la carpeta resultante.',
    en: 'Expected the folder of a submission, but "{path}" is an archive. Unpack it and give the folder that comes out.',
  },
  'submission.archive-kind': {
    es: 'Se esperaba un archivo .zip o .tar.gz, pero «{path}» es de otro tipo. Comprime la carpeta otra vez como .zip.',
    en: 'Expected a .zip or .tar.gz, but "{path}" is something else. Pack the folder again as a .zip.',
  },
  'submission.archive-damaged': {
    es: 'Se esperaba un archivo comprimido entero, pero «{path}» está dañado o incompleto. Comprime la carpeta y súbela otra vez.',
    en: 'Expected a whole archive, but "{path}" is damaged or incomplete. Pack the folder and upload it again.',
  },
  'submission.archive-not-unpacked': {
    es: 'No se pudo descomprimir «{path}» ({code}). Revisa sus permisos y el espacio libre del disco, y vuelve a intentarlo.',
    en: '"{path}" could not be unpacked ({code}). Check its permissions and the free space of the disk, and try again.',
  },
  'submission.archive-too-large': {
    es: 'Se esperaba un archivo comprimido de {limit} MB como máximo, pero «{path}» ocupa {size} MB. Comprime solo los entregables, sin «node_modules» ni datos.',
    en: 'Expected an archive of at most {limit} MB, but "{path}" takes {size} MB. Pack only the deliverables, without "node_modules" or data.',
  },
  'submission.archive-bomb': {
    es: 'Se esperaban {limit} MB como máximo al descomprimir «{path}», pero contiene más. Comprime solo los entregables, sin «node_modules» ni datos.',
    en: 'Expected at most {limit} MB to come out of "{path}", but it holds more. Pack only the deliverables, without "node_modules" or data.',
  },
  'submission.archive-too-many': {
    es: '«{path}» contiene más de {limit, plural, one {# elemento} other {# elementos}} entre archivos y carpetas. Comprime solo los entregables, sin «node_modules» ni datos.',
    en: '"{path}" holds more than {limit, plural, one {# entry} other {# entries}}, files and folders together. Pack only the deliverables, without "node_modules" or data.',
  },
  'submission.archive-link': {
    es: 'Se esperaban archivos y carpetas, pero «{entry}», dentro de «{path}», es un enlace y los enlaces no se siguen. Pon en su lugar una copia real y vuelve a comprimir.',
    en: 'Expected files and folders, but "{entry}" in "{path}" is a link, and links are not followed. Put a real copy in its place and pack again.',
  },
  'submission.archive-special': {
    es: 'Se esperaban archivos y carpetas, pero «{entry}», dentro de «{path}», es un archivo especial (tubería o dispositivo). Bórralo y vuelve a comprimir.',
    en: 'Expected files and folders, but "{entry}" in "{path}" is a special file (pipe or device). Delete it and pack again.',
  },
  'submission.archive-escape': {
    es: 'Se esperaban rutas dentro de la entrega, pero «{entry}», en «{path}», sale de ella. Comprime la carpeta con el programa de tu sistema.',
    en: 'Expected paths inside the submission, but "{entry}" in "{path}" leads out of it. Pack the folder with the program of your system.',
  },
  'submission.archive-name': {
    es: 'El nombre «{entry}», dentro de «{path}», no sirve en todos los sistemas: es demasiado largo, está reservado o tiene caracteres especiales. Usa letras, números, «-» y «_», y vuelve a comprimir.',
    en: 'The name "{entry}" in "{path}" does not work on every system: it is too long, reserved, or has special characters. Use letters, digits, "-" and "_", and pack again.',
  },
  'submission.archive-twice': {
    es: '«{path}» contiene «{entry}» y «{other}», que son el mismo archivo en Windows y macOS. Deja solo uno y vuelve a comprimir.',
    en: '"{path}" holds "{entry}" and "{other}", which are one file on Windows and macOS. Keep one of them and pack again.',
  },
  'submission.archive-encrypted': {
    es: 'Se esperaba un archivo sin contraseña, pero «{entry}», dentro de «{path}», está cifrado. Vuelve a comprimir sin contraseña.',
    en: 'Expected an archive without a password, but "{entry}" in "{path}" is encrypted. Pack again without a password.',
  },
  'submission.archive-method': {
    es: '«{entry}», dentro de «{path}», usa un método de compresión que aquí no se lee. Vuelve a comprimir con el programa de tu sistema, como .zip normal.',
    en: '"{entry}" in "{path}" uses a compression method that is not read here. Pack again with the program of your system, as an ordinary .zip.',
  },
  'submission.archive-empty': {
    es: 'Se esperaba una entrega en «{path}», pero no contiene ningún archivo que calificar. Comprime la carpeta que tiene tus entregables.',
    en: 'Expected a submission in "{path}", but it holds no file to grade. Pack the folder that has the deliverables in it.',
  },
  'submission.unreadable-folder': {
    es: 'No se pudo abrir la carpeta «{path}» ({code}). Revisa sus permisos y vuelve a intentarlo.',
    en: 'The folder "{path}" could not be opened ({code}). Check its permissions and try again.',
  },
  'submission.is-deliverable': {
    es: 'Se esperaba la carpeta de toda la entrega, pero «{path}» es solo el entregable {slug}. Indica «{parent}».',
    en: 'Expected the folder of a whole submission, but "{path}" is only the deliverable {slug}. Give "{parent}".',
  },
  'submission.empty': {
    es: 'Se esperaba una entrega en «{path}», pero la carpeta está vacía. Copia en ella tus entregables.',
    en: 'Expected a submission in "{path}", but the folder is empty. Copy the deliverables into it.',
  },
  'submission.nested': {
    es: 'Se esperaban los entregables directamente en «{path}», pero están una carpeta más adentro, en «{inside}». Muévelos un nivel hacia arriba.',
    en: 'Expected the deliverables directly in "{path}", but they are one folder deeper, in "{inside}". Move them up one level.',
  },
  'submission.no-deliverable': {
    es: 'Se esperaba en «{path}» la carpeta de algún entregable ({expected}), pero solo hay: {found}. Revisa que sea la carpeta correcta.',
    en: 'Expected a deliverable\'s folder in "{path}" ({expected}), but it only holds: {found}. Check that it is the right folder.',
  },
  'submission.no-deliverable-near': {
    es: 'Se esperaba en «{path}» la carpeta «{slug}», pero hay: {found}. Cambia el nombre de «{near}» a «{slug}».',
    en: 'Expected the folder "{slug}" in "{path}", but it holds: {found}. Rename "{near}" to "{slug}".',
  },
  'submission.no-deliverable-loose': {
    es: 'Se esperaba en «{path}» la carpeta «{slug}», pero hay: {found}. Crea la carpeta «{slug}» y mueve a ella «{near}» con el nombre «{slug}.ts».',
    en: 'Expected the folder "{slug}" in "{path}", but it holds: {found}. Make the folder "{slug}" and move "{near}" into it as "{slug}.ts".',
  },
  'submission.linked': {
    es: 'Se esperaba una carpeta, pero «{path}» es un enlace y los enlaces no se siguen. Pon en su lugar la carpeta real.',
    en: 'Expected a folder, but "{path}" is a link, and links are not followed. Put the real folder in its place.',
  },
  'submission.missing-folder': {
    es: 'Falta la carpeta «{slug}» en tu entrega. Créala con el archivo «{slug}.ts» dentro.',
    en: 'The folder "{slug}" is missing from your submission. Create it with the file "{slug}.ts" in it.',
  },
  'submission.missing-folder-near': {
    es: 'Se esperaba la carpeta «{slug}», pero hay una llamada «{near}». Cámbiale el nombre a «{slug}».',
    en: 'Expected the folder "{slug}", but there is one called "{near}". Rename it to "{slug}".',
  },
  'submission.missing-folder-loose': {
    es: 'Se esperaba la carpeta «{slug}», pero «{near}» está suelto en la raíz de tu entrega. Crea la carpeta «{slug}» y muévelo a ella con el nombre «{slug}.ts».',
    en: 'Expected the folder "{slug}", but "{near}" lies loose at the root of your submission. Make the folder "{slug}" and move the file into it as "{slug}.ts".',
  },
  'submission.not-a-folder': {
    es: 'Se esperaba una carpeta en «{path}», pero es un archivo. Bórralo y crea una carpeta con ese nombre.',
    en: 'Expected a folder at "{path}", but it is a file. Delete it and make a folder of that name.',
  },
  'submission.missing-file': {
    es: 'Falta el archivo «{path}». Créalo (puedes partir del que viene con el laboratorio).',
    en: 'The file "{path}" is missing. Create it (you can start from the one that comes with the lab).',
  },
  'submission.missing-file-near': {
    es: 'Se esperaba el archivo «{path}», pero está «{near}». Cámbiale el nombre o muévelo a «{path}».',
    en: 'Expected the file "{path}", but found "{near}". Rename or move it to "{path}".',
  },
  'submission.symlink': {
    es: 'Se esperaba un archivo o una carpeta, pero «{path}» es un enlace simbólico y los enlaces no se siguen. Pon en su lugar una copia real, o bórralo si no lo usas.',
    en: 'Expected a file or a folder, but "{path}" is a symbolic link, and links are not followed. Put a real copy in its place, or delete it if you do not use it.',
  },
  'submission.not-a-file': {
    es: 'Se esperaba un archivo normal, pero «{path}» es un archivo especial (tubería, socket o dispositivo). Bórralo.',
    en: 'Expected a regular file, but "{path}" is a special one (pipe, socket or device). Delete it.',
  },
  'submission.folder-not-file': {
    es: 'Se esperaba un archivo en «{path}», pero es una carpeta. Cámbiale el nombre por uno que no termine en «.ts».',
    en: 'Expected a file at "{path}", but it is a folder. Give it a name that does not end in ".ts".',
  },
  'submission.binary': {
    es: 'Se esperaba código en texto, pero «{path}» contiene bytes nulos: es un archivo binario o está dañado. Vuelve a guardarlo como texto UTF-8, o quítalo de la entrega.',
    en: 'Expected code as text, but "{path}" contains NUL bytes: it is binary or damaged. Save it again as UTF-8 text, or take it out of the submission.',
  },
  'submission.utf-16': {
    es: 'Se esperaba texto UTF-8, pero «{path}» está guardado en UTF-16. En tu editor, elige «Guardar con codificación: UTF-8».',
    en: 'Expected UTF-8 text, but "{path}" is saved as UTF-16. In your editor, choose "Save with encoding: UTF-8".',
  },
  'submission.not-utf-8': {
    es: 'Se esperaba texto UTF-8, pero «{path}» tiene otra codificación (mira los acentos de la línea {line}). En tu editor, elige «Guardar con codificación: UTF-8».',
    en: 'Expected UTF-8 text, but "{path}" has another encoding (look at the accents on line {line}). In your editor, choose "Save with encoding: UTF-8".',
  },
  'submission.too-large': {
    es: 'Se esperaba un archivo de {limit} KB como máximo, pero «{path}» ocupa {size} KB. Saca de ahí los datos o el código generado.',
    en: 'Expected a file of at most {limit} KB, but "{path}" takes {size} KB. Move data or generated code out of it.',
  },
  'submission.too-large-total': {
    es: 'Se esperaban {limit} KB de código como máximo en «{path}», pero hay al menos {size} KB. Deja solo lo que escribiste para este entregable.',
    en: 'Expected at most {limit} KB of code in "{path}", but there are at least {size} KB. Keep only what you wrote for this deliverable.',
  },
  'submission.too-many': {
    es: '{limit, plural, one {Se esperaba # archivo «.ts» como máximo} other {Se esperaban # archivos «.ts» como máximo}} en «{path}», pero hay {count}. Deja solo los que usa este entregable.',
    en: 'Expected at most {limit, plural, one {# ".ts" file} other {# ".ts" files}} in "{path}", but there are {count}. Keep only those this deliverable uses.',
  },
  'submission.too-many-entries': {
    es: '«{path}» contiene más de {limit, plural, one {# elemento} other {# elementos}} entre archivos y carpetas. Saca de ahí lo que no es código (datos, imágenes).',
    en: '"{path}" holds more than {limit, plural, one {# entry} other {# entries}}, files and folders together. Move what is not code (data, images) out of it.',
  },
  'submission.too-deep': {
    es: '«{path}» está demasiado adentro: {limit, plural, one {se admite como máximo # nivel} other {se admiten como máximo # niveles}} de carpetas dentro del entregable. Acerca el archivo a la carpeta del entregable y corrige su import.',
    en: '"{path}" lies too deep: a deliverable may have at most {limit, plural, one {# level} other {# levels}} of folders. Move the file up and correct its import.',
  },
  'submission.name-long': {
    es: 'El nombre de «{path}» es demasiado largo: cada archivo o carpeta admite {limit} caracteres. Acórtalo y corrige su import.',
    en: 'The name of "{path}" is too long: a file or folder may have {limit} characters. Shorten it and correct its import.',
  },
  'submission.name-characters': {
    es: 'El nombre de «{path}» tiene caracteres que no sirven en todos los sistemas. Usa letras, números, «-» y «_», sin espacio ni punto al final.',
    en: 'The name of "{path}" has characters that do not work on every system. Use letters, digits, "-" and "_", without a space or dot at the end.',
  },
  'submission.name-reserved': {
    es: 'El nombre de «{path}» está reservado en Windows. Elige otro y corrige su import.',
    en: 'The name of "{path}" is reserved on Windows. Choose another and correct its import.',
  },
  'submission.name-collision': {
    es: '«{path}» y «{other}» son el mismo archivo en Windows y macOS, porque solo cambian en mayúsculas o en la forma de escribir un acento. Cambia el nombre de uno.',
    en: '"{path}" and "{other}" are one file on Windows and macOS: they differ only in case or in how an accent is written. Rename one of them.',
  },
  'submission.unreadable': {
    es: 'No se pudo leer «{path}» ({code}). Revisa sus permisos, o vuelve a copiar el archivo en tu entrega.',
    en: '"{path}" could not be read ({code}). Check its permissions, or copy it into the submission again.',
  },
  'submission.not-stageable': {
    es: 'El calificador intentó preparar {slug} aunque no puede calificarse ({reason}). Es un fallo del calificador: avisa a tu docente.',
    en: "The grader tried to stage {slug} although it cannot be graded ({reason}). This is the grader's fault: tell your instructor.",
  },
  'submission.shared-unusable': {
    es: 'El calificador no pudo leer su propia copia de «shared/» ({reason}). Es un fallo del calificador: reinstala el laboratorio o avisa a tu docente.',
    en: 'The grader could not read its own copy of "shared/" ({reason}). This is the grader\'s fault: reinstall the lab or tell your instructor.',
  },
} as const satisfies Messages
