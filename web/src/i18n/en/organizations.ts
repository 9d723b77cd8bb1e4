/** Sentences of the area `organizations`. */
export const organizations = {}
