/** The norms with how they stand, and apart from them what is only a caution of this program. */
import type { Norm } from "../../core/flow.ts";
import { nl } from "../../core/nl.ts";
import { longDate } from "../../core/date.ts";
import { entry, fixed, section, type Block, type Section } from "../block.ts";
import type { Reading } from "../reading.ts";

const words = nl.record.norms;

/** Nothing for a flow without norms. */
export function norms(reading: Reading): readonly Section[] {
  const all = [...reading.chapter.flow.norms.values()];
  const meldnormen = all.filter((norm) => norm.class === "meldnorm");
  const precautions = all.filter((norm) => norm.class === "voorzorg");
  const block = (norm: Norm): Block => stated(norm, reading);
  return [
    ...(meldnormen.length === 0 ? [] : [section(words.title, ...meldnormen.map(block))]),
    ...(precautions.length === 0
      ? []
      : [section(words.precautions, { kind: "text", text: words.precautionsAre }, ...precautions.map(block))]),
  ];
}

function stated(norm: Norm, { walk }: Reading): Block {
  return entry(words.stated(norm.title, words.states[walk.norms.get(norm.id) ?? "not-reached"]), [
    { label: norm.class === "meldnorm" ? words.text : words.precaution, shown: fixed(norm.text) },
    { label: words.why, shown: fixed(norm.why) },
    { label: words.checked, shown: fixed(longDate(norm.checked)) },
  ]);
}
