import { answering } from '../process/answering.ts';
import { repeated, whileStarted } from './started.ts';

answering({ probe: () => repeated(7, () => whileStarted(({ wallMs }) => wallMs)) });
