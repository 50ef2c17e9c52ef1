/** What `report --format` writes, other systems' forms of a grade. */
export const formatNames = [
  'github-summary',
  'github-annotations',
  'classroom',
  'classroom50',
  'gradescope',
  'junit',
  'moodle',
  'canvas',
] as const

export type FormatName = (typeof formatNames)[number]
