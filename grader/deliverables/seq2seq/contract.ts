/** Functions that a submission exports. */
export const required = ['buildSeq2Seq'] as const
