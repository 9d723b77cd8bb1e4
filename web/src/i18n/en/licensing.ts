/** Sentences of the area `licensing`. */
export const licensing = {}
