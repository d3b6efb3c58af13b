/** `Authorization` of HTTP Basic, in UTF-8. */
export const basicCredentials = (username: string, password: string): string =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
