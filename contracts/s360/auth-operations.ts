import { Type } from '@sinclair/typebox';
import { described, evidence, minted, sensitive } from '#kit/types.ts';
import { closed } from './scalars.ts';

const Token = Type.Object(
  { token: sensitive(minted(Type.String({ minLength: 1 }))) },
  { ...closed, title: 'Token' },
);

const login = (path: string, summary: string) =>
  ({
    method: 'POST',
    path,
    summary,
    evidence: 'public',
    access: 'none',
    request: Type.Object({
      operator: Type.Optional(
        described('Name of the virtual operator: `MOSA_B2C`.', Type.String()),
      ),
      partner: Type.Optional(evidence('public', Type.String())),
      secret: Type.Optional(sensitive(Type.String())),
    }),
    result: Token,
    response: Token,
  }) as const;

/** A token for the operator's secret, in place of one that the client signs itself. REST alone. */
export const auth = {
  logIn: login('/tnai/backend-apis/v1/auth', 'A token for the calls that follow.'),
  logInToContacts: login('/tnco/backend-apis/v1/auth', 'The same, at the contact module.'),
} as const;
