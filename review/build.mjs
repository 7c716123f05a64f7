// Bundles the page. usage: node build.mjs FOLDER, where FOLDER/node_modules has the packages of the lock
// file. Writes FOLDER/dist: what `solieu review` serves, compressed, and the page of `solieu report`.
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const folder = resolve(process.argv[2] ?? here);
const out = join(folder, 'dist');
const esbuild = createRequire(join(folder, 'package.json'))('esbuild');

// The newest name of each code.
const provinces = () => {
  const [header, ...rows] = readFileSync(join(here, '..', 'rules', 'gazetteer', 'provinces.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split('\t'));
  const [name, code, from] = ['name', 'iso', 'valid_from'].map((column) => header.indexOf(column));
  rows.sort((a, b) => (a[from] < b[from] ? -1 : 1));
  return Object.fromEntries(rows.filter((row) => row[code]).map((row) => [row[code], row[name]]));
};

const bundle = async (name) => {
  const built = await esbuild.build({
    entryPoints: [join(here, 'src', name)],
    absWorkingDir: here,
    nodePaths: [join(folder, 'node_modules')],
    bundle: true,
    minify: true,
    charset: 'utf8',
    define: { PROVINCES: JSON.stringify(provinces()) },
    format: name.endsWith('.js') ? 'iife' : undefined,
    target: ['chrome105', 'firefox110', 'safari16'],
    legalComments: 'eof',
    write: false,
    logLevel: 'warning',
  });
  return built.outputFiles[0].contents;
};

const app = {
  'index.html': readFileSync(join(here, 'src', 'index.html')),
  'app.js': await bundle('main.js'),
  'app.css': await bundle('app.css'),
};

// The report is one file; its script and style are let through by their hashes.
const report = async () => {
  const script = Buffer.from(await bundle('report.js')).toString();
  const style = Buffer.from(app['app.css']).toString();
  const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return readFileSync(join(here, 'src', 'report.html'), 'utf8')
    .replace('POLICY', () => `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}`)
    .replace('STYLE', () => style)
    .replace('SCRIPT', () => script);
};

mkdirSync(out, { recursive: true });
let total = 0;
for (const [name, bytes] of Object.entries(app)) {
  const packed = gzipSync(bytes, { level: 9 });
  total += packed.length;
  writeFileSync(join(out, `${name}.gz`), packed);
}
writeFileSync(join(out, 'report.html'), await report());
console.log(`review page: ${total} bytes compressed`);
