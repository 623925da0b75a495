/** How long a link may wait to be used. */
export const linkDays = 14
