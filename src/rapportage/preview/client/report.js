// The HTML edition, in a frame that keeps its place when a new one comes.

import { element, isCalm, noteMoving, ownScroll } from './elements.js';

const MARK = '#d9480f'; // stands off from the white and the dark ground of an edition alike
const AGAIN = 300; // milliseconds before an edition that is not there yet is asked once more
const FLASH = 2500;

export class Report {
  constructor(holder, pick, ready) {
    Object.assign(this, { holder, pick, ready, frame: null, coming: null, build: 0, chosen: null });
  }

  // Loads the edition of that build beside the one that is shown, which stays until it is there.
  show(build) {
    if (build === this.build) return;
    this.build = build;
    this.coming?.remove();
    this.coming = element('iframe', { title: 'Het rapport als webpagina', class: 'coming', src: `report/${build}.html` });
    this.coming.addEventListener('load', () => this.loaded(build));
    this.holder.append(this.coming);
  }

  loaded(build) {
    const frame = this.coming;
    if (build !== this.build || frame === null) return;
    if (!frame.contentDocument?.querySelector('main')) {
      setTimeout(() => { if (frame === this.coming) frame.contentWindow.location.replace(`report/${build}.html`); }, AGAIN);
      return;
    }
    const hadFocus = this.frame !== null && document.activeElement === this.frame;
    this.carry(frame);
    this.listen(frame.contentDocument);
    this.frame?.remove();
    frame.classList.remove('coming');
    this.frame = frame;
    this.coming = null;
    if (hadFocus) frame.focus({ preventScroll: true });
    this.ready(build);
  }

  carry(frame) {
    const earlier = this.frame?.contentDocument;
    if (!earlier) return;
    const folded = [...frame.contentDocument.querySelectorAll('details')];
    earlier.querySelectorAll('details').forEach((each, index) => { if (folded[index]) folded[index].open = each.open; });
    frame.contentWindow.scrollTo(this.frame.contentWindow.scrollX, this.frame.contentWindow.scrollY);
  }

  listen(inside) {
    noteMoving(inside);
    inside.addEventListener('click', (event) => {
      const link = event.target.closest('a[href]');
      const leaves = link && !link.getAttribute('href').startsWith('#') && !link.hasAttribute('download');
      if (leaves && !event.ctrlKey && !event.metaKey) event.preventDefault(); // the frame is for the report
      const on = event.target.closest('[data-plek]');
      if (on) this.pick(Number(on.dataset.plek), true);
    });
  }

  of(place) {
    const inside = this.frame?.contentDocument;
    return inside && place !== null ? [...inside.querySelectorAll(`[data-plek="${place}"]`)] : [];
  }

  mark(place) {
    for (const each of this.of(this.chosen)) each.style.removeProperty('outline');
    this.chosen = place;
    for (const each of this.of(place)) each.style.setProperty('outline', `3px solid ${MARK}`);
  }

  reveal(place) {
    const [first] = this.of(place);
    if (!first) return;
    for (let up = first.parentElement; up; up = up.parentElement) if (up.localName === 'details') up.open = true;
    const box = first.getBoundingClientRect();
    if (box.top < 0 || box.bottom > this.frame.contentWindow.innerHeight) ownScroll(() => first.scrollIntoView({ block: 'center' }));
  }

  flash(places) {
    for (const each of places.flatMap((place) => this.of(place))) {
      const shown = { outline: `3px solid ${MARK}`, backgroundColor: '#ffd43b80' };
      each.animate(isCalm() ? [shown, shown] : [shown, { outline: `3px solid transparent`, backgroundColor: 'transparent' }], FLASH);
    }
  }

  // The place before or after the one that is chosen; without one, the first that is in sight.
  beside(step) {
    const inside = this.frame?.contentDocument;
    const all = inside ? [...inside.querySelectorAll('[data-plek]')] : [];
    if (!all.length) return null;
    const number = (each) => Number(each.dataset.plek);
    const there = [...new Set(all.map(number))];
    const at = there.indexOf(this.chosen);
    if (at < 0) return number(all.find((each) => each.getBoundingClientRect().top >= 0) ?? all[0]);
    return there[Math.min(Math.max(at + step, 0), there.length - 1)];
  }
}
