/** The package has types for its core alone; this part of it is imported for its effect. */
declare module 'nerdamer/Calculus.js';
