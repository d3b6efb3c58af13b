import { errors } from '#contracts/monext/errors.ts';
import { returnCodes, type Code } from '#contracts/monext/return-codes.ts';
import { GENERATED, markdownTable, type EmittedFile } from '#kit/emit/file.ts';
import { orderRules } from '#mocks/monext/domain/order-rules.ts';
import { isBankCode, simulatedAmounts } from '#mocks/monext/domain/simulator.ts';
import { settings } from '#mocks/monext/settings.ts';

/** Pages about Monext that are made from its rules and its codes. */
export const monextPages = (): readonly EmittedFile[] => [orderPage(), codesPage()];

const page = (name: string, parts: readonly string[]): EmittedFile => ({
  path: `docs/vendors/monext-${name}.md`,
  text: `${[`<!-- ${GENERATED} -->`, ...parts].join('\n\n')}\n`,
});

const MOST_SHOWN = 40;

/** What a request holds in place of what would be right. */
function shown(sample: object): string {
  const text = JSON.stringify(sample, (_, value: unknown) => (value === undefined ? null : value));
  const short = text.replace(/x{8,}/g, (run) => `x… (${run.length})`);
  return `\`${short.length > MOST_SHOWN ? `${short.slice(0, MOST_SHOWN)}…` : short}\``;
}

function orderPage(): EmittedFile {
  const rows = orderRules.map((rule) => [
    `\`${rule.field}\``,
    `${rule.broken}${rule.since === undefined ? '' : ` (from version ${rule.since})`}`,
    shown(rule.sample),
    '02305',
    `Invalid field format : ${rule.label} : ${rule.rule}`,
    rule.mode === 'always' ? 'always' : '`strictOrder`',
    rule.evidence,
  ]);
  return page('order', [
    '# Refusals of an order by Monext',
    'In the order in which they are looked for: the first that applies is the answer. Where ' +
      '`strictOrder` stands, only that setting makes it refuse. A field that came with a later ' +
      'version of the protocol than the request’s is neither looked at nor kept. `null` in a ' +
      'request stands for a field that is missing.',
    markdownTable(
      ['field', 'broken by', 'request', 'code', 'longMessage', 'refused', 'evidence'],
      rows,
    ),
  ]);
}

/** What leads to codes that no failure stands for: entries of the books. */
const entries: Readonly<Partial<Record<Code, string>>> = {
  '00000': 'every success',
  '01101': 'a card whose month is over',
  '01130': 'a card without cvx (`missingCvx`)',
  '01131': 'no proof of 3-D Secure, where the contract or the test card needs one',
  '02001': 'the same request, accepted today or yesterday (`duplicateCode`)',
  '02002': 'the same request, on hold since today or yesterday',
  '02301': 'a refund of an id that nobody issued',
  '03022': 'the test card that fails 3-D Secure',
};

function codesPage(): EmittedFile {
  const rows = Object.entries(returnCodes).map(
    ([code, { shortMessage, longMessage, evidence }]) => [
      code,
      shortMessage,
      longMessage.trimEnd(),
      `${evidence.longMessage} / ${evidence.shortMessage}`,
      waysTo(code as Code).join('; '), // the table's own keys
    ],
  );
  return page('codes', [
    '# Return codes of Monext',
    'Evidence: of the long message / of the short one. Every code can be had from ' +
      '`monext/set-bank-answer`, which makes the next payment by card end with it; what else leads ' +
      'to it stands in the last column, and where there is nothing, nothing that is built yet does.',
    markdownTable(['code', 'shortMessage', 'longMessage', 'evidence', 'led to by'], rows),
  ]);
}

function waysTo(code: Code): readonly string[] {
  const failures = Object.entries(errors)
    .filter(([, error]) => error.code === code)
    .map(([failure]) => `\`${failure}\``);
  const chosen = Object.entries(settings)
    .filter(([, { allowed }]) => Array.isArray(allowed) && allowed.some((one) => one === code))
    .filter(([, setting]) => setting.default !== code)
    .map(([name]) => `setting \`${name}\``);
  const amounts = [...simulatedAmounts]
    .filter(([, said]) => said === code && code !== '00000')
    .map(([cents]) => `${(cents / 100).toFixed(2)} EUR`);
  const card = isBankCode(code) ? ['a card of the simulator'] : [];
  const entry = entries[code];
  return [...(entry ? [entry] : []), ...failures, ...chosen, ...amounts, ...card];
}
