// The review page in a real browser. usage: node page_test.mjs SOURCE PROGRAM MODULES [MS]
// MS: how long the median interaction may take, 100 if not said.
// SOLIEU_SCREENSHOTS names a folder for pictures to look at.
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { alter, folder, makeStore, openBrowser, openPage, program, require, run, serve, source } from './browser.mjs';

const articles = {
  a:
    'Xã Tân Lập trao quà Tết\nSáng 5/1/2023, Hội LHPN xã Tân Lập đã trao 49 suất quà cho hộ nghèo, mỗi suất 300.000 đồng, ' +
    'tổng trị giá 14.700.000 đồng.\nCó 12 doanh nghiệp ủng hộ hơn 71 triệu đồng, đạt 104% kế hoạch, đợt thứ ba.\n',
  b: 'Hòa Bình trồng rừng\nNăm 2023, tỉnh Hòa Bình trồng được 5.200 ha rừng, đạt 104% kế hoạch.\n',
};
const limit = Number(process.argv[5] ?? 100);
const browser = await openBrowser();
const servers = [];
after(async () => {
  await browser.close();
  servers.forEach((server) => server.stop());
});

const start = async (store, options) => {
  const server = await serve(store);
  servers.push(server);
  return { server, ...(await openPage(browser, server.address, options)) };
};
const chosen = (page) => page.locator('.record.chosen');
const record = (page, quote) => page.locator('.record', { has: page.locator(`.quote:text-is("${quote}")`) });
const settled = (page, quote, state) => record(page, quote).and(page.locator(`.state-${state}`)).waitFor();

test('an article is reviewed by keyboard, end to end', async () => {
  const { page, troubles, server } = await start(makeStore('keyboard', articles));
  await page.goto(`${server.origin}/#/review?article=a`);
  await page.locator('.article h2', { hasText: 'Xã Tân Lập' }).waitFor();
  const total = await page.locator('.record').count();
  assert.ok(total >= 6, `${total} records`);

  // Accept and on.
  await chosen(page).waitFor();
  const first = await chosen(page).locator('.quote').textContent();
  await page.keyboard.press('a');
  await settled(page, first, 'accepted');
  const second = await chosen(page).locator('.quote').textContent();
  assert.notEqual(second, first, 'the next record is chosen');
  assert.equal(await page.locator('mark.chosen').first().textContent(), second, 'and marked in the article');

  // Reject, undo, edit.
  await page.keyboard.press('r');
  await settled(page, second, 'rejected');
  await page.keyboard.press('u');
  await settled(page, second, 'open');
  assert.equal(await chosen(page).locator('.quote').textContent(), second, 'undo goes back to the record');
  await page.keyboard.press('e');
  const value = page.locator('#field-value');
  await value.waitFor();
  await value.fill('350000.5');
  await page.keyboard.press('Enter');
  await settled(page, second, 'edited');
  assert.match(await record(page, second).locator('.amount').textContent(), /350,000\.5/);

  // A wrong value is told and changes nothing.
  await page.keyboard.press('e');
  await value.fill('many');
  await page.keyboard.press('Enter');
  await page.locator('.toast', { hasText: 'value' }).waitFor();
  await page.keyboard.press('Escape');
  await value.waitFor({ state: 'detached' });

  // Add what was missed, from a selection.
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector('.article .text'), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const at = walker.currentNode.data.indexOf('thứ ba');
      if (at < 0) continue;
      document.getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + 'thứ ba'.length);
      return;
    }
  });
  await page.keyboard.press('n');
  await value.fill('3');
  await page.keyboard.press('Enter');
  await settled(page, 'thứ ba', 'added');
  assert.equal(await page.locator('mark.state-added').textContent(), 'thứ ba');

  // The rest of the article: accept until the page goes on to the next one.
  for (let i = 0; i < total && (await page.locator('.article h2').textContent()).startsWith('Xã'); i += 1) {
    const quote = await chosen(page).locator('.quote').textContent();
    if (await chosen(page).evaluate((each) => !each.matches('.state-open'))) await page.keyboard.press('j');
    else {
      await page.keyboard.press('a');
      await page.waitForFunction((was) => document.querySelector('.record.chosen .quote')?.textContent !== was, quote);
    }
  }
  await page.locator('.article h2', { hasText: 'Hòa Bình' }).waitFor();

  // The explanation of the rules.
  await page.keyboard.press('x');
  await page.locator('.explanation', { hasText: 'wins' }).waitFor();

  // Search without accents, filter, and find the state again after a reload.
  await page.keyboard.press('/');
  await page.keyboard.type('hoa binh');
  await page.locator('.row[aria-rowindex="2"]', { hasText: 'Hòa Bình' }).waitFor();
  assert.equal(await page.locator('.rows .row', { hasText: 'Tân Lập' }).count(), 0);
  await page.keyboard.press('Escape');
  await page.getByRole('checkbox', { name: /^per cent/ }).check();
  await page.waitForFunction(() => document.querySelectorAll('.rows .row').length === 1);
  const address = page.url();
  assert.match(address, /q=hoa\+binh/);
  assert.match(address, /kind=percent/);
  await page.reload();
  await page.waitForFunction(() => document.querySelectorAll('.rows .row').length === 1);
  assert.equal(await page.locator('#search').inputValue(), 'hoa binh');
  assert.ok(await page.getByRole('checkbox', { name: /^per cent/ }).isChecked());
  await page.goto(`${server.origin}/#/review?article=a`);
  await settled(page, first, 'accepted');
  await settled(page, second, 'edited');
  assert.deepEqual(troubles, []);
});

