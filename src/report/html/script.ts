/**
 * The script of the page: search, filters, and what `pack.ts` made small. Without it every statement
 * is there to be read.
 */
export const script = `
(() => {
  'use strict';
  const form = document.getElementById('filters');
  const box = document.getElementById('query');
  const family = document.getElementById('family');
  const count = document.getElementById('count');
  const claims = [...document.querySelectorAll('.claim')];
  const sections = [...document.querySelectorAll('.family')];
  const links = new Map(
    [...document.querySelectorAll('.index a')].map((a) => [a.getAttribute('href').slice(1), a]),
  );
  const texts = new Map(
    claims.map((claim) => [claim, claim.dataset.text ?? claim.textContent.toLowerCase()]),
  );
  const elements = (markup) => {
    const holder = document.createElement('template');
    holder.innerHTML = markup;
    return holder.content;
  };
  // as the formulas were escaped when they were packed
  const escaped = (text) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
  const unpack = async (data) => {
    const bytes = Uint8Array.from(atob(data.textContent), (c) => c.charCodeAt(0));
    const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    const { formulas, folds } = JSON.parse(await new Response(inflated).text());
    const typeset = (root) => {
      for (const place of root.querySelectorAll('m-')) {
        const text = escaped(place.textContent);
        place.outerHTML = '<math alttext="' + text + '" aria-label="' + text + '">' + formulas[text] + '</math>';
      }
    };
    const unfold = (fold) => {
      if (fold.dataset.fold === undefined) return;
      const body = elements(folds[fold.dataset.fold]);
      delete fold.dataset.fold;
      fold.append(body);
    };
    document.querySelectorAll('div[data-fold]').forEach(unfold);
    for (const fold of document.querySelectorAll('details[data-fold]')) {
      fold.addEventListener('toggle', () => unfold(fold));
      if (fold.open) unfold(fold);
    }
    window.addEventListener('beforeprint', () => {
      for (const fold of document.querySelectorAll('details[data-fold]')) unfold(fold);
    });
    typeset(document);
  };
  const statuses = () =>
    [...form.querySelectorAll('input[type=checkbox]')].filter((c) => c.checked).map((c) => c.value);
  const matches = (claim, words, wanted) =>
    wanted.includes(claim.dataset.status) &&
    (family.value === '' || claim.dataset.family === family.value) &&
    words.every((word) => texts.get(claim).includes(word));
  const apply = () => {
    const words = box.value.toLowerCase().split(/\\s+/).filter((word) => word !== '');
    const wanted = statuses();
    let shown = 0;
    for (const claim of claims) {
      const good = matches(claim, words, wanted);
      claim.hidden = !good;
      const link = links.get(claim.id);
      if (link) link.parentElement.hidden = !good;
      if (good) shown += 1;
    }
    for (const section of sections) section.hidden = !section.querySelector('.claim:not([hidden])');
    const unit = claims.length === 1 ? ' claim' : ' claims';
    count.textContent = shown + ' of ' + claims.length + unit;
  };
  const reset = () => {
    form.reset();
    apply();
  };
  const named = (hash) => {
    try {
      return decodeURIComponent(hash.slice(1));
    } catch {
      return '';
    }
  };
  const arrive = () => {
    const target = document.getElementById(named(location.hash));
    if (!target || !target.matches('.claim')) return;
    if (target.hidden) {
      reset();
      target.scrollIntoView();
    }
    target.focus({ preventScroll: true });
  };
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const first = claims.find((claim) => !claim.hidden);
    if (first) location.hash = first.id;
  });
  form.addEventListener('reset', () => setTimeout(apply));
  window.addEventListener('hashchange', arrive);
  window.addEventListener('beforeprint', () => {
    for (const d of document.querySelectorAll('details')) d.open = true;
  });
  form.hidden = false;
  apply();
  arrive();
  const data = document.getElementById('packed');
  if (data) unpack(data).then(arrive);
})();
`;
