// node check.mjs [SHARED]: is the gazetteer sound, how much of the official counts does it cover, and
// does it agree with SHARED/units/gazetteer/units-2026-07.json where that file is there (SHARED:
// ../shared beside the repository). Needs no package and no network.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nameKey, newTone, splitName } from './names.mjs';
import { readTsv } from './tsv.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const read = (file) => readTsv(join(here, '..', file));
const units = read('units.tsv');
const provinces = read('provinces.tsv');
const spellings = read('spellings.tsv');

let errors = 0;
const fail = (text) => { errors += 1; console.log(`error: ${text}`); };
const inForce = (u, day) => u.valid_from <= day && (u.valid_to === '' || day < u.valid_to);
const on = (day, level) => units.filter((u) => u.level === level && inForce(u, day));
const show = (u) => `${u.code} ${u.type} ${u.name} (${u.parent}) ${u.valid_from}..${u.valid_to}`;

const byCode = new Map();
for (const u of units) byCode.set(u.code, [...(byCode.get(u.code) ?? []), u]);
const typesOf = {
  province: ['tỉnh', 'thành phố'],
  district: ['quận', 'huyện', 'thị xã', 'thành phố'],
  commune: ['phường', 'xã', 'thị trấn', 'đặc khu'],
};
const digits = { province: 2, district: 3, commune: 5 };

