// node build.mjs NODE_MODULES_DIR: writes ../units.tsv. See ../README.md.
import { writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSources } from './sources.mjs';
import { applyChanges, intervals } from './timeline.mjs';
import { formatTsv, readTsv } from './tsv.mjs';

const here = dirname(fileURLToPath(import.meta.url));
if (!process.argv[2]) {
  console.error('usage: node build.mjs NODE_MODULES_DIR');
  process.exit(2);
}

const changes = readTsv(join(here, 'changes.tsv'));
const decrees = readTsv(join(here, 'decrees.tsv'));
const snapshots = applyChanges(await readSources(resolve(process.argv[2])), changes);
const { rows, bounded } = intervals(snapshots, changes, decrees, '2019-01-01');

const provinces = readTsv(join(here, '../provinces.tsv')).map((p) => ({ ...p, level: 'province', parent: '' }));
const units = rows.map((r) => ({ ...r, source: [...new Set([r.source, ...r.resolutions])].join(' ') }));
const columns = ['code', 'level', 'type', 'name', 'parent', 'valid_from', 'valid_to', 'source'];
writeFileSync(join(here, '../units.tsv'), formatTsv(
  ['Written by build/build.mjs, not by hand; see README.md.'], columns, [...provinces, ...units]));

for (const s of snapshots) {
  const count = (level) => [...s.units.values()].filter((u) => u.level === level).length;
  console.log(`${s.from}\t${count('district')} districts\t${count('commune')} communes${s.derived ? '\t(derived)' : ''}`);
}
console.log(`${units.length} rows of districts and communes, ${provinces.length} of provinces`);
console.log(`${bounded.length} changes dated by bounds only`);
if (process.argv.includes('--bounded')) {
  for (const b of bounded) {
    const show = (u) => (u ? `${u.type} ${u.name} (${u.parent})` : '-');
    console.log(`${b.code}\t${show(b.before)}\t${show(b.after)}\t${b.first}..${b.last}\t${b.resolutions.join(' ')}`);
  }
}
