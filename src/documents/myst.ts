/** A plugin for MyST, and so for Jupyter Book: the plugin for remark as MyST names it. */
import remarkElenchus from './remark.ts';

const plugin = {
  name: 'elenchus',
  transforms: [{ name: 'elenchus', stage: 'document', plugin: remarkElenchus }],
} as const;

export default plugin;
