/** What an experiment of a catalogue is written with. */
export type { Context, InOneGo, InUnits } from './experiment.ts';
export type { Form } from './form.ts';
export { above, below, exactly, inForm, named, ordered, within } from './finding.ts';
export type { Finding } from './finding.ts';
export { exactQuantity, known, nullOf, quantity } from './quantity.ts';
export type { Estimate, Null, Quantity } from './quantity.ts';
export { bootstrap, mean, meanInterval, pairedDifference, variance } from './statistics.ts';
export { correlationNull } from './correlation-null.ts';
export {
  digitsAttention,
  digitsConvolution,
  digitsDense,
  scaleAndDecay,
  shapeAndSteps,
} from './training/designs.ts';
export { fourPoint } from './finite-width/four-point.ts';
export { ntkFluctuation } from './finite-width/ntk-fluctuation.ts';
export { trainedPrediction } from './finite-width/trained-prediction.ts';
export { linearNetRanks } from './linear-nets/linear-net-ranks.ts';
export { criticalInitialisations } from './criticality/critical-initialisations.ts';
export { levelSetDimension } from './level-sets/level-set-dimension.ts';
