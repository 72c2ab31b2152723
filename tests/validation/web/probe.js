// What the checks ask of a page: loaded before it as `probe`, of which each function gives plain data.
'use strict';
window.probe = (() => {
  const CAN_STOP = 'a[href], area[href], button, input, select, textarea, details > summary, [tabindex]';
  const every = (selector, within = document) => [...within.querySelectorAll(selector)];
  const short = (words, most = 40) => words.trim().replaceAll(/\s+/g, ' ').slice(0, most);
  const tag = (each) => `<${each.tagName.toLowerCase()}>`;
  const called = (each) => `${tag(each)} "${short(each.getAttribute('aria-label') || each.textContent)}"`;
  const inSight = (each) => each.checkVisibility({visibilityProperty: true});
  const isOneOf = (value, ...values) => values.includes(value);
  const leadsTo = (each) => document.getElementById(decodeURIComponent(each.getAttribute('href').slice(1)));
  const tooWide = (each) => each.clientWidth > 1 && each.scrollWidth > each.clientWidth + 1;
  const tooHigh = (each) => each.clientWidth > 1 && each.scrollHeight > each.clientHeight + 1;
  let stops = [];

  // Colours, as the browser paints them.
  const brush = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const painted = (colour) => {
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = colour;
    brush.fillRect(0, 0, 1, 1);
    return [...brush.getImageData(0, 0, 1, 1).data];
  };
  const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  const luminance = (colour) => {
    const [red, green, blue] = painted(colour).map((part) => linear(part / 255));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [less, more] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (more + 0.05) / (less + 0.05);
  };
  const behind = (each) => {
    for (let up = each; up; up = up.parentElement) {
      const colour = getComputedStyle(up).backgroundColor;
      if (painted(colour)[3] > 250) return colour;
    }
    return matchMedia('(prefers-color-scheme: dark)').matches ? '#121212' : '#fff';
  };

  const ringFault = (each) => {
    const style = getComputedStyle(each);
    if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 1) return 'zonder zichtbare focus';
    if (style.outlineStyle === 'auto' || contrast(style.outlineColor, behind(each.parentElement)) >= 3) return null;
    return 'met een focusrand die te weinig afsteekt';
  };
  const middle = (low, high, most) => (Math.max(low, 0) + Math.min(high, most)) / 2;
  const isFree = (each) => [...each.getClientRects()].some((box) => {
    const outside = box.bottom < 0 || box.top > innerHeight || box.right < 0 || box.left > innerWidth;
    if (outside || box.width <= 1 || box.height <= 1) return false;
    const [x, y] = [middle(box.left, box.right, innerWidth), middle(box.top, box.bottom, innerHeight)];
    const on = document.elementFromPoint(x, y);
    return on !== null && (each.contains(on) || on.contains(each));
  });
  // Whether it is printed on pages of another size, which no window shows.
  const hasOwnPaper = (each) => {
    for (let up = matchMedia('print').matches ? each : null; up; up = up.parentElement)
      if (getComputedStyle(up).page !== 'auto') return true;
    return false;
  };
  // A word of a cell that is on more than one line, though it may not be hyphenated.
  const brokenWord = (cell) => {
    const range = document.createRange();
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      for (const word of node.data.matchAll(/[\p{L}\p{N}.,]+/gu)) {
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        const boxes = [...range.getClientRects()].filter((box) => box.width > 1);
        if (boxes.length > 1 && boxes.at(-1).top > boxes[0].top + 1) return word[0];
      }
    }
    return null;
  };
  const isWithinClipped = (each) => {
    for (let up = each.parentElement; up && up !== document.body; up = up.parentElement)
      if (getComputedStyle(up).overflowX !== 'visible') return true;
    return false;
  };

  return {
    // Where Tab should come, in the order of reading; gives how many.
    prepared() {
      stops = every(CAN_STOP).filter((each) => each.tabIndex >= 0 && inSight(each));
      return stops.length;
    },
    name: (index) => called(stops[index]),
    // Where Tab came: which stop, its name, its faults; null when it left the page.
    stop() {
      const on = document.activeElement;
      if (!on || on === document.body || on === document.documentElement) return null;
      return [stops.indexOf(on), called(on), [ringFault(on), isFree(on) ? null : 'buiten beeld of bedekt'].filter(Boolean)];
    },
    // What scrolls sideways: its number, whether it takes the focus, whether it has a name, its words.
    regions() {
      const scrolls = (each) => isOneOf(getComputedStyle(each).overflowX, 'auto', 'scroll') && tooWide(each) && inSight(each);
      return every('*').filter(scrolls).map((each, index) => {
        each.dataset.region = index;
        const isNamed = each.hasAttribute('aria-label') || each.hasAttribute('aria-labelledby');
        return [index, each.tabIndex >= 0, isNamed, short(each.textContent)];
      });
    },
    hasMoved: (index) => document.querySelector(`[data-region='${index}']`).scrollLeft > 0,
    isInSight(id) {
      const box = document.getElementById(id)?.getBoundingClientRect();
      return Boolean(box) && box.top < innerHeight && box.bottom > 0;
    },
    // Links within the page that lead nowhere, and note marks without a way back.
    stray() {
      const nowhere = every('a[href^="#"]').filter((each) => !leadsTo(each));
      const hasWayBack = (mark) => {
        const note = leadsTo(mark)?.closest('[role~=doc-footnote], [role~=doc-endnote], li, p, dd');
        return note && mark.id && every('[role~=doc-backlink]', note).some((each) => leadsTo(each) === mark);
      };
      const oneWay = every('[role~=doc-noteref][href^="#"]').filter((each) => !hasWayBack(each));
      return [
        ...nowhere.map((each) => `verwijst naar niets: ${each.getAttribute('href')}`),
        ...oneWay.map((each) => `nootteken zonder weg terug: ${each.outerHTML.slice(0, 120)}`),
      ];
    },
    // What does not fit in the window.
    spilling() {
      const room = document.documentElement.clientWidth;
      const whole = every('body *').some(hasOwnPaper) ? 0 : document.scrollingElement.scrollWidth;
      const shown = every('body *').filter((each) => each.checkVisibility() && !hasOwnPaper(each));
      const found = whole > room ? [`breder dan het venster: ${whole} px`] : [];
      for (const each of shown) {
        const box = each.getBoundingClientRect();
        const isOut = (box.right > room + 1 || box.left < -1) && box.width > 1;
        if (isOut && !isWithinClipped(each)) found.push(`steekt uit: ${called(each)}`);
      }
      for (const each of shown) {
        const style = getComputedStyle(each);
        const isCut = (isOneOf(style.overflowX, 'hidden', 'clip') && tooWide(each))
          || (isOneOf(style.overflowY, 'hidden', 'clip') && tooHigh(each));
        if (isCut && !each.closest('svg')) found.push(`afgesneden: ${called(each)}`);
        if (each.matches('th, td') && brokenWord(each)) found.push(`woord gebroken: ${called(each)}`);
        const stays = isOneOf(style.position, 'fixed', 'sticky') && !each.closest('table');
        if (stays && each.getBoundingClientRect().height > innerHeight / 4) found.push(`blijft voor de tekst staan: ${called(each)}`);
      }
      return found;
    },
    // Pictures that the browser does not show.
    unseen: () => every('img').filter((each) => !each.complete || each.naturalWidth === 0).map((each) => each.outerHTML.slice(0, 120)),
    // What is wider than its place on paper, where nobody scrolls.
    cutOnPaper() {
      const isCut = (each) => getComputedStyle(each).overflowX !== 'visible' && tooWide(each) && !each.closest('svg');
      return every('body *').filter(isCut).map((each) => short(each.textContent));
    },
    // The words in sight, piece by piece, but for drawings, what is there twice, and what can only be clicked.
    words() {
      const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
      const found = [];
      while (walker.nextNode()) {
        const within = walker.currentNode.parentElement;
        if (inSight(within) && within.getBoundingClientRect().width > 1 && !within.closest('svg, details, [download], [role~=doc-backlink]'))
          found.push(walker.currentNode.data);
      }
      return found;
    },
  };
})();
