/** All that examines claims. In the built command this is one file, whose code V8 kept when it was built: cached-code.ts. */
export { answer } from './work.ts';
