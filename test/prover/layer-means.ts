/**
 * Claims on means of products over random layers, true and false, and such as the kernel refuses to
 * average.
 */
const widths = 'W[l]: d[l]×d[l-1] ~ normal(0, c/d[l-1]) for l in 1..L; c: scalar nonnegative';
const critical = 'W[l]: d[l]×d[l-1] ~ normal(0, 1/d[l-1]) for l in 1..L';
const square = 'W[l]: n×n ~ normal(0, 1/n) for l in 1..L';
const gates =
  'W[l]: d[l]×d[l-1] ~ normal(0, 2/d[l-1]) for l in 1..L; b[l]: d[l] ~ independent(1/2, 1/4, 0, 1/16) for l in 1..L';
const net = 'prod[l=L..1](W[l])';

export const trueLayerMeans: readonly string[] = [
  `${widths}; x: d[0] |- E[|${net} x|^2] = c^L d[L]/d[0] |x|^2`,
  `${widths}; x: d[0] |- E[|${net} x|^4] = (c^2)^L (d[L]/d[0])^2 prod[l=1..L](1 + 2/d[l]) |x|^4`,
  `${widths}; x, y: d[0] |- E[(${net} x)' (${net} y)]/d[L] = c^L (x' y)/d[0]`,
  `${widths}; x, y: d[0] |- E[${net} x (${net} y)'] = c^L (x' y)/d[0] I`,
  `${widths}; w: d[L] ~ normal(0, c/d[L]); x: d[0] |- E[(w' ${net} x)^4] = 3 c^2 (c^2)^L prod[l=1..L](1 + 2/d[l]) (|x|^2/d[0])^2`,
  `${widths}; w: d[L] ~ normal(0, c/d[L]); x: d[0] |- E[(w' ${net} x)^6] = 15 c^3 (c^3)^L prod[l=1..L]((1 + 2/d[l]) (1 + 4/d[l])) (|x|^2/d[0])^3`,
  `${widths} |- E[normF(${net})^2] = c^L d[L]`,
  `${critical} |- forall l in 1..L. E[normF(W[l])^2] = d[l]`,
  'W[l]: d[l]×n ~ normal(0, s[l]) for l in 1..L; s[l]: scalar nonnegative for l in 1..L |- forall l in 1..L. E[normF(W[l])^2] = n d[l] s[l] and E[normF(W[1])^2] = n d[1] s[1]',
  'W[l]: d[l]×n ~ normal(0, l) for l in 1..L |- forall l in 1..L. E[normF(W[l])^2] = n d[l] l and E[normF(W[1])^2] = n d[1]',
  `${critical}; x: d[0]; L >= 2 |- E[|W[2] W[1] x|^2] = d[2]/d[0] |x|^2`,
  `${gates}; x: d[0] |- E[|prod[l=L..1](diag(b[l]) W[l]) x|^2]/d[L] = |x|^2/d[0]`,
  `${gates}; x: d[0] |- E[|prod[l=L..1](diag(b[l]) W[l]) x|^4]/d[L]^2 = prod[l=1..L](1 + 5/d[l]) (|x|^2/d[0])^2`,
  'W[l]: d[l]×d[l-1] ~ normal(0, s[l]/d[l-1]) for l in 1..L; s[l]: scalar nonnegative for l in 1..L; x: d[0] |- E[|prod[l=L..1](W[l]) x|^2] = prod[l=1..L](s[l]) d[L]/d[0] |x|^2',
  `${square} |- E[${net}' ${net}] = I`,
  `${square}; A: n×n |- E[${net}' A ${net}] = tr(A)/n I`,
  `${square}; x: n |- E[|prod[l=1..L](W[l]) x|^2] = |x|^2`,
  `${square}; x: n |- forall l in 1..L. E[|prod[k=l..1](W[k]) x|^2] = |x|^2`,
  `${square}; x: n |- E[|prod[l=L..2](W[l]) x|^2] = |x|^2`,
  `${square}; x: n |- E[|${net} x|^2] = E[|prod[l=L-1..1](W[l]) x|^2]`,
  `${square}; x: n ~ normal(0, 1) |- E[|${net} x|^2] = n`,
  'W[l]: n×n ~ normal(0, 1/n) for l in 1..3; x: n |- E[|prod[l=3..1](W[l]) x|^4] = (1 + 2/n)^3 |x|^4',
  'U[l]: n×n ~ normal(0, 1/n) for l in 1..L; V[l]: n×n ~ normal(0, 1/n) for l in 1..L; x: n |- E[|prod[l=L..1](U[l] V[l]) x|^2] = |x|^2',
  'W[l]: n×n ~ normal(0, v) for l in 1..L; v: scalar nonnegative; x: n |- E[|prod[l=L..1](I + W[l]) x|^2] = (1 + n v)^L |x|^2',
  'M: n×n; W[l]: n×n ~ normal(M, v) for l in 1..L; v: scalar nonnegative; x: n |- E[prod[l=L..1](W[l]) x] = M^L x',
  'W[l]: n×n ~ rademacher for l in 1..L; x: n |- E[|prod[l=L..1](W[l]) x|^2] = n^L |x|^2',
  // of one term, 1..N-1 is empty
  'X: N×N; x: scalar |- sum[i in 1..N-1](x) = (N - 1) x',
  'X: N×N; x[i]: n for i in 1..N |- sum[i in 1..N-1](x[i+1] - x[i]) = x[N] - x[1]',
  'a[l]: scalar ~ normal(m, v) for l in 1..L; m: scalar; v: scalar nonnegative |- E[prod[l=1..L](a[l])] = m^L',
  'a[l]: scalar ~ normal(m, v) for l in 1..L; m: scalar; v: scalar nonnegative |- E[prod[l=1..L](a[l])^2] = (m^2 + v)^L',
];

