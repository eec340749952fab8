// The corpus core/tests/vectors: read without a parser, so that no number and no order of fields changes.
// Runs in Node and in a page alike.

/**
 * The text without the spaces and line breaks between its values.
 * @param {string} text
 */
export function minified(text) {
  return text.replace(/("(?:[^"\\]|\\.)*")|\s+/g, (_, quoted) => quoted ?? "");
}

/**
 * The fields of an object, or the items of a list, as texts.
 * @param {string} text minified
 * @returns {string[]}
 */
function pieces(text) {
  const found = [];
  let [depth, from] = [0, 1];
  for (const { 0: mark, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{},]/g)) {
    if (mark === "{" || mark === "[") depth += 1;
    if (mark === "}" || mark === "]") depth -= 1;
    if ((mark === "," && depth === 1) || depth === 0) {
      if (index > from) found.push(text.slice(from, index));
      from = index + 1;
    }
  }
  return found;
}

/** @param {string} text minified */
function fields(text) {
  const entries = pieces(text).map((piece) => {
    const [, name] = /^"((?:[^"\\]|\\.)*)":/.exec(piece);
    return [name, piece.slice(name.length + 3)];
  });
  return Object.fromEntries(entries);
}

/**
 * The cases of a file: what `call` is given, and the text it must answer. A part that is itself a text stands for
 * a document that may not even be JSON.
 * @param {string} file
 */
export function casesOf(file) {
  const content = fields(minified(file));
  const operation = JSON.parse(content.operation);
  return pieces(content.cases).map((text) => {
    const found = fields(text);
    const bare = ([name, part]) => [name, part.startsWith('"') ? JSON.parse(part) : part];
    const parts = Object.fromEntries(Object.entries(fields(found.input)).map(bare));
    return { operation, name: JSON.parse(found.name), parts, options: found.options, expected: found.expected };
  });
}

/**
 * Runs a case; nothing if the answer has the expected bytes, else what differs.
 * @param {(operation: string, parts: Record<string, string>, options?: string) => string} call
 */
export function differs({ operation, name, parts, options, expected }, call) {
  let answer;
  try {
    answer = call(operation, parts, options);
  } catch (error) {
    if (typeof error?.toJson !== "function") return `${operation} "${name}": ${error?.stack ?? error}`;
    answer = error.toJson();
  }
  if (answer === expected) return undefined;
  let at = 0;
  while (answer[at] === expected[at]) at += 1;
  const near = (text) => text.slice(Math.max(0, at - 60), at + 60);
  return `${operation} "${name}" at ${at}: ${near(answer)} instead of ${near(expected)}`;
}
