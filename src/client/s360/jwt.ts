import { createHmac } from 'node:crypto';
import type { S360Speaker } from './speaker.ts';

const LIVES_SECONDS = 30;

/**
 * A token that the operator signs itself, as the vendor documents it in place of its auth endpoint;
 * `now` is the host's clock in milliseconds.
 */
export function signedToken({ operator, secret, partner }: S360Speaker, now: number): string {
  const [institution = operator] = operator.split('_');
  const iat = Math.floor(now / 1000);
  const claims = {
    ...{ sub: institution, aud: operator, iss: partner ?? institution },
    ...{ iat, exp: iat + LIVES_SECONDS },
  };
  const content = [{ alg: 'HS256', typ: 'JWT' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
}
