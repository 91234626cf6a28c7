/**
 * Properties try the same texts and walks on every run, so that a change is judged by itself alone. `npm run test:random` looks for
 * new ones: it prints the seed of a failure, which `SEED=<number> npm test` tries again.
 */
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env["SEED"] ?? 20261121) });
