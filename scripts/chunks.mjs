// From the chunks that esbuild splits a program into, to functions that bin/meldcode.js can call. esbuild splits ES modules only, and Node
// loads CommonJS faster. Chunks that are always needed together become one function: what one takes from another is then a name in its
// scope instead of a property behind a getter, and that is felt at the start.
import { build, transform } from "esbuild";

const common = { format: "cjs", platform: "node", minify: true, supported: { "dynamic-import": false } };

/**
 * @param outputs of a split build, with its metafile
 * @param home chunk -> the table that has it, where it is not in one of its own
 * @param whole the tables that are one function
 * @returns table -> the source of its functions, as `"name": function ...`
 */
export async function tablesOf({ outputFiles, metafile }, home, whole, target) {
  const chunks = outputFiles.map(({ path, text }) => {
    const name = baseOf(path);
    const { exports } = Object.entries(metafile.outputs).find(([output]) => baseOf(output) === name)[1];
    return { name, text, exports, table: home.get(name) ?? name };
  });
  const tableOf = new Map(chunks.map(({ name, table }) => [name, table]));
  const linked = (code) =>
    code.replace(/require\(["']\.\/([\w-]+)\.js["']\)/g, (_, name) =>
      whole.has(tableOf.get(name)) ? `require("./${tableOf.get(name)}.cjs")["${name}"]` : `require("./${name}.cjs")`,
    );

  const tables = new Map([["main", []]]);
  const put = (table, text) => tables.set(table, [...(tables.get(table) ?? []), text]);
  for (const { name, text, table } of chunks) {
    if (whole.has(table)) continue;
    put(table, asFunction(name, linked((await transform(text, { ...common, target })).code)));
    if (table !== name) put("main", `"${name}.cjs": "${table}.cjs"`);
  }
  for (const table of whole) {
    const inside = chunks.filter((chunk) => chunk.table === table);
    const wanted = wantedBy(chunks.filter((chunk) => chunk.table !== table));
    put(table, asFunction(table, linked(await together(inside, wanted, target))));
  }
  return tables;
}

/** The name of a file without its folder and ending. */
export const baseOf = (path) => path.split(/[\\/]/).at(-1).replace(/\.js$/, "");

/** A bundle as a function, by the name of its file. One character beyond ASCII would double the memory of the whole file. */
export const asFunction = (name, code) =>
  `"${name}.cjs": function (exports, require, module) {${code.replace(
    /[^\0-\x7f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  )}\n}`;

/** chunk -> what others take from it by name. Whoever asks for it while the program runs, may take anything. */
function wantedBy(others) {
  const wanted = new Map();
  for (const { text } of others)
    for (const [, names, from] of text.matchAll(/^import \{([^}]*)\} from "\.\/([\w-]+)\.js";$/gm))
      wanted.set(from, new Set([...(wanted.get(from) ?? []), ...names.split(",").map((name) => name.trim().split(" as ")[0])]));
  return wanted;
}

/** Chunks as one: `exports[chunk][name]`. */
async function together(chunks, wanted, target) {
  const texts = new Map(chunks.map(({ name, text }) => [`./${name}.js`, text]));
  const given = chunks.map(({ name, text, exports }) => {
    const names = exports.filter((one) => !name.startsWith("chunk-") || wanted.get(name)?.has(one));
    // What is taken has its value by then, and keeps it: a function that sets it later would not be seen by others.
    const late = names.find(
      (one) => one.startsWith("init_") || new RegExp(String.raw`^\s+${one.replaceAll("$", "\\$")} \??.?= `, "m").test(text),
    );
    if (late !== undefined) throw new Error(`${name} gives ${late} to another table, and may change it`);
    return { name, names };
  });
  const contents = [
    ...given.map(
      ({ name, names }, i) => `import { ${names.map((one) => `${one} as ${one}_${String(i)}`).join(", ")} } from "./${name}.js";`,
    ),
    ...given.map(({ name, names }, i) => `exports["${name}"] = { ${names.map((one) => `"${one}": ${one}_${String(i)}`).join(", ")} };`),
  ].join("\n");
  const { outputFiles } = await build({
    ...common,
    target,
    bundle: true,
    write: false,
    stdin: { contents, loader: "js" },
    plugins: [
      {
        name: "together",
        setup: (builder) => {
          builder.onResolve({ filter: /^\.\// }, ({ path, kind }) =>
            texts.has(path) && kind === "import-statement" ? { path, namespace: "chunk" } : { path, external: true },
          );
          builder.onLoad({ filter: /.*/, namespace: "chunk" }, ({ path }) => ({ contents: texts.get(path), loader: "js" }));
        },
      },
    ],
    // That is how CommonJS gives.
    logOverride: { "commonjs-variable-in-esm": "silent" },
  });
  return outputFiles[0].text;
}
