// Tables of tab-separated values: `#` lines are comments, the first line left names the columns.
import { readFileSync } from 'node:fs';

export function readTsv(path) {
  const lines = readFileSync(path, 'utf8').split('\n').filter((l) => l !== '' && !l.startsWith('#'));
  const header = lines.shift().split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    if (cells.length > header.length) throw new Error(`${path}: too many cells: ${line}`);
    return Object.fromEntries(header.map((name, i) => [name, cells[i] ?? '']));
  });
}

export function formatTsv(comment, columns, rows) {
  const lines = comment.map((l) => `# ${l}`);
  lines.push(columns.join('\t'));
  for (const row of rows) lines.push(columns.map((c) => row[c]).join('\t'));
  return `${lines.join('\n')}\n`;
}
