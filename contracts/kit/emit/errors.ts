import type { Contract } from '../operation.ts';
import { GENERATED, markdownTable, type EmittedFile } from './file.ts';

/** Every way a vendor says no, in order of precedence. */
export function emitErrors(contract: Contract): EmittedFile {
  const rows = Object.entries(contract.errors).map(([failure, error]) => [
    `\`${failure}\``,
    String(error.status),
    String(error.code),
    error.message,
    error.when,
    error.evidence,
  ]);
  const text = [
    `<!-- ${GENERATED} -->`,
    `# Errors of the ${contract.title}`,
    'In order of precedence: the first line that applies is the answer.',
    markdownTable(['failure', 'HTTP status', 'code', 'message', 'when', 'evidence'], rows),
  ].join('\n\n');
  return { path: `docs/vendors/${contract.vendor}-errors.md`, text: `${text}\n` };
}
