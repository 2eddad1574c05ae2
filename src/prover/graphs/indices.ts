/** Index letters for contractions: `abc` for three axes. */
export const letters = (k: number): string =>
  Array.from({ length: k }, (_, i) => String.fromCharCode(97 + i)).join('');
