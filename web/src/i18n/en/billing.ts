/** Sentences of the area `billing`. */
export const billing = {}
