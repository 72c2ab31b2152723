// The preview of a report: shows the state that `rapportage preview` sends, and what is chosen in it.

import { byId, counted, element, isMoving, noteMoving, ownScroll } from './elements.js';
import { Details } from './details.js';
import { Findings, summary, total } from './findings.js';
import { Pages } from './pages.js';
import { Places } from './places.js';
import { Report } from './report.js';

const AGAIN = 3000; // milliseconds before a connection that was refused is tried once more

let state = null;
let places = new Places();
let known = 0; // the build of which `places` are
let asked = 0; // the build of which they were asked
let lost = null; // what was chosen in an earlier build, as long as it may still be found in this one
let chosen = null;
let chosenFinding = null;
let isReportShown = false;
let connection = 'connecting';

const pages = new Pages(byId('pages'), byId('sheets'), (place, isAsked, takesFocus) => choose(place, { isAsked, takesFocus, from: pages }));
const report = new Report(byId('frames'), (place) => choose(place, { from: report }), arrived);
const findings = new Findings(byId('listed'), chooseFinding);
const details = new Details(() => { chosenFinding = null; lost = null; mark(null); });

function say(words) {
  byId('said').textContent = words;
}

function mark(place) {
  chosen = place;
  pages.mark(place);
  report.mark(place);
}

function choose(place, { isAsked = true, takesFocus = false, from = null } = {}) {
  if (!places.at(place)) return;
  chosenFinding = null;
  lost = null;
  mark(place);
  for (const pane of [pages, report]) if (pane !== from) pane.reveal(place);
  details.place(place, places.at(place), known);
  if (isAsked) details.open(takesFocus);
  else details.show();
}

function chooseFinding(finding) {
  const place = finding.place !== null && places.at(finding.place) ? finding.place : null;
  mark(place);
  chosenFinding = finding;
  if (place !== null) for (const pane of [pages, report]) pane.reveal(place);
  details.finding(finding);
  details.open();
}

// A new state: the bar and the findings at once, a new build as its parts come.
async function update(fresh) {
  const earlier = state;
  state = fresh;
  ownScroll(() => {
    showBar();
    if (findings.show(state.findings, state.checked || state.faulty)) keepFinding();
    byId('count').textContent = state.findings.length ? ` (${total(state.findings)})` : '';
    byId('findings-title').textContent = ['Bevindingen', summary(state.findings)].filter(Boolean).join(': ');
    showCharts();
  });
  tell(earlier);
  if (state.build > 0 && state.build !== asked) await built(earlier?.build > 0);
  else if (state.build === known && state.places > places.list.length) await learn(state.build);
  if (state.faulty && state.focus !== null && state.focus !== earlier?.focus) look(state.focus);
}

async function built(isNext) {
  const { build, changed, focus } = state;
  asked = build;
  pages.show(state.pages);
  report.show(build);
  if (!(await learn(build)) || !isNext) return;
  point(pages, changed, focus);
  if (report.frame && !report.coming) point(report, changed, focus);
}

// Asks the places of a build: those of its pages at first, those of the edition as well when that is there.
async function learn(build) {
  const fetched = await fetch(`places/${build}.json`).then((response) => (response.ok ? response.json() : null)).catch(() => null);
  if (state.build !== build) return false;
  if (fetched === null) {
    asked = known; // at the next state once more
    return false;
  }
  const before = lost ?? (known === build ? null : places.at(chosen) ?? null);
  places = new Places(fetched.places, fetched.areas);
  known = build;
  pages.know(places);
  if (before !== null && chosenFinding === null) keep(before);
  return true;
}

// What was chosen stays so in a new build, if it is still there.
function keep(before) {
  const again = places.again(before);
  mark(again);
  lost = again === null ? before : null;
  if (again !== null) details.place(again, places.at(again), known);
}

// So does a finding, until it is mended.
function keepFinding() {
  if (chosenFinding === null) return;
  const { code, file, message } = chosenFinding;
  const found = state.findings.find((each) => each.code === code && each.file === file && each.message === message);
  if (!found) {
    details.close();
    return;
  }
  chosenFinding = found;
  details.finding(found);
}

// The edition of a build has come.
function arrived(build) {
  if (known === build) report.mark(chosen);
  if (lost !== null && state.places === places.list.length) details.close();
  if (known === build && isReportShown) point(report, state.changed, state.focus);
  isReportShown = true;
}

// Where the fault is, on what is shown of before.
function look(focus) {
  if (!isMoving()) for (const pane of [pages, report]) pane.reveal(focus);
}

function point(pane, changed, focus) {
  if (focus !== null && !isMoving()) pane.reveal(focus);
  pane.flash(changed);
}

