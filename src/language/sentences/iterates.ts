/** Names the iterates of an iteration: `x_{t+1}` is `x_next`, `x_t` is `x`, `x^*` is `x_opt`. */
const letter = String.raw`((?:\\[a-z]+|[A-Za-zα-ω]))`;

/** Is every subscript of the letter the index or the next one? */
const isStep = (text: string, name: string, index: string): boolean => {
  const base = name.replace('\\', '\\\\');
  const scripts = [...text.matchAll(new RegExp(`${base}_(?:\\{([^{}]*)\\}|(\\w))`, 'g'))];
  return scripts.every(([, braced, bare]) => {
    const script = (braced ?? bare ?? '').replaceAll(/\s/g, '');
    return script === index || script === `${index}+1`;
  });
};

/** The text with its iterates named; as it is where a letter has other scripts, as in `x_0`. */
export const withIteratesNamed = (source: string): string => {
  const steps = new RegExp(`${letter}_\\{\\s*([a-z])\\s*\\+\\s*1\\s*\\}`, 'g');
  let text = source;
  for (const [, name = '', index = ''] of source.matchAll(steps)) {
    if (!isStep(source, name, index)) return source;
    const base = name.replace('\\', '\\\\');
    const plain = name.replace('\\', '');
    text = text
      .replaceAll(new RegExp(`${base}_\\{\\s*${index}\\s*\\+\\s*1\\s*\\}`, 'g'), `${plain}_next`)
      .replaceAll(new RegExp(`${base}_(?:\\{${index}\\}|${index}(?!\\w))`, 'g'), name);
  }
  return text === source
    ? source
    : text.replaceAll(/(?<![a-z_\\])([a-z])\^\{?(?:\*|\\ast|\\star)\}?/g, ' $1_opt');
};
