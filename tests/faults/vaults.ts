/** Keys: one that costs nothing, and the real one. */
import { createHash } from "node:crypto";
import { makeIdentity, seal, unseal } from "../../src/adapters/age.ts";
import type { Vault } from "../../src/adapters/vault.ts";

const FIRST_LINE = "age-encryption.org/v1\n";
const turned = (bytes: Uint8Array): Uint8Array => bytes.toReversed();
const headOf = (others: readonly string[]): Buffer => Buffer.from(`${FIRST_LINE}${JSON.stringify(others)}\n`);

/** Looks like age from outside: the same first line, and not a word of what is in it. The second line names the other recipients. */
export const veil: Vault = {
  seal: (plain, others) => Promise.resolve(Buffer.concat([headOf(others), turned(plain)])),
  unseal: (sealed) => Promise.resolve(Buffer.from(turned(sealed.subarray(Buffer.from(sealed).indexOf("\n", FIRST_LINE.length) + 1)))),
  secret: () => Promise.resolve(new Uint8Array(32)),
};

/** Whether a file of the veil was sealed to these others. */
export const isVeiledTo = (sealed: Uint8Array, others: readonly string[]): boolean =>
  headOf(others).equals(sealed.subarray(0, headOf(others).length));

/** age itself, with a key of its own that no passphrase guards. */
export async function realVault(): Promise<Vault> {
  const { identity, recipient } = await makeIdentity();
  return {
    seal: (plain, others) => seal(plain, [recipient, ...others]),
    unseal: (sealed) => unseal(sealed, [identity]),
    secret: () => Promise.resolve(createHash("sha256").update(identity).digest()),
  };
}
