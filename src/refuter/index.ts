export { certify } from './certify.ts';
export { goalsOf, type Goal } from './goals.ts';
export { search, searchSync, type CoveredResult, type SearchOptions } from './search.ts';
