/** Sentences of the area `members`. */
export const members = {}
