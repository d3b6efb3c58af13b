// Time to fork a sandbox that has changed since the last fork. The forks stay alive.
import { answering } from '../process/answering.ts';
import { answerTo, inProcess, openSosie, whileListening } from '../product/open.ts';
import { requestProducts, roomiestOffer } from '../product/utick.ts';

const forks = 200;

answering({
  probe: async () => {
    const sosie = await openSosie('utick-large:10000');
    const offer = await whileListening(sosie, (port) => roomiestOffer(port, forks));
    const change = inProcess(requestProducts(offer, 1));
    const sandbox = sosie.sandboxes.get('default');
    if (!sandbox) throw new Error('there is no sandbox called default');
    const samples: number[] = [];
    for (let number = 1; number <= forks; number += 1) {
      await answerTo(sosie, change, '"orderid"');
      const startedAt = performance.now();
      await sandbox.fork(`fork-${number}`);
      samples.push(performance.now() - startedAt);
    }
    await sosie.close();
    return samples;
  },
});
