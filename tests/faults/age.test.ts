/** A session with age itself in place of the veil: the same record, and the same when it is cut off where files change places. */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { calm, faulty, Killed } from "./disk.ts";
import { bury, takenUp, undisturbed } from "./promises.ts";
import { nothing, play, type Room } from "./script.ts";
import { realVault, veil } from "./vaults.ts";

test("an encrypted case survives a kill at every link", async () => {
  const root = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "meldcode-faults-age-"));
  try {
    const vault = await realVault();
    const room = (name: string): Room => ({ folder: join(root, name), vault, encrypted: true });
    const counting = faulty(calm, "EIO", 0);
    const whole = await undisturbed({ ...room("sluier"), vault: veil });
    expect(await undisturbed(room("ongestoord"), counting.disk)).toBe(whole);
    const links = counting.calls.flatMap(({ name }, i) => (name === "linkSync" ? [i + 1] : []));
    // The lock, the case, the case kept in the other way and back, the document; and what promises it, also when it is written over.
    expect(links).toHaveLength(7);
    for (const n of links) {
      const [here, known] = [room(String(n)), nothing()];
      await expect(play(here, faulty(calm, "killed", n).disk, known)).rejects.toBeInstanceOf(Killed);
      bury(here);
      expect(await takenUp(here, known)).toBe(whole);
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
