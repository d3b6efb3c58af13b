import { personOperations } from './person-operations.ts';
import { transactionOperations } from './transaction-operations.ts';

export const operations = { ...personOperations, ...transactionOperations } as const;
