import { cancelPending } from '#mocks/wsone/domain/cancelling.ts';
import { cancelPendingCommand } from './transaction-commands.ts';
import { as, type WsoneWiring } from './wiring.ts';

export const transactions: Pick<WsoneWiring, 'cancelTransactionsNotValidated'> = {
  cancelTransactionsNotValidated: (draft, { message }, env) => {
    const command = cancelPendingCommand(message);
    if (!command.ok) return command;
    return as(cancelPending(draft, command.value, env), ({ length }) => ({
      infos: `${length} transaction(s) cancelled`,
    }));
  },
};
