/** Functions that a submission exports; the bonus ones are asked for only by their own checks. */
export const required = ['initGru', 'gruStep', 'gruForward', 'gruBackward', 'countGruParams'] as const
