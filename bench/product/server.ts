// The product listening on a port, as `sosie start` does.
import { answering } from '../process/answering.ts';
import { openSosie } from './open.ts';

answering({
  listen: async ({ dataset }) => {
    const sosie = await openSosie(dataset);
    const { url } = await sosie.listen({ port: 0 });
    return Number(new URL(url).port);
  },
});
