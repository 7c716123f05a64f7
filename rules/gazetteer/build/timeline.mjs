// From snapshots to intervals.
import { nameKey } from './names.mjs';

// The snapshots with the rows of changes.tsv worked in: rows of a snapshot's own date correct it, rows
// of another date make a snapshot of that date out of the one before.
export function applyChanges(snapshots, changes) {
  const byDate = new Map();
  for (const change of changes) byDate.set(change.date, [...(byDate.get(change.date) ?? []), change]);
  const dates = [...new Set([...snapshots.map((s) => s.from), ...byDate.keys()])].sort();
  const result = [];
  for (const date of dates) {
    const given = snapshots.find((s) => s.from === date);
    const last = result.at(-1);
    const base = given ?? { from: date, by: date, units: last.units };
    const snapshot = { ...base, derived: !given, units: new Map(base.units) };
    for (const c of byDate.get(date) ?? []) {
      const before = snapshot.units.get(c.code);
      if (c.type === 'none') {
        if (!before) throw new Error(`changes.tsv ${date} ${c.code}: nothing to take out`);
        snapshot.units.delete(c.code);
        continue;
      }
      const level = c.code.length === 3 ? 'district' : 'commune';
      const parent = c.parent || before?.parent;
      if (!parent) throw new Error(`changes.tsv ${date} ${c.code}: no parent`);
      snapshot.units.set(c.code, { code: c.code, level, type: c.type, name: c.name || before.name, parent, source: c.source });
    }
    result.push(snapshot);
  }
  return result;
}

const same = (a, b) => a && b && a.type === b.type && a.parent === b.parent && nameKey(a.name) === nameKey(b.name);

// scope: "261" that unit; "261/" the communes of that district that go on, "261/*" those that end too.
function inScope(decree, before, after) {
  const communeOf = (district) => [before, after].some((u) => u?.level === 'commune' && u.parent === district);
  return decree.scope.split(' ').some((part) => {
    const [code, which] = part.split('/');
    if (which === undefined) return (before ?? after).code === code;
    return communeOf(code) && (which === '*' || after !== undefined);
  });
}

// When a unit changed between two snapshots: { first, last, resolutions }; first < last where only
// bounds are known.
function dateOfChange(before, after, older, newer, decrees) {
  const unit = after ?? before;
  const province = provinceOf(unit, after ? newer : older);
  const window = decrees.filter((d) => d.province === province && d.valid_from > older.from && d.valid_from <= newer.by);
  const special = window.filter((d) => d.scope && inScope(d, before, after));
  const general = window.filter((d) => !d.scope);
  const candidates = special.length ? special : general;
  if (!candidates.length) return { first: older.from, last: newer.by, resolutions: [] };
  const dates = candidates.map((d) => d.valid_from).sort();
  return { first: dates[0], last: dates.at(-1), resolutions: candidates.map((d) => d.resolution) };
}

function provinceOf(unit, snapshot) {
  if (unit.level === 'district' || unit.parent.length === 2) return unit.parent;
  return snapshot.units.get(unit.parent)?.parent;
}

const reform = { first: '2025-07-01', last: '2025-07-01', resolutions: [] };

// One row per unit and interval, and the changes of which only bounds are known. `start` is where the
// table begins.
export function intervals(snapshots, changes, decrees, start) {
  const exact = new Map(changes.map((c) => [`${c.date} ${c.code}`, c.source]));
  const codes = [...new Set(snapshots.flatMap((s) => [...s.units.keys()]))].sort();
  const rows = [];
  const bounded = [];
  for (const code of codes) {
    let open = null;
    for (const [i, snapshot] of snapshots.entries()) {
      const unit = snapshot.units.get(code);
      if (open && same(open, unit)) {
        Object.assign(open, { name: unit.name, source: unit.source });
        continue;
      }
      if (!open && !unit) continue;
      const when = i === 0 ? { first: start, last: start, resolutions: [] }
        : snapshot.from === reform.first ? reform
        : snapshot.derived
          ? { first: snapshot.from, last: snapshot.from, resolutions: [exact.get(`${snapshot.from} ${code}`)] }
          : dateOfChange(open, unit, snapshots[i - 1], snapshot, decrees);
      if (when.first !== when.last) bounded.push({ code, before: open && { ...open }, after: unit, ...when });
      if (open) rows.push({ ...open, valid_to: when.last, resolutions: [...open.resolutions, ...when.resolutions] });
      open = unit ? { ...unit, valid_from: when.first, resolutions: when.resolutions } : null;
    }
    if (open) rows.push({ ...open, valid_to: '' });
  }
  return { rows, bounded };
}
