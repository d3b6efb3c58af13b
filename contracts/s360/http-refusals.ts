import { Type } from '@sinclair/typebox';

/** SOAP's way of saying that an envelope or its caller is wrong. */
export const SoapFault = Type.Object(
  { faultcode: Type.String(), faultstring: Type.String() },
  { title: 'SoapFault' },
);

/** HTTP alone says no (401, 429, 509): clients are not to rely on the body. */
export const HttpRefusal = Type.Unknown();