test('every word of the interface is there in both languages', () => {
  const folderOfPage = join(source, 'review', 'src');
  const text = (name) => readFileSync(join(folderOfPage, name), 'utf8');
  const words = new Map(
    [...text('i18n.js').matchAll(/^ {2}'?([\w.-]+)'?: \[\s*(['"].+)/gm)].map(([, key, pair]) => [key, pair]),
  );
  assert.ok(words.size > 150, `${words.size} words`);
  const used = readdirSync(folderOfPage)
    .filter((name) => name.endsWith('.js'))
    .flatMap((name) => [...text(name).matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key]) => key));
  const actions = /const defaults = \{(.*?)\};/s.exec(text('keys.js'))[1];
  for (const [, action] of actions.matchAll(/(\w+): '/g)) used.push(`action.${action}`);
  assert.ok(used.length > 60, `${used.length} uses`);
  assert.deepEqual(used.filter((key) => !words.has(key)), []);

  // What is translated is what the server says.
  const serverFolder = join(source, 'extractor', 'review');
  const said = readdirSync(serverFolder).map((name) => readFileSync(join(serverFolder, name), 'utf8')).join('');
  const remedies = /const remedies = \{(.*?)\};/s.exec(text('i18n.js'))[1];
  const translated = [...remedies.matchAll(/^ {2}'(.+?)': '/gm)].map(([, remedy]) => remedy);
  assert.ok(translated.length >= 10);
  assert.deepEqual(translated.filter((remedy) => !said.includes(`"${remedy}"`)), []);
});

test('in Vietnamese, numbers are typed as they are shown, and what is wrong is told', async () => {
  const { page, troubles, server } = await start(makeStore('vietnamese', articles), { locale: 'vi-VN' });
  await page.goto(`${server.origin}/#/review?article=a`);
  await page.locator('.article h2', { hasText: 'Xã Tân Lập' }).waitFor();
  await record(page, '300.000 đồng').locator('.head').click();
  await page.keyboard.press('e');
  const value = page.locator('#field-value');
  await value.waitFor();
  assert.equal(await value.inputValue(), '300.000');
  await value.fill('350.000,5');
  await page.locator('#field-place').fill('Thái Bình');
  await page.keyboard.press('Enter');
  await page.locator('.toast', { hasText: 'Tỉnh: chọn tỉnh' }).waitFor();
  await page.locator('#field-place').fill('VN-20');
  await page.keyboard.press('Enter');
  await settled(page, '300.000 đồng', 'edited');
  assert.match(await record(page, '300.000 đồng').locator('.amount').textContent(), /350\.000,5/);
  assert.match(await record(page, '300.000 đồng').textContent(), /Thái Bình/);

  // No group begins with 0: this is less than one, in the notation of either language.
  for (const [typed, shown] of [['0.125', /(^|\s)0,125\s/], ['0,25', /(^|\s)0,25\s/]]) {
    await record(page, '300.000 đồng').locator('.head').click();
    await page.keyboard.press('e');
    await value.waitFor();
    await value.fill(typed);
    await page.keyboard.press('Enter');
    await record(page, '300.000 đồng').locator('.amount', { hasText: shown }).waitFor();
  }
  assert.deepEqual(troubles, []);
});

test('keys are off in inputs and can be changed', async () => {
  const { page, troubles } = await start(makeStore('keys', articles));
  await chosen(page).waitFor();
  await page.locator('#search').focus();
  await page.keyboard.type('ar?');
  assert.equal(await page.locator('dialog').count(), 0);
  await page.locator('#search').fill('');
  await page.keyboard.press('Escape');
  await page.keyboard.press('1');
  await chosen(page).waitFor();
  assert.equal(await page.locator('.record.state-accepted, .record.state-rejected').count(), 0);

  await page.keyboard.press('?');
  const row = page.locator('.keys > div', { hasText: 'Accept and go on' });
  await row.getByRole('button').click();
  await page.keyboard.press('z');
  assert.equal(await row.locator('kbd').textContent(), 'z');
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
  const quote = await chosen(page).locator('.quote').textContent();
  await page.keyboard.press('a');
  await page.keyboard.press('z');
  await settled(page, quote, 'accepted');
  await page.reload();
  await chosen(page).waitFor();
  assert.equal(await page.locator('.record.chosen .accept kbd').textContent(), 'z', 'it is remembered');
  assert.deepEqual(troubles, []);
});

test('what a filter shows is accepted at once and taken back at once', async () => {
  const { page, troubles, server } = await start(makeStore('bulk', articles));
  await page.goto(`${server.origin}/#/table?kind=money`);
  const button = page.getByRole('button', { name: /Accept all/ });
  const count = Number(/\d+/.exec(await button.textContent())[0]);
  assert.ok(count >= 3);
  await button.click();
  await page.locator('dialog', { hasText: `Accept the ${count} open records` }).getByRole('button', { name: 'Accept' }).click();
  await page.locator('.toast', { hasText: `Accepted ${count} records` }).waitFor();
  // The rows come after the word.
  const accepted = (n) =>
    page.waitForFunction((n) => document.querySelectorAll('.rows .row.state-accepted').length === n, n);
  await accepted(count);
  await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
  await page.locator('.toast', { hasText: `Took back ${count}` }).waitFor();
  await accepted(0);
  await page.locator('.rows .row.state-open').first().waitFor();
  assert.deepEqual(troubles, []);
});

test('a hundred thousand records: interactions within the limit', async () => {
  const store = makeStore('large', join(source, 'corpus', 'dev'));
  const [, figures] = alter(store, 'large', '100000').split(' ').map(Number);
  assert.ok(figures >= 100000);
  const { page, troubles, server } = await start(store);
  await chosen(page).waitFor();
  for (const key of 'jjkjaajrajlhajuuurahlu') {
    await page.keyboard.press(key);
    await page.waitForTimeout(60);
  }
  await page.goto(`${server.origin}/#/table`);
  await page.locator('.rows .row').first().waitFor();
  assert.equal(await page.locator('.grid').getAttribute('aria-rowcount'), String(figures + 1));
  for (const name of [/^money/, /^count/, /^open/]) {
    for (const on of [true, false]) {
      await page.getByRole('checkbox', { name }).first().setChecked(on);
      await page.waitForTimeout(150);
    }
  }
  for (const name of ['Value', 'Province', 'Who']) {
    await page.locator('.heading').getByRole('button', { name }).click();
    await page.waitForTimeout(150);
  }
  for (const share of [0.2, 0.5, 0.9, 0.1]) {
    await page.locator('.grid').evaluate((grid, at) => grid.scrollTo(0, grid.scrollHeight * at), share);
    await page.waitForTimeout(100);
  }
  await page.locator('#search').fill('hội phụ nữ');
  await page.waitForTimeout(400);
  const times = await page.evaluate(() =>
    performance.getEntriesByType('measure').map(({ name, duration }) => [name, duration]),
  );
  const names = [...new Set(times.map(([name]) => name))];
  assert.ok(names.length >= 6, `interactions measured: ${names}`);
  for (const name of names) {
    const sorted = times.filter(([each]) => each === name).map(([, time]) => time).sort((a, b) => a - b);
    const median = sorted[Math.floor(sorted.length / 2)];
    console.log(`${name}: median ${median.toFixed(0)} ms of ${sorted.length}, slowest ${sorted.at(-1).toFixed(0)} ms`);
    assert.ok(median < limit, `${name} takes ${median} ms of ${limit}`);
  }
  assert.deepEqual(troubles, []);
});

test('script in any field of an article never runs', async () => {
  const store = makeStore('hostile', articles);
  const [count] = alter(store, 'hostile', '50').split(' ').map(Number);
  assert.ok(count >= 50);
  const report = join(folder, 'hostile.html');
  run(program, 'report', store, '-o', report);
  const { page, troubles, server } = await start(store);
  await chosen(page).waitFor();
  const innocent = async (where) => {
    assert.equal(await page.evaluate(() => window.ran), undefined, `${where}: a script has run`);
    assert.equal(await page.locator('main img, main iframe, main svg, main script, main style').count(), 0, where);
  };
  for (let i = 0; i < count; i += 1) {
    await chosen(page).waitFor();
    await page.locator('.article mark').first().hover();
    await innocent(`article ${i}`);
    await page.keyboard.press('l');
  }
  for (const view of ['table', 'charts', 'quality']) {
    await page.goto(`${server.origin}/#/${view}`);
    await page.waitForTimeout(300);
    await innocent(view);
  }
  await page.goto(pathToFileURL(report).href);
  await page.locator('.report-list tbody tr').first().waitFor();
  await innocent('report');
  assert.deepEqual(troubles, []);
});

test('axe finds nothing serious, at two widths', async () => {
  const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  const pictures = process.env.SOLIEU_SCREENSHOTS;
  if (pictures) mkdirSync(pictures, { recursive: true });
  const store = makeStore('axe', join(source, 'corpus', 'dev'));
  const report = join(folder, 'report.html');
  run(program, 'report', store, '-o', report);
  for (const [width, colorScheme] of [[1400, 'light'], [420, 'dark']]) {
    const { page, server, troubles } = await start(store, { viewport: { width, height: 800 }, colorScheme });
    await chosen(page).waitFor();
    const check = async (name) => {
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => window.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }));
      const serious = violations.filter(({ impact }) => ['serious', 'critical'].includes(impact));
      assert.deepEqual(serious.map(({ id, nodes }) => `${name} ${width}: ${id}: ${nodes[0].html}: ${nodes[0].failureSummary}`), []);
      if (pictures) await page.screenshot({ path: join(pictures, `${name}-${width}.png`) });
    };
    await page.keyboard.press('a');
    await page.locator('.record.state-accepted').first().waitFor();
    await check('review');
    await page.keyboard.press('e');
    await page.locator('#field-value').waitFor();
    await check('edit');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.locator('dialog').waitFor();
    await check('help');
    await page.keyboard.press('Escape');
    for (const view of ['table', 'charts', 'quality']) {
      await page.goto(`${server.origin}/#/${view}`);
      await page.waitForTimeout(400);
      await check(view);
    }
    await page.goto(pathToFileURL(report).href);
    await page.locator('.report-list tbody tr').first().waitFor();
    await check('report');
    assert.deepEqual(troubles, []);
  }
});
