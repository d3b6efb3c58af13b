/** UTF-16 code units take at most this many bytes in UTF-8; a pair of them takes four. */
export const MAX_BYTES_PER_UNIT = 3;
