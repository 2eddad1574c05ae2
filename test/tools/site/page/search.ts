/** The search of the site, in the page: words to the headings under which they stand. */
import MiniSearch from 'minisearch';
import type { Entry } from '../search-entry.ts';

/** The index file is a script: a page on the disk may not fetch. */
interface Holder {
  readonly elenchusPages?: readonly Entry[];
}

const most = 12;

const [words, found] = [document.getElementById('words'), document.getElementById('found')];
const entries = (globalThis as Holder).elenchusPages ?? [];
if (words instanceof HTMLInputElement && found !== null) {
  let search: MiniSearch<Entry> | null = null;
  const index = (): MiniSearch<Entry> => {
    if (search !== null) return search;
    search = new MiniSearch<Entry>({
      fields: ['heading', 'page', 'text'],
      storeFields: ['heading', 'page', 'href'],
      searchOptions: { boost: { heading: 4, page: 2 }, prefix: true, fuzzy: 0.15 },
    });
    search.addAll(entries);
    return search;
  };
  words.addEventListener('input', () => {
    const text = words.value.trim();
    const hits = text === '' ? [] : index().search(text, { combineWith: 'AND' }).slice(0, most);
    const items = hits.map((hit) => {
      const [item, link, place] = ['li', 'a', 'small'].map((tag) => document.createElement(tag));
      link!.setAttribute('href', `${hit['href']}`);
      link!.textContent = `${hit['heading']}`;
      place!.textContent = `${hit['page']}`;
      item!.append(link!, place!);
      return item!;
    });
    if (text !== '' && hits.length === 0) {
      const nothing = document.createElement('li');
      nothing.textContent = 'No page has these words.';
      items.push(nothing);
    }
    found.replaceChildren(...items);
  });
}
