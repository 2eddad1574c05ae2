// Campaign files: what is read, and messages that name the place and what to write instead.
import { describe, expect, test } from 'vitest';
import { parseCampaign } from '../../src/campaign/campaign-file.ts';

const claim = 'A: n×n |- tr(A A) >= 0';

describe('a campaign file', () => {
  test('hands its seed, points and slice on to what names none', () => {
    expect(
      parseCampaign(
        JSON.stringify({
          name: 'demo',
          seed: 3,
          points: 5000,
          hunts: [
            { name: 'squares', claim },
            { id: 'dnfa/balance-relu', points: 10, seed: 1 },
          ],
          catalogues: [{ declared: ['survived'], slice: 7 }],
          experiments: [{ id: 'dnfa/trained-isotropy', slices: 100 }],
        }),
      ),
    ).toEqual({
      name: 'demo',
      hunts: [
        { id: null, name: 'squares', claim, points: 5000, slice: null, seed: 3 },
        { id: 'dnfa/balance-relu', name: null, claim: null, points: 10, slice: null, seed: 1 },
      ],
      catalogues: [{ paths: [], declared: ['survived'], points: 5000, slice: 7, seed: 3 }],
      experiments: [{ id: 'dnfa/trained-isotropy', form: 'long', seed: 3, slices: 100 }],
    });
  });
  test.each([
    ['no JSON', '{ "name": "x",\n "hunts": [,] }', 'line 2, column 12: not JSON'],
    ['a file that is cut off', '{ "name": "x"', 'not JSON'],
    ['a list', '[]', 'the file is []; write an object'],
    ['no name', '{}', 'the file lacks "name"; write "name": "…"'],
    ['a name with capitals', '{ "name": "Open Questions" }', '"open-questions"'],
    ['nothing to do', '{ "name": "x" }', 'has nothing to do; write "hunts"'],
    ['an unknown field', '{ "name": "x", "hunt": [] }', 'unknown field "hunt"; it may have'],
    ['hunts in an object', '{ "name": "x", "hunts": {} }', '"hunts" is {}; write a list'],
    [
      'a hunt that is text',
      '{ "name": "x", "hunts": ["a/b"] }',
      'hunts[0] is "a/b"; write an object',
    ],
    ['neither id nor claim', '{ "name": "x", "hunts": [{}] }', 'hunts[0] must have either "id"'],
    [
      'an id with a name',
      '{ "name": "x", "hunts": [{ "id": "a/b", "name": "c" }] }',
      'hunts[0].name must be left out',
    ],
    [
      'a claim without a name',
      `{ "name": "x", "hunts": [{ "claim": "${claim}" }] }`,
      'hunts[0] lacks "name"',
    ],
    [
      'a bad id',
      '{ "name": "x", "hunts": [{ "id": "a" }] }',
      'hunts[0].id is "a"; write <family>/<name>',
    ],
    [
      'no points',
      '{ "name": "x", "hunts": [{ "id": "a/b", "points": 0 }] }',
      'hunts[0].points is 0; write a whole number from 1',
    ],
    [
      'points in words',
      '{ "name": "x", "points": "many" }',
      '"points" is "many"; write a whole number',
    ],
    [
      'a bad seed',
      '{ "name": "x", "catalogues": [{ "seed": -1 }] }',
      'catalogues[0].seed is -1; write a whole number from 0',
    ],
    [
      'a bad verdict',
      '{ "name": "x", "catalogues": [{ "declared": ["true"] }] }',
      'catalogues[0].declared has "true"; a verdict is one of',
    ],
    [
      'a bad form',
      '{ "name": "x", "experiments": [{ "id": "a/b", "form": "huge" }] }',
      'experiments[0].form is "huge"; write "short" or "long"',
    ],
  ])('with %s is refused', (_, text, message) => {
    expect(() => parseCampaign(text)).toThrow(message);
  });
});
