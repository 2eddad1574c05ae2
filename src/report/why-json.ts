/** Why a claim is not proved, as plain data. */
import type { Why } from '../verdict/why.ts';

export const whyJson = ({ tried, wouldFollowFrom, facts, ...rest }: Why) => ({
  ...rest,
  wouldFollowFrom: [...wouldFollowFrom],
  facts: facts.map((f) => ({ ...f })),
  tried: tried.map((t) => ({ ...t })),
});