function checkRows() {
  let overlaps = 0;
  for (const u of units) {
    if (!typesOf[u.level]?.includes(u.type)) fail(`type: ${show(u)}`);
    if (!/^\d+$/.test(u.code) || u.code.length !== digits[u.level]) fail(`code: ${show(u)}`);
    const clean = u.name === u.name.normalize('NFC').trim() && u.name === newTone(u.name);
    if (!clean || /\s\s|[^\p{L}\d '-]/u.test(u.name)) fail(`name: ${show(u)}`);
    if (u.valid_to !== '' && u.valid_from >= u.valid_to) fail(`interval: ${show(u)}`);
    if (!u.source && u.level !== 'province') fail(`no source: ${show(u)}`);
    if (u.level === 'province') continue;
    const parents = (byCode.get(u.parent) ?? []).filter((p) => p.level !== 'commune');
    if (!parents.some((p) => inForce(p, u.valid_from))) fail(`no parent when the row begins: ${show(u)}`);
    if (!parents.some((p) => p.valid_from < (u.valid_to || '9') && (p.valid_to || '9') >= (u.valid_to || '9'))) {
      fail(`no parent when the row ends: ${show(u)}`);
    }
  }
  for (const rows of byCode.values()) {
    const sorted = [...rows].sort((a, b) => (a.valid_from < b.valid_from ? -1 : 1));
    for (let i = 1; i < sorted.length; ++i) {
      const [a, b] = [sorted[i - 1], sorted[i]];
      if (a.valid_to !== '' && a.valid_to <= b.valid_from) continue;
      overlaps += 1;
      if (a.valid_to === '' || b.valid_from <= a.valid_from) fail(`overlap: ${show(a)} and ${show(b)}`);
    }
  }
  console.log(`${units.length} rows; ${overlaps} pairs overlap because only bounds of a change are known`);
}

function checkSuccessors() {
  const successors = read('successors.tsv');
  const before = new Map(on('2025-06-30', 'commune').map((u) => [u.code, u]));
  const after = new Map(on('2025-07-01', 'commune').map((u) => [u.code, u]));
  const districts = new Map(on('2025-06-30', 'district').map((u) => [u.code, u]));
  const became = new Map(provinces.filter((p) => inForce(p, '2025-06-30')).map((p) => [p.code, p.became || p.code]));
  if (new Set(successors.map((s) => s.code)).size !== successors.length) fail('successors: a code twice');
  for (const { code, successor } of successors) {
    const [old, heir] = [before.get(code), after.get(successor)];
    if (!old || !heir) fail(`successors: ${code} ${successor} not in force`);
    else if (became.get(districts.get(old.parent).parent) !== heir.parent) fail(`successors: ${show(old)} in another province`);
  }
  console.log(`${successors.length} of ${before.size} communes have a successor, ${new Set(successors.map((s) => s.successor)).size} of ${after.size} are one`);
}

function checkProvinces() {
  const codes = new Set(provinces.map((p) => p.code));
  for (const p of provinces) {
    if (!/^VN-(\d\d|[A-Z]{2})$/.test(p.iso)) fail(`iso: ${show(p)}`);
    if ((p.became !== '') !== (p.valid_from < '2025-07-01')) fail(`became: ${show(p)}`);
    if (p.became && !on('2025-07-01', 'province').some((q) => q.code === p.became)) fail(`became: ${show(p)}`);
    if (!units.some((u) => u.level === 'province' && ['code', 'type', 'name', 'valid_from', 'valid_to'].every((c) => u[c] === p[c]))) {
      fail(`not in units.tsv as it is in provinces.tsv: ${show(p)}`);
    }
  }
  for (const day of ['2004-01-01', '2010-01-01', '2025-06-30', '2025-07-01', '2026-12-31']) {
    const isos = provinces.filter((p) => inForce(p, day)).map((p) => p.iso);
    if (new Set(isos).size !== isos.length) fail(`an ISO code twice on ${day}`);
  }
  if (units.filter((u) => u.level === 'province').some((u) => !codes.has(u.code))) fail('a province only in units.tsv');
}

function checkSpellings() {
  const names = new Set(units.map((u) => `${u.level} ${u.name}`));
  const levels = (level) => (level === 'below' ? ['district', 'commune'] : [level]);
  const seen = new Set();
  for (const s of spellings) {
    if (!levels(s.level).some((l) => names.has(`${l} ${s.name}`))) fail(`spellings.tsv: no ${s.level} ${s.name}`);
    if (!['full', 'bare', 'informal', 'old'].includes(s.use)) fail(`spellings.tsv: use of ${s.spelling}`);
    if (seen.has(`${s.spelling} ${s.name}`)) fail(`spellings.tsv: ${s.spelling} twice`);
    seen.add(`${s.spelling} ${s.name}`);
  }
}

// Districts and communes as officially counted. 2019: 11,156 counted on 2019-09-11 with 767 and
// 768/NQ-UBTVQH14, which came into force later and made four fewer.
const official = [
  ['2007-01-01', 64, null, null],
  ['2019-10-01', 63, 713, 11160],
  ['2022-06-01', 63, 705, 10599],
  ['2023-06-01', 63, 705, 10598],
  ['2025-03-15', 63, 696, 10035],
  ['2025-07-01', 34, 0, 3321],
  ['2026-07-15', 34, 0, 3321],
];

function coverage() {
  console.log('day\tprovinces\tdistricts\tcommunes (found of official)');
  for (const [day, ...counts] of official) {
    const cells = ['province', 'district', 'commune'].map((level, i) => {
      const found = new Set(on(day, level).map((u) => u.code)).size;
      if (counts[i] === null) return `${found} of ?`;
      if (found !== counts[i]) fail(`${day}: ${found} units of level ${level}, officially ${counts[i]}`);
      return `${found} of ${counts[i]}`;
    });
    console.log([day, ...cells].join('\t'));
  }
}

function compare(file) {
  const day = '2026-07-15';
  const key = (type, name, parent) => `${type} ${nameKey(name)} ${parent}`;
  const ours = new Map(['province', 'commune'].flatMap((l) => on(day, l)).map((u) => [key(u.type, u.name, u.parent), u]));
  const theirs = new Map();
  const add = (text, parent, code) => {
    const { type, name } = splitName(text);
    theirs.set(key(type, name, parent), { text, code });
  };
  for (const p of JSON.parse(readFileSync(file, 'utf8'))) {
    add(p.FullName, '', p.Code);
    for (const w of p.Wards) add(w.FullName, p.Code, w.Code);
  }
  for (const [k, { text, code }] of theirs) {
    const u = ours.get(k);
    if (!u) fail(`not found on ${day}: ${code} ${text}`);
    else if (u.code !== code) console.log(`note: ${text} is ${u.code} here and ${code} there`);
  }
  for (const [k, u] of ours) if (!theirs.has(k)) fail(`offered on ${day} but not in force: ${show(u)}`);
  if (on(day, 'district').length) fail(`districts offered on ${day}`);
  console.log(`${theirs.size} units of ${file} looked up`);
}

checkRows();
checkSuccessors();
checkProvinces();
checkSpellings();
coverage();
const shared = join(process.argv[2] ?? join(here, '../../../../shared'), 'units/gazetteer/units-2026-07.json');
if (existsSync(shared)) compare(shared);
else console.log('no list to compare with');
console.log(errors ? `${errors} errors` : 'ok');
process.exit(errors ? 1 : 0);
