// What the tests of the page share: a store, a server, a browser.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, mkdirSync, writeFileSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const [source, program, modules] = process.argv.slice(2);
const require = createRequire(join(modules, 'package.json'));
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);
const folder = mkdtempSync(join(tmpdir(), 'solieu-review-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const run = (command, ...args) => {
  const done = spawnSync(command, args, { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${done.stderr}`);
  return done.stdout;
};

// A store of articles given as {id: text}, or of a folder.
const makeStore = (name, articles) => {
  const store = join(folder, `${name}.db`);
  let from = articles;
  if (typeof articles !== 'string') {
    from = join(folder, name);
    mkdirSync(from);
    for (const [id, text] of Object.entries(articles)) writeFileSync(join(from, `${id}.txt`), text);
  }
  run(program, 'extract', '--quiet', from, '--to', `sqlite:${store}`);
  return store;
};

const alter = (store, ...how) => run('python3', join(source, 'tests', 'review', 'make_store.py'), store, ...how);

const serve = async (store, ...options) => {
  const server = spawn(program, ['review', store, '--reviewer', 'lan', ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: server.stdout });
  const [address] = await new Promise((resolve, reject) => {
    lines.once('line', (line) => resolve([line]));
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  return { address, origin: new URL(address).origin, stop: () => server.kill() };
};

// Missing Chromium is no failure of the page: status 77 says skipped.
const openBrowser = async () => {
  if (!executablePath) {
    console.log('no Chromium: skipped');
    process.exit(77);
  }
  const { chromium } = require('playwright-core');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
};

// A page whose script errors, dialogs and refusals by the security policy are collected.
const openPage = async (browser, address, options = {}) => {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(20000);
  const troubles = [];
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && !message.text().startsWith('Failed to load resource') && troubles.push(message.text()));
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  await page.goto(address);
  return { page, troubles };
};

export { alter, folder, makeStore, openBrowser, openPage, program, require, run, serve, source };
