import type { Messages } from '../language.ts'

/** What is seen of a report, of its figures and tables, and of the configurations that were tried. */
export const paper = {
  'paper.absent': {
    es: 'Tu entrega no tiene «{file}». Copia el de `starter/` y escribe en él tu reporte.',
    en: 'Your submission has no "{file}". Copy the one of `starter/` and write your report in it.',
  },
  'paper.absent-near': {
    es: 'Se esperaba «{file}», pero está «{found}». Solo se lee Markdown con ese nombre exacto: pasa tu texto a «{file}».',
    en: 'Expected "{file}", but found "{found}". Only Markdown of exactly that name is read: move your text to "{file}".',
  },
  'paper.untouched': {
    es: '«{file}» es todavía la plantilla: aún no hay nada tuyo en él. Empieza por la sección que tengas más clara.',
    en: '"{file}" is still the template: nothing in it is yours yet. Begin with the section that is clearest to you.',
  },
  'paper.line-long': {
    es: 'La línea {line} de tu reporte tiene más de {limit} caracteres, y no se lee. Si es una imagen incrustada, guárdala en `artifacts/` y muéstrala con `![texto](artifacts/nombre.svg)`.',
    en: 'Line {line} of your report has more than {limit} characters, and is not read. If it is an embedded image, save it in `artifacts/` and show it with `![text](artifacts/name.svg)`.',
  },
  'paper.too-long': {
    es: 'Tu reporte pasa de {limit} mil caracteres, y se piden de dos a cuatro páginas. Saca de él el código, los datos y las imágenes incrustadas.',
    en: 'Your report has more than {limit} thousand characters, and two to four pages are asked for. Move code, data and embedded images out of it.',
  },
  'paper.tangled': {
    es: 'Tu reporte tiene demasiadas marcas de Markdown, o demasiadas listas y citas una dentro de otra (mira la línea {line}), y así no se lee. Deja párrafos, listas y tablas sencillas.',
    en: 'Your report has too many marks of Markdown, or too many lists and quotes inside each other (look at line {line}), and is not read like this. Keep to plain paragraphs, lists and tables.',
  },
  'paper.section-missing': {
    es: 'Falta la sección {number}. Añade un título como `## {number}. {title}` y escríbela debajo.',
    en: 'Section {number} is missing. Add a heading such as `## {number}. {title}` and write it below.',
  },
  'paper.section-near': {
    es: 'Falta la sección {number}, pero en la línea {line} hay un título «{found}»: ¿quisiste decir «{title}»?',
    en: 'Section {number} is missing, but line {line} has the heading "{found}": did you mean "{title}"?',
  },
  'paper.section-empty': {
    es: 'La sección {number}, «{title}» (línea {line}), no tiene todavía nada tuyo. El texto de la plantilla y las citas con `>` no cuentan: escribe debajo.',
    en: 'Section {number}, "{title}" (line {line}), has nothing of yours yet. Text of the template and quotes with `>` do not count: write below.',
  },
  'paper.section-short': {
    es: 'La sección {number}, «{title}» (línea {line}), tiene {words, plural, one {# palabra tuya} other {# palabras tuyas}}: por ahora cuenta un {share} %. Cuenta entera desde {least}.',
    en: 'Section {number}, "{title}" (line {line}), has {words, plural, one {# word} other {# words}} of yours: for now it counts {share} %. It counts whole from {least}.',
  },
  'paper.words-few': {
    es: 'Tu reporte tiene {words, plural, one {# palabra tuya} other {# palabras tuyas}}, sin contar código, tablas ni referencias: por ahora la extensión cuenta un {share} %. Cuenta entera entre {least} y {most}.',
    en: 'Your report has {words, plural, one {# word} other {# words}} of yours, code, tables and references left out: for now its length counts {share} %. It counts whole between {least} and {most}.',
  },
  'paper.words-many': {
    es: 'Tu reporte tiene {words} palabras tuyas, más de las {most} de un reporte de dos a cuatro páginas: la extensión cuenta un {share} %. Quita lo que no ayude a entender tus resultados; basta con {least}.',
    en: 'Your report has {words} words of yours, more than the {most} of a report of two to four pages: its length counts {share} %. Take out what does not help to understand your results; {least} are enough.',
  },
  'paper.words-short': {
    es: 'La sección {number} tiene {words, plural, one {# palabra tuya} other {# palabras tuyas}}: por ahora cuenta un {share} %. Desarróllala; cuenta entera desde {least}.',
    en: 'Section {number} has {words, plural, one {# word} other {# words}} of yours: for now it counts {share} %. Say more; it counts whole from {least}.',
  },
  'paper.section-silent': {
    es: 'La sección {number} no está, o no dice nada tuyo todavía. Escríbela bajo su título.',
    en: 'Section {number} is not there, or says nothing of yours yet. Write it under its heading.',
  },
  'paper.no-table': {
    es: 'Tu reporte no tiene ninguna tabla con números. Pon una de Markdown (`| Modelo | Parámetros |`) con tus cifras.',
    en: 'Your report has no table with numbers. Add one in Markdown (`| Model | Parameters |`) with your figures.',
  },
  'paper.references-few': {
    es: 'La sección de referencias tiene {count, plural, =0 {una lista vacía} one {# referencia} other {# referencias}}, y se piden {wanted}: cuenta un {share} %. Cada una es un elemento de la lista con autor y año, o con un enlace.',
    en: 'The section of references has {count, plural, =0 {an empty list} one {# reference} other {# references}}, and {wanted} are asked for: it counts {share} %. Each is an item of the list with author and year, or with a link.',
  },
  'paper.not-cited': {
    es: 'En el texto {count, plural, =0 {no se cita ninguna referencia} one {se cita # referencia} other {se citan # referencias}} de las {wanted} que se piden: cuenta un {share} %. La de la línea {line}, por ejemplo, no se cita: nómbrala donde la uses, como `[1]` o como (Autor, año).',
    en: 'The text cites {count, plural, =0 {none} one {# reference} other {# references}} of the {wanted} that are asked for: it counts {share} %. That of line {line}, for one, is not cited: name it where you use it, as `[1]` or as (Author, year).',
  },
  'paper.cited-few': {
    es: 'Tu lista de referencias tiene {count, plural, =0 {cero} one {# citada} other {# citadas}} en el texto, y se piden {wanted}: cuenta un {share} %. Añade las obras que has consultado y cítalas donde las uses.',
    en: 'Your list of references has {count, plural, =0 {none} one {# that is cited} other {# that are cited}} in the text, and {wanted} are asked for: it counts {share} %. Add the works that you have read and cite them where you use them.',
  },
  'paper.figures-few': {
    es: '{count, plural, =0 {Tu reporte no muestra ninguna figura} one {Tu reporte muestra # figura} other {Tu reporte muestra # figuras}}, y se piden {wanted}: cuenta un {share} %. Dibújalas con `npm run plots` y ponlas con `![texto](artifacts/nombre.svg)`.',
    en: '{count, plural, =0 {Your report shows no figure} one {Your report shows # figure} other {Your report shows # figures}}, and {wanted} are asked for: it counts {share} %. Draw them with `npm run plots` and show them with `![text](artifacts/name.svg)`.',
  },
  'paper.figure-missing': {
    es: 'La figura «{path}» de la línea {line} no está en tu entrega{more, plural, =0 {} one {, y hay # más que no se ve} other {, y hay # más que no se ven}}. Dibújala con `npm run plots`, o corrige la ruta.',
    en: 'The figure "{path}" of line {line} is not in your submission{more, plural, =0 {} one {, and # more cannot be seen} other {, and # more cannot be seen}}. Draw it with `npm run plots`, or correct the path.',
  },
  'paper.figure-near': {
    es: 'La figura «{path}» de la línea {line} no está en tu entrega{more, plural, =0 {} one {, y hay # más que no se ve} other {, y hay # más que no se ven}}. ¿Quisiste decir «{near}»?',
    en: 'The figure "{path}" of line {line} is not in your submission{more, plural, =0 {} one {, and # more cannot be seen} other {, and # more cannot be seen}}. Did you mean "{near}"?',
  },
  'paper.figure-case': {
    es: 'La figura «{path}» de la línea {line} se llama en realidad «{found}»{more, plural, =0 {} one {, y hay # más que no se ve} other {, y hay # más que no se ven}}. En muchos sistemas mayúsculas y minúsculas son distintas: escríbelo igual.',
    en: 'The figure "{path}" of line {line} is really called "{found}"{more, plural, =0 {} one {, and # more cannot be seen} other {, and # more cannot be seen}}. On many systems upper and lower case differ: write it alike.',
  },
  'paper.figure-outside': {
    es: 'La figura «{path}» de la línea {line} no está dentro de `artifacts/`{more, plural, =0 {} one {, y hay # más que no se ve} other {, y hay # más que no se ven}}. Guárdala ahí y muéstrala con su ruta: `artifacts/nombre.svg`.',
    en: 'The figure "{path}" of line {line} is not inside `artifacts/`{more, plural, =0 {} one {, and # more cannot be seen} other {, and # more cannot be seen}}. Save it there and show it by its path: `artifacts/name.svg`.',
  },
  'paper.figure-no-picture': {
    es: '«{path}», de la línea {line}, está, pero no es una imagen SVG, PNG o JPEG con algo dentro{more, plural, =0 {} one {, y hay # más que no se ve} other {, y hay # más que no se ven}}. Vuelve a dibujarla.',
    en: '"{path}", of line {line}, is there, but it is no SVG, PNG or JPEG with something in it{more, plural, =0 {} one {, and # more cannot be seen} other {, and # more cannot be seen}}. Draw it again.',
  },
  'paper.figure-not-shown': {
    es: 'Tu reporte no muestra la figura `{name}…`. Dibújala con `{command}` y ponla donde hablas de ella, con `![texto](artifacts/…)`.',
    en: 'Your report does not show the figure `{name}…`. Draw it with `{command}` and put it where you speak of it, with `![text](artifacts/…)`.',
  },
  'paper.no-diagram': {
    es: 'No se ve ningún diagrama de arquitectura. Vale una figura cuyo texto o nombre lo diga, o un bloque de texto con flechas (`→`) bajo un título o junto a un párrafo que diga «arquitectura» o «diagrama».',
    en: 'No diagram of an architecture can be seen. A figure whose text or name says so will do, or a block of text with arrows (`→`) under a heading or beside a paragraph that says "architecture" or "diagram".',
  },
  'paper.no-formula': {
    es: 'La sección 3 no tiene ninguna fórmula. Escribe al menos la del producto de jacobianos, entre `$$` o en un bloque de código.',
    en: 'Section 3 has no formula. Write at least that of the product of Jacobians, between `$$` or in a block of code.',
  },
  'paper.questions-open': {
    es: '{count, plural, one {Falta responder, o está muy corta, la pregunta inicial {open}} other {Faltan por responder, o están muy cortas, las preguntas iniciales {open}}}: por ahora cuentan un {share} %. Cada respuesta va bajo el título de su pregunta y cuenta entera desde {least} palabras tuyas.',
    en: '{count, plural, one {Initial question {open} is not answered, or very briefly} other {Initial questions {open} are not answered, or very briefly}}: for now they count {share} %. Each answer stands under the heading of its question and counts whole from {least} words of yours.',
  },
  'paper.gates-unnamed': {
    es: 'El texto no nombra la puerta {which, select, forget {de olvido} input {de entrada} other {de salida}}{count, plural, one {} other {, entre otras}}: cuenta un {share} %. Explica con tus palabras qué hace cada una de las tres.',
    en: 'The text does not name the {which, select, forget {forget} input {input} other {output}} gate{count, plural, one {} other {, among others}}: it counts {share} %. Explain in your own words what each of the three does.',
  },
  'paper.no-forget-bias': {
    es: 'El texto no habla del sesgo de la puerta de olvido. Di con qué valor empieza y por qué.',
    en: 'The text does not speak of the bias of the forget gate. Say which value it begins with, and why.',
  },
  'paper.baselines-unnamed': {
    es: 'El texto no nombra {which, select, last {la persistencia (repetir el último valor)} other {el ingenuo estacional (repetir el de hace un periodo)}}{count, plural, one {} other {, ni otra referencia}}: cuenta un {share} %. Un error solo dice algo al lado de lo que se consigue sin aprender nada.',
    en: 'The text does not name {which, select, last {persistence (repeating the last value)} other {the seasonal naive forecast (repeating the value of one period ago)}}{count, plural, one {} other {, nor another baseline}}: it counts {share} %. An error only says something beside what can be had without learning anything.',
  },
  'paper.architectures-unnamed': {
    es: 'Ningún párrafo explica {which, select, bilstm {la LSTM bidireccional} stacked {la LSTM apilada} other {el codificador-decodificador (seq2seq)}}{count, plural, one {} other {, entre otras}}: cuenta un {share} %. Dedica a cada una unas frases: qué lee, qué devuelve y para qué sirve.',
    en: 'No paragraph explains {which, select, bilstm {the bidirectional LSTM} stacked {the stacked LSTM} other {the encoder-decoder (seq2seq)}}{count, plural, one {} other {, among others}}: it counts {share} %. Give each a few sentences: what it reads, what it returns and what it is for.',
  },
  'paper.reflection-one-side': {
    es: 'La sección 5 no nombra a la vez LSTM y Transformers: cuenta un {share} %. Di cuándo usarías cada uno, y por qué.',
    en: 'Section 5 does not name both LSTM and Transformers: it counts {share} %. Say when you would use each, and why.',
  },
  'paper.labs-few': {
    es: 'El texto nombra {count, plural, =0 {cero laboratorios anteriores} one {# laboratorio anterior} other {# laboratorios anteriores}}, y se piden {wanted}: cuenta un {share} %. Di qué usas de cada uno, por ejemplo «la retropropagación del Lab 05».',
    en: 'The text names {count, plural, =0 {no earlier laboratory} one {# earlier laboratory} other {# earlier laboratories}}, and {wanted} are asked for: it counts {share} %. Say what you use of each, for example "backpropagation of Lab 05".',
  },
  'paper.no-next-lab': {
    es: 'El texto no nombra el Lab {lab}. Di qué problema de las redes recurrentes resuelve lo que viene.',
    en: 'The text does not name Lab {lab}. Say which problem of recurrent networks is solved by what comes next.',
  },
  'paper.no-benchmark-table': {
    es: 'Tu §2 no tiene una tabla con las filas RNN, LSTM y GRU y alguna columna de parámetros, segundos o pérdidas. Copia en ella las cifras de `artifacts/benchmark.json`.',
    en: 'Your §2 has no table with rows RNN, LSTM and GRU and some column of parameters, seconds or losses. Copy the figures of `artifacts/benchmark.json` into it.',
  },
  'paper.no-series-table': {
    es: 'Tu §4 no tiene una tabla con las filas LSTM y GRU y alguna columna MSE, RMSE o MAE. Calcúlalas con `regressionMetrics` sobre `artifacts/time-series/forecast.json`.',
    en: 'Your §4 has no table with rows LSTM and GRU and some column MSE, RMSE or MAE. Compute them with `regressionMetrics` on `artifacts/time-series/forecast.json`.',
  },
  'paper.no-experiments-table': {
    es: 'Tu §4 no tiene una tabla de configuraciones: una fila por cada una, una columna «Exactitud (validación)» y las de lo que cambiaste, con las cifras de `artifacts/experimentos.json`.',
    en: 'Your §4 has no table of configurations: a row for each, a column "Accuracy (validation)" and those of what you changed, with the figures of `artifacts/experimentos.json`.',
  },
  'paper.table-without-figures': {
    es: 'La tabla está, pero en sus filas no hay números que comparar con «{file}». Escribe en ella las cifras del archivo.',
    en: 'The table is there, but its rows have no numbers to hold against "{file}". Write the figures of the file into it.',
  },
  'paper.table-disagrees': {
    es: 'En la línea {line}, la fila «{row}» dice {printed} en {column, select, params {los parámetros} seconds {los segundos} firstLoss {la pérdida inicial} finalLoss {la pérdida final} valAccuracy {la exactitud de validación} valLoss {la pérdida de validación} trainAccuracy {la exactitud de entrenamiento} trainLoss {la pérdida de entrenamiento} other {{column}}}, pero «{file}» dice {expected}{more, plural, =0 {} one {, y hay # diferencia más} other {, y hay # diferencias más}}: la tabla cuenta un {share} %. Copia la cifra del archivo, con los decimales que quieras.',
    en: 'On line {line}, the row "{row}" says {printed} for {column, select, params {the parameters} seconds {the seconds} firstLoss {the first loss} finalLoss {the final loss} valAccuracy {the validation accuracy} valLoss {the validation loss} trainAccuracy {the training accuracy} trainLoss {the training loss} other {{column}}}, but "{file}" says {expected}{more, plural, =0 {} one {, and there is # more difference} other {, and there are # more differences}}: the table counts {share} %. Copy the figure of the file, with as many decimals as you like.',
  },
  'paper.experiments-table-short': {
    es: 'La tabla de configuraciones (línea {line}) tiene {count, plural, one {# fila} other {# filas}}, y se piden {wanted}: cuenta un {share} %. Añade las demás que entrenaste.',
    en: 'The table of configurations (line {line}) has {count, plural, one {# row} other {# rows}}, and {wanted} are asked for: it counts {share} %. Add the others that you trained.',
  },
  'paper.experiments-table-unknown': {
    es: 'La fila de la línea {line} no es de ninguna configuración de «{file}» que no esté ya en otra fila: la tabla cuenta un {share} %. Quita la fila, o entrena esa configuración.',
    en: 'The row of line {line} is of no configuration of "{file}" that is not in another row already: the table counts {share} %. Take the row out, or train that configuration.',
  },
  'paper.accuracy-unsaid': {
    es: 'La exactitud de validación de «{file}» es {expected}, pero en tu reporte no aparece. Escríbela en §4, como número o en porcentaje.',
    en: 'The validation accuracy of "{file}" is {expected}, but your report does not say it. Write it in §4, as a number or in percent.',
  },
  'paper.artifact-absent': {
    es: 'Para comparar tu tabla hace falta «{file}», y no está en tu entrega. Hazlo con `{command}`.',
    en: 'To hold your table against it "{file}" is needed, and it is not in your submission. Make it with `{command}`.',
  },
  'paper.artifact-unreadable': {
    es: '«{file}» no se puede leer como lo que escribe `{command}`. Repite esa orden y no edites el archivo.',
    en: '"{file}" cannot be read as what `{command}` writes. Run that command again and do not edit the file.',
  },
  'paper.experiments-absent': {
    es: 'Tu entrega no tiene «{file}». Cada `{command}` añade en él la configuración que entrena: prueba tres o más.',
    en: 'Your submission has no "{file}". Each `{command}` adds to it the configuration that it trains: try three or more.',
  },
  'paper.experiments-not-json': {
    es: '«{file}» no se puede leer como JSON. Corrígelo, o bórralo y repite `{command}` con cada configuración.',
    en: '"{file}" cannot be read as JSON. Correct it, or delete it and run `{command}` again for each configuration.',
  },
  'paper.experiments-odd': {
    es: 'En «{file}», {problem, select, missing {falta «{at}»} type {«{at}» no es del tipo que se espera ({expected})} range {«{at}» está fuera de lo posible (límite: {expected})} extra {sobra «{at}»} other {«{at}» no tiene la forma que se espera}}. Lo escribe `npm run train -- sentiment`; a mano, cambia solo las notas (`note`).',
    en: 'In "{file}", {problem, select, missing {"{at}" is missing} type {"{at}" is not of the type that is expected ({expected})} range {"{at}" is beyond what is possible (limit: {expected})} extra {"{at}" should not be there} other {"{at}" does not have the form that is expected}}. `npm run train -- sentiment` writes it; by hand, change only the notes (`note`).',
  },
  'paper.experiments-few': {
    es: '`artifacts/experimentos.json` tiene {count, plural, =0 {cero configuraciones} one {# configuración distinta} other {# configuraciones distintas}}, y se piden {wanted}: cuenta un {share} %. Cambia algo en `defaultSentimentConfig` o `defaultSentimentOptions` y vuelve a entrenar.',
    en: '`artifacts/experimentos.json` has {count, plural, =0 {no configuration} one {# configuration} other {# different configurations}}, and {wanted} are asked for: it counts {share} %. Change something in `defaultSentimentConfig` or `defaultSentimentOptions` and train again.',
  },
  'paper.experiments-one-way': {
    es: 'Para ver qué hace la regularización hace falta entrenar con ella y sin ella: falta {missing, select, off {una configuración con `dropout` 0 y `weightDecay` 0} on {una configuración con `dropout` o `weightDecay` mayor que 0} other {una de cada}}. Cambia esos números y vuelve a entrenar.',
    en: 'To see what regularisation does, train with it and without it: {missing, select, off {a configuration with `dropout` 0 and `weightDecay` 0 is missing} on {a configuration with `dropout` or `weightDecay` above 0 is missing} other {one of each is missing}}. Change those numbers and train again.',
  },
} as const satisfies Messages
