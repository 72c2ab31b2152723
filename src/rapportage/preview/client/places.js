// The places of one build: what is shown where, and what of an earlier build is the same.

export class Places {
  constructor(places = [], areas = []) {
    this.list = places;
    this.areas = areas.map(([page, x, y, width, height, place]) => ({ page, x, y, width, height, place }));
    this.byPage = Map.groupBy ? Map.groupBy(this.areas, (area) => area.page) : grouped(this.areas);
  }

  at(number) {
    return this.list[number];
  }

  on(page) {
    return this.byPage.get(page) ?? [];
  }

  // The smallest area there; within three points of it also counts, for what is as thin as a line.
  hit(page, x, y) {
    const within = (margin) => this.on(page)
      .filter((area) => x >= area.x - margin && x <= area.x + area.width + margin
        && y >= area.y - margin && y <= area.y + area.height + margin)
      .reduce((best, area) => (best === null || size(area) < size(best) ? area : best), null);
    return (within(0) ?? within(3))?.place ?? null;
  }

  // The number here of a place of an earlier build: the same words in the same file, as near as can be to its line.
  again(place) {
    const isSame = (other) => other.file === place.file && other.text === place.text;
    const isThere = (other) => other.file === place.file && other.line === place.line && other.column === place.column;
    const distance = (number) => Math.abs(this.list[number].line - place.line) + Math.abs(this.list[number].column - place.column) / 1000;
    const found = [...this.list.keys()].filter((number) => isSame(this.list[number]));
    if (found.length) return found.reduce((best, number) => (distance(number) < distance(best) ? number : best));
    const there = this.list.findIndex(isThere);
    return there < 0 ? null : there;
  }
}

const size = (area) => area.width * area.height;

function grouped(areas) {
  const found = new Map();
  for (const area of areas) found.set(area.page, [...(found.get(area.page) ?? []), area]);
  return found;
}
