/** The browser that readers have: Debian's chromium, one for all tests. */
import { existsSync } from "node:fs";
import { chromium, type Browser, type Page } from "playwright-core";

const PROGRAM = "/usr/bin/chromium";
export const hasBrowser = existsSync(PROGRAM);
/** Said in the report of the tests when there is none. */
export const ABSENT = "chromium is not installed: HTML was not looked at in a browser";

export const open = (): Promise<Browser> => chromium.launch({ executablePath: PROGRAM, args: ["--no-sandbox", "--disable-gpu"] });

/** A page that notes whatever tries to leave it or to run in it. */
export async function watched(browser: Browser): Promise<{ readonly page: Page; readonly tried: string[] }> {
  const page = await browser.newPage();
  const tried: string[] = [];
  page.on("request", (request) => tried.push(`request ${request.url()}`));
  page.on("dialog", (dialog) => {
    tried.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("framenavigated", (frame) => {
    if (frame !== page.mainFrame()) tried.push(`frame ${frame.url()}`);
  });
  page.on("pageerror", (error) => tried.push(`error ${error.message}`));
  page.on("console", (message) => tried.push(`console ${message.text()}`));
  return { page, tried };
}
