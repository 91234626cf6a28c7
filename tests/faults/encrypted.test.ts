/** An encrypted case, with every call of its session going wrong once. */
import { sessions } from "./session.ts";

sessions(true);
