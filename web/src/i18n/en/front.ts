/** Sentences of the area `front`. */
export const front = {}
