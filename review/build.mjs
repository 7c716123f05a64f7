// Bundles the page. usage: node build.mjs FOLDER, where FOLDER/node_modules has the packages of the lock
// file. Writes FOLDER/dist: what `solieu review` serves, compressed, and the parts of `solieu report`.
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const folder = resolve(process.argv[2] ?? here);
const out = join(folder, 'dist');
const esbuild = createRequire(join(folder, 'package.json'))('esbuild');

const bundle = async (name) => {
  const built = await esbuild.build({
    entryPoints: [join(here, 'src', name)],
    absWorkingDir: here,
    nodePaths: [join(folder, 'node_modules')],
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: name.endsWith('.js') ? 'iife' : undefined,
    target: ['chrome105', 'firefox110', 'safari16'],
    legalComments: 'eof',
    write: false,
    logLevel: 'warning',
  });
  return built.outputFiles[0].contents;
};

const files = {
  'index.html': readFileSync(join(here, 'src', 'index.html')),
  'app.js': await bundle('main.js'),
  'app.css': await bundle('app.css'),
  'report.js': await bundle('report.js'),
};
mkdirSync(out, { recursive: true });
let total = 0;
for (const [name, bytes] of Object.entries(files)) {
  const packed = gzipSync(bytes, { level: 9 });
  total += packed.length;
  writeFileSync(join(out, `${name}.gz`), packed);
  console.log(`${name}: ${bytes.length} bytes, ${packed.length} compressed`);
}
console.log(`review page: ${total} bytes compressed`);