export const falseLayerMeans: readonly string[] = [
  `${widths}; x: d[0] |- E[|${net} x|^2] = c^L |x|^2`,
  `${widths}; x: d[0] |- E[|${net} x|^2] = c d[L]/d[0] |x|^2`,
  `${widths}; x: d[0] |- E[|${net} x|^2] = c^(L+1) d[L]/d[0] |x|^2`,
  'W[l]: d[l]×d[l-1] ~ normal(0, c/d[l]) for l in 1..L; c: scalar nonnegative; x: d[0] |- E[|prod[l=L..1](W[l]) x|^2] = c^L d[L]/d[0] |x|^2',
  `${critical}; x: d[0] |- E[|${net} x|^4] = (d[L]/d[0])^2 prod[l=1..L](1 + 2/d[l-1]) |x|^4`,
  `${critical}; x: d[0] |- E[|${net} x|^4] = (d[L]/d[0])^2 prod[l=1..L](1 + 3/d[l]) |x|^4`,
  `${critical}; x: d[0] |- E[|${net} x|^4] = (d[L]/d[0])^2 |x|^4`,
  `${critical} |- E[${net}' ${net}] = I`,
  `${gates}; x: d[0] |- E[|prod[l=L..1](diag(b[l]) W[l]) x|^4]/d[L]^2 = prod[l=1..L](1 + 3/d[l]) (|x|^2/d[0])^2`,
  `${square}; x: n |- E[|${net} x|^4] = (1 + 2 L/n) |x|^4`,
  `${square}; x: n |- E[|prod[l=L..2](W[l]) x|^4] = (1 + 2/n)^L |x|^4`,
  `${square} |- E[tr(${net})] = n`,
  `${square}; x: n |- E[|prod[l=L..1](W[l] W[l]) x|^2] = |x|^2`,
  `${square}; x: n |- E[|${net} ${net} x|^2] = |x|^2`,
  `${square}; x: n |- E[|${net}' ${net} x|^2] = |x|^2`,
  `${square}; V: n×n ~ normal(0, 1/n); x: n |- E[|V ${net} V x|^2] = |x|^2`,
  // a law that varies with the index of its family, under an index of the same name
  'x[i]: n ~ normal(0, s[i]) for i in 1..N; s[i]: scalar nonnegative for i in 1..N |- forall i in 1..N. E[|x[1]|^2] = n s[i]',
  'x[i]: n ~ normal(0, s[i]) for i in 1..N; s[i]: scalar nonnegative for i in 1..N |- forall i in 1..N. forall j in 1..N. E[|x[j]|^2] = n s[i]',
  'x[i]: n ~ normal(m[i], 1) for i in 1..N; m[i]: n for i in 1..N |- forall i in 1..N. E[x[1]] = m[i]',
  'x[i]: n ~ normal(0, i) for i in 1..N; X: N×N |- forall i in 1..N. E[|x[1]|^2] = n i',
  'W[l]: d[l]×n ~ normal(0, s[l]) for l in 1..L; s[l]: scalar nonnegative for l in 1..L |- forall l in 1..L. E[normF(W[1])^2] = n d[1] s[l]',
  'W[l]: d[l]×n ~ normal(0, l) for l in 1..L |- forall l in 1..L. E[normF(W[1])^2] = n d[1] l',
  // layers that are not independent
  `${square}; x: n |- E[|${net} W[1] x|^2] = |x|^2`,
  `${square}; x: n |- E[|prod[l=L..2](W[l]) W[1] W[1] x|^2] = |x|^2`,
  `${square}; x: n |- E[|prod[l=L..1](W[l] W[1]) x|^2] = |x|^2`,
  `${square}; x: n |- E[|${net} x|^2 |prod[l=L..2](W[l]) x|^2] = |x|^4`,
  `${square}; V: n×n ~ normal(0, 1/n); x: n |- E[|prod[l=L..1](W[l] V) x|^2] = |x|^2`,
  'V: n×n ~ normal(0, 1/n); x: n |- E[|V^L x|^2] = |x|^2',
  `${critical} |- E[normF(W[1])^2 normF(W[L])^2] = d[1] d[L]`,
  `${square}; x: n |- grad[x](E[|${net} x|^2]) = 0`,
  'a[l]: scalar ~ normal(1, v) for l in 1..L; v: scalar nonnegative |- E[prod[l=1..L](a[l])^2] = 1',
];

