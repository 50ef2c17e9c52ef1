/** Functions that a submission exports. */
export const required = ['buildStackedLstm', 'countStackedLstmParams'] as const
