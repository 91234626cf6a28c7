/** A passphrase. That nothing of it is shown is the one thing a terminal that gives lines cannot do: here it gives keys, for this long. */
import { nl } from "../../core/nl.ts";
import type { Reply } from "../../ports.ts";
import { secret } from "../prompts/secret.ts";
import { heard } from "./heard.ts";
import type { Lines } from "./lines.ts";
import { NOWHERE } from "./sheet.ts";
import { say, type Ended } from "./talk.ts";

/** The signs mean here what they mean everywhere; a passphrase of one or two signs there is not. */
export function unseen(lines: Lines, title: string): Promise<Ended<string>> {
  const sheet = secret(title);
  return new Promise((done) => {
    let state = sheet.start;
    const end = (reply: Reply<string>, left = false): void => {
      stop();
      say(lines, "");
      done({ reply, left });
    };
    const stop = lines.keys((key) => {
      if (key.name === "interrupt") end({ kind: "stop" });
      else if (key.name === "leave") end({ kind: "stop" }, true);
      else {
        const { says } = heard(state.text);
        const typed = key.name === "enter" || key.name === "submit";
        if (typed && says === "back") end({ kind: "back" });
        else if (typed && (says === "stop" || says === "leave")) end({ kind: "stop" }, says === "leave");
        else {
          const move = sheet.press(state, key, NOWHERE);
          if ("reply" in move) end(move.reply);
          else state = move.state;
        }
      }
    });
    // Last: what is typed at once is not shown either.
    say(lines, "", sheet.head.text, nl.linear.secret);
  });
}
