/**
 * Sealing and opening with age (age-encryption.org/v1), so that the standard `age` program can do both as well. The package is slow to
 * load: import this file dynamically. No message says anything of a secret, and no error of the package comes through: its words quote keys.
 */
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient, type Stanza } from "age-encryption";
import { JournalDefect, UsageDefect } from "../core/defect.ts";
import { nl } from "../core/nl.ts";
import { systemClock } from "./clock.ts";
import { isSealed, RECIPIENT } from "./key.ts";

/** Whether a text is an X25519 recipient (`age1…`), its checksum included. */
export function isRecipient(text: string): boolean {
  try {
    new Encrypter().addRecipient(text);
    return RECIPIENT.test(text);
  } catch {
    return false;
  }
}

/**
 * A binary age file that each of the recipients can open. It says nothing of who sealed it: a recipient is no secret.
 * @throws UsageDefect when there is no recipient, or one is wrong
 */
export async function seal(plain: Uint8Array, recipients: readonly string[]): Promise<Uint8Array> {
  if (recipients.length === 0) throw new UsageDefect(nl.age.noRecipient);
  if (!recipients.every(isRecipient)) throw new UsageDefect(nl.age.badRecipient);
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  // That a recipient is a point of low order, so that no identity belongs to it, comes out only here.
  const sealed = await encrypter.encrypt(stream(plain)).catch(() => {
    throw new UsageDefect(nl.age.badRecipient);
  });
  return whole(sealed);
}

/**
 * What was sealed to one of the identities.
 * @throws JournalDefect when it was not sealed to them, when it is damaged, and when it is no age file
 */
export async function unseal(sealed: Uint8Array, identities: readonly string[]): Promise<Uint8Array> {
  if (!isSealed(sealed)) throw new JournalDefect(nl.age.notSealed);
  const decrypter = new Decrypter();
  try {
    for (const identity of identities) decrypter.addIdentity(identity);
  } catch {
    throw new JournalDefect(nl.age.badKey);
  }
  return opened(sealed, decrypter, () => nl.age.wrongKey, nl.age.damaged);
}

/** A new key: the secret half and the public half. */
export async function makeIdentity(): Promise<{ readonly identity: string; readonly recipient: string }> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await recipientOf(identity) };
}

/**
 * An identity as age-keygen writes it, behind a passphrase.
 * @param workFactor of scrypt, as a power of two; age's own unless a test is in a hurry. It takes about a second, in which nothing else runs
 * @throws JournalDefect when it is no X25519 identity
 */
export async function lockIdentity(identity: string, passphrase: string, workFactor = 18): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(workFactor);
  const text = Buffer.from(`# created: ${systemClock()}\n# public key: ${await recipientOf(identity)}\n${identity}\n`);
  try {
    return await whole(await encrypter.encrypt(stream(text)));
  } finally {
    text.fill(0);
  }
}

/**
 * The identity in a file of `lockIdentity`, or of age-keygen and `age --passphrase`.
 * @throws JournalDefect when the passphrase is wrong, and when the file is damaged or holds something else
 */
export async function openIdentity(file: Uint8Array, passphrase: string): Promise<string> {
  if (!isSealed(file)) throw new JournalDefect(nl.age.badKey);
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  const text = await opened(file, decrypter, (type) => (type === "scrypt" ? nl.age.wrongPassphrase : nl.age.badKey), nl.age.badKey);
  try {
    const [identity = "", ...more] = Buffer.from(text.buffer, text.byteOffset, text.length)
      .toString("utf8")
      .split(/\r?\n/)
      .filter((line) => line !== "" && !line.startsWith("#"));
    if (more.length > 0) throw new JournalDefect(nl.age.badKey);
    await recipientOf(identity);
    return identity;
  } finally {
    text.fill(0);
  }
}

/** The public half of an identity. @throws JournalDefect when it is no X25519 identity; the package would quote it */
export async function recipientOf(identity: string): Promise<string> {
  try {
    const recipient = await identityToRecipient(identity);
    if (RECIPIENT.test(recipient)) return recipient;
  } catch {
    // The same words for everything that is wrong with it.
  }
  throw new JournalDefect(nl.age.badKey);
}

/**
 * @param refused says why nothing of the decrypter fits, by the type of the file's first recipient
 * @throws JournalDefect with those words, else with `damaged`
 */
async function opened(file: Uint8Array, decrypter: Decrypter, refused: (type?: string) => string, damaged: string): Promise<Uint8Array> {
  // Asked only when none before it fitted.
  decrypter.addIdentity({
    unwrapFileKey: ([first]: readonly Stanza[]) => {
      throw new JournalDefect(refused(first?.args[0]));
    },
  });
  try {
    return await whole(await decrypter.decrypt(stream(file)));
  } catch (error) {
    throw error instanceof JournalDefect ? error : new JournalDefect(damaged);
  }
}

const stream = (bytes: Uint8Array): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });

/** All of a stream. Given bytes instead of a stream, the package goes through Node's fetch, which is slow to load. */
async function whole(parts: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const kept: Uint8Array[] = [];
  try {
    for await (const part of parts) kept.push(part);
    return Buffer.concat(kept);
  } finally {
    for (const part of kept) part.fill(0);
  }
}
