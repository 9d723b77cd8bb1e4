/** Sentences of the area `sponsorships`. */
export const sponsorships = {}
