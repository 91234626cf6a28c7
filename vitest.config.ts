import { existsSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { defineConfig } from "vitest/config";

/** In memory where there is room: thousands of files are made and taken away, and no test needs what a disk keeps. */
const MEMORY = "/dev/shm";
const room = (folder: string): number => (existsSync(folder) ? statfsSync(folder).bavail * statfsSync(folder).bsize : 0);

// Not isolated: making the modules anew for each file takes a fifth of the time, and no test leaves anything behind in them.
export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    testTimeout: 30_000,
    maxWorkers: 2,
    isolate: false,
    pool: "threads",
    env: { TMPDIR: room(MEMORY) > 2 ** 30 ? MEMORY : tmpdir() },
    setupFiles: ["tests/seed.ts"],
  },
});
