import { createHmac } from 'node:crypto';

export interface UtickCredentials {
  /** Public key of the application. */
  readonly publicKey: string;
  /** Private key of the application; it signs and is never sent. */
  readonly privateKey: string;
  /** Id of the device that scans tickets, for the operations that one has to make. */
  readonly deviceId?: string;
}

export interface Signed {
  readonly publickey: string;
  readonly timestamp: string;
  readonly signature: string;
}

/** Utick signs public key and time, nothing of the call: vendor documentation and PHP client. */
export function signed({ publicKey, privateKey }: UtickCredentials, now: number): Signed {
  // The form of the vendor's own client: to the second, in UTC, with an offset.
  const timestamp = `${new Date(now).toISOString().slice(0, 19)}+00:00`;
  const signature = createHmac('sha256', privateKey)
    .update(publicKey + timestamp)
    .digest('hex');
  return { publickey: publicKey, timestamp, signature };
}
