import { overHttp } from '../over-http.ts';
import { orderCall } from './job.ts';

const workload = () => Promise.resolve({ calls: [orderCall], expects: '"success":true' });

export const raw = overHttp({
  name: 'raw',
  server: 'bench/yardsticks/raw.ts',
  dataset: 'none',
  workload,
});

export const express = overHttp({
  name: 'express',
  server: 'bench/yardsticks/express.ts',
  dataset: 'none',
  workload,
});
