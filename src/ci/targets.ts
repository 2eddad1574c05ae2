/** Which reports `check` writes, and where: `github,sarif:elenchus.sarif`. */

export const reporterNames = ['github', 'junit', 'sarif', 'markdown'] as const;
export type ReporterName = (typeof reporterNames)[number];

/** A reporter with its file; null is standard output. */
export interface Target {
  readonly reporter: ReporterName;
  readonly file: string | null;
}

/** Reads `github,junit:junit.xml`; a sentence where it is wrong. */
export function readTargets(text: string): readonly Target[] | string {
  const targets: Target[] = [];
  for (const part of text.split(',')) {
    const [, name = '', file = null] = /^([^:]*)(?::(.*))?$/s.exec(part) ?? [];
    if (!isReporter(name))
      return (
        `'${name}' is not a reporter: write ${reporterNames.join(', ')}, or several as ` +
        'github,sarif:elenchus.sarif'
      );
    if (file === '') return `${name}: has no file: write ${name}:FILE, or ${name} alone`;
    targets.push({ reporter: name, file });
  }
  const printed = targets.filter(({ file }) => file === null);
  return printed.length > 1
    ? `${printed.map(({ reporter }) => reporter).join(' and ')} cannot share standard output: ` +
        `give one of them a file, as ${printed[1]?.reporter}:FILE`
    : targets;
}

const isReporter = (name: string): name is ReporterName =>
  (reporterNames as readonly string[]).includes(name);
