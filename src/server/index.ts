export { createSosie } from './sosie.ts';
export type { Listening, Sosie, SosieOptions, SosieRequest } from './sosie.ts';
export type { SandboxHandle } from './handle.ts';
export type { NewSandbox } from './control/sandboxes.ts';
export type { Config } from './config/index.ts';
export { Problem } from './control/problem.ts';
