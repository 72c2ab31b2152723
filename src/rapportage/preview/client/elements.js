// Small helps for what the panes have in common.

export const byId = (id) => document.getElementById(id);

// An element with attributes and children; a string is text, never markup.
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== null && value !== undefined) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null));
  return made;
}

export function button(words, act, attributes = {}) {
  const made = element('button', { type: 'button', ...attributes }, words);
  made.addEventListener('click', act);
  return made;
}

export const counted = (number, one, more) => `${number} ${number === 1 ? one : more}`;

// 'data/2020-05.yaml:12:3', as editors and compilers write a place.
export const address = (place) => [place.file, place.line, place.column].filter(Boolean).join(':');

export const isCalm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

// When the user last moved through a pane: what the preview scrolls itself does not count.
let lastMoved = -Infinity;
let oursUntil = 0;

export function ownScroll(work) {
  oursUntil = performance.now() + 200;
  work();
}

export function noteMoving(target) {
  const moved = () => { lastMoved = performance.now(); };
  for (const kind of ['wheel', 'touchmove', 'keydown']) target.addEventListener(kind, moved, { capture: true, passive: true });
  target.addEventListener('scroll', () => { if (performance.now() > oursUntil) moved(); }, { capture: true, passive: true });
}

export const isMoving = () => performance.now() - lastMoved < 1000;
