/** Exports of the search for unnecessary hypotheses. */
export {
  needs,
  type NeedsOptions,
  type NeedsReport,
  type NeedsRow,
  type NeedsStep,
} from './needs.ts';
