/**
 * The process in which faults are planted: surveys the tests once, or is given what another process
 * found, and answers each number with what noticed that fault.
 */
import fc from 'fast-check';
import { kernelFaults, kernelTests } from './kernel-faults.ts';
import { operatorFaults, operatorTests } from './operator-faults.ts';
import { noticed, survey, type Course, type Planted } from './suite.ts';

export type Room = 'kernel' | 'operators';
export type Order =
  | { readonly survey: readonly number[]; readonly room: Room; readonly faults: readonly Planted[] }
  | { readonly courses: readonly Course[]; readonly faults: readonly Planted[] }
  | { readonly fault: number };
export type Answer =
  | { readonly courses: readonly Course[] }
  | { readonly step: true }
  | { readonly fault: number; readonly by: string | null };

export const faultsOf = (room: Room): Planted[] =>
  room === 'kernel' ? kernelFaults() : operatorFaults();

const tell = (answer: Answer): void => void process.send?.(answer);

let faults: readonly Planted[] = [];
let courses: readonly Course[] = [];

async function follow(order: Order): Promise<void> {
  if ('fault' in order) {
    const { fault } = order;
    const by = await noticed(faults[fault] as Planted, fault, courses, () => tell({ step: true }));
    return tell({ fault, by });
  }
  // the same draws in every run
  fc.configureGlobal({ seed: 1 });
  faults = order.faults;
  if ('courses' in order) {
    ({ courses } = order);
    return;
  }
  const tests = order.room === 'kernel' ? kernelTests : operatorTests;
  courses = await survey(tests, faults, order.survey, () => tell({ step: true }));
  tell({ courses });
}

process.on('message', (order: Order) => {
  follow(order).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : error}\n`);
    process.exit(1);
  });
});
