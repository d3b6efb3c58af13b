/** Whether a secret is the right one; a near miss takes as long as a wild guess. */
export function isSameText(given: string, expected: string): boolean {
  let difference = given.length ^ expected.length;
  for (let at = 0; at < expected.length; at += 1) {
    // Beyond the end of what is given there is no code, which counts as 0.
    difference |= given.charCodeAt(at) ^ expected.charCodeAt(at);
  }
  return difference === 0;
}
