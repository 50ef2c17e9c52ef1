/** Functions that a submission exports; the bonus ones are asked for only by their own checks. */
export const required = ['initLstm', 'sigmoid', 'lstmStep', 'lstmForward', 'lstmBackward', 'countLstmParams'] as const
