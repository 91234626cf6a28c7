/** After a text at most two tips about its words. They never block, and nothing of them is written down. */
import { FlowDefect } from "../core/defect.ts";
import { tips as mostUseful } from "../core/language/tips.ts";
import type { Remark } from "../core/language/lint.ts";
import { nl } from "../core/nl.ts";
import type { TaalSource } from "../core/formats.ts";
import type { Value } from "../core/value.ts";
import type { Walk } from "../core/walk.ts";
import type { Asking, Menu, Prompt, Reply, World } from "../ports.ts";

/** Looks at words until she has had enough of it. */
export interface Tips {
  readonly on: (taal: TaalSource | undefined, text: string) => Promise<readonly Remark[]>;
  readonly turnOff: () => void;
}

export function tipsOf(world: Pick<World, "wording" | "tell">): Tips {
  let { wording } = world;
  return {
    on: async (taal, text) => {
      if (wording === undefined || taal === undefined || taal === "geen") return [];
      try {
        const { lint, tips } = await wording();
        if (tips) return mostUseful(lint(taal, text));
        wording = undefined;
      } catch (error) {
        // A fault in the words or the profile must not stand between her and her answer.
        if (!(error instanceof FlowDefect)) throw error;
        wording = undefined;
        world.tell(error.message);
      }
      return [];
    },
    turnOff: () => {
      wording = undefined;
    },
  };
}

/**
 * Asks; and where the words of the answer could say more, whether she wants to change them: once for each time it is asked.
 * Not while something waits until after the decision, as then there is no time to lose.
 */
export async function askWithTips(
  { prompt, tips }: { readonly prompt: Prompt; readonly tips: Tips },
  asking: Asking,
  { deferred }: Walk,
): Promise<Reply<Value | null>> {
  const reply = await prompt.ask(asking);
  if (reply.kind !== "answer" || typeof reply.value !== "string" || reply.value === asking.current || deferred.length > 0) return reply;
  const remarks = await tips.on(asking.askable.taal, reply.value);
  if (remarks.length === 0) return reply;
  // While she reads the tips, what she wrote must not be lost.
  await asking.keep?.(reply.value);
  const choice = await prompt.choose(await menu(asking, remarks));
  if (choice.kind === "stop") return choice;
  if (choice.kind === "answer" && choice.value === "uit") tips.turnOff();
  return choice.kind === "answer" && choice.value !== "aanpassen" ? reply : prompt.ask({ ...asking, draft: reply.value });
}

async function menu({ place }: Asking, remarks: readonly Remark[]): Promise<Menu> {
  const { words } = await import("../core/nl-language.ts");
  const [first] = remarks;
  const example =
    first?.of.weak === undefined || first.of.strong === undefined
      ? []
      : [nl.interview.weak(first.of.weak), nl.interview.strong(first.of.strong)];
  return {
    title: words.tips.title,
    label: words.tips.label,
    place,
    lines: remarks.map(({ ask }) => ask),
    help: [...example, words.tips.help].join("\n"),
    options: words.tips.options,
  };
}
