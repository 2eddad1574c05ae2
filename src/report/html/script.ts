/** The script of the page: search and filters alone. Without it everything is there to be read. */
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
  const statuses = () =>
    [...form.querySelectorAll('input[type=checkbox]')].filter((c) => c.checked).map((c) => c.value);
  const matches = (claim, words, wanted) =>
    wanted.includes(claim.dataset.status) &&
    (family.value === '' || claim.dataset.family === family.value) &&
    words.every((word) => claim.dataset.text.includes(word));
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
})();
`;
