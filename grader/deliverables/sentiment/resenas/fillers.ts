import type { Lexicon } from './words.ts'

/** What fills `{when}` and the other holes of a filler. */
export const details: Readonly<Record<string, Lexicon>> = {
  when: {
    common: ['anoche', 'ayer', 'hoy', 'el sábado', 'el domingo', 'el viernes', 'en vacaciones', 'la semana pasada'],
    spare: ['el jueves', 'anteayer'],
  },
  friend: {
    common: ['mi hermana', 'mi primo', 'mi abuela', 'mi pareja', 'un amigo', 'una compañera', 'mi madre', 'mi vecino'],
    spare: ['mi cuñado', 'una colega'],
  },
  where: {
    common: ['el centro', 'casa', 'el barrio', 'la universidad', 'un festival', 'la plaza', 'la televisión'],
    spare: ['el teatro', 'la biblioteca'],
  },
  city: {
    common: ['Valdivia', 'Lima', 'Bogotá', 'Sevilla', 'Quito', 'México', 'Córdoba', 'Montevideo'],
    spare: ['Arequipa', 'Logroño'],
  },
  maker: {
    common: ['una directora joven', 'un director argentino', 'una novelista', 'un fotógrafo', 'una actriz famosa'],
    spare: ['un músico andaluz', 'una pintora'],
  },
  genre: {
    common: ['una comedia', 'un drama', 'un documental', 'un musical', 'una fábula', 'un thriller', 'una biografía'],
    spare: ['un western', 'una sátira'],
  },
  length: { common: ['90', '95', '100', '110', '120', '140'], spare: ['87', '163'] },
  year: { common: ['1975', '1988', '1994', '2003', '2011', '2019'], spare: ['1962', '2024'] },
}

/** Sentences that say nothing good or bad and can stand before or after an opinion. */
export const fillers: readonly string[] = [
  'La vi {when}',
  'La vi con {friend}',
  'Fui al cine {when}',
  'La daban en {where}',
  'Es {genre}',
  'La dirige {maker}',
  'Dura {length} minutos',
  'Se rodó en {city}',
  'Transcurre en {city}',
  'Se estrenó en {year}',
  'La sala estaba llena',
  'Me la recomendó {friend}',
  'Cuenta la vida de {maker}',
  'Es la tercera este mes',
  'Salí a las diez',
]
