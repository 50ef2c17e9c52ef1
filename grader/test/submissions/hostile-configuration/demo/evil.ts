export const name = 'evil'
