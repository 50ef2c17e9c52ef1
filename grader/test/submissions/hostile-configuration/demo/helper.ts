export const name = 'helper'
