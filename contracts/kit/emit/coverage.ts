import type { Contract, Operation } from '../operation.ts';
import { GENERATED, markdownTable, type EmittedFile } from './file.ts';

export interface OperationTests {
  /** Golden folders of the operation. */
  readonly golden: number;
  /** Tests whose name mentions the operation. */
  readonly named: number;
}

export type TestsOf = (vendor: string, operation: string) => OperationTests;

/** What is built and tested, operation by operation. */
export function emitCoverage(contracts: readonly Contract[], testsOf: TestsOf): EmittedFile {
  const sections = contracts.map((contract) => section(contract, testsOf));
  const text = [
    `<!-- ${GENERATED} -->`,
    '# Coverage',
    'Evidence: `documented` in the vendor’s documentation that the project was given, `public` in ' +
      'other vendor sources, `inferred` from them, `guess` a choice of ours. An operation that is ' +
      'not built answers 501 and says so.',
    ...sections,
  ].join('\n\n');
  return { path: 'COVERAGE.md', text: `${text}\n` };
}

function section(contract: Contract, testsOf: TestsOf): string {
  const operations = Object.entries(contract.operations);
  const built = operations.filter(([, operation]) => !operation.notBuilt);
  const rows = operations.map(([id, operation]) =>
    row([id, transportsOf(contract, id)], operation, testsOf(contract.vendor, id)),
  );
  const header = ['operation', 'transport', 'evidence', 'built', 'golden', 'tests'];
  return [
    `## ${contract.title}`,
    `${built.length} of ${operations.length} operations are built.`,
    markdownTable(header, rows),
  ].join('\n\n');
}

function transportsOf({ operations, soap }: Contract, id: string): string {
  const operation = operations[id];
  const rest =
    operation && !operation.soapOnly ? [`REST \`${operation.method} ${operation.path}\``] : [];
  const services = (soap?.services ?? []).filter(({ operations: bound }) => id in bound);
  return [...rest, ...services.map(({ name }) => `SOAP \`${name}\``)].join(', ');
}

const row = (
  names: readonly string[],
  operation: Operation,
  tests: OperationTests,
): readonly string[] => [
  ...names,
  operation.evidence,
  operation.notBuilt ? 'no' : 'yes',
  String(tests.golden),
  String(tests.named),
];
