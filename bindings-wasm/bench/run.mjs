// Runs a case of cases.json with the functions of the module, as the package does, and measures it.

const nothing = [[], new Uint8Array(0), new Uint32Array(0)];

/**
 * @param glue dist/wasm/paceline.js, started
 * @param packed of dist/pack.js
 * @param cases the cases
 * @param texts documents by their name
 * @returns the milliseconds that a case takes, by its name
 */
export function runner(glue, packed, cases, texts) {
  const plans = {};
  for (const { document, part } of cases) {
    if (part === undefined) plans[document] ??= glue.open("from_json", ...packed({ plan: texts[document] }));
  }
  const byName = new Map(cases.map((one) => [one.name, one]));
  const first = { poll: () => false, best() {} };
  return (name) => {
    const { operation, document, part, options, stop } = byName.get(name);
    const given = options === undefined ? undefined : JSON.stringify(options);
    const host = stop === true ? first : undefined;
    const begin = performance.now();
    if (part !== undefined) glue.call(operation, ...packed({ [part]: texts[document] }), given, host);
    else if (operation === "from_json") glue.open(operation, ...packed({ plan: texts[document] })).free();
    else plans[document].call(operation, ...nothing, given, host);
    return performance.now() - begin;
  };
}
