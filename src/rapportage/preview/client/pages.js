// The pages as they will be printed: pictures, with what can be chosen on them.

import { element, isCalm, ownScroll } from './elements.js';
import { Places } from './places.js';

const STEP = 40; // widths are asked in such steps, so that a window that is dragged asks for few pictures
const FLASH = 2500; // milliseconds, as in preview.css

const altOf = (number) => `Pagina ${number} zoals hij wordt gedrukt`;

export class Pages {
  // `pick(place, asked)`: something was chosen; `asked` when its details are wanted at once.
  constructor(pane, list, pick) {
    Object.assign(this, { pane, list, pick, sheets: [], places: new Places(), chosen: null, count: 0 });
    this.narrow = matchMedia('(max-width: 59.99rem), (max-height: 29.99rem)');
    this.narrow.addEventListener('change', () => this.watch());
    this.watch();
    let waiting = 0;
    new ResizeObserver(() => {
      clearTimeout(waiting);
      waiting = setTimeout(() => this.sheets.forEach((sheet) => this.load(sheet)), 150);
    }).observe(list);
  }

  // The pane scrolls on a wide screen, the whole page on a narrow one.
  watch() {
    this.observer?.disconnect();
    const root = this.narrow.matches ? null : this.pane;
    this.observer = new IntersectionObserver((seen) => {
      for (const { target, isIntersecting } of seen) {
        const sheet = this.sheets.find((each) => each.item === target);
        if (!sheet) continue;
        sheet.isNear = isIntersecting;
        this.load(sheet);
      }
    }, { root, rootMargin: '75% 0px' });
    this.sheets.forEach((sheet) => this.observer.observe(sheet.item));
  }

  show(described) {
    while (this.sheets.length > described.length) {
      const gone = this.sheets.pop();
      this.observer.unobserve(gone.item);
      gone.item.remove();
    }
    described.forEach((page, index) => {
      const sheet = this.sheets[index] ?? this.added(index + 1);
      if (sheet.digest === page.digest) return;
      Object.assign(sheet, page);
      sheet.paper.style.setProperty('aspect-ratio', `${page.width} / ${page.height}`);
      if (!sheet.isNear) sheet.picture.removeAttribute('src');
      this.load(sheet);
    });
  }

  added(number) {
    const picture = element('img', { alt: altOf(number) });
    const chooser = element('div', {
      class: 'chooser', role: 'listbox', tabindex: '0', 'aria-label': `Plekken op pagina ${number}`, 'aria-describedby': 'pages-help',
    });
    const flashes = element('div', { class: 'flashes', 'aria-hidden': 'true' });
    const paper = element('div', { class: 'paper' }, picture, flashes, chooser);
    const told = element('p', { class: 'told', hidden: '' }, `Pagina ${number} kon niet worden getoond.`);
    const save = element('a', { href: `save/page/${number}.png`, download: '', class: 'save' }, 'Bewaar als beeld',
      element('span', { class: 'aloud' }, ` (pagina ${number})`));
    const item = element('li', {}, paper, told, element('p', { class: 'under' }, `Pagina ${number} `, save));
    const sheet = { number, item, paper, picture, chooser, flashes, told, digest: '', source: '', isNear: false };
    this.list.append(item);
    this.sheets.push(sheet);
    this.observer.observe(item);
    chooser.addEventListener('click', (event) => this.clicked(sheet, event));
    chooser.addEventListener('pointermove', (event) => this.hovered(sheet, event));
    chooser.addEventListener('keydown', (event) => this.pressed(sheet, event));
    return sheet;
  }

  // Fetches the picture of a sheet that is near; what is shown stays until the new one can be.
  async load(sheet, attempts = 2) {
    const width = sheet.paper.clientWidth;
    if (!sheet.isNear || !sheet.digest || width === 0) return;
    const pixels = Math.min(4000, Math.max(100, Math.ceil(width * devicePixelRatio / STEP) * STEP));
    const source = `page/${sheet.number}/${sheet.digest}.png?width=${pixels}`;
    if (sheet.source === source && sheet.picture.hasAttribute('src')) return;
    sheet.source = source;
    const fresh = element('img', { alt: altOf(sheet.number), src: source });
    const isShown = await fresh.decode().then(() => true, () => false);
    if (sheet.source !== source) return;
    if (!isShown && attempts > 0) {
      sheet.source = '';
      setTimeout(() => this.load(sheet, attempts - 1), 400);
      return;
    }
    if (isShown) {
      sheet.picture.replaceWith(fresh);
      sheet.picture = fresh;
    }
    sheet.told.hidden = isShown;
  }