function tell(earlier) {
  const isNew = earlier !== null && state.build !== earlier.build;
  const { changed } = state;
  if (state.ended) say('Het voorbeeld is beëindigd.');
  else if (state.faulty && !(earlier?.faulty && earlier.findings.length === state.findings.length))
    say(`${summary(state.findings)}: u ziet de laatste goede versie.`);
  else if (isNew) say(`Bijgewerkt${changed.length ? `: ${counted(changed.length, 'cijfer is', 'cijfers zijn')} anders` : ''}.`);
}

function showBar() {
  byId('name').textContent = state.name;
  document.title = `${state.faulty ? 'Fouten – ' : ''}${state.name} – ${state.title}`;
  if (state.build > 0) byId('built').textContent = `Bijgewerkt om ${state.time} in ${state.milliseconds} ms`;
  showCondition();
}

function showCondition() {
  const faults = state?.build ? 'Fouten: u ziet de laatste goede versie' : 'Fouten: er is nog geen goede versie';
  const conditions = [
    [state?.ended, 'Beëindigd: start rapportage preview opnieuw', 'bad'],
    [connection === 'lost', 'Verbinding verbroken: er wordt opnieuw verbinding gezocht', 'bad'],
    [state === null, 'Verbinding wordt gezocht', 'calm'],
    [state?.faulty, faults, 'bad'],
    [state?.busy, 'Bezig …', 'calm'],
    [state && !state.checked, 'Twijfels worden gezocht …', 'calm'],
  ];
  const [, words, kind] = conditions.find(([holds]) => holds) ?? [true, '', ''];
  const condition = byId('condition');
  condition.textContent = words;
  condition.className = kind;
  condition.hidden = words === '';
}

function showCharts() {
  const fresh = JSON.stringify(state.charts);
  if (byId('charts').dataset.shown === fresh) return;
  byId('charts').dataset.shown = fresh;
  byId('saving').hidden = state.charts.length === 0;
  byId('charts').replaceChildren(...state.charts.map(({ id, label }) =>
    element('li', {}, element('a', { href: `save/chart/${encodeURIComponent(id)}.svg`, download: '', class: 'save' }, label || id))));
}

// Saves what a link leads to; where that may not be saved now, tells why.
async function save(link) {
  byId('notice').textContent = '';
  const reply = await fetch(link.href).catch(() => null);
  if (!reply?.ok) {
    const why = reply?.status === 409 ? await reply.text() : 'rapportage preview antwoordt niet';
    byId('notice').textContent = `Niet bewaard: ${why}`;
    return;
  }
  const name = /filename="([^"]+)"/.exec(reply.headers.get('Content-Disposition') ?? '')?.[1] ?? '';
  const address = URL.createObjectURL(await reply.blob());
  element('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

// Which panes are in sight: on a narrow screen one, each at the height where it was left.
const narrow = matchMedia('(max-width: 59.99rem), (max-height: 29.99rem)');
const heights = {};
function view(wanted) {
  heights[document.body.dataset.view] = scrollY;
  const shows = narrow.matches && wanted === 'all' ? 'pages' : wanted;
  document.body.dataset.view = shows;
  for (const each of byId('views').children) each.setAttribute('aria-pressed', String(each.dataset.shows === shows));
  ownScroll(() => scrollTo(0, heights[shows] ?? 0));
  if (chosen !== null) for (const pane of [pages, report]) pane.reveal(chosen);
}

function connect() {
  const events = new EventSource('events');
  events.addEventListener('open', () => { connection = 'open'; showCondition(); });
  events.addEventListener('state', (event) => {
    update(JSON.parse(event.data));
    if (state.ended) events.close();
  });
  events.addEventListener('error', () => {
    if (state?.ended) return;
    if (connection !== 'lost') say('Verbinding verbroken.');
    connection = 'lost';
    showCondition();
    if (events.readyState === EventSource.CLOSED) setTimeout(connect, AGAIN);
  });
}

function start() {
  noteMoving(document);
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a.save');
    if (!link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    save(link);
  });
  for (const each of byId('views').children) each.addEventListener('click', () => view(each.dataset.shows));
  narrow.addEventListener('change', () => view(narrow.matches ? 'pages' : 'all'));
  for (const [id, step] of [['earlier', -1], ['later', 1]])
    byId(id).addEventListener('click', () => {
      const place = report.beside(step);
      if (place !== null) choose(place, { isAsked: false });
    });
  byId('saving').addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    byId('saving').open = false;
    byId('saving').firstElementChild.focus();
  });
  document.querySelector('.skip').addEventListener('click', () => { if (narrow.matches) view('findings'); });
  view(narrow.matches ? 'pages' : 'all');
  showCondition();
  connect();
}

start();
