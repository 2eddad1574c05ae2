/** The order of the test files: the longest first, so that all workers end at about the same time. */
import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest, in this order; the others follow, the larger ones first. */
export const longest: readonly string[] = [
  'test/cluster/faults.test.ts',
  'test/cli/check.test.ts',
  'test/cli/faults.test.ts',
  'test/cluster/campaign.test.ts',
  'test/cli/try.test.ts',
  'test/cli/files.test.ts',
  'test/cli/hunt.test.ts',
  'test/cli/cite.test.ts',
  'test/cli/package.test.ts',
  'test/cli/measure.test.ts',
  'test/must-fail/derivations/damaged.test.ts',
  'test/prover/strategies.test.ts',
  'test/playground/browser.test.ts',
  'test/prover/proved.test.ts',
  'test/must-fail/false-claims.test.ts',
  'test/must-fail/prototypes.test.ts',
  'test/tools/site.test.ts',
  'test/language/bounds.test.ts',
  'test/language/spellings/strangers.test.ts',
  'test/second-checker/both-readers.test.ts',
  'test/prover/cookbook.test.ts',
  'test/must-fail/laws-and-means.test.ts',
  'test/narration/check-back.test.ts',
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId, project }: TestSpecification): number => {
      const at = longest.indexOf(relative(project.config.root, moduleId));
      return at < 0 ? longest.length : at;
    };
    const sorted = await super.sort(files);
    const projects = [...new Set(sorted.map(({ project }) => project.name))];
    // the files of one project stay together: their workers are shared
    return projects.flatMap((name) =>
      sorted.filter(({ project }) => project.name === name).toSorted((a, b) => place(a) - place(b)),
    );
  }
}
