/** Marks that turn the order of what follows: with one, `fdp.exe` reads as `exe.pdf`. */
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** A file's name as somebody else wrote it, without what makes it read otherwise than it is. */
export const plainName = (name: string) => name.replace(TURNING, '')
