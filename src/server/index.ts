export { createSosie } from './sosie.ts';
export type { Listening, ListenOptions } from './listening.ts';
export type { Sosie, SosieOptions, SosieRequest } from './sosie.ts';
export type { SandboxHandle } from './handle.ts';
export type { NewSandbox } from './control/sandboxes.ts';
export type { WireResponse } from '#wire/http.ts';
export type { Config } from './config/index.ts';
export { Problem } from './control/problem.ts';
