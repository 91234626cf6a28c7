/** A passphrase: typed unseen, and gone once it was given. */
import { edit, type Draft } from "../../core/edit.ts";
import { nl } from "../../core/nl.ts";
import type { Sheet } from "./sheet.ts";

const { keys: k } = nl.prompt;

export const secret = (title: string): Sheet<Draft, string> => ({
  head: {
    place: "",
    urgent: false,
    text: title,
    label: title,
    lines: [],
    note: undefined,
    help: [],
    keeps: false,
    overview: false,
    outside: true,
  },
  start: { text: "", cursor: 0 },
  press: (state, key) => {
    if (key.name !== "enter" && key.name !== "submit")
      return { state: edit(state, key, { single: true, rows: (text) => [{ start: 0, end: text.length }] }) };
    return state.text === "" ? { state } : { reply: { kind: "answer", value: state.text }, state: { text: "", cursor: 0 } };
  },
  // As long whatever was typed: also its length says something.
  draw: ({ text }) => ({
    body: [`> ${text === "" ? "" : "••••••"}`],
    focus: 0,
    hint: nl.prompt.secretHint,
    keys: [k.confirm, k.back, k.stopOutside],
  }),
  words: () => nl.prompt.secretTaken,
  typed: { of: ({ text }) => text, saved: "", hidden: true },
});
