/** The user's key at work: what is sealed to it and opened with it. age itself comes only when there is something to do for it. */
import { JournalDefect } from "../core/defect.ts";
import { nl } from "../core/nl.ts";
import type { Disk } from "./disk.ts";
import { readLocked, readRecipient } from "./key.ts";

export interface Vault {
  /** The public half of the user's key; undefined when she has none. */
  readonly recipient: () => string | undefined;
  /** @param others recipients besides the user */
  readonly seal: (plain: Uint8Array, others: readonly string[]) => Promise<Uint8Array>;
  /** @throws JournalDefect with a wrong passphrase or key, or when the file is damaged */
  readonly unseal: (sealed: Uint8Array) => Promise<Uint8Array>;
}

/**
 * @param folder where the key is
 * @param passphrase asks for it; called once
 */
export function vault(disk: Disk, folder: string, passphrase: () => Promise<string>): Vault {
  let identity: Promise<string> | undefined;
  const recipient = (): string | undefined => readRecipient(disk, folder);
  const unlocked = async (): Promise<string> => {
    const locked = readLocked(disk, folder);
    if (locked === undefined) throw new JournalDefect(nl.key.none);
    const { openIdentity } = await import("./age.ts");
    return openIdentity(locked, await passphrase());
  };
  return {
    recipient,
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
  };
}
