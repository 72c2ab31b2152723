// What is wrong or doubtful, by file: each with its place, its line and how to mend it.

import { address, button, counted, element } from './elements.js';

export class Findings {
  constructor(holder, pick) {
    Object.assign(this, { holder, pick, shown: '' });
  }

  // Gives whether anything is another than what was shown.
  show(findings, isKnown) {
    const fresh = JSON.stringify([findings, isKnown]);
    if (fresh === this.shown) return false;
    this.shown = fresh;
    const focused = this.holder.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    const files = [...new Set(findings.map((finding) => finding.file))];
    const groups = files.flatMap((file) => this.group(file, findings.filter((finding) => finding.file === file)));
    this.holder.replaceChildren(...(groups.length ? groups : [element('p', {}, isKnown ? 'Geen.' : 'Nog niet bekend.')]));
    if (focused !== null) this.refocus(focused);
    return true;
  }

  refocus(key) {
    const buttons = [...this.holder.querySelectorAll('button')];
    (buttons.find((each) => each.dataset.key === key) ?? buttons[0] ?? document.getElementById('findings-title')).focus({ preventScroll: true });
  }

  group(file, findings) {
    const items = findings.map((finding) => this.item(finding));
    return [element('h3', {}, file || 'Zonder bestand'), element('ul', {}, ...items)];
  }

  item(finding) {
    const place = finding.line ? `regel ${finding.line}, kolom ${finding.column}` : '';
    const isFault = finding.severity === 'fout';
    const label = element('span', { class: `severity ${isFault ? 'fault' : 'doubt'}` }, `${finding.severity} ${finding.code}`);
    const chooser = button('', () => this.pick(finding), { class: 'finding', 'data-key': `${finding.code} ${address(finding)} ${finding.message}` });
    chooser.append(label, element('span', { class: 'at' }, place), element('span', { class: 'message' }, finding.message));
    return element('li', {}, chooser, ...said(finding));
  }
}

// The line it is about, and the tip.
export function said(finding) {
  return [
    finding.source ? element('pre', { class: 'source' }, element('code', {}, finding.source.trim())) : null,
    finding.hint ? element('p', { class: 'hint' }, `Tip: ${finding.hint}`) : null,
  ].filter(Boolean);
}

// How many there are: of very many of a kind, the last counts for the rest.
export function total(findings) {
  return findings.reduce((sum, finding) => sum + finding.count, 0);
}

export function summary(findings) {
  const faults = total(findings.filter((finding) => finding.severity === 'fout'));
  const doubts = total(findings) - faults;
  const parts = [faults && counted(faults, 'fout', 'fouten'), doubts && counted(doubts, 'waarschuwing', 'waarschuwingen')];
  return parts.filter(Boolean).join(', ');
}
