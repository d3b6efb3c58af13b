// The job on express 5 as it comes: what most hand-written mocks pay.
import { createServer } from 'node:http';
import express from 'express';
import { answering } from '../process/answering.ts';
import { listenOnLoopback } from '../process/listen.ts';
import { takeOrder } from './job.ts';

const app = express();
app.use(express.json());
app.post('/orders', (request, response) => {
  const answer = takeOrder(request.body);
  response.status(answer ? 200 : 400).json(answer ?? { success: false });
});

answering({ listen: () => listenOnLoopback(createServer(app)) });
