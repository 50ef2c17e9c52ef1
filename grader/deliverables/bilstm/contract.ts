/** Functions that a submission exports. */
export const required = ['buildBiLstmEncoder', 'buildBiLstmClassifier'] as const
