/** All that is shipped, read from its YAML once for every test that looks at all of it. */
import { submitted } from "../src/adapters/submitted.ts";
import { ROOT } from "./program.ts";

export const everything = submitted(ROOT, []);
