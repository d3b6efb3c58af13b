// Exit code 0 when the sosie of this container answers: the health check of its image.
import { get } from 'node:http';

const port = process.env.SOSIE_PORT || 4360;
get({ host: '127.0.0.1', port, path: '/_sosie/health' }, ({ statusCode }) => {
  process.exit(statusCode === 200 ? 0 : 1);
}).on('error', () => process.exit(1));
