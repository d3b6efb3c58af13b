import { Type } from '@sinclair/typebox';
import { objectNamed } from './schemas.ts';

/** What every answer that says no holds, whatever else is in it. */
export const Refused = Type.Object({ result: objectNamed('result') }, { title: 'Refused' });

/** HTTP alone says no (401): the body is not known. */
export const HttpRefusal = Type.Unknown();
