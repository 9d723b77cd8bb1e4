/** Sentences of the area `shell`. */
export const shell = {}
