import { Type } from '@sinclair/typebox';
import type { Contract } from '#kit/operation.ts';
import type { SoapContract } from '#kit/soap/service.ts';
import { IntegerLike, List, nillable, sensitive, xsd } from '#kit/types.ts';
import { done, refused } from '#kernel/outcome.ts';
import { table, type Row } from '#kernel/table-spec.ts';
import type { AnyVendorModule, Answer, Message, SoapFault, UsernameToken } from '#wire/vendor.ts';

/** A cloakroom: small, yet its messages have all that SOAP can carry. */
interface Coat extends Row {
  readonly owner: string;
  readonly pockets: readonly string[];
}

const Tag = Type.Object(
  { code: Type.String(), price: xsd('int', Type.Integer()) },
  { title: 'Tag', additionalProperties: false },
);
const CoatResult = Type.Object(
  {
    requestId: nillable(xsd('int', Type.Integer())),
    status: Type.String(),
    owner: Type.Optional(Type.String()),
    tags: List(Tag),
    labels: Type.Record(Type.String(), Type.String()),
    isWarm: Type.Boolean(),
  },
  { title: 'CoatResult', additionalProperties: false },
);
const Refusal = Type.Object({ error: Type.String() }, { additionalProperties: false });

const hang = {
  method: 'POST',
  path: '/rest/{version}/hang',
  summary: 'Hangs a coat.',
  evidence: 'documented',
  access: 'owner',
  request: Type.Object({
    owner: Type.Optional(Type.String()),
    count: Type.Optional(IntegerLike),
    pockets: Type.Optional(List(Type.String())),
    secret: Type.Optional(sensitive(Type.String())),
    lining: Type.Optional(
      Type.Object({ colour: Type.Optional(Type.String()) }, { title: 'Lining' }),
    ),
    labels: Type.Optional(Type.Record(Type.String(), Type.String())),
  }),
  result: CoatResult,
  response: CoatResult,
} as const;
const isOpen = { ...hang, path: '/rest/{version}/isOpen', request: Type.Object({}) } as const;

export const metro: SoapContract['style'] = {
  elementForm: 'unqualified',
  prefixes: { envelope: 'S', message: 'ns2', types: 'ns2' },
  xsi: 'element',
  namespaces: 'strict',
  empty: 'text',
  elements: 'operation',
};
export const typed: SoapContract['style'] = {
  elementForm: 'qualified',
  typesNamespace: 'http://obj.example.com',
  prefixes: { envelope: 'soapenv', message: 'impl', types: 'obj' },
  xsi: 'envelope',
  namespaces: 'lenient',
  empty: 'missing',
  elements: 'request-response',
};

const NAMESPACE = 'http://{version}.Cloakroom.service.example.com';

export const cloakroomSoap = (style: SoapContract['style']): SoapContract => ({
  style,
  services: [
    {
      name: 'Cloakroom',
      path: '/soap/com.example.{version}.Cloakroom.webservice',
      namespace: NAMESPACE,
      versions: ['v1_2', 'v1_1'],
      evidence: 'documented',
      operations: { hang: { result: 'CoatResult' }, isOpen: { result: 'CoatResult' } },
    },
  ],
});

const fault = (code: SoapFault['code'], text: string, status = 500): Answer => ({
  status,
  code: typeof code === 'string' ? code : code.name,
  message: { code, text } satisfies SoapFault,
});

const identity = (message: unknown): Answer => ({ status: 200, message });

/** Everyone may hang a coat who says the password. */
const authenticate = (
  _draft: unknown,
  { security, access }: { security?: UsernameToken | undefined; access: string },
) =>
  access === 'none' || security?.password === 'P@ssw0rd'
    ? done(security?.username)
    : refused({ kind: 'who-are-you' });

export function cloakroom(style: SoapContract['style'] = metro): AnyVendorModule {
  const contract: Contract = {
    vendor: 'cloakroom',
    title: 'Cloakroom',
    version: '1',
    operations: { hang, isOpen: { ...isOpen, access: 'none', readOnly: true } },
    refusal: Refusal,
    errors: {},
    soap: cloakroomSoap(style),
  };
  const wiring: AnyVendorModule['rest']['wiring'] = {
    hang: (draft, { message }) => {
      if (message.owner === 'nobody') return refused({ kind: 'no-owner' });
      const id = String(draft.next('coats'));
      const pockets = message.pockets ?? [];
      draft.coats.put({ id, owner: message.owner ?? '', pockets });
      return done({
        isWarm: true,
        status: message.lining?.colour ?? 'unlined',
        requestId: null,
        ...(message.owner === undefined ? {} : { owner: message.owner }),
        tags: pockets.map((code: string, at: number) => ({ price: at, code })),
        labels: message.labels ?? {},
      });
    },
    isOpen: () => done({ requestId: 1, status: 'open', tags: [], labels: {}, isWarm: false }),
  };
  const shared = { message: ({ body }: { body: unknown }) => done(body as Message), authenticate };
  return {
    name: 'cloakroom',
    title: 'Cloakroom',
    hosts: [],
    basePath: '',
    contract,
    tables: { coats: table<Coat>()({}) },
    settings: {},
    due: {},
    invariants: {},
    rest: {
      ...shared,
      wiring,
      credential: () => undefined,
      answer: identity,
      refuse: ({ kind }) => ({ status: 400, message: { error: kind } }),
      defect: (text) => ({ status: 500, message: { error: text } }),
    },
    soap: {
      ...shared,
      wiring: {},
      credential: ({ security }) => security?.username,
      answer: identity,
      refuse: (failure) => {
        switch (failure.kind) {
          case 'no-owner':
            return {
              ...identity({
                ...{ requestId: null, status: 'error.owner', tags: [], labels: {}, isWarm: false },
              }),
              shape: 'response',
            };
          case 'soap-version':
            return fault('VersionMismatch', failure.version);
          case 'header-not-understood':
            return fault('MustUnderstand', failure.header);
          case 'unknown-path':
            return fault('Client', failure.path, 404);
          case 'who-are-you':
            return fault(
              { prefix: 'wsse', namespace: 'urn:wsse', name: 'FailedAuthentication' },
              'no',
            );
          default:
            return fault('Client', JSON.stringify(failure));
        }
      },
      defect: (text) => fault('Server', text),
    },
    dataset: { schema: Type.Object({}), install: () => ({}) },
    actions: {},
    credential: { schema: Type.Object({}), key: () => '', install: () => undefined },
    demo: '',
  };
}
