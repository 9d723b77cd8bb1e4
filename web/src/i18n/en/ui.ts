/** Sentences of the area `ui`. */
export const ui = {}
