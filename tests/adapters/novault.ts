import type { Vault } from "../../src/adapters/vault.ts";

/** Somebody without a key. */
export const noVault: Vault = {
  seal: () => Promise.reject(new Error("there is no key")),
  unseal: () => Promise.reject(new Error("there is no key")),
  secret: () => Promise.reject(new Error("there is no key")),
};
