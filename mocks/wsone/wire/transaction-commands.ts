import type { WsoneOperations } from '#contracts/wsone/index.ts';
import { done } from '#kernel/outcome.ts';
import type { Request } from '#kit/operation.ts';
import type { CancelPending } from '#mocks/wsone/domain/cancelling.ts';
import { identifierKey, missing, storeNumber, type Parsed } from './commands.ts';

type MessageOf<N extends keyof WsoneOperations> = Request<WsoneOperations[N]>;

export function cancelPendingCommand(
  message: MessageOf<'cancelTransactionsNotValidated'>,
): Parsed<CancelPending> {
  const { IdentifierRequest: who, EntityRequest: where } = message;
  if (!who && !where) return missing('/IdentifierRequest');
  const storeId = where && storeNumber(where);
  if (!who) return done({ identifier: undefined, storeId });
  const identifier = identifierKey(who, '/IdentifierRequest');
  return identifier.ok ? done({ identifier: identifier.value, storeId }) : identifier;
}