/**
 * True, and not averaged: what is random stands where no rule looks, or a quantifier would not bind
 * it.
 */
export const refusedLayerMeans: readonly (readonly [claim: string, why: RegExp])[] = [
  [`${square}; x: n |- E[|${net} W[1] x|^2] >= 0`, /depends on W\[1\]/],
  [
    `${square}; x: n |- E[|${net} x|^2 |prod[l=L..2](W[l]) x|^2] >= 0`,
    /several products over the same random layers/,
  ],
  [
    `${square}; V: n×n ~ normal(0, 1/n); x: n |- E[|prod[l=L..1](W[l] V) x|^2] >= 0`,
    /product over layers/,
  ],
  [
    `${square}; x: n |- grad[x](E[|${net} x|^2]) = 2 x`,
    /derivative of a product over layers|nonzero with probability 1/,
  ],
  [`${square} |- forall x: n. E[|${net} x|^2] = |x|^2`, /under a quantifier/],
  [
    `${square}; x[i]: n for i in 1..N |- forall i in 1..N. E[|${net} x[i]|^2] = |x[i]|^2`,
    /under a quantifier/,
  ],
  [`${square}; x: n |- E[|relu(${net} x)|^2] >= 0`, /depends on prod#1\[L\]/],
  [
    `${critical}; L >= 2 |- E[normF(W[1])^2 normF(W[L])^2] = d[1] d[L]`,
    /W\[1\] and W\[L\], which may be one/,
  ],
  [
    'x[i]: n ~ normal(0, s[i]) for i in 1..N; s[i]: scalar nonnegative for i in 1..N |- forall i in 1..N. E[|x[i]|^2] = n s[i]',
    /the law of x, which varies with i/,
  ],
];
