// What was chosen: its words, its place in the files, and where its figure comes from.

import { address, button, byId, element } from './elements.js';
import { said } from './findings.js';

const narrow = matchMedia('(max-width: 59.99rem), (max-height: 29.99rem)');

export class Details {
  constructor(closed) {
    Object.assign(this, { dialog: byId('details'), body: byId('chosen'), answer: byId('answer'), from: null, closed });
    byId('close').addEventListener('click', () => this.close());
    this.dialog.addEventListener('keydown', (event) => { if (event.key === 'Escape') { event.preventDefault(); this.close(); } });
    this.dialog.addEventListener('cancel', (event) => { event.preventDefault(); this.close(); });
    narrow.addEventListener('change', () => { if (this.dialog.open) this.open(); });
  }

  // `build` is the one of which that is the place: another may have come since.
  place(number, place, build) {
    this.fill('Gekozen plek',
      place.text ? element('blockquote', {}, place.text) : null,
      this.where(place, { place: number, build }, 'Open in editor'),
      place.calculation ? element('p', {}, element('strong', {}, 'Berekening: '), place.calculation) : null,
      ...this.origin(number, place.origin, build));
  }

  finding(finding) {
    const { file, line, column } = finding;
    this.fill(`${finding.severity[0].toUpperCase()}${finding.severity.slice(1)} ${finding.code}`,
      element('p', {}, finding.message),
      file ? this.where(finding, { finding: { file, line, column } }, 'Open in editor') : null,
      ...said(finding));
  }

  fill(title, ...parts) {
    byId('details-title').textContent = title;
    this.answer.textContent = '';
    this.body.replaceChildren(...parts.filter(Boolean));
  }

  where(place, asked, words, name = null) {
    const label = name === null ? {} : { 'aria-label': `${words} (${name})` };
    return element('p', { class: 'where' }, element('code', {}, address(place)), ' ', button(words, () => this.ask(asked), label));
  }

  origin(number, inputs, build) {
    if (!inputs.length) return [];
    const items = inputs.map((input, index) => element('li', {},
      element('span', { class: 'input' }, `${input.name}: `, element('strong', {}, input.value)),
      input.source ? element('span', { class: 'from' }, `Bron: ${input.source}`) : null,
      input.file ? this.where(input, { place: number, input: index, build }, 'Open', input.name) : null));
    return [element('h3', {}, 'Herkomst'), element('ul', { class: 'origin' }, ...items)];
  }

  // On a wide screen beside the panes, on a narrow one over them: then only when it is asked for.
  open(takesFocus = false) {
    if (!this.dialog.contains(document.activeElement)) this.from = document.activeElement;
    this.dialog.removeAttribute('open');
    if (narrow.matches) this.dialog.showModal();
    else this.dialog.setAttribute('open', '');
    if (takesFocus) (this.body.querySelector('button') ?? byId('close')).focus();
  }

  show() {
    if (!narrow.matches || this.dialog.open) this.open();
  }

  close() {
    const hadFocus = this.dialog.contains(document.activeElement);
    if (this.dialog.matches(':modal')) this.dialog.close();
    this.dialog.removeAttribute('open');
    if (hadFocus && this.from?.isConnected) this.from.focus({ preventScroll: true });
    this.closed();
  }

  async ask(asked) {
    this.answer.textContent = 'Wordt geopend …';
    const given = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(asked) };
    const reply = await fetch('open', given).then((response) => (response.ok ? response.json() : null), () => null);
    if (reply?.url && /^(?!https?:|javascript:|data:)[a-z][a-z0-9+.-]*:/i.test(reply.url)) element('a', { href: reply.url }).click();
    this.answer.textContent = reply?.message ?? (reply ? 'Geopend in de editor.' : 'Openen is niet gelukt: rapportage preview antwoordt niet.');
  }
}
