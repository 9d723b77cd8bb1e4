/** Sentences of the area `vault`. */
export const vault = {}
