import { Defect } from '#kernel/defect.ts';
import type { Validator } from '#kit/ajv.ts';
import type { XmlSchema } from '#kit/soap/wsdl.ts';
import type { TSchema } from '#kit/types.ts';
import type { Violation } from '#kit/violations.ts';
import type { PipelineParts } from './pipeline.ts';
import { orderProblem } from './rest/json-writer.ts';

/** What an answer of ours has to be. */
export interface ResponseCheck {
  readonly check: Validator;
  /** Where keys go over the wire as they stand in the message. */
  readonly ordered?: TSchema;
  /** The XML schemas of an answer in XML, the ones it imports first. */
  readonly schemas?: () => readonly XmlSchema[];
}

/** Tells where a document breaks its schemas. */
export type XmlCheck = (text: string, schemas: readonly XmlSchema[]) => Violation | undefined;

interface Answered {
  readonly message: unknown;
  readonly text: string;
}

/**
 * Our own answer against our own contract; a violation is told, or thrown as a defect. The order of
 * its keys is checked too where tests ask for it, and the XML against its schemas where asked.
 */
export function selfCheck(
  { selfCheck: mode, hardened, xmlCheck }: PipelineParts,
  { ordered, check, schemas }: ResponseCheck,
  { message, text }: Answered,
): Violation | undefined {
  if (mode === 'off') return undefined;
  const [broken] = check(message);
  const violation = broken ?? (xmlCheck && schemas ? xmlCheck(text, schemas()) : undefined);
  if (violation && mode === 'fail') {
    throw new Defect(
      `the answer breaks its contract at ${violation.pointer}: ${violation.message}`,
    );
  }
  const pointer = hardened && ordered ? orderProblem(ordered, message) : undefined;
  if (pointer !== undefined) throw new Defect(`the answer's keys are out of order at ${pointer}`);
  return violation;
}
