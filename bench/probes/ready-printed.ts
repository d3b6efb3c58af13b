import { answering } from '../process/answering.ts';
import { repeated } from './repeated.ts';
import { whileStarted } from './started.ts';

answering({ probe: () => repeated(7, () => whileStarted(({ printedMs }) => printedMs)) });
