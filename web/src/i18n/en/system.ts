/** Sentences of the area `system`. */
export const system = {}
