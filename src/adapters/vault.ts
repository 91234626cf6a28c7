/** The user's key at work: what is sealed to it and opened with it. age itself comes only when there is something to do for it. */
import { JournalDefect } from "../core/defect.ts";
import { nl } from "../core/nl.ts";
import type { Keys } from "../ports.ts";
import type { Disk } from "./disk.ts";
import { holdTogether, readLocked, readRecipient, writeKey } from "./key.ts";

export interface Vault {
  /** @param others recipients besides the user */
  readonly seal: (plain: Uint8Array, others: readonly string[]) => Promise<Uint8Array>;
  /** @throws JournalDefect with a wrong passphrase or key, or when the file is damaged */
  readonly unseal: (sealed: Uint8Array) => Promise<Uint8Array>;
  /** 32 bytes for one purpose, that nobody has who has not the key. @throws as unseal */
  readonly secret: (purpose: string) => Promise<Uint8Array>;
}

/**
 * @param folder where the key is
 * @param ask for the passphrase, once in a session; after a wrong one again, with what was wrong, until it gives undefined
 */
export function vault(disk: Disk, folder: string, ask: (wrong?: string) => Promise<string | undefined>): Vault & Keys {
  let identity: Promise<string> | undefined;
  const recipient = (): string | undefined => readRecipient(disk, folder);
  const unlocked = async (): Promise<string> => {
    const locked = readLocked(disk, folder);
    if (locked === undefined) throw new JournalDefect(nl.key.none);
    const { openIdentity, recipientOf } = await import("./age.ts");
    for (let wrong: string | undefined; ;) {
      const passphrase = await ask(wrong);
      if (passphrase === undefined) throw new JournalDefect(wrong ?? nl.key.none);
      let opened: string;
      try {
        opened = await openIdentity(locked, passphrase);
      } catch (error) {
        if (!(error instanceof JournalDefect)) throw error;
        wrong = error.message;
        continue;
      }
      holdTogether(disk, folder, await recipientOf(opened));
      return opened;
    }
  };
  return {
    folder,
    recipient,
    make: async (chosen) => {
      const { lockIdentity, makeIdentity } = await import("./age.ts");
      const made = await makeIdentity();
      writeKey(disk, folder, await lockIdentity(made.identity, chosen), made.recipient);
      identity = Promise.resolve(made.identity);
      return made.recipient;
    },
    restore: async () => {
      if (recipient() !== undefined || readLocked(disk, folder) === undefined) return undefined;
      identity ??= unlocked();
      await identity;
      return recipient();
    },
    isRecipient: async (text) => (await import("./age.ts")).isRecipient(text),
    seal: async (plain, others) => {
      const own = recipient();
      if (own === undefined) throw new JournalDefect(nl.key.none);
      return (await import("./age.ts")).seal(plain, [...new Set([own, ...others])]);
    },
    unseal: async (sealed) => {
      const { unseal } = await import("./age.ts");
      identity ??= unlocked();
      return unseal(sealed, [await identity]);
    },
    secret: async (purpose) => {
      const { createHmac } = await import("node:crypto");
      identity ??= unlocked();
      return createHmac("sha256", await identity)
        .update(purpose)
        .digest();
    },
  };
}
