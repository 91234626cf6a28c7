import { expect, test } from "vitest";
import { terminalPrompt } from "../../src/adapters/prompt.ts";
import { asking } from "./questions.ts";
import { desk } from "./station.ts";

test("taken and given back", () => {
  const { terminal, raw, output, events } = desk();
  terminal.close();
  terminal.close();
  expect(raw).toEqual([true, false]);
  expect(output()).toBe("\x1b[?2004h\x1b[?2004l\x1b[?25h");
  expect(events.eventNames()).toEqual([]);
});

test.each(["SIGHUP", "SIGTERM"])("%s ends by that signal, once, the terminal restored", (signal) => {
  const { events, deaths, raw, output } = desk();
  events.emit(signal);
  events.emit("SIGHUP");
  expect(deaths).toEqual([signal]);
  expect(raw).toEqual([true, false]);
  expect(output()).toContain("\x1b[?25h");
});

test.each(["end", "error"])("%s of the input is a hang-up", (event) => {
  const { input, deaths } = desk();
  input.emit(event, new Error("EIO"));
  expect(deaths).toEqual(["SIGHUP"]);
});

test("a hang-up while a prompt waits yields no value", async () => {
  const { terminal, input, deaths, type } = desk();
  let replied = false;
  void terminalPrompt(terminal, { plain: true })
    .ask(asking("text"))
    .then(() => {
      replied = true;
    });
  await type("", "half");
  input.end();
  await type();
  expect(deaths).toEqual(["SIGHUP"]);
  expect(replied).toBe(false);
});

test("SIGINT from outside is the reply stop", async () => {
  const { terminal, events, type } = desk();
  const asked = terminalPrompt(terminal, { plain: true }).ask(asking("choice"));
  await type("");
  events.emit("SIGINT");
  expect(await asked).toEqual({ kind: "stop" });
  terminal.close();
});

test("letters cut in two by the transport", async () => {
  const { terminal, input, type } = desk();
  const asked = terminalPrompt(terminal, { plain: true }).ask(asking("line"));
  await type("");
  for (const byte of Buffer.from("Żółć 👍")) input.write(Buffer.from([byte]));
  await type("\r");
  expect(await asked).toEqual({ kind: "answer", value: "Żółć 👍" });
  terminal.close();
});