  know(places) {
    this.places = places;
    for (const sheet of this.sheets) {
      const there = new Set(places.on(sheet.number).map((area) => area.place)).size;
      sheet.chooser.setAttribute('aria-label', `Pagina ${sheet.number}: ${there} plekken`);
    }
  }

  clicked(sheet, event) {
    const place = this.under(sheet, event);
    if (place !== null) this.pick(place, true);
  }

  hovered(sheet, event) {
    sheet.chooser.classList.toggle('over', this.under(sheet, event) !== null);
  }

  under(sheet, event) {
    const box = sheet.chooser.getBoundingClientRect();
    const scale = sheet.width / box.width;
    return this.places.hit(sheet.number, (event.clientX - box.left) * scale, (event.clientY - box.top) * scale);
  }

  pressed(sheet, event) {
    const there = [...new Set(this.places.on(sheet.number).map((area) => area.place))];
    const at = there.indexOf(this.chosen);
    const steps = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: Math.max(at - 1, 0), ArrowLeft: Math.max(at - 1, 0), Home: 0, End: there.length - 1 };
    if (event.key in steps && there.length) {
      event.preventDefault();
      this.pick(there[Math.min(steps[event.key], there.length - 1)], false);
      sheet.chooser.querySelector('.mark')?.scrollIntoView({ block: 'nearest' });
    } else if ((event.key === 'Enter' || event.key === ' ') && at >= 0) {
      event.preventDefault();
      this.pick(this.chosen, true, true);
    }
  }

  // Marks the place wherever it is; null marks none.
  mark(place) {
    this.chosen = place;
    for (const sheet of this.sheets) {
      sheet.chooser.replaceChildren();
      sheet.chooser.removeAttribute('aria-activedescendant');
      const marks = this.drawn(sheet, [place], 'mark');
      if (marks.length) this.option(sheet, place, marks);
    }
  }

  // One option at a time is there, of the many that its list has: each time a new one, so that it is read out.
  option(sheet, place, marks) {
    const there = [...new Set(this.places.on(sheet.number).map((area) => area.place))];
    const { text, file, line } = this.places.at(place);
    const id = `option-${this.count += 1}`;
    sheet.chooser.append(element('div', {
      id, role: 'option', 'aria-selected': 'true', 'aria-posinset': there.indexOf(place) + 1, 'aria-setsize': there.length,
      'aria-label': [text, `${file} regel ${line}`].filter(Boolean).join(', '),
    }, ...marks));
    sheet.chooser.setAttribute('aria-activedescendant', id);
  }

  drawn(sheet, wanted, kind) {
    return this.places.on(sheet.number).filter((area) => wanted.includes(area.place)).map((area) => {
      const mark = element('span', { class: kind });
      mark.style.setProperty('left', `${100 * area.x / sheet.width}%`);
      mark.style.setProperty('top', `${100 * area.y / sheet.height}%`);
      mark.style.setProperty('width', `${100 * area.width / sheet.width}%`);
      mark.style.setProperty('height', `${100 * area.height / sheet.height}%`);
      return mark;
    });
  }

  reveal(place) {
    const sheet = this.sheets.find((each) => this.places.on(each.number).some((area) => area.place === place));
    const [mark] = sheet ? this.drawn(sheet, [place], 'sought') : [];
    if (!mark) return;
    sheet.flashes.append(mark);
    const box = mark.getBoundingClientRect();
    const view = this.narrow.matches ? { top: 0, bottom: innerHeight } : this.pane.getBoundingClientRect();
    if (box.top < view.top || box.bottom > view.bottom) ownScroll(() => mark.scrollIntoView({ block: 'center' }));
    mark.remove();
  }

  flash(places) {
    for (const sheet of this.sheets) {
      const marks = this.drawn(sheet, places, isCalm() ? 'changed calm' : 'changed');
      sheet.flashes.append(...marks);
      setTimeout(() => marks.forEach((mark) => mark.remove()), FLASH);
    }
  }
}
